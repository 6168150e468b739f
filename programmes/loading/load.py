"""The load itself: everything or nothing, in one transaction, under one author and one reason."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Field, Model
from django.utils import translation

from .. import channels, workflow
from ..models import User
from ..models.base import Record
from .directory import Directory
from .entries import Entry, read
from .errors import Gone, LoadError
from .keys import Key, key_of
from .order import by_table, in_waves
from .result import Result
from .rows import candidate, complete, differences, fill, lead_to_kept

# Two loads at once would both create what is missing: the second waits. The number is ours and means nothing else.
LOCK = 7_303_001
T = TypeVar("T")


def load(paths: Iterable[Path], *, author: User, reason: str, demo: bool = False) -> Result:
    """Create what these files hold and the base lacks; leave alone what people changed or deleted since.

    A row that nobody touched is given what it says nothing of: a column that came with a newer release.

    Records are published, but those that say `draft = true`. `demo` marks every row as invented. `author` is the
    account *Calendrier*, the only one that may publish what a load made.

    Raises LoadError, in French, naming file, table, entry and field; nothing of the files is then kept.
    """
    with translation.override("fr"), transaction.atomic(), channels.by_load(author.pk, reason):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        loader = _Loader(author, demo=demo)
        for model, entries in by_table(read(paths)):
            for wave in in_waves(model, entries, loader.directory):
                loader.load(model, wave)
        loader.end()
    return loader.result


class _Loader:
    """A load under way: what was met, what was made of it."""

    def __init__(self, author: User, *, demo: bool) -> None:
        self.author = author
        self.demo = demo
        self.directory = Directory()
        self.result = Result()
        self._rows: dict[Entry, Model | None] = {}
        self._places: dict[tuple[type[Model], Key], str] = {}

    def load(self, model: type[Model], entries: list[Entry]) -> None:
        """Create, compare or leave aside entries of one table that do not rest on one another."""
        wanted = {entry: row for entry in entries if (row := self._candidate(entry)) is not None}
        self.directory.read(model, map(key_of, wanted.values()))
        for entry, row in wanted.items():
            self._rows[entry] = self._settle(entry, row)

    def end(self) -> None:
        """Check at once the rules over several rows, which the database would check when all is kept."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a second load may follow in the same transaction
        except DatabaseError as failure:
            raise LoadError(f"Les fichiers se contredisent\u00a0: {_said(failure)}") from failure

    def _candidate(self, entry: Entry) -> Model | None:
        try:
            row = candidate(entry, self._parent(entry), self.directory)
        except Gone:
            self.result.deleted.append(f"{entry.place}, ou ce à quoi il se rattache")
            return None
        first = self._places.setdefault((entry.model, key_of(row)), entry.place)
        if first != entry.place:
            raise LoadError(f"{entry.place}\u00a0: la même fiche est déjà dans {first}.")
        return row

    def _parent(self, entry: Entry) -> Model | None:
        parent = self._rows.get(entry.parent) if entry.parent else None
        if entry.parent and parent is None:
            raise Gone
        return parent

    def _settle(self, entry: Entry, row: Model) -> Model | None:
        try:
            found = self.directory.find(entry.model, key_of(row))
        except Gone:
            self.result.deleted.append(entry.place)
            return None
        if found is None and lead_to_kept(row):  # the same, of the record kept: there, or to create
            return self._settle(entry, row)
        if found is None:
            return self._create(entry, row)
        self._compare(entry, row, found)
        return found

    def _compare(self, entry: Entry, row: Model, found: Model) -> None:
        """Leave a row as people made it; of one that nobody touched, fill what a newer file says where it is empty."""
        if not (changed := differences(entry, row, found)):
            self.result.unchanged += 1
        elif not self._wrote(found):
            self.result.changed.append(_listed(entry, changed))
        else:
            filled = self._saved(entry, lambda: fill(row, found, changed))
            self.result.filled += [_listed(entry, filled)] if filled else []
            kept = [field for field in changed if field not in filled]
            self.result.outdated += [_listed(entry, kept)] if kept else []

    def _wrote(self, row: Any) -> bool:
        """Whether the last line of the trail is the load's own: then no person changed the row, its file was."""
        last = row.history.select_related("pgh_context").order_by("-pgh_id").first()
        signed = last.pgh_context.metadata if last and last.pgh_context else {}
        return bool(signed.get("user") == self.author.pk)

    def _create(self, entry: Entry, row: Any) -> Model:
        complete(entry, row, demo=self.demo)
        self._saved(entry, lambda: row.save(force_insert=True))
        if isinstance(row, Record) and not entry.stays_draft:
            workflow.publish_loaded(row, by=self.author)
        self.directory.add(row)
        self.result.created += 1
        return row

    def _saved(self, entry: Entry, save: Callable[[], T]) -> T:
        """What saving a row gives. Raises LoadError when the database refuses it."""
        try:
            return save()
        except DatabaseError as failure:
            raise LoadError(f"{entry.place}\u00a0: {_said(failure)}") from failure


def _listed(entry: Entry, fields: Iterable[Field]) -> str:
    return f"{entry.place} ({', '.join(str(field.verbose_name) for field in fields)})"


def _said(failure: DatabaseError) -> str:
    """The sentence of the constraint that refused, or of the database itself without its technical surroundings."""
    cause = getattr(failure.__cause__, "diag", None)
    rules = {rule.name: rule for model in apps.get_models() for rule in model._meta.constraints}
    if cause and cause.constraint_name in rules:
        return str(rules[cause.constraint_name].get_violation_error_message())
    return (cause.message_primary if cause else None) or str(failure)
