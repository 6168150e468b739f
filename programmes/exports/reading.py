"""What the database is asked for, once for all lines, and how it says it: as typed cells, or as text ready for a CSV.

The rows come from a list of the administration, filtered and sorted; tables beside them are told together for each
record and joined, since asking again for each line would cost more than all the rest.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ..cells import Beside, Cell
from .dialects import Dialect

Statement = tuple[str, tuple[Any, ...]]
CHUNK = 2000  # lines fetched at a time


def statement(rows: QuerySet[Any], cells: Sequence[Cell], *, dialect: Dialect | None = None) -> Statement:
    """One SELECT with these cells of these rows, in the order of the rows; as texts when a dialect says how.

    Nothing typed by anybody is in its text.
    """
    told = {f"cell_{rank}": cell.value for rank, cell in enumerate(cells) if cell.beside is None}
    asked = rows.select_related(None).prefetch_related(None).annotate(**told).values_list("pk", *told)
    sql, parameters = asked.query.sql_with_params()
    besides = list(dict.fromkeys(cell.beside for cell in cells if cell.beside))
    names = [f"cell_{rank}" for rank in range(len(cells))]
    shown = [dialect.worded(cell, name) if dialect else name for cell, name in zip(cells, names, strict=True)]
    if not besides:
        return f"SELECT {', '.join(shown)} FROM ({sql}) AS wanted (pk, {', '.join(told)})", parameters  # noqa: S608
    listed = f"WITH wanted (pk, {', '.join([*told, 'line'])}) AS (SELECT *, row_number() OVER () FROM ({sql}) AS found)"  # noqa: S608
    joins = ""
    for rank, beside in enumerate(besides):
        part, more = grouped(beside, {f"cell_{n}": cell.value for n, cell in enumerate(cells) if cell.beside is beside})
        joins += f" LEFT JOIN ({part}) AS beside_{rank} ON beside_{rank}.owner = wanted.pk"
        parameters += more
    return f"{listed} SELECT {', '.join(shown)} FROM wanted{joins} ORDER BY line", parameters  # noqa: S608


def grouped(beside: Beside, values: dict[str, Any]) -> Statement:
    """The rows beside, one line for each of the wanted records."""
    wanted = RawSQL("SELECT pk FROM wanted", ())
    rows = beside.rows.order_by().filter(**{f"{beside.owner}__in": wanted}).values(beside.owner)
    asked = rows.annotate(**beside.sums).annotate(**values).values_list(beside.owner, *values)
    sql, parameters = asked.query.sql_with_params()
    return f"SELECT * FROM ({sql}) AS told (owner, {', '.join(values)})", parameters  # noqa: S608


def typed_lines(asked: Statement) -> Iterator[tuple[Any, ...]]:
    """The lines as values, through a cursor that the database keeps: never all of them in memory."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(*asked)
        while lines := cursor.fetchmany(CHUNK):
            yield from lines


def copied_lines(asked: Statement, dialect: Dialect) -> Iterator[Any]:
    """The lines as the database writes them, in one go: it is sent nothing else meanwhile."""
    sql, parameters = asked
    with connection.cursor() as wrapped:
        driver = wrapped.cursor  # the framework's own wrapper, when it counts queries, takes no parameters
        with driver.copy(f"COPY ({sql}) TO STDOUT (FORMAT csv, DELIMITER '{dialect.delimiter}')", parameters) as copy:
            yield from copy
