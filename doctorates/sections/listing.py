"""The lists behind the counts of theses: one row a thesis, a theme of a thesis, a funder of a thesis."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Column, Link, Table, Trace, Value

from ..enums import ThesisState
from ..models import Thesis
from .reported import counted, funders_of, is_defended, theses_of

LIST, BY_THEME, BY_FUNDER = "liste-theses", "liste-theses-themes", "liste-theses-financeurs"
BEGUN = Trace(table=LIST)
BEFORE = Trace(table=LIST, where=(("before", True),))
SINCE = Trace(table=LIST, where=(("before", False),))
DEFENDED = Trace(table=LIST, where=(("defended", True),))
DISCONTINUED = Trace(table=LIST, where=(("discontinued", True),))


def lists(frame: Frame) -> tuple[Table, ...]:
    """Every list that has a row; they are attached to the file, and pages of the web twin."""
    theses = theses_of(frame)
    every = (_every(frame), _by_theme(theses, frame), _by_funder(theses, frame))
    return tuple(table for table in every if table.rows)


def _every(frame: Frame) -> Table:
    """Each thesis counted. One without a public page is a row without a word that would point at somebody."""
    columns = (
        Column(label=_("Référence"), name="reference"),
        Column(label=_("Thèse"), name="title"),
        Column(label=_("Laboratoire"), name="laboratory"),
        Column(label=_("Première inscription"), kind="year", name="registered_year"),
        Column(label=_("Commencée avant la signature"), name="before"),
        Column(label=_("Soutenue"), name="defended"),
        Column(label=_("Abandonnée"), name="discontinued"),
    )
    shown = {thesis.pk for thesis in theses_of(frame)}
    rows = tuple(_row(thesis, thesis.pk in shown, frame) for thesis in counted(frame))
    ordered = tuple(sorted(rows, key=lambda row: (row[0] is None, str(row[0]))))
    return _table(LIST, _("Les thèses que ce rapport compte"), columns, ordered)


def _row(thesis: Thesis, is_shown: bool, frame: Frame) -> tuple[Value, ...]:
    signed = frame.protocol.signed_on
    day = thesis.registered_on
    before = bool(signed and day and day < signed)
    given_up = thesis.state == ThesisState.DISCONTINUED
    if not is_shown:
        return None, _("thèse sans page publique"), None, None, before, is_defended(thesis, frame), given_up
    return (*named(thesis), day.year if day else None, before, is_defended(thesis, frame), given_up)


def named(thesis: Thesis) -> tuple[str, Link, str | None]:
    """The reference, the title with its public page, the laboratory once it is public."""
    page = reverse("doctorates:detail", args=[thesis.slug])
    laboratory = str(thesis.laboratory) if thesis.laboratory.is_published else None
    return (
        thesis.reference,
        writing.linked(thesis, "title", path=page),
        laboratory,
    )


def _by_theme(theses: Sequence[Thesis], frame: Frame) -> Table:
    rows = tuple(
        (words, *named(thesis), *_told(thesis, frame))
        for thesis in theses
        for words in [f"{one.theme.number}. {one.theme.tr('label')}" for one in thesis.theme_links.all()] or [""]
    )
    columns = (Column(label=_("Thème"), name="theme"), *_columns())
    return _table(BY_THEME, _("Les thèses, thème par thème"), columns, tuple(sorted(rows, key=_order)))


def _by_funder(theses: Sequence[Thesis], frame: Frame) -> Table:
    """Who takes part in each; shares stay between the partners."""
    rows = tuple(
        (funder, *named(thesis), *_told(thesis, frame)) for thesis in theses for funder in funders_of(thesis) or [""]
    )
    columns = (Column(label=_("Financeur"), name="funder"), *_columns())
    return _table(BY_FUNDER, _("Les thèses, financeur par financeur"), columns, tuple(sorted(rows, key=_order)))


def _order(row: tuple[Value, ...]) -> Any:
    return str(row[0] or ""), row[1]


def _told(thesis: Thesis, frame: Frame) -> tuple[Value, Value]:
    done = is_defended(thesis, frame)
    return done, thesis.defended_on.year if done and thesis.defended_on else None


def _columns() -> tuple[Column, ...]:
    return (
        Column(label=_("Référence"), name="reference"),
        Column(label=_("Thèse"), name="title"),
        Column(label=_("Laboratoire"), name="laboratory"),
        Column(label=_("Soutenue"), name="defended"),
        Column(label=_("Année de soutenance"), kind="year", name="defended_year"),
    )


def _table(name: str, caption: str, columns: tuple[Column, ...], rows: tuple[tuple[Value, ...], ...]) -> Table:
    return Table(caption=caption, columns=columns, rows=rows, name=name, printed=False, records=True)
