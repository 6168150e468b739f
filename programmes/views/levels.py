"""Where a commitment stands, as pages show it: the level declared, its track, its indicators in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .. import charts, wording
from ..charts import figures
from ..charts.screens import on_screen
from ..enums import Level
from ..models import Commitment, CommitmentSheet, Indicator, IndicatorValue
from ..sections.related import RelatedFigure
from ..templatetags.words import language, unknown

CARD_WIDTH, TRAJECTORY_WIDTH = 368, 812


@dataclass(frozen=True, kw_only=True)
class ShownLevel:
    """A level and the year it was declared for; `tone` gives its colour and its icon."""

    tone: str
    label: str | Promise
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class CommitmentCard:
    """A commitment in a list: where it stands, drawn and said."""

    commitment: Commitment
    level: ShownLevel
    track: SafeString
    sentence: str
    is_demo: bool


@dataclass(frozen=True, kw_only=True)
class ShownIndicator:
    """An indicator on the page of its commitment."""

    row: Indicator
    values: tuple[IndicatorValue, ...]
    drawing: SafeString | None
    start: str
    goal: str
    reached: str
    figure: RelatedFigure | None


def cards(commitments: Iterable[Commitment]) -> list[CommitmentCard]:
    """One card a commitment; load with_indicators() first. Two queries more, whatever their number."""
    rows = list(commitments)
    latest: dict[int, CommitmentSheet] = {}
    for sheet in CommitmentSheet.objects.public().filter(commitment__in=rows).with_assessments():
        latest.setdefault(sheet.commitment_id, sheet)
    return [_card(row, latest.get(row.pk)) for row in rows]


def standings(shown: Iterable[CommitmentCard]) -> list[tuple[ShownLevel, int]]:
    """How many commitments stand at each level, the most frequent first, those whose level is not known last."""
    rows = list(shown)
    counted = Counter(str(card.level.label) for card in rows)
    levels = {str(card.level.label): card.level for card in rows}
    order = sorted(levels, key=lambda label: (levels[label].tone == Level.NOT_KNOWN.tone, -counted[label]))
    return [(levels[label], counted[label]) for label in order]


def measured_rows(commitment: Commitment) -> list[Indicator | IndicatorValue]:
    """The indicators of a commitment and their values; load with_indicators() first."""
    indicators = list(commitment.indicators.all())
    return [*indicators, *(value for row in indicators for value in row.values.all())]


def shown_level(sheet: CommitmentSheet | None) -> ShownLevel:
    """What the latest published sheet says of a commitment."""
    if sheet is None:
        return ShownLevel(tone=Level.NOT_KNOWN.tone, label=Level.NOT_KNOWN.label)
    if sheet.assessments_differ:
        return ShownLevel(tone=Level.NOT_KNOWN.tone, label=_("les appréciations diffèrent"), year=sheet.campaign.year)
    level = sheet.level or Level.NOT_KNOWN
    return ShownLevel(tone=level.tone, label=level.label, year=sheet.campaign.year)


def shown_indicator(row: Indicator, tone: str, since: int | None) -> ShownIndicator:
    """An indicator in words, with its curve when two years are known."""
    values = tuple(row.values.all())
    last = latest_value(row)
    return ShownIndicator(
        row=row,
        values=values,
        drawing=_trajectory(row, values, tone, since),
        start=_amount(row.baseline, row, row.baseline_year),
        goal=_amount(*_goal(row)),
        reached=_amount(last.actual, row, last.year, last) if last else unknown(),
        figure=_figure(row, last) if last else None,
    )


def _figure(row: Indicator, last: IndicatorValue) -> RelatedFigure:
    """The last result, to be taken away with its source."""
    return RelatedFigure(
        value=_amount(last.actual, row, last.year, last),
        label=row.tr("label"),
        source=last.source or row.source,
        as_of=last.as_of,
    )


def measures_of(commitment: Commitment, year: int) -> tuple[str, ...]:
    """What each indicator was in a year, beside what was aimed at."""
    known = ((row, value) for row in commitment.indicators.all() for value in row.values.all() if value.year == year)
    return tuple(_measure(row, value) for row, value in known if value.actual is not None)


def _measure(row: Indicator, value: IndicatorValue) -> str:
    words = {"label": row.tr("label"), "reached": _precise(value.actual, row, value)}
    if value.target is None:
        return _("%(label)s\u00a0: %(reached)s") % words
    target = wording.number(value.target, language())
    return _("%(label)s\u00a0: %(reached)s, pour une cible de %(target)s") % {**words, "target": target}


def latest_value(row: Indicator) -> IndicatorValue | None:
    """The last year whose result is known."""
    return next((value for value in reversed(row.values.all()) if value.actual is not None), None)


def _card(commitment: Commitment, sheet: CommitmentSheet | None) -> CommitmentCard:
    level = shown_level(sheet)
    row = next(iter(commitment.indicators.all()), None)
    last = latest_value(row) if row else None
    sentence = _sentence(row, last)
    target = _goal(row)[0] if row else None
    drawn = figures.LevelTrack(
        actual=last.actual if last and target is not None else None,  # no target: no share to draw
        target=target,
        baseline=row.baseline if row else None,
        tone=level.tone,
    )
    track = charts.draw(drawn, f"{commitment.tr('label')}\u00a0: {sentence}", language(), CARD_WIDTH)
    shown = [commitment, *measured_rows(commitment), *([sheet] if sheet else [])]
    return CommitmentCard(
        commitment=commitment,
        level=level,
        track=track,
        sentence=sentence,
        is_demo=any(row.is_demo for row in shown),
    )


def _sentence(row: Indicator | None, last: IndicatorValue | None) -> str:
    if row is None:
        return _("Indicateur à définir")
    if last is None:
        return _("Valeur non renseignée")
    reached = _precise(last.actual, row, last)
    target, *_rest = _goal(row)
    if target is None:
        return _("%(reached)s, sans cible") % {"reached": reached}
    return _("%(reached)s, pour une cible de %(target)s") % {
        "reached": reached,
        "target": wording.number(target, language()),
    }


def _goal(row: Indicator) -> tuple[Decimal | None, Indicator, int | None]:
    """The target of the indicator, else that of its last year, with the indicator and the year it is for."""
    if row.target is not None:
        return row.target, row, row.target_year
    last = next((value for value in reversed(row.values.all()) if value.target is not None), None)
    return (last.target, row, last.year) if last else (None, row, None)


def _trajectory(row: Indicator, values: tuple[IndicatorValue, ...], tone: str, since: int | None) -> SafeString | None:
    actual = _points((value.year, value.actual) for value in values)
    targets = _points((value.year, value.target) for value in values)
    if len(actual) < 2:
        return None
    drawn = figures.Trajectory(actual=actual, targets=targets, since=since, tone=tone)
    alt = _("%(label)s, de %(first)s à %(last)s.") % {
        "label": row.tr("label"),
        "first": actual[0].year,
        "last": actual[-1].year,
    }
    return on_screen(drawn, alt, language(), TRAJECTORY_WIDTH)


def _points(known: Iterable[tuple[int, Decimal | None]]) -> tuple[figures.YearValue, ...]:
    return tuple(figures.YearValue(year=year, value=value) for year, value in known if value is not None)


def _amount(
    value: Decimal | None, row: Indicator, year: int | None = None, measured: IndicatorValue | None = None
) -> str:
    if value is None:
        return unknown()
    return _precise(value, row, measured) + (f" ({year})" if year else "")


def _precise(value: Decimal | None, row: Indicator, measured: IndicatorValue | None = None) -> str:
    text = f"{wording.number(value, language())}{wording.NO_BREAK}{wording.unit(row.tr('unit'), value, language())}"
    if measured is None:
        return text
    return wording.precise(text, measured.precision, wording.number(measured.actual_max, language()), language())
