"""Indicators of a commitment in the report: the level, the trajectory, the figures year by year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from programmes import wording
from programmes.charts import figures

from ..models import Commitment, Indicator
from . import writing
from .base import Frame
from .blocks import (
    Block,
    Chart,
    Column,
    Figures,
    Heading,
    KeyFigure,
    Kind,
    Measure,
    Missing,
    Table,
    Trace,
    Traced,
    Value,
)

LIST = "indicateurs"  # the attached list of every value
YEARS_ASIDE = 8  # columns of years that a page takes


@dataclass(frozen=True, kw_only=True)
class YearlyValue:
    """What was aimed at and what was reached in a year; `actual` as a number for drawings, `told` for people."""

    year: int
    target: Decimal | None
    actual: Decimal | None
    told: Value


def values_of(indicator: Indicator, frame: Frame) -> list[YearlyValue]:
    """The values up to the year of the report: typed in, or computed by the indicator's rule."""
    typed = {row.year: row for row in indicator.values.all() if row.year <= frame.year}
    years = set(typed)
    if indicator.rule and frame.protocol.starts_on:
        years |= set(range(frame.protocol.starts_on.year, frame.year + 1))
    found = []
    for year in sorted(years):
        row = typed.get(year)
        if row is not None and row.actual is not None:
            told = writing.figure(row.actual, row.precision, row.actual_max)
            found.append(YearlyValue(year=year, target=row.target, actual=row.actual, told=told))
            continue
        computed = writing.measured(indicator.rule, frame, year) if indicator.rule else None
        actual = None if computed is None else Decimal(computed)
        found.append(YearlyValue(year=year, target=row.target if row else None, actual=actual, told=actual))
    return found


def latest(commitment: Commitment, frame: Frame) -> tuple[Value, Value]:
    """The last known value of the first indicator, and its target."""
    indicator = next(iter(commitment.indicators.all()), None)
    if indicator is None:
        return None, None
    known = [value for value in values_of(indicator, frame) if value.actual is not None]
    return (_told(indicator, known[-1]) if known else None), indicator.target


def strongest(commitment: Commitment, frame: Frame) -> tuple[str, Trace | None]:
    """The figure that proves most, in words, and its list: one with a target first; nothing when none is known."""
    known = []
    for row in commitment.indicators.all():
        if told := [value for value in values_of(row, frame) if value.actual is not None]:
            known.append((row, told[-1]))
    best = next((pair for pair in known if pair[0].target is not None), known[0] if known else None)
    if best is None:
        return "", None
    row, last = best
    words, behind = _words(row, last, frame), trace(row, last.year, "actual")
    if row.target is None:
        return f"{words['actual']} {_('%(unit)s en %(year)s') % words}", behind
    return _("%(actual)s %(unit)s en %(year)s, pour %(target)s visés") % words, behind


def blocks_of(commitment: Commitment, frame: Frame) -> tuple[Block, ...]:
    """Each indicator of a commitment; a sentence when it has none."""
    rows = list(commitment.indicators.all())
    if not rows:
        return (Missing(text=_("Indicateur à définir.")),)
    return tuple(block for row in rows for block in _blocks(row, frame))


def all_values(commitments: Iterable[Commitment], frame: Frame) -> Table:
    """Every value of every indicator, for the attached file only."""
    columns = (
        Column(label=_("Engagement"), kind="year", name="commitment"),
        Column(label=_("Indicateur"), name="indicator"),
        Column(label=_("Unité"), name="unit"),
        Column(label=_("Année"), kind="year", name="year"),
        Column(label=_("Cible"), kind="number", name="target"),
        Column(label=_("Réalisé"), kind="number", name="actual"),
    )
    rows = tuple(
        (commitment.number, writing.said(row, "label"), writing.said(row, "unit"), value.year, value.target, value.told)
        for commitment in commitments
        for row in commitment.indicators.all()
        for value in values_of(row, frame)
    )
    caption = _("Valeurs des indicateurs")
    return Table(caption=caption, columns=columns, rows=rows, name=LIST, printed=False, records=True)


def _blocks(indicator: Indicator, frame: Frame) -> tuple[Block, ...]:
    values = values_of(indicator, frame)
    known = [value for value in values if value.actual is not None]
    heading = Heading(text=indicator.tr("label"))
    if not known:
        level = Chart(figure=figures.LevelTrack(actual=None), title="", alt=_("Le niveau n’est pas renseigné."))
        return heading, *writing.text(indicator, "definition"), level, Missing(), *writing.source(indicator)
    return (
        heading,
        *writing.text(indicator, "definition"),
        *_level_and_years(indicator, values, frame),
        _table(indicator, values),
        *writing.source(indicator),
    )


