"""What all the sheets of the actions print, as one attached file a subject: milestones, key figures, partners…"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Column, Kind, Paragraph, Table, Value

from ..models import Project, numbered
from . import parts

Rows = tuple[tuple[Value, ...], ...]


def files(rows: Sequence[Project], frame: Frame) -> tuple[Table, ...]:
    """Attached, not printed again; a subject on which nothing is known has no file."""
    every = (
        _milestones(rows, frame),
        _key_figures(rows, frame),
        _outputs(rows, frame),
        _partners(rows),
        _team(rows),
    )
    return tuple(table for table in every if table.rows)


def note(tables: Sequence[Table]) -> tuple[Paragraph, ...]:
    """Where the lines of the sheets are found as data."""
    if not tables:
        return ()
    names = ", ".join(f"{table.name}.csv" for table in tables)
    return (Paragraph(text=_("Données jointes des fiches\u00a0: %(files)s.") % {"files": names}, style="source"),)


def _table(name: str, caption: str, heads: Sequence[tuple[str, str, Kind]], rows: Rows) -> Table:
    columns = tuple(Column(label=label, name=name, kind=kind) for label, name, kind in heads)
    return Table(caption=caption, columns=columns, rows=rows, name=name, printed=False, records=True)


def _milestones(rows: Sequence[Project], frame: Frame) -> Table:
    heads: tuple[tuple[str, str, Kind], ...] = (
        (_("Action"), "action", "text"),
        (_("N°"), "rank", "year"),
        (_("Jalon"), "milestone", "text"),
        (_("Prévu"), "planned", "date"),
        (_("Atteint"), "reached", "date"),
    )
    lines = tuple(
        (row.reference, number, writing.said(one, "label"), one.planned_on, parts.reached(one.reached_on, frame))
        for row in rows
        for number, one in numbered(row.milestones.all())
    )
    return _table("jalons", _("Jalons des actions"), heads, lines)


def _key_figures(rows: Sequence[Project], frame: Frame) -> Table:
    heads: tuple[tuple[str, str, Kind], ...] = (
        (_("Action"), "action", "text"),
        (_("Chiffre clé"), "label", "text"),
        (_("Année"), "year", "year"),
        (_("Valeur"), "value", "number"),
        (_("Unité"), "unit", "text"),
    )
    lines = tuple(
        (
            row.reference,
            writing.said(one, "label"),
            one.year,
            writing.figure(one.value, one.precision, one.value_max),
            writing.said(one, "unit"),
        )
        for row in rows
        for one in parts.key_figures(row, frame)
    )
    return _table("chiffres-cles", _("Chiffres clés des actions"), heads, lines)


def _outputs(rows: Sequence[Project], frame: Frame) -> Table:
    heads: tuple[tuple[str, str, Kind], ...] = (
        (_("Action"), "action", "text"),
        (_("Année"), "year", "year"),
        (_("Titre"), "title", "text"),
        (_("Nature"), "kind", "text"),
        ("DOI", "doi", "text"),
        ("HAL", "hal_id", "text"),
    )
    lines = tuple(
        (row.reference, one.year, writing.said(one, "title"), str(one.get_kind_display()), one.doi, one.hal_id)
        for row in rows
        for one in parts.outputs(row, frame)
    )
    return _table("productions", _("Productions des actions"), heads, lines)


def _partners(rows: Sequence[Project]) -> Table:
    heads: tuple[tuple[str, str, Kind], ...] = (
        (_("Action"), "action", "text"),
        (_("Rôle"), "role", "text"),
        (_("Partenaire"), "partner", "text"),
        (_("Précision"), "note", "text"),
    )
    lines = tuple((row.reference, *partner) for row in rows for partner in parts.partners(row))
    return _table("partenaires", _("Partenaires des actions"), heads, lines)


def _team(rows: Sequence[Project]) -> Table:
    heads: tuple[tuple[str, str, Kind], ...] = (
        (_("Action"), "action", "text"),
        (_("Rôle"), "role", "text"),
        (_("Personne"), "person", "text"),
    )
    lines = tuple((row.reference, *member) for row in rows for member in parts.team(row))
    return _table("equipes", _("Équipes des actions"), heads, lines)
