"""Joint actions on the pages of other records: a theme, a commitment, a laboratory, the protocol itself."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model, Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import charts, wording
from programmes.charts import figures
from programmes.fields import words_of
from programmes.models import Commitment, Laboratory, Protocol, Theme
from programmes.sections.related import Line, Related, RelatedFigure
from programmes.templatetags.words import language

from ..enums import ProjectState
from ..models import Line as MoneyLine
from ..models import Output, Project, ProjectCommitment, ProjectTheme, by_funders, lines_of, total
from ..models.projects import ProjectQuerySet
from .drawn import shown_money

CARD_WIDTH, WIDTH, GANTT_WIDTH = 350, 812, 1200
LATEST = 6  # outputs on the page of another record


def relate(record: Model, viewer: Any) -> tuple[Related, ...]:
    """The actions of a record that has some; for a protocol, their calendar."""
    visible = Project.objects.visible_to(viewer)
    match record:
        case Protocol():
            return _calendar(record, visible.of_protocol(record))
        case Theme():
            return _block(visible.filter(theme_links__theme=record), f"theme={record.slug}")
        case Commitment():
            return _block(visible.filter(commitment_links__commitment=record), with_promises=False)
        case Laboratory():
            mine = Q(lead_laboratory=record) | Q(participations__laboratory=record)
            return _block(visible.filter(mine).distinct(), f"laboratory={record.slug}")
    return ()


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


def _block(projects: ProjectQuerySet, query: str = "", *, with_promises: bool = True) -> tuple[Related, ...]:
    """The actions as cards; a part stands on the page of its whole when that is here too."""
    every = list(projects.in_order())
    here = {row.pk for row in every}
    rows = [row for row in every if row.part_of_id not in here]
    if not rows:
        return ()
    money = lines_of(every, localdate())
    by_project: dict[int, list[MoneyLine]] = defaultdict(list)
    for line in money:
        by_project[line.project_id].append(line)
    joined = _joined(rows, money, with_promises=with_promises)
    return (
        Related(
            name="projects",
            title=_("Actions communes"),
            template="projects/related/block.html",
            count=len(rows),
            lines=tuple(_line(row, by_project[row.pk]) for row in rows),
            figures=_figures(_actions(len(rows)), "#actions", money),
            url=f"{reverse('projects:list')}?{query}" if query else "",
            has_demo=any(row.is_demo for row in [*rows, *money, *joined["outputs"]]),
            details=joined,
        ),
    )


def _joined(rows: Sequence[Project], money: Sequence[MoneyLine], *, with_promises: bool) -> dict[str, Any]:
    """What hangs on these actions: their money by funder, the promises they serve, what they produced last."""
    links = ProjectCommitment.objects.filter(project__in=rows, commitment__in=Commitment.objects.published())
    served = links.select_related("commitment__protocol").order_by("commitment__protocol", "commitment__number")
    outputs = list(Output.objects.filter(project__in=rows).order_by("-year", "title"))
    return {
        "money": shown_money(by_funders(money), WIDTH) if len({line.project_id for line in money}) > 1 else None,
        "promises": list(dict.fromkeys(link.commitment for link in served)) if with_promises else [],
        "outputs": outputs[:LATEST],
        "outputs_count": len(outputs),
    }


def _line(row: Project, money: Sequence[MoneyLine] = ()) -> Line:
    state = ProjectState(row.state)
    planned = total(money).planned
    return Line(
        title=row.acronym or row.tr("title"),
        language="fr" if not row.acronym and row.lacks_translation("title") else "",
        url=reverse("projects:detail", args=[row.slug]),
        is_done=state == ProjectState.COMPLETED,
        details={
            "tone": state.tone,
            "state": state.label,
            "summary": words_of(row.tr("summary")),
            "summary_language": "fr" if row.lacks_translation("summary") else "",
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


def _figures(told: tuple[int, str], address: str, money: Sequence[MoneyLine]) -> tuple[RelatedFigure, ...]:
    count, words = told
    found = [RelatedFigure(value=wording.number(count, language()), label=words, url=address)]
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
                _actions(len(rows), len(every) - len(rows)), reverse("projects:list"), lines_of(every, localdate())
            ),
            url=reverse("projects:list"),
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
    spans = [_span(row, "" if row is whole else row.acronym, today) for row in periods]
    return figures.GanttRow(
        label=whole.acronym or whole.tr("title"),
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
