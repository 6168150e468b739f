"""Walking over every figure of a frozen report, with the list that each one says it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from programmes.charts import figures
from programmes.reports.tracing import asked, found
from programmes.sections import blocks

NUMBERS = frozenset({"number", "money", "percent", "change", "money_change"})
DRAWN = (figures.StackedColumns, figures.ThemeBars, figures.Trajectory, figures.LevelTrack, figures.Progress)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure that the report tells, where, and the list it names; `trace` is None when it names none."""

    place: str
    value: Any
    trace: blocks.Trace | None


def told(report: blocks.Report) -> list[Told]:
    """Every figure but the facts of one record, which stand in a list of records."""
    return [one for place, block in _blocks(report) for one in _of(place, block)]


def untraced(report: blocks.Report) -> list[str]:
    """The places whose figure names no list."""
    return sorted({one.place for one in told(report) if one.trace is None})


def wrong(report: blocks.Report) -> list[tuple[str, Any, Any]]:
    """The figures whose list does not come to them: the place, the figure, what the list says."""
    answers = ((one, _answer(report, one.trace)) for one in told(report) if one.trace)
    return [(one.place, one.value, answer) for one, answer in answers if not _equal(one.value, answer)]


def charts_without_table(report: blocks.Report) -> list[str]:
    """Drawings of figures that name neither a table of the report nor a list."""
    names = {table.name for table in report.tables}
    return [
        f"{place}: {block.title}"
        for place, block in _blocks(report)
        if isinstance(block, blocks.Chart) and isinstance(block.figure, DRAWN) and not _is_empty(block.figure)
        if block.table not in names and block.trace is None
    ]


def _is_empty(figure: Any) -> bool:
    return isinstance(figure, figures.LevelTrack) and figure.actual is None


def _answer(report: blocks.Report, trace: blocks.Trace) -> Any:
    try:
        return found(report, trace).value
    except LookupError as unknown:
        return str(unknown)


def _equal(value: Any, answer: Any) -> bool:
    if isinstance(value, blocks.Measure) and not isinstance(answer, blocks.Measure):
        value = value.value
    if isinstance(value, Decimal | int) and isinstance(answer, Decimal | int):
        return abs(Decimal(value) - Decimal(answer)) < Decimal("0.01")
    return bool(value == answer)


def _blocks(report: blocks.Report) -> Iterator[tuple[str, blocks.Block]]:
    for chapter in report.chapters:
        yield from ((chapter.slug, block) for block in chapter.blocks)
        for part in chapter.parts:
            yield from ((f"{chapter.slug}/{part.anchor.rpartition('-')[0]}", block) for block in part.blocks)


def _of(place: str, block: blocks.Block) -> Iterator[Told]:
    match block:
        case blocks.Figures():
            for figure in block.figures:
                yield from _figure(f"{place}: {figure.label}", figure.value, figure.kind, figure.trace)
        case blocks.Facts():
            for fact in block.facts:
                yield from _figure(f"{place}: {fact.label}", fact.value, fact.kind, fact.trace)
        case blocks.Table() if not block.records:
            for row in block.rows:
                yield from _row(place, block, row)
            wholes = (replace(one, trace=replace(one.trace, by=()) if one.trace else None) for one in block.columns)
            yield from _row(f"{place}, total", replace(block, columns=tuple(wholes)), block.total)


def _row(place: str, table: blocks.Table, row: tuple[blocks.Value, ...]) -> Iterator[Told]:
    for column, value in zip(table.columns, row, strict=False):
        trace = asked(column.trace, table, row) if column.trace else None
        yield from _figure(f"{place}: {table.caption} / {column.label}", value, column.kind, trace)


def _figure(place: str, value: blocks.Value, kind: str, trace: blocks.Trace | None) -> Iterator[Told]:
    plain = blocks.bare(value)
    own = value.trace if isinstance(value, blocks.Traced) else trace
    if kind in NUMBERS and isinstance(plain, int | Decimal | blocks.Measure):
        yield Told(place=place, value=plain, trace=own)