def _level_and_years(indicator: Indicator, values: Sequence[YearlyValue], frame: Frame) -> tuple[Block, ...]:
    """The track towards the target and the curve; a figure alone only where no curve ends with it."""
    curve = _trajectory(indicator, values, frame)
    if curve and indicator.target is None:
        return curve
    last = [value for value in values if value.actual is not None][-1]
    named = "" if curve else LIST  # the curve below names it
    return _level(indicator, last, named, frame), *curve


def _level(indicator: Indicator, last: YearlyValue, named: str, frame: Frame) -> Block:
    """A track towards the target; without a target, the figure alone: a full bar would say that all is done."""
    words = _words(indicator, last, frame)
    if indicator.target is None:
        behind = trace(indicator, last.year, "actual")
        return Figures(figures=(KeyFigure(value=last.told, label=_("%(unit)s en %(year)s") % words, trace=behind),))
    title = _("%(actual)s %(unit)s en %(year)s, pour %(target)s visés") % words
    track = figures.LevelTrack(actual=last.actual, target=indicator.target, baseline=indicator.baseline)
    alt = f"{indicator.tr('label')}\u00a0: {title}."
    return Chart(figure=track, title=title, alt=alt, table=named, trace=trace(indicator, last.year, "actual"))


def _words(indicator: Indicator, last: YearlyValue, frame: Frame) -> dict[str, object]:
    """A value with its unit, its year and its target, for a sentence."""
    return {
        "actual": writing.told(last.told, frame.language),
        "unit": wording.unit(indicator.tr("unit"), last.actual, frame.language),
        "year": last.year,
        "target": writing.told(indicator.target, frame.language),
    }


def _trajectory(indicator: Indicator, values: Sequence[YearlyValue], frame: Frame) -> tuple[Block, ...]:
    """A curve from three years on; two points say no more than the table."""
    actual = tuple(figures.YearValue(year=one.year, value=one.actual) for one in values if one.actual is not None)
    targets = tuple(figures.YearValue(year=one.year, value=one.target) for one in values if one.target is not None)
    if len(actual) < 3:
        return ()
    if indicator.target is not None and indicator.target_year and indicator.target_year > frame.year:
        targets = (*targets, figures.YearValue(year=indicator.target_year, value=indicator.target))
    since = frame.protocol.starts_on.year if frame.protocol.starts_on else None
    words = {
        "first": actual[0].year,
        "last": actual[-1].year,
        "start": wording.number(actual[0].value, frame.language),
        "end": wording.number(actual[-1].value, frame.language),
    }
    title = _("De %(start)s en %(first)s à %(end)s en %(last)s") % words
    curve = figures.Trajectory(actual=actual, targets=targets, since=since)
    note = _("Pointillé\u00a0: la cible. Fond teinté\u00a0: les années du protocole.") if targets else ""
    return (Chart(figure=curve, title=title, alt=f"{indicator.tr('label')}\u00a0: {title}.", note=note, table=LIST),)


def _table(indicator: Indicator, values: Sequence[YearlyValue]) -> Table:
    """Years side by side while they fit, one below the other beyond."""
    caption = f"{indicator.tr('label')} ({indicator.tr('unit')})"
    if len(values) > YEARS_ASIDE:
        columns = tuple(Column(label=label, kind=kind) for label, kind in _heads())
        rows = tuple((value.year, _aimed(indicator, value), _told(indicator, value)) for value in values)
        return Table(caption=caption, columns=columns, rows=rows)
    years = tuple(Column(label=str(value.year), kind="number") for value in values)
    lines: tuple[tuple[Value, ...], ...] = ((_("Réalisé"), *(_told(indicator, value) for value in values)),)
    if any(value.target is not None for value in values):
        lines = ((_("Cible"), *(_aimed(indicator, value) for value in values)), *lines)
    return Table(caption=caption, columns=(Column(label=_("Année"), width=22), *years), rows=lines)


def _heads() -> tuple[tuple[str, Kind], ...]:
    return (_("Année"), "year"), (_("Cible"), "number"), (_("Réalisé"), "number")


def _aimed(indicator: Indicator, value: YearlyValue) -> Value:
    if value.target is None:
        return "–"
    return Traced(value=value.target, trace=trace(indicator, value.year, "target"))


def _told(indicator: Indicator, value: YearlyValue) -> Value:
    """A value, as it is known, with its line in the list of them all."""
    if not isinstance(value.told, int | Decimal | Measure):
        return value.told
    return Traced(value=value.told, trace=trace(indicator, value.year, "actual"))


def trace(indicator: Indicator, year: int, column: str) -> Trace:
    """The line of a value in the list of them all."""
    where = (("commitment", indicator.commitment.number), ("indicator", indicator.tr("label")), ("year", year))
    return Trace(table=LIST, where=where, how="value", column=column)
