"""Stamps: which public pages each committed change touched, so that an unchanged page is known without being made.

The database itself writes them, whatever writes the rows. They are only inserted, never updated: a save waits for no
other one, not even for an import that is still running. A page is described by the *sum* of its stamps that are
committed: a transaction that wrote its stamp early and commits late still adds to it, which the latest number or
moment would miss. Old stamps are added up now and then, which changes no sum.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connection, models

from ..enums import RecordStatus
from ..roles import TableKind
from .base import Mergeable, Record
from .together import one_row

# Pages without a record of their own: lists, home, search. One stamp for all of them.
ANYWHERE = "any"
# Stamped with what so many pages show that nobody counts which: bodies, people, laboratories, themes, actions.
EVERYWHERE = "every"
# The page of the open data: stamped when its files were made anew.
DATA = "data"

WIDE = {TableKind.FRAME, TableKind.GOVERNANCE, TableKind.UNIT, TableKind.DIRECTORY}
NEAR = {TableKind.RECORD, TableKind.MONEY}

OF_LISTS = "SELECT coalesce(sum(changes), 0) FROM programmes_stamp WHERE page = %s AND row = 0"
OF_DATA = "SELECT coalesce(sum(changes), 0) FROM programmes_stamp WHERE page IN (%s, %s) AND row = 0"
OF_RECORD = """
    SELECT (SELECT coalesce(sum(changes), 0) FROM programmes_stamp WHERE page = %s AND row = 0),
        coalesce(sum(changes), 0)
    FROM programmes_stamp WHERE page = %s AND row IN ({row})
"""
# One statement, so that readers see the old stamps or their sum. The number of none: no transaction has a negative one.
COMPACTION = """
    WITH many AS (SELECT page, row FROM programmes_stamp GROUP BY page, row HAVING count(*) > 1),
    gone AS (DELETE FROM programmes_stamp old USING many WHERE old.page = many.page AND old.row = many.row
        RETURNING old.page, old.row, old.changes)
    INSERT INTO programmes_stamp (page, row, changes, transaction)
    SELECT page, row, sum(changes), -nextval('programmes_stamp_id_seq') FROM gone GROUP BY page, row
