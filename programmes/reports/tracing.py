"""From a figure to the frozen records behind it: which rows of which list, and what they come to."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from programmes.sections.blocks import Measure, Pairs, Report, Table, Trace, Value, bare, raw

Row = tuple[Value, ...]
Number = int | Decimal


@dataclass(frozen=True, kw_only=True)
class Found:
    """The rows behind a figure, in the order of their list, and what they come to; None: nothing is known."""

    table: Table
    rows: tuple[Row, ...]
    value: Value


def asked(trace: Trace, table: Table, row: Row) -> Trace:
    """The trace of one cell: what `by` asks for is read from its row. Raises ValueError for an unknown column."""
    keys = [column.key for column in table.columns]
    pairs = tuple((theirs, bare(row[keys.index(ours)])) for theirs, ours in trace.by)
    return replace(trace, where=(*trace.where, *pairs), by=())


def found(report: Report, trace: Trace) -> Found:
    """The rows a trace leads to. Raises LookupError for a list or a column that the report does not have."""
    table = next((one for one in report.tables if one.name == trace.table), None)
    if table is None:
        raise LookupError(f"Aucun tableau «\u00a0{trace.table}\u00a0» dans ce rapport.")
    return found_in(table, trace)


def found_in(table: Table, trace: Trace) -> Found:
    """The rows of a list that a trace asks for. Raises LookupError for a column that it does not have."""
    rows = answering(table, trace.where)
    return Found(table=table, rows=rows, value=WAYS[trace.how](trace, table, rows))


def answering(table: Table, pairs: Pairs) -> tuple[Row, ...]:
    """The rows that answer every column asked for, by any of the values asked for it. Raises LookupError."""
    wanted: dict[int, set[str]] = defaultdict(set)
    for name, value in pairs:
        wanted[_place(table, name)].add(raw(value))
    return tuple(row for row in table.rows if all(raw(row[at]) in words for at, words in wanted.items()))


def _place(table: Table, name: str) -> int:
    for at, column in enumerate(table.columns):
        if column.key == name:
            return at
    raise LookupError(f"Aucune colonne «\u00a0{name}\u00a0» dans le tableau «\u00a0{table.name}\u00a0».")


def _count(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    return len(rows)


def _distinct(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    return len({raw(row[_place(table, trace.column)]) for row in rows})


def _sum(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    return _added(rows, _place(table, trace.column))


def _difference(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    whole = _added(rows, _place(table, trace.column))
    return None if whole is None else whole - (_added(rows, _place(table, trace.less)) or 0)


def _value(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    at = _place(table, trace.column)
    return bare(rows[0][at]) if len(rows) == 1 else None


def _share(trace: Trace, table: Table, rows: Sequence[Row]) -> Value:
    whole = len(answering(table, trace.among))
    return None if not whole else Decimal(100 * len(answering(table, (*trace.among, *trace.where)))) / whole


def _added(rows: Sequence[Row], at: int) -> Number | None:
    known = [number for row in rows if (number := _number(row[at])) is not None]
    return sum(known) if known else None


def _number(value: Value) -> Number | None:
    match bare(value):
        case Measure() as told:
            return told.value
        case int() | Decimal() as number:
            return number
    return None


WAYS: Mapping[str, Callable[[Trace, Table, Sequence[Row]], Value]] = {
    "count": _count,
    "distinct": _distinct,
    "sum": _sum,
    "difference": _difference,
    "value": _value,
    "share": _share,
}
