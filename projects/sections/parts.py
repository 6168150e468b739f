"""The sheet of one action: identity, what is declared, milestones, money, figures, results, calls, people, thanks."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.charts import figures
from programmes.models import Laboratory, Organisation
from programmes.models.base import Row
from programmes.sections import thanking, writing
from programmes.sections.base import Frame
from programmes.sections.blocks import (
    Block,
    Bullets,
    Chart,
    Column,
    Fact,
    Facts,
    Figures,
    Heading,
    KeyFigure,
    Link,
    Missing,
    Paragraph,
    Table,
    Trace,
    Value,
)

from ..models import KeyFigure as Recorded
from ..models import Milestone, Output, Project, ProjectSheet, numbered
from ..models.balance import Line
from . import money

FIGURES_ASIDE = 6  # key figures printed large; more of them make a table


def sheet_of(row: Project, sheet: ProjectSheet | None, lines: Sequence[Line], frame: Frame) -> tuple[Block, ...]:
    """Everything the report prints of an action; what it has nothing to say of is left out."""
    return (
        *_identity(row),
        *writing.rich(row, "summary"),
        *writing.source(row),
        *writing.remarks(row, frame),
        Heading(text=_("Ce que les parties déclarent pour %(year)s") % {"year": frame.year}),
        *writing.sheet(sheet),
        *_milestones(row, frame),
        *money.blocks_of(lines, row, frame),
        *_key_figures(row, frame),
        *_results(row, frame),
        *_calls(row, frame),
        *_people(row),
        *_thanks(row, lines, frame),
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


def _identity(row: Project) -> tuple[Block, ...]:
    """What is known of the action in rows of four, and one sentence for what is not."""
    themes = ", ".join(str(link.theme.number) for link in row.theme_links.all())
    promises = ", ".join(str(link.commitment.number) for link in row.commitment_links.all())
    facts = (
        Fact(label=_("Début"), value=row.start, kind="date"),
        Fact(label=_("Fin"), value=row.end, kind="date"),
        Fact(label=_("Laboratoire porteur"), value=public(row.lead_laboratory)),
        Fact(label=_("Thèmes"), value=themes),
        Fact(label=_("Engagements servis"), value=promises),
        Fact(label=_("Cadre"), value=writing.in_french(row.frame)),
        Fact(label=_("Appel d’origine"), value=writing.in_french(row.call_reference)),
    )
    known = tuple(fact for fact in facts if fact.value)
    unknown = ", ".join(fact.label[0].lower() + fact.label[1:] for fact in facts if not fact.value)
    words = _("Non renseigné\u00a0: %(what)s.") % {"what": unknown}
    return (*((Facts(facts=known),) if known else ()), *((Missing(text=words),) if unknown else ()))


def public(laboratory: Laboratory | None) -> str | None:
    """A laboratory is named once its own page is published."""
    return str(laboratory) if laboratory and laboratory.is_published else None


def reached(day: date | None, frame: Frame) -> date | None:
    """What was reached after the day of the report was not reached yet."""
    return day if day is not None and day <= frame.as_of else None


def _milestones(row: Project, frame: Frame) -> tuple[Block, ...]:
    rows = numbered(row.milestones.all())
    if not rows:
        return ()
    columns = (
        Column(label=_("N°"), kind="year", width=6, name="rank"),
        Column(label=_("Jalon"), name="milestone"),
        Column(label=_("Prévu"), kind="date", width=15, name="planned"),
        Column(label=_("Atteint"), kind="date", width=15, name="reached"),
    )
    lines = tuple(
        (number, writing.said(one, "label"), one.planned_on, reached(one.reached_on, frame) or _awaited(one))
        for number, one in rows
    )
    table = Table(caption=_("Jalons, prévus et atteints"), columns=columns, rows=lines)
    return (Heading(text=_("Jalons")), *_line(row, frame), table)


def _awaited(one: Milestone) -> Value:
    """A date that nobody gave is unknown; one that has not come has no value yet."""
    return "–" if one.planned_on or one.reached_on else None


def _line(row: Project, frame: Frame) -> tuple[Block, ...]:
    marks = tuple(
        figures.Milestone(number=number, planned=one.planned_on, reached=reached(one.reached_on, frame))
        for number, one in numbered(row.milestones.all())
    )
    days = [day for mark in marks for day in (mark.planned, mark.reached) if day]
    if len(days) < 2:
        return ()
    start, end = date(min(days).year, 1, 1), max(date(max(days).year, 12, 31), frame.as_of)
    theme = next((link.theme.colour for link in row.theme_links.all()), None)
    line = figures.MilestoneLine(
        start=start, end=end, today=frame.as_of, milestones=marks, tone=f"theme-{theme}" if theme else "ink"
    )
    done = sum(mark.reached is not None for mark in marks)
    words = ngettext("%(reached)s jalon atteint sur %(all)s", "%(reached)s jalons atteints sur %(all)s", done)
    title = words % {"reached": done, "all": len(marks)}
    alt = _("Ligne de temps de l’action\u00a0: %(what)s.") % {"what": title}
    return (Chart(figure=line, title=title, alt=alt, table="jalons"),)


def key_figures(row: Project, frame: Frame) -> list[Recorded]:
    """Its key figures up to the year of the report."""
    return [one for one in row.key_figures.all() if one.year is None or one.year <= frame.year]


def _key_figures(row: Project, frame: Frame) -> tuple[Block, ...]:
    """Large while they are few, one below the other beyond."""
    shown = key_figures(row, frame)
    if not shown:
        return ()
    if len(shown) <= FIGURES_ASIDE:
        return Heading(text=_("Chiffres clés")), Figures(figures=tuple(_large(one, row) for one in shown))
    columns = (
        Column(label=_("Chiffre clé"), width=52),
        Column(label=_("Année"), kind="year", width=14),
        Column(label=_("Valeur"), kind="number", width=18),
        Column(label=_("Unité"), width=16),
    )
    lines = tuple(
        (
            writing.said(one, "label"),
            one.year or "–",
            writing.figure(one.value, one.precision, one.value_max),
            writing.said(one, "unit") or "–",
        )
        for one in shown
    )
    return (Table(caption=_("Chiffres clés"), columns=columns, rows=lines, records=True),)


def _large(one: Recorded, row: Project) -> KeyFigure:
    value = writing.figure(one.value, one.precision, one.value_max)
    where = (("action", row.reference), ("label", one.tr("label")), ("year", one.year))
    trace = Trace(table="chiffres-cles", where=where, how="value", column="value")
    return KeyFigure(value=value, label=one.tr("label"), unit=one.tr("unit"), note=str(one.year or ""), trace=trace)


def outputs(row: Project, frame: Frame) -> list[Output]:
    """What it produced up to the year of the report."""
    return [one for one in row.outputs.all() if one.year <= frame.year]


def address_of(one: Output) -> str:
    """Where an output is found: by its DOI, else at its address."""
    return f"https://doi.org/{one.doi}" if one.doi else one.url


def _line_of(one: Output) -> Link:
    return Link(text=f"{one.year} · {one.tr('title')} ({one.get_kind_display()})", url=address_of(one))


def _results(row: Project, frame: Frame) -> tuple[Block, ...]:
    lines = tuple(_line_of(one) for one in outputs(row, frame))
    return (Heading(text=_("Résultats et productions")), Bullets(items=lines)) if lines else ()


def _calls(row: Project, frame: Frame) -> tuple[Block, ...]:
    """Published calls only, and what came of them."""
    shown = [one for one in row.calls.all() if one.is_published and (one.year is None or one.year <= frame.year)]
    columns = (
        Column(label=_("Appel"), width=34),
        Column(label=_("Année"), kind="year", width=10),
        Column(label=_("Places"), kind="number", width=12),
        Column(label=_("Candidatures"), kind="number", width=16),
        Column(label=_("Lauréats"), kind="number", width=13),
        Column(label=_("Désistements"), kind="number", width=15),
    )
    lines = tuple(
        (writing.said(one, "title"), one.year, one.places, one.applications, one.awarded, one.withdrawn)
        for one in shown
    )
    return (Table(caption=_("Appels"), columns=columns, rows=lines, records=True),) if lines else ()


def partners(row: Project) -> list[tuple[str, str, str]]:
    """Role, name and precision of each partner; a laboratory only once it is published."""
    return [
        (str(one.get_role_display()), name, one.tr("note"))
        for one in row.participations.all()
        if (name := one.organisation.tr("name") if one.organisation else public(one.laboratory))
    ]


def team(row: Project) -> list[tuple[str, str]]:
    """Public role and name of each person."""
    return [(str(one.get_role_display()), str(one.person)) for one in row.members.all()]


def _people(row: Project) -> tuple[Block, ...]:
    """Who does what, people first, a line a role."""
    by_role: dict[str, list[str]] = defaultdict(list)
    for role, name in team(row):
        by_role[role].append(name)
    for role, name, note in partners(row):
        by_role[role].append(f"{name} ({note})" if note else name)
    columns = (Column(label=_("Rôle"), width=26), Column(label=_("Personnes et partenaires")))
    lines = tuple((capfirst(role), ", ".join(names)) for role, names in by_role.items())
    return (Table(caption=_("Qui y prend part"), columns=columns, rows=lines),) if lines else ()


def _thanks(row: Project, lines: Sequence[Line], frame: Frame) -> tuple[Block, ...]:
    """The sentence that a paper or a poster of this action may copy."""
    named = list(dict.fromkeys(funder for line in lines for funder in line.funders)) or _parties(frame)
    if not named:
        return ()
    words = _("Mention à reprendre dans les publications\u00a0: «\u00a0%(sentence)s\u00a0»")
    said = thanking.sentence(named, frame.protocol, place_of(row))
    return (Paragraph(text=words % {"sentence": said}, style="note"),)


def place_of(row: Project) -> str:
    """What a sentence of thanks calls an action."""
    return _("action %(reference)s") % {"reference": row.reference}


def _parties(frame: Frame) -> list[Organisation]:
    rows = frame.protocol.parties.select_related("organisation")
    return frame.once("parties", lambda: [party.organisation for party in rows])
