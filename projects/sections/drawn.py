"""The money of a whole protocol, drawn by theme and by funder, each drawing with the table of its figures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from programmes import wording
from programmes.charts import figures
from programmes.charts.screens import on_screen
from programmes.models import Protocol, Remark, Theme
from programmes.sections.related import Related
from programmes.templatetags.words import language

from ..models import Line, Money, Project, ProjectTheme, by_funders, lines_of, total

WIDTH = 1200


@dataclass(frozen=True, kw_only=True)
class ShownMoney:
    """Money funder by funder, its total, and the bar that draws what was planned; stopped on a day."""

    lines: tuple[Line, ...]
    total: Money
    as_of: date
    bar: SafeString | None


@dataclass(frozen=True, kw_only=True)
class ThemeMoney:
    """The money of the actions of a theme; they may belong to other themes as well."""

    theme: Theme
    actions: int
    money: Money


def shown_money(lines: Sequence[Line], width: float) -> ShownMoney:
    """The lines as a page shows them, as of today."""
    segments = tuple(
        figures.Segment(label=line.name, value=line.money.planned, tone=line.tone)
        for line in lines
        if line.money.planned
    )
    bar = None
    if segments:
        paid = ", ".join(f"{part.label} {wording.short_euros(part.value, language())}" for part in segments)
        bar = on_screen(figures.FundersBar(segments=segments), paid, language(), width)
    return ShownMoney(lines=tuple(lines), total=total(lines), as_of=localdate(), bar=bar)


def money(protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
    """The money of the published actions of a protocol; nothing as long as none is known."""
    projects = list(Project.objects.visible_to(viewer).of_protocol(protocol).in_order())
    lines = lines_of(projects, localdate())
    if not lines:
        return ()
    themes = _by_theme(protocol, lines)
    doubts = Remark.objects.among(projects)
    return (
        Related(
            name="projects-money",
            title=_("L’argent, par thème et par financeur"),
            template="projects/related/money.html",
            count=len(projects),
            is_wide=True,
            has_demo=any(line.is_demo for line in lines),
            details={
                "money": shown_money(by_funders(lines), WIDTH),
                "themes": themes,
                "bars": _bars(themes),
                "doubtful": [project for project in projects if project.pk in doubts],
            },
        ),
    )


def _by_theme(protocol: Protocol, lines: Iterable[Line]) -> tuple[ThemeMoney, ...]:
    """Theme by theme, in the protocol's order; an action of two themes counts in both."""
    by_project: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_project[line.project_id].append(line)
    links = ProjectTheme.objects.filter(
        project__in=list(by_project), theme__in=Theme.objects.published().filter(protocol=protocol)
    )
    found: dict[Theme, list[int]] = defaultdict(list)
    for link in links.select_related("theme").order_by("theme__number", "project"):
        found[link.theme].append(link.project_id)
    return tuple(
        ThemeMoney(
            theme=theme,
            actions=len(projects),
            money=total(line for project in projects for line in by_project[project]),
        )
        for theme, projects in found.items()
    )


def _bars(themes: Sequence[ThemeMoney]) -> SafeString | None:
    """Planned, and what of it was paid in full tint."""
    if not any(row.money.planned for row in themes):
        return None
    bars = tuple(
        figures.ThemeBar(
            number=row.theme.number,
            label=row.theme.tr("short_label") or row.theme.tr("label"),
            value=row.money.planned,
            part=row.money.paid or 0,
            tone=f"theme-{row.theme.colour}",
        )
        for row in themes
    )
    alt = _("Montants prévus par thème, et part déjà mandatée\u202f; les mêmes chiffres sont dans le tableau.")
    return on_screen(figures.ThemeBars(bars=bars), alt, language(), WIDTH)
