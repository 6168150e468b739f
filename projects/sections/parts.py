"""The sheet of one action: identity, partners, milestones, money, figures, calls, what is declared, sources."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from programmes.charts import figures
from programmes.models import Laboratory
from programmes.models.base import Row
from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Block, Bullets, Chart, Column, Fact, Facts, Heading, Link, Table

from ..models import Project, ProjectSheet
from ..models.balance import Line
from . import money


def sheet_of(row: Project, sheet: ProjectSheet | None, lines: Sequence[Line], frame: Frame) -> tuple[Block, ...]:
    """Everything the report prints of an action; sections without anything to say are left out."""
    return (
        _identity(row),
        *writing.rich(row, "summary"),
        *writing.remarks(row, frame),
        Heading(text=_("Ce que les parties déclarent pour %(year)s") % {"year": frame.year}),
        *writing.sheet(sheet),
        *_milestones(row, frame),
        *money.blocks_of(lines, row, frame),
        *_partners(row),
        *_key_figures(row, frame),
        *_calls(row, frame),
        *_outputs(row, frame),
        *writing.source(row),
    )


def is_invented(row: Project) -> bool:
    """Whether the action or something its sheet prints was invented."""
    printed: list[Row] = [
        row,
        *row.milestones.all(),
        *row.key_figures.all(),
        *row.outputs.all(),
        *row.participations.all(),
        *row.calls.all(),
    ]
    return any(one.is_demo for one in printed)


def _identity(row: Project) -> Block:
    themes = ", ".join(str(link.theme.number) for link in row.theme_links.all())
    promises = ", ".join(str(link.commitment.number) for link in row.commitment_links.all())
    team = ", ".join(f"{member.person} ({member.get_role_display()})" for member in row.members.all())
    facts = (
        Fact(label=_("Début"), value=row.start, kind="date"),
        Fact(label=_("Fin"), value=row.end, kind="date"),
        Fact(label=_("Laboratoire porteur"), value=_public(row.lead_laboratory)),
        Fact(label=_("Équipe"), value=team),
        Fact(label=_("Thèmes"), value=themes),
        Fact(label=_("Engagements servis"), value=promises),
        Fact(label=_("Cadre"), value=row.frame),
        Fact(label=_("Appel d’origine"), value=row.call_reference),
    )
    return Facts(facts=facts)


def _public(laboratory: Laboratory | None) -> str | None:
    """A laboratory is named once its own page is published."""
    return str(laboratory) if laboratory and laboratory.is_published else None


def _milestones(row: Project, frame: Frame) -> tuple[Block, ...]:
    rows = list(row.milestones.all())
    if not rows:
        return ()
    columns = (
        Column(label=_("N°"), kind="year", width=8, name="rank"),
        Column(label=_("Jalon"), name="milestone"),
        Column(label=_("Prévu"), kind="date", width=18, name="planned"),
        Column(label=_("Atteint"), kind="date", width=18, name="reached"),
    )
    lines = tuple((one.rank, one.tr("label"), one.planned_on, _reached(one.reached_on, frame)) for one in rows)
    table = Table(caption=_("Jalons, prévus et atteints"), columns=columns, rows=lines)
    return (Heading(text=_("Jalons")), *_line(row, frame), table)


def _reached(day: date | None, frame: Frame) -> date | None:
    """What was reached after the day of the report was not reached yet."""
    return day if day is not None and day <= frame.as_of else None


def _line(row: Project, frame: Frame) -> tuple[Block, ...]:
    marks = tuple(
        figures.Milestone(number=one.rank, planned=one.planned_on, reached=_reached(one.reached_on, frame))
        for one in row.milestones.all()
    )
    days = [day for mark in marks for day in (mark.planned, mark.reached) if day]
    if len(days) < 2:
        return ()
    start, end = date(min(days).year, 1, 1), max(date(max(days).year, 12, 31), frame.as_of)
    theme = next((link.theme.colour for link in row.theme_links.all()), None)
    line = figures.MilestoneLine(
        start=start, end=end, today=frame.as_of, milestones=marks, tone=f"theme-{theme}" if theme else "ink"
    )
    reached = sum(mark.reached is not None for mark in marks)
    title = _("%(reached)s jalons atteints sur %(all)s") % {"reached": reached, "all": len(marks)}
    return (Chart(figure=line, title=title, alt=f"{title}."),)


def _partners(row: Project) -> tuple[Block, ...]:
    columns = (
        Column(label=_("Partenaire"), width=40),
        Column(label=_("Rôle"), width=25),
        Column(label=_("Précision")),
    )
    lines = tuple(
        (
            name,
            str(one.get_role_display()),
            one.tr("note") or "–",
        )
        for one in row.participations.all()
        if (name := one.organisation.tr("name") if one.organisation else _public(one.laboratory))
    )
    return (Table(caption=_("Partenaires"), columns=columns, rows=lines),) if lines else ()


def _key_figures(row: Project, frame: Frame) -> tuple[Block, ...]:
    shown = [one for one in row.key_figures.all() if one.year is None or one.year <= frame.year]
    columns = (
        Column(label=_("Chiffre clé"), width=52),
        Column(label=_("Année"), kind="year", width=14),
        Column(label=_("Valeur"), kind="number", width=18),
        Column(label=_("Unité"), width=16),
    )
    lines = tuple(
        (
            one.tr("label"),
            one.year or "–",
            writing.figure(one.value, one.precision, one.value_max),
            one.tr("unit") or "–",
        )
        for one in shown
    )
    return (Table(caption=_("Chiffres clés"), columns=columns, rows=lines),) if lines else ()


def _calls(row: Project, frame: Frame) -> tuple[Block, ...]:
    """Published calls only, and what came of them."""
    shown = [one for one in row.calls.all() if one.is_published and (one.year is None or one.year <= frame.year)]
    columns = (
        Column(label=_("Appel"), width=40),
        Column(label=_("Année"), kind="year"),
        Column(label=_("Places"), kind="number"),
        Column(label=_("Candidatures"), kind="number"),
        Column(label=_("Lauréats"), kind="number"),
        Column(label=_("Désistements"), kind="number"),
    )
    lines = tuple(
        (one.tr("title"), one.year, one.places, one.applications, one.awarded, one.withdrawn) for one in shown
    )
    return (Table(caption=_("Appels"), columns=columns, rows=lines),) if lines else ()


def _outputs(row: Project, frame: Frame) -> tuple[Block, ...]:
    lines = tuple(
        Link(text=f"{one.year} · {one.tr('title')} ({one.get_kind_display()})", url=one.url)
        for one in row.outputs.all()
        if one.year <= frame.year
    )
    return (Heading(text=_("Productions")), Bullets(items=lines)) if lines else ()
