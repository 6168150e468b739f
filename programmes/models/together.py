"""Several lists in one question to the database: the page of a record has a dozen of them, most of one row or none.

Each list is read as rows of JSON beside the others, and made into the records that its queryset would have made, with
the records that it joins. What it prefetches is not read here.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.query import ModelIterable

ONE = "SELECT {rank}, row_number() OVER (), row_to_json(listed)::text FROM ({sql}) listed"

# What JSON has no word for, by the kind of column.
READ: dict[str, Callable[[Any], Any]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": lambda value: Decimal(str(value)),
    "FloatField": float,
    "JSONField": json.dumps,
}


def load_together(*lists: models.QuerySet) -> None:
    """Read these lists in one query: each is then what it would be after a query of its own."""
    asked = dict(_compiled(lists))
    found: dict[int, list[str]] = {rank: [] for rank in asked}
    if asked:
        sql = " UNION ALL ".join(ONE.format(rank=rank, sql=one.sql) for rank, one in asked.items())
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} ORDER BY 1, 2", [value for one in asked.values() for value in one.values])
            for rank, _place, row in cursor.fetchall():
                found[rank].append(row)
    for rank, rows in enumerate(lists):
        rows._result_cache = _records(rows, asked[rank].compiler, found[rank]) if rank in asked else []


def keep(record: models.Model, name: str, rows: models.QuerySet) -> None:
    """Have a record answer by this list when it is asked for its rows of that name, as if they were prefetched."""
    kept = record.__dict__.setdefault("_prefetched_objects_cache", {})
    kept[name] = rows


def listed(model: type[models.Model], rows: list[Any]) -> models.QuerySet:
    """These records as a list that asks nothing."""
    known = model._default_manager.all()
    known._result_cache = rows
    return known


def _compiled(lists: tuple[models.QuerySet, ...]) -> Iterator[tuple[int, SimpleNamespace]]:
    """The SQL of each list that may hold something."""
    for rank, rows in enumerate(lists):
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            sql, values = compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:
            continue
        yield rank, SimpleNamespace(compiler=compiler, sql=sql, values=values)


def _records(rows: models.QuerySet, compiler: Any, found: list[str]) -> list[Any]:
    """The records of a list; Django makes them, as from rows of its own."""
    kinds = [READ.get(column[0].output_field.get_internal_type()) for column in compiler.select]
    read = [
        [
            value if value is None or kind is None else kind(value)
            for kind, value in zip(kinds, json.loads(row, parse_float=Decimal).values(), strict=False)
        ]
        for row in found
    ]
    compiler.execute_sql = lambda **_options: [read]
    query = SimpleNamespace(get_compiler=lambda **_options: compiler)
    related = rows._known_related_objects  # type: ignore[attr-defined]
    known: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, model=rows.model, _known_related_objects=related)
    return list(ModelIterable(known))
