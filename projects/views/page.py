"""What the page of a joint action shows: its dates drawn, its money in five columns, its partners, what it produced."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from programmes import identifiers, wording
from programmes.charts import figures
from programmes.charts.screens import on_screen
from programmes.identifiers import Identifier, Scheme
from programmes.sections.related import RelatedFigure, Rows
from programmes.sections.thanking import Thanks, in_every_language
from programmes.templatetags.words import language, measure
from programmes.views.years import ShownYear, shown_years

from ..models import (
    Call,
    Document,
    Event,
    KeyFigure,
    Milestone,
    Participation,
    Project,
    money_of,
    numbered,
)
from ..sections.drawn import ShownMoney, shown_money
from ..sections.parts import place_of

WIDTH = 812
TOP_FIGURES = 4
# The lists whose rows show through the page of an action.
SHOWING = (
    *("milestones", "key_figures", "contributions", "grants", "outputs", "participations", "members", "documents"),
    *("sheets", "calls", "events"),
)
NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")  # the number of a European agreement


@dataclass(frozen=True, kw_only=True)
class FigureRow:
    """One key figure over the years; None where nothing is known."""

    label: str
    language: str
    unit: str
    values: tuple[KeyFigure | None, ...]


@dataclass(frozen=True, kw_only=True)
class ProjectPage:
    """Everything the page of an action shows beside its own columns."""

    figures: tuple[RelatedFigure, ...]
    timeline: SafeString | None
    milestones: list[tuple[int, Milestone]]
    money: ShownMoney
    partners: tuple[tuple[Any, tuple[Participation, ...]], ...]
    figure_years: tuple[int, ...]
    figure_rows: tuple[FigureRow, ...]
    years: list[ShownYear]
    calls: list[Call]
    events: list[Event]
    parts: list[Project]
    documents: list[Document]
    registers: tuple[Identifier, ...]
    thanks: tuple[Thanks, ...]
    has_demo: bool


def project_page(project: Project, rows: Rows) -> ProjectPage:
    """The page of an action, from its lists."""
    key_figures, sheets, calls, events = (rows[name] for name in ("key_figures", "sheets", "calls", "events"))
    years = tuple(sorted({figure.year for figure in key_figures if figure.year}))
    milestones = numbered(project.milestones.all())
    money = shown_money(money_of(rows, [project.pk], localdate()), WIDTH)
    return ProjectPage(
        figures=tuple(_top_figure(figure) for figure in _latest(key_figures)[:TOP_FIGURES]),
        timeline=_timeline(project, milestones),
        milestones=milestones,
        money=money,
        partners=_partners(project),
        figure_years=years,
        figure_rows=_figure_rows(key_figures, years),
        years=shown_years(sheets, rows["visas"]),
        calls=calls,
        events=events,
        documents=[row for row in project.documents.all() if row.is_public],
        registers=european(project),
        thanks=_thanks(project, money),
        parts=rows["parts"],
        has_demo=any(row.is_demo for name in SHOWING for row in rows[name]),
    )


def _thanks(project: Project, money: ShownMoney) -> tuple[Thanks, ...]:
    """Those whose money is known, under the protocol of the first commitment."""
    funders = [funder for line in money.lines for funder in line.funders]
    protocols = [link.commitment.protocol for link in project.commitment_links.all()]
    return in_every_language(funders, next(iter(protocols), None), lambda: place_of(project))


def european(project: Project) -> tuple[Identifier, ...]:
    """The European project that an action is, known by the number of its agreement or by its page in CORDIS."""
    texts = (project.website if "cordis" in project.website else "", *NINE_DIGITS.findall(project.call_reference))
    numbers = {identifiers.normalise(Scheme.CORDIS, text) for text in texts if text}
    return tuple(Identifier(Scheme.CORDIS, number) for number in sorted(numbers))


def _latest(key_figures: Iterable[KeyFigure]) -> list[KeyFigure]:
    """Of each figure the latest year, in the order of their ranks."""
    latest = {figure.label: figure for figure in key_figures}
    return sorted(latest.values(), key=lambda figure: figure.rank)


def _top_figure(figure: KeyFigure) -> RelatedFigure:
    words = figure.tr("label")
    told = measure(figure.value, figure.precision, figure.value_max)
    counted = wording.unit(figure.tr("unit"), figure.value_max or figure.value, language())
    value, unit = wording.with_unit(told, counted, language())
    return RelatedFigure(
        value=value,
        unit=unit,
        unit_language=figure.language_of("unit"),
        label=f"{words} ({figure.year})" if figure.year else words,
        source=figure.source,
        as_of=figure.as_of,
        language=figure.language_of("label"),
    )


def _figure_rows(key_figures: Iterable[KeyFigure], years: tuple[int, ...]) -> tuple[FigureRow, ...]:
    yearly: dict[str, dict[int, KeyFigure]] = {}
    for figure in key_figures:
        if figure.year:
            yearly.setdefault(figure.label, {})[figure.year] = figure
    return tuple(
        FigureRow(
            label=next(iter(known.values())).tr("label"),
            language=next(iter(known.values())).language_of("label"),
            unit=next(iter(known.values())).tr("unit"),
            values=tuple(known.get(year) for year in years),
        )
        for known in yearly.values()
    )


def _timeline(project: Project, rows: list[tuple[int, Milestone]]) -> SafeString | None:
    """Planned and reached dates, drawn when two of them are known."""
    days = [day for number, row in rows for day in (row.planned_on, row.reached_on) if day]
    if len(days) < 2:
        return None
    today = localdate()
    drawn = figures.MilestoneLine(
        start=date(min(days).year, 1, 1),
        end=date(max(*days, today).year, 12, 31),
        today=today,
        milestones=tuple(
            figures.Milestone(number=number, planned=row.planned_on, reached=row.reached_on) for number, row in rows
        ),
        tone=f"theme-{links[0].theme.colour}" if (links := list(project.theme_links.all())) else "ink",
    )
    alt = _("Jalons prévus et jalons atteints ; le tableau dit la même chose.")
    return on_screen(drawn, alt, language(), WIDTH)


def _partners(project: Project) -> tuple[tuple[Any, tuple[Participation, ...]], ...]:
    """Each body once, with all its roles; a laboratory that is not published stays out."""
    found: dict[Any, list[Participation]] = {}
    for row in project.participations.all():
        if row.organisation:
            found.setdefault(row.organisation, []).append(row)
        elif row.laboratory and row.laboratory.is_published:
            found.setdefault(row.laboratory, []).append(row)
    return tuple((body, tuple(rows)) for body, rows in found.items())
