"""Several lists in one question to the database: the page of a record has a dozen of them, most of one row or none.

Each list is read as rows of JSON beside the others, and made into the records that its queryset would have made, with
the records that it joins. What it prefetches is not read here.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from types import SimpleNamespace
from typing import Any, Self

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, models

ONE = "SELECT {rank}, row_number() OVER (), row_to_json(listed)::text FROM ({sql}) listed"

# What JSON has no word for, by the kind of column.
READ: dict[str, Callable[[Any], Any]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": lambda value: Decimal(str(value)),
    "FloatField": float,
    "JSONField": json.dumps,
}


class Given(models.Expression):
    """A value that is told each time lists are read: their SQL is worded without it, once."""

    def __init__(self, name: str, output_field: models.Field | None = None) -> None:
        super().__init__(output_field=output_field or models.BigIntegerField())
        self.name = name

    def as_sql(self, _compiler: Any, _connection: Any) -> Any:
        """A placeholder; its value is looked up by name when the lists are read."""
        return "%s", [self]


class Prepared(psycopg.Cursor):
    """A cursor whose questions PostgreSQL plans once a connection: planning a dozen joins costs more than reading."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        """Run a query under the plan that the connection keeps for it."""
        self.connection.prepare_threshold = 0  # Django's connections keep no plans, and its own cursors need none
        try:
            return super().execute(query, params, **options | {"prepare": True})
        finally:
            self.connection.prepare_threshold = None


class Together:
    """Lists that are worded once and read often, each time in one query. Days and the like are `Given`, not fixed."""

    def __init__(self, *lists: models.QuerySet) -> None:
        self.lists = lists
        self.worded = dict(_compiled(lists))
        parts = (ONE.format(rank=rank, sql=one.sql) for rank, one in self.worded.items())
        self.sql = f"{' UNION ALL '.join(parts)} ORDER BY 1, 2"
        self.values = [value for one in self.worded.values() for value in one.values]

    def read(self, **given: Any) -> list[list[Any]]:
        """The records of each list, for these values."""
        found: list[list[str]] = [[] for _rows in self.lists]
        for rank, _place, row in self._rows(given) if self.worded else ():
            found[rank].append(row)
        return [
            _records(rows, self.worded[rank], found[rank]) if found[rank] else []
            for rank, rows in enumerate(self.lists)
        ]

    def _rows(self, given: dict[str, Any]) -> list[tuple[int, int, str]]:
        values = [given[value.name] if isinstance(value, Given) else value for value in self.values]
        connection.ensure_connection()
        cursor: Any = Prepared(connection.connection)
        wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
        with wrapped(cursor) as asked:
            asked.execute(self.sql, values)
            found: list[tuple[int, int, str]] = asked.fetchall()
        if connection.queries_logged:
            connection.queries_log[-1]["sql"] = self.sql  # the driver forgets the words of a query under a kept plan
        return found


class Grouped:
    """The lists of several readers, read in one query: each reader gets its own, by the names that it gave them."""

    def __init__(self, *groups: Mapping[str, models.QuerySet]) -> None:
        self.groups = groups
        self.together = Together(*chain.from_iterable(group.values() for group in groups))

    def read(self, **given: Any) -> list[dict[str, list[Any]]]:
        """The records of each list of each group, for these values."""
        found = iter(self.together.read(**given))
        return [{name: next(found) for name in group} for group in self.groups]


def load_together(*lists: models.QuerySet) -> None:
    """Read these lists in one query: each is then what it would be after a query of its own."""
    for rows, found in zip(lists, Together(*lists).read(), strict=True):
        rows._result_cache = found


def keep(record: models.Model, name: str, rows: models.QuerySet) -> None:
    """Have a record answer by this list when it is asked for its rows of that name, as if they were prefetched."""
    kept = record.__dict__.setdefault("_prefetched_objects_cache", {})
    kept[name] = rows


def share(owners: Iterable[Any], name: str, rows: list[Any], key: str) -> None:
    """Give each of these records those rows that hang on it by this key."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, f"{key}_id")].append(row)
    for owner in owners:
        for row in found[owner.pk]:
            setattr(row, key, owner)
        keep(owner, name, listed(getattr(owner, name).model, found[owner.pk]))


def listed(model: type[models.Model], rows: list[Any]) -> models.QuerySet:
    """These records as a list that asks nothing."""
    known = model._default_manager.all()
    known._result_cache = rows
    return known


def _compiled(lists: tuple[models.QuerySet, ...]) -> Iterator[tuple[int, SimpleNamespace]]:
    """The SQL of each list that may hold something, and how its columns are read."""
    for rank, rows in enumerate(lists):
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            sql, values = compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:
            continue
        kinds = [READ.get(column[0].output_field.get_internal_type()) for column in compiler.select]
        yield rank, SimpleNamespace(compiler=compiler, sql=sql, values=values, kinds=kinds)


def _records(rows: models.QuerySet, worded: SimpleNamespace, found: list[str]) -> list[Any]:
    """The records of a list, or its rows of plain values; Django makes them, as from rows of its own."""
    read = [
        [
            value if value is None or kind is None else kind(value)
            for kind, value in zip(worded.kinds, json.loads(row, parse_float=Decimal).values(), strict=False)
        ]
        for row in found
    ]
    compiler = copy(worded.compiler)
    compiler.execute_sql = lambda *_how, **_options: [read]
    query = copy(rows.query)
    query.get_compiler = lambda *_names, **_options: compiler  # type: ignore[method-assign]
    related = rows._known_related_objects  # type: ignore[attr-defined]
    known: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, model=rows.model, _known_related_objects=related)
    made: list[Any] = list(rows._iterable_class(known))  # type: ignore[call-overload]
    return made