"""


class StatementTime(models.Func):
    """When the database was sent the command that it is carrying out."""

    template = "statement_timestamp()"
    output_field = models.DateTimeField()


class StampQuerySet(models.QuerySet["Stamp"]):
    """What was touched, in plain SQL: the one question of an unchanged page, whose price the ORM would double."""

    def of_lists(self) -> str:
        """What stands for everything that is public; it differs as soon as anything changed."""
        return self._read(OF_LISTS, [ANYWHERE])

    def of_everything(self) -> str:
        """What stands for the rows that any page may show."""
        return self._read(OF_LISTS, [EVERYWHERE])

    def of_record(self, model: type[models.Model], names: tuple[str, ...], values: Iterable[Any]) -> str:
        """What stands for the page of the record that has these values in the columns of these names."""
        sql = OF_RECORD.format(row=_place(model, names))
        return self._read(sql, [EVERYWHERE, model._meta.db_table, *values])

    def of_data(self) -> str:
        """What stands for the page of the open data: what is public, and the files that were made of it."""
        return self._read(OF_DATA, [ANYWHERE, DATA])

    def touch(self, page: str) -> None:
        """Say that pages without a record of their own changed: one of the words above."""
        self.create(page=page)

    def compact(self) -> None:
        """Add up the stamps of each page; those that are not committed yet stay as they are."""
        with connection.cursor() as cursor:
            cursor.execute(COMPACTION)

    def _read(self, sql: str, values: list[Any]) -> str:
        """The sums, behind the word of the stamps that are added up first."""
        return ".".join(map(str, (values[0], *one_row(sql.strip(), values))))


def shared_state(state: str) -> str:
    """Of what stands for a page, the part that stands for many: without the changes of its own record."""
    return ".".join(state.split(".")[:2])


@cache
def _place(model: type[models.Model], names: tuple[str, ...]) -> str:
    """The SQL that finds a record by some columns, compiled once."""
    rows = model._base_manager.order_by()
    for name in names:
        rows = rows.filter(**{name: "1"})  # one after the other, so that the values come in the same order
    sql, _values = rows.values("pk").query.sql_with_params()
    return str(sql)


class Stamp(models.Model):
    """So many changes of a page. `page` is a table whose rows have pages, or one of the words above with the row 0."""

    page = models.CharField(max_length=63)
    row = models.BigIntegerField(default=0)
    changes = models.BigIntegerField(default=1)
    # A statement that touches many rows stamps a page once. No two transactions meet here, so that none waits.
    transaction = models.BigIntegerField(default=0)
    statement = models.DateTimeField(db_default=StatementTime())

    objects = StampQuerySet.as_manager()

    class Meta:
        verbose_name = "marque de changement"
        verbose_name_plural = "marques de changement"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["page", "row", "transaction", "statement"], name="stamp_once")]

    def __str__(self) -> str:
        return f"{self.page} {self.row}\u00a0: {self.changes}"


class Stamping(pgtrigger.Trigger):
    """Stamps the pages that show a row which is written or removed. Written for each table when its links are known."""

    name = "stamp"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def get_func(self, model: type[models.Model]) -> str:  # type: ignore[override]
        """The body of the trigger. Migrations hand over their own likeness of a table, which knows only its columns."""
        model = apps.get_model(model._meta.label)
        if is_everywhere(model):
            pages = f"VALUES ('{ANYWHERE}', 0), ('{EVERYWHERE}', 0)"
        else:
            near = " UNION ".join(dict.fromkeys(touched(model)))
            pages = f"""
                WITH near (page, row) AS ({near}), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)
                SELECT page, row FROM shown UNION ALL SELECT '{ANYWHERE}', 0 WHERE EXISTS (SELECT FROM shown)
            """  # noqa: S608 - names of our own tables, nothing from outside
        return f"""
            {unchanged(model)}
            INSERT INTO programmes_stamp (page, row, changes, transaction)
            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM ({pages}) pages (page, row)
            ON CONFLICT DO NOTHING;
            RETURN NULL;
        """  # noqa: S608


def stamped(model: type[models.Model]) -> None:
    """Have the pages stamped that show the rows of a table, if any does."""
    if is_everywhere(model) or model.belongs.kind in NEAR:  # type: ignore[attr-defined]
        pgtrigger.register(Stamping())(model)


def is_everywhere(model: type[models.Model]) -> bool:
    """Whether any page may show its rows; a table may say so, else its kind does."""
    said: bool | None = getattr(model, "seen_everywhere", None)
    return model.belongs.kind in WIDE if said is None else said  # type: ignore[attr-defined]


def unchanged(model: type[models.Model]) -> str:
    """PL/pgSQL that leaves when nothing public was touched: a draft shows nowhere, nor does a body just created."""
    nothing = ["TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW"]
    if issubclass(model, Record):
        known = f"'{RecordStatus.PUBLISHED}' IN (coalesce(OLD.status, ''), coalesce(NEW.status, ''))"
        nothing.append(f"NOT {known}")
    elif issubclass(model, Mergeable):
        nothing.append("TG_OP = 'INSERT'")
    return " ".join(f"IF {words} THEN RETURN NULL; END IF;" for words in nothing)


Column = Callable[[str], str]


def touched(model: type[models.Model]) -> Iterator[str]:
    """SQL of the pages that show a row as it was and as it is: table and number of each."""
    if model.belongs.about:  # type: ignore[attr-defined]
        for side in ("NEW", "OLD"):
            kind = f"SELECT app_label || '_' || model FROM django_content_type WHERE id = {side}.content_type_id"  # noqa: S608
            yield f"SELECT ({kind}), {side}.object_id"
    yield from _pages(model, _both)


def _both(name: str) -> str:
    """A column of the row that is written, before and after."""
    return f"SELECT unnest(ARRAY[NEW.{name}, OLD.{name}])"


def _pages(model: type[models.Model], column: Column) -> Iterator[str]:
    """Its own page, those of the records that it names, and those of what it is a part of."""
    if issubclass(model, Record):
        yield _page(model, column("id"))
        for path in model.shown_on:
            yield _page(*_follow(model, column, path))
    for field in _links(model):
        above: Any = field.related_model
        if field.name in model.belongs.under and not issubclass(model, Record):  # type: ignore[attr-defined]
            yield from _pages(above, _columns_of(above, column(field.column)))
        elif issubclass(above, Record):
            yield _page(above, column(field.column))


def _links(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.many_to_one or field.one_to_one]


def _columns_of(model: Any, numbers: str) -> Column:
    """The columns of rows of a table; of records only those that are public."""
    public = f" AND status = '{RecordStatus.PUBLISHED}'" if issubclass(model, Record) else ""
    return lambda name: f"SELECT {name} FROM {model._meta.db_table} WHERE id IN ({numbers}){public}"  # noqa: S608


def _follow(model: type[models.Model], column: Column, path: str) -> tuple[Any, str]:
    """The table at the end of a path of links, and the numbers of its rows."""
    here: Any = model
    for name in path.split("__"):
        field = here._meta.get_field(name)
        if field.concrete:
            here, numbers = field.related_model, column(field.column)
        else:
            link, here = field.field.column, field.related_model
            numbers = f"SELECT id FROM {here._meta.db_table} WHERE {link} IN ({column('id')})"  # noqa: S608
        column = _all_columns_of(here, numbers)
    return here, numbers


def _all_columns_of(model: Any, numbers: str) -> Column:
    return lambda name: f"SELECT {name} FROM {model._meta.db_table} WHERE id IN ({numbers})"  # noqa: S608


def _page(model: Any, numbers: str) -> str:
    return f"SELECT '{model._meta.db_table}', id FROM ({numbers}) rows (id)"  # noqa: S608
