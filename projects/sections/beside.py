"""Joint actions on the pages of other records: a theme, a commitment, a laboratory, the protocol itself."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

from django.db.models import Model, Q
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import charts, wording
from programmes.charts import figures
from programmes.fields import words_of
from programmes.models import Commitment, Laboratory, Protocol, Theme
from programmes.sections.related import RECORD, Answer, Line, Related, RelatedFigure, Rows
from programmes.templatetags.worded import address
from programmes.templatetags.words import language

from ..enums import ProjectState
from ..models import Line as MoneyLine
from ..models import (
    Output,
    Participation,
    Project,
    ProjectCommitment,
    ProjectTheme,
    by_funders,
    lines_of,
    money_lists,
    money_of,
    total,
)
from ..models.projects import ProjectQuerySet
from .drawn import shown_money

CARD_WIDTH, WIDTH, GANTT_WIDTH = 350, 812, 1200
LATEST = 6  # outputs on the page of another record
SERVED: Final[dict[type[Model], Q]] = {
    Theme: Q(theme_links__theme=RECORD),
    Commitment: Q(commitment_links__commitment=RECORD),
    Laboratory: Q(lead_laboratory=RECORD)
    | Q(pk__in=Participation.objects.filter(laboratory=RECORD).order_by().values("project")),
}
COLUMNS: Final = (
    *("slug", "acronym", "acronym_en", "title", "title_en", "summary", "summary_en"),
    *("state", "is_open_to_users", "part_of", "is_demo"),
)
PROMISE: Final = (
    *("project", "commitment__number", "commitment__label", "commitment__label_en"),
    "commitment__protocol__reference",
)


def relate(model: type[Model], viewer: Any) -> Answer[tuple[Related, ...]] | None:
    """The actions of a record that has some, with what hangs on them."""
    if model not in SERVED:
        return None
    actions = Project.objects.visible_to(viewer).filter(SERVED[model]).in_order()
    here = actions.order_by().values("pk")
    promises = ProjectCommitment.objects.filter(project__in=here, commitment__in=Commitment.objects.published())
    lists = {
        "actions": actions.only(*COLUMNS),
        "outputs": Output.objects.filter(project__in=here).order_by("-year", "title"),
        **money_lists(here),
    }
    if model is not Commitment:
        ordered = promises.select_related("commitment__protocol").order_by("commitment__protocol", "commitment__number")
        lists["promises"] = ordered.only(*PROMISE)
    return Answer(lists=lists, make=_block)


def outline(protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
    """The actions of a protocol in time."""
    return _calendar(protocol, Project.objects.visible_to(viewer).of_protocol(protocol))


def relate_all(records: Sequence[Model], viewer: Any) -> dict[int, Related]:
    """The actions of each theme, in one query."""
    lines: dict[int, list[Line]] = defaultdict(list)
    themes = [record for record in records if isinstance(record, Theme)]
    links = ProjectTheme.objects.filter(theme__in=themes, project__in=Project.objects.visible_to(viewer).top_level())
    for link in links.select_related("project").order_by("project__rank", "project"):
        lines[link.theme_id].append(_line(link.project))
    return {
        theme.pk: Related(
            name="projects",
            title=_("Actions communes"),
            template="projects/related/cell.html",
            count=len(lines[theme.pk]),
            lines=tuple(lines[theme.pk]),
            has_demo=any(line.details["is_demo"] for line in lines[theme.pk]),
        )
        for theme in themes
    }


def _block(record: Any, found: Rows) -> tuple[Related, ...]:
    """The actions as cards; a part stands on the page of its whole when that is here too."""
    here = {row.pk for row in found["actions"]}
    rows = [row for row in found["actions"] if row.part_of_id not in here]
    if not rows:
        return ()
    money = money_of(found, [row.pk for row in found["actions"]], localdate())
    by_project: dict[int, list[MoneyLine]] = defaultdict(list)
    for line in money:
        by_project[line.project_id].append(line)
    joined = _joined({row.pk for row in rows}, found, money)
    is_listed = not isinstance(record, Commitment)
    return (
        Related(
            name="projects",
            title=_("Actions communes"),
            template="projects/related/block.html",
            count=len(rows),
            lines=tuple(_line(row, by_project[row.pk]) for row in rows),
            figures=_figures(_actions(len(rows)), "#actions", money),
            url=f"{address('projects:list')}?{record._meta.model_name}={record.slug}" if is_listed else "",
            has_demo=any(row.is_demo for row in [*rows, *money, *joined["outputs"]]),
            details=joined,
        ),
    )


def _joined(rows: Collection[int], found: Rows, money: Sequence[MoneyLine]) -> dict[str, Any]:
    """What hangs on these actions: their money by funder, the promises they serve, what they produced last."""
    outputs = [output for output in found["outputs"] if output.project_id in rows]
    served = [link.commitment for link in found.get("promises", ()) if link.project_id in rows]
    return {
        "money": shown_money(by_funders(money), WIDTH) if len({line.project_id for line in money}) > 1 else None,
        "promises": list(dict.fromkeys(served)),
        "outputs": outputs[:LATEST],
        "outputs_count": len(outputs),
    }


def _line(row: Project, money: Sequence[MoneyLine] = ()) -> Line:
    state = ProjectState(row.state)
    planned = total(money).planned
    return Line(
        title=row.short_name,
        language=row.short_language,
        url=address("projects:detail", row.slug),
        is_done=state == ProjectState.COMPLETED,
        details={
            "tone": state.tone,
            "state": state.label,
            "summary": words_of(row.tr("summary")),
            "summary_language": row.language_of("summary"),
            "planned": planned,
            "is_demo": row.is_demo,
            "bar": _bar(money),
            "is_open": row.is_open_to_users,
        },
    )


def _bar(money: Sequence[MoneyLine]) -> SafeString | None:
    segments = tuple(
        figures.Segment(label=line.name, value=line.money.planned, tone=line.tone)
        for line in money
        if line.money.planned
    )
    if not segments:
        return None
    words = ", ".join(f"{part.label} {wording.short_euros(part.value, language())}" for part in segments)
    return charts.draw(figures.FundersBar(segments=segments), words, language(), CARD_WIDTH)


def _actions(count: int, parts: int = 0) -> tuple[int, str]:
    """How many actions there are, and the words for it; parts of others are told apart, as the list shows them."""
    label = ngettext("action commune", "actions communes", count)
    if parts:
        beside = ngettext("%(label)s, et %(n)s partie d’action", "%(label)s, et %(n)s parties d’actions", parts)
        label = beside % {"label": label, "n": wording.number(parts, language())}
    return count, label


def _figures(told: tuple[int, str], place: str, money: Sequence[MoneyLine]) -> tuple[RelatedFigure, ...]:
    count, words = told
    found = [RelatedFigure(value=wording.number(count, language()), label=words, url=place)]
    if (planned := total(money).planned) is not None:
        known = len({line.project_id for line in money if line.money.planned})
        label = ngettext("prévus, pour %(n)s action documentée", "prévus, pour %(n)s actions documentées", known)
        value, _space, unit = wording.short_euros(planned, language()).partition(wording.NO_BREAK)
        found.append(RelatedFigure(value=value, unit=unit, label=label % {"n": known}))
    return tuple(found)


def _calendar(protocol: Protocol, projects: ProjectQuerySet) -> tuple[Related, ...]:
    every = list(projects.in_order().prefetch_related("parts", "theme_links__theme"))
    rows = [row for row in every if row.part_of_id is None]
    if not rows:
        return ()
    return (
        Related(
            name="projects",
            title=_("Les actions communes, dans le temps"),
            template="projects/related/calendar.html",
            count=len(rows),
            lines=tuple(_line(row) for row in rows),
            figures=_figures(
                _actions(len(rows), len(every) - len(rows)), address("projects:list"), lines_of(every, localdate())
            ),
            url=address("projects:list"),
            is_wide=True,
            has_demo=any(row.is_demo for row in rows),
            details={"drawing": _gantt(protocol, rows), "rows": rows},
        ),
    )


def _gantt(protocol: Protocol, rows: Sequence[Project]) -> SafeString:
    today = localdate()
    periods = [row for whole in rows for row in (whole, *whole.parts.all()) if row.start]
    marks = ((protocol.signed_on, _("Signature")), (protocol.term, _("Échéance")))
    days = [day for day, _label in marks if day] + [row.start for row in periods] + [row.end for row in periods]
    years = [day.year for day in [*days, today] if day]
    drawn = figures.Gantt(
        first_year=min(years),
        last_year=max(years),
        rows=tuple(_gantt_row(row, today) for row in rows),
        marks=tuple(figures.DateMark(day=day, label=label) for day, label in marks if day),
        today=today,
    )
    alt = _("Période de chaque action, de %(first)s à %(last)s ; les dates sont dans le tableau.")
    return charts.draw(drawn, alt % {"first": min(years), "last": max(years)}, language(), GANTT_WIDTH)


def _gantt_row(whole: Project, today: date) -> figures.GanttRow:
    periods = [part for part in whole.parts.all() if part.start and part.is_published] or [whole]
    themes = list(whole.theme_links.all())
    spans = [_span(row, "" if row is whole else row.tr("acronym"), today) for row in periods]
    return figures.GanttRow(
        label=whole.short_name,
        tone=f"theme-{themes[0].theme.colour}" if themes else "ink",
        spans=tuple(span for span in spans if span),
        note="" if any(spans) else _("dates non renseignées"),
    )


def _span(row: Project, label: str, today: date) -> figures.Span | None:
    """The known stretch of an action, dotted up to today when nobody knows its end; None without a start."""
    if row.start is None:
        return None
    if row.end:
        return figures.Span(start=row.start, end=row.end, label=label)
    return figures.Span(start=row.start, end=max(today, row.start), label=label, look="dotted")
