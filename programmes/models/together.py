"""Several lists in one question to the database: the page of a record has a dozen of them, most of one row or none.

Each list is read as rows of JSON beside the others, and made into the records that its queryset would have made, with
the records that it joins; or into plain values, if its queryset gives those. A list that prefetches is refused.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any, Final, Self

import psycopg
import psycopg.sql
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.query import ModelIterable, ValuesIterable, get_related_populators

Reading = Callable[[Any], Any]

ONE: Final = "ARRAY(SELECT row_to_json(listed)::text FROM ({sql}) listed)"
# It begins with SELECT: before other words the trail sets its author, and two commands have no plan.
FOUND_FIRST: Final = "SELECT * FROM (WITH {first} {asked}) read"
FOUND: Final = "(SELECT * FROM {name})"
PLACE: Final = re.compile(r"(?<!%)%s")
DECODER: Final = json.JSONDecoder(parse_float=Decimal)

# What JSON has no word for, by the kind of column.
READ: Final[dict[str, Reading]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": lambda value: Decimal(str(value)),
    "FloatField": float,
}


class Given(models.Expression):
    """A value that is told each time lists are read: their SQL is worded without it, once."""

    def __init__(self, name: str, output_field: models.Field | None = None) -> None:
        super().__init__(output_field=output_field or models.BigIntegerField())
        self.name = name

    def as_sql(self, _compiler: Any, _connection: Any) -> Any:
        """A placeholder; its value is looked up by name when the lists are read."""
        return "%s", [self]


class Among(models.Func):
    """Whether a value is one of those `Given` as a list: the same words for few and for many."""

    arg_joiner = " = ANY("
    template = "(%(expressions)s))"
    output_field = models.BooleanField()
    conditional = True


class Prepared(psycopg.Cursor):
    """A cursor whose questions PostgreSQL plans once a connection: planning a dozen joins costs more than reading."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        """Run a query under the plan that the connection keeps for it."""
        self.connection.prepare_threshold = 0  # Django's connections keep no plans, and its own cursors need none
        try:
            return super().execute(query, params, **options | {"prepare": True})
        finally:
            self.connection.prepare_threshold = None


def one_row(sql: str, values: Sequence[Any]) -> tuple[Any, ...]:
    """The one row that answers a query, under the plan that the connection keeps for it."""
    connection.ensure_connection()
    cursor: Any = Prepared(connection.connection)
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrapped(cursor) as asked:
        asked.execute(sql, values)
        found: tuple[Any, ...] = asked.fetchone()
    if connection.queries_logged:
        connection.queries_log[-1]["sql"] = sql  # the driver forgets the words of a query under a kept plan
    return found


class Together:
    """Lists that are worded once and read often, each time in one query. Days and the like are `Given`, not fixed.

    `found`: for some of what is given, the query that finds it, itself by what is given.
    """

    def __init__(self, *lists: models.QuerySet, found: Mapping[str, models.QuerySet] | None = None) -> None:
        known = {name: one for name, rows in (found or {}).items() if (one := _worded(rows, ()))}
        self.lists = [_worded(rows, known) for rows in lists]
        worded = [one for one in self.lists if one]
        first = ", ".join(f"{name} AS MATERIALIZED ({one.sql})" for name, one in known.items())
        asked = f"SELECT {', '.join(ONE.format(sql=one.sql) for one in worded)}"
        self.sql = FOUND_FIRST.format(first=first, asked=asked) if first else asked
        self.given = [value for one in (*known.values(), *worded) for value in one.given]
        self.asks = bool(worded)

    def read(self, **given: Any) -> list[list[Any]]:
        """The records of each list, for these values."""
        values = [given[value.name] for value in self.given]
        found = iter(one_row(self.sql, values) if self.asks else ())
        return [[one.record(row) for row in next(found)] if one else [] for one in self.lists]


class Grouped:
    """The lists of several readers, read in one query: each reader gets its own, by the names that it gave them."""

    def __init__(
        self, *groups: Mapping[str, models.QuerySet], found: Mapping[str, models.QuerySet] | None = None
    ) -> None:
        self.groups = groups
        self.together = Together(*chain.from_iterable(group.values() for group in groups), found=found)

    def read(self, **given: Any) -> list[dict[str, list[Any]]]:
        """The records of each list of each group, for these values."""
        found = iter(self.together.read(**given))
        return [{name: next(found) for name in group} for group in self.groups]


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
        keep(owner, name, listed(owner._meta.get_field(name).related_model, found[owner.pk]))


def listed(model: type[models.Model], rows: list[Any]) -> models.QuerySet:
    """These records as a list that asks nothing."""
    known = model._default_manager.get_queryset()
    known._result_cache = rows
    return known


@dataclass(frozen=True, kw_only=True)
class Worded:
    """A list as it is asked: its SQL, the values it waits for, and how a row of it is made into a record."""

    sql: str
    given: list[Given]
    readings: tuple[tuple[int, Reading], ...]
    make: Callable[[list[Any]], Any]

    def record(self, told: str) -> Any:
        """The record of a row."""
        row = list(DECODER.decode(told).values())
        for place, read in self.readings:
            if row[place] is not None:
                row[place] = read(row[place])
        return self.make(row)


def _worded(rows: Any, found: Collection[str]) -> Worded | None:
    """A list as it is asked; None for one that holds nothing whatever the values.

    Raises ValueError for one that prefetches: each of its rows would ask for what is not read here.
    """
    if rows._prefetch_related_lookups:
        raise ValueError(f"{rows.model.__name__}: {rows._prefetch_related_lookups} would not be read")
    compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        sql, values = compiler.as_sql(with_col_aliases=True)
    except EmptyResultSet:
        return None
    columns = [column for column, _sql, _alias in compiler.select]
    kinds = [READ.get(column.output_field.get_internal_type()) for column in columns]
    readings = [(place, read) for place, read in enumerate(kinds) if read]
    for place, (steps, column) in compiler.get_converters(columns).items():
        readings += [(place, partial(_converted, step, column)) for step in steps]
    return Worded(
        sql=_told(sql, values, found),
        given=[value for value in values if isinstance(value, Given) and value.name not in found],
        readings=tuple(readings),
        make=_maker(rows, compiler),
    )


def _converted(step: Callable[..., Any], column: Any, value: Any) -> Any:
    return step(value, column, connection)


def _told(sql: str, values: Sequence[Any], found: Collection[str]) -> str:
    """The SQL with all that is known by now, which a plan that is kept can count on; what is found is read by name."""
    connection.ensure_connection()
    pieces = iter([_piece(value, found) for value in values])
    return PLACE.sub(lambda _place: next(pieces), sql)


def _piece(value: Any, found: Collection[str]) -> str:
    if isinstance(value, Given):
        return FOUND.format(name=value.name) if value.name in found else "%s"
    return psycopg.sql.quote(value, connection.connection).replace("%", "%%")


def _maker(rows: Any, compiler: Any) -> Callable[[list[Any]], Any]:
    """Makes a row into what the list gives: a record with those that it joins, plain values by name, or a tuple."""
    if rows._iterable_class is ModelIterable:
        return _record_maker(rows.model, compiler)
    if rows._iterable_class is ValuesIterable:
        query = rows.query
        names = query.selected or (*query.extra_select, *query.values_select, *query.annotation_select)
        return lambda row: dict(zip(names, row, strict=True))
    return tuple


def _record_maker(model: type[models.Model], compiler: Any) -> Callable[[list[Any]], models.Model]:
    """Django's own means to make records, which it sets up anew for each list that it reads; once here."""
    info, select = compiler.klass_info, compiler.select
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = frozenset(column[0].target.attname for column in select[start:end])
    joined = get_related_populators(info, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # of Django 6
    told = tuple(compiler.annotation_col_map.items())

    def make(row: list[Any]) -> models.Model:
        record = model.from_db(DEFAULT_DB_ALIAS, names, row[start:end])
        for one in joined:
            one.populate(row, record)
        for name, place in told:
            setattr(record, name, row[place])
        return record

    return make
