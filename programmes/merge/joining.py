"""The merge itself: every link moved, every thing done noted, in one transaction, one merge at a time."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from .. import channels, refusals, workflow
from ..enums import MergedKind
from ..models import Identifier, Merge, MergedRow, User
from ..models.base import Record
from ..workflow import Refused
from .fields import choices, stored
from .links import Table, collisions, tables
from .planning import first_refusals, refusals_to_absorb, twice

LOCK = (2022, 2)  # the family of our locks; this one is the merges'
BATCH = 5000
MOVED = "Une des deux fiches a changé pendant votre lecture : relisez-les, puis confirmez de nouveau."


def join(
    winner: Any, loser: Any, *, by: User, reason: str, taken: Collection[str] = (), seen: Sequence[str] = ()
) -> Merge:
    """Move everything that points at `loser` to `winner`, with the values of `loser` for the fields in `taken`.

    `seen`: the versions of both that were on screen. `loser` stays, says where it went, and leaves the public site.
    Raises Refused, with a sentence, when a rule forbids it; nothing is changed then.
    """
    if not (reason := reason.strip()):
        raise Refused("Donnez le motif de la fusion.")
    words = f"Fusion de « {loser} » dans « {winner} » : {reason}"
    try:
        with transaction.atomic(), channels.by_merge(by.pk, words):
            winner, loser = held(winner, loser)
            if seen and list(seen) != [str(winner.version), str(loser.version)]:
                raise Refused(MOVED)
            if sentences := first_refusals(winner, loser):
                raise Refused(sentences)
            merge = _Joining(winner, loser, by, reason).done(taken)
            refusals.check_now()
    except IntegrityError as error:
        raise Refused(refusals.sentence(error)) from error
    return merge


def held(*records: Any) -> list[Any]:
    """These records as they are now, locked, with nobody else merging. Raises Refused when one is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", LOCK)
    found = type(records[0])._base_manager.select_for_update().order_by("pk").in_bulk([one.pk for one in records])
    if len(found) < len({one.pk for one in records}):
        raise Refused("Une de ces fiches n’existe plus.")
    return [found[one.pk] for one in records]


@contextmanager
def merging() -> Iterator[None]:
    """Within, records may say that they went into another: the database lets nobody else write it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.merge', 'on', true)")
        yield
        cursor.execute("SELECT set_config('programmes.merge', '', true)")


def mark(record: Any, into: int | None) -> None:
    """Say, or say no more, that a record went into another."""
    with merging():
        type(record)._base_manager.filter(pk=record.pk).update(merged_into=into)


class _Joining:
    """A merge under way: what it did so far."""

    def __init__(self, winner: Any, loser: Any, by: User, reason: str) -> None:
        self.winner, self.loser, self.by, self.reason = winner, loser, by, reason
        self.merge = Merge(
            record=winner, absorbed_id=loser.pk, reason=reason, merged_by=by,
            absorbed={"name": str(loser), **snapshot(loser)},
        )  # fmt: skip
        self.rows: list[MergedRow] = []

    def done(self, taken: Collection[str]) -> Merge:
        """Everything, in order: values, links, the loser's own end."""
        wanted = [choice for choice in choices(self.winner, self.loser) if choice.name in taken]
        self._fill([field for choice in wanted for field in choice.fields])
        borne = set(self.winner.identifiers.values_list("scheme", flat=True)) if self._has_numbers() else set()
        for table in tables(type(self.winner)):
            self._absorb(table)
            self._move(table)
        self._qualify(borne)
        if isinstance(self.loser, Record) and self.loser.is_published:
            workflow.records.absorb(self.loser, by=self.by, reason=self.reason)
        mark(self.loser, self.winner.pk)
        self.merge.save()
        self._note_versions()
        MergedRow.objects.bulk_create(self.rows, batch_size=BATCH)
        return self.merge

    def _has_numbers(self) -> bool:
        return hasattr(self.winner, "identifiers")

    def _note(self, kind: MergedKind, model: type[Model], key: int, name: str, old: Any, new: Any) -> None:
        content_type = ContentType.objects.get_for_model(model)
        self.rows.append(
            MergedRow(
                merge=self.merge, kind=kind, content_type=content_type, object_id=key, field=name, old=old, new=new
            )
        )

    def _fill(self, fields: list[Any]) -> None:
        """Take over values of the loser."""
        values = {}
        for field in fields:
            old, new = (getattr(record, field.attname) for record in (self.winner, self.loser))
            values[field.attname] = new
            model = type(self.winner)
            self._note(MergedKind.FILLED, model, self.winner.pk, field.attname, stored(old), stored(new))
        if values:
            type(self.winner)._base_manager.filter(pk=self.winner.pk).update(**values)

    def _absorb(self, table: Table) -> None:
        """What both records have is kept once. Raises Refused when the two rows cannot be one."""
        pairs = collisions(table, self.loser.pk, self.winner.pk)
        for row, stays in twice(table, pairs):
            if sentences := refusals_to_absorb(table, row, stays):
                raise Refused(sentences)
            self._note(MergedKind.ABSORBED, table.model, row.pk, "", snapshot(row), stays.pk)
        table.rows.filter(pk__in=pairs).delete()

    def _move(self, table: Table) -> None:
        """Every link to the loser becomes one to the winner."""
        for name in table.columns:
            rows = table.rows.filter(**{name: self.loser.pk})
            for key in rows.order_by("pk").values_list("pk", flat=True):
                self._note(MergedKind.MOVED, table.model, key, name, self.loser.pk, self.winner.pk)
            with merging():  # records absorbed earlier follow: they always lead to the one kept
                rows.update(**{name: self.winner.pk})

    def _qualify(self, borne: set[str]) -> None:
        """A second number of the same register says whence it comes."""
        words = f"repris de « {self.loser} »"[:120]
        moved = [row.object_id for row in self.rows if row.content_type.model_class() is Identifier]
        numbers = Identifier.objects.filter(pk__in=moved, scheme__in=borne, note="")
        for key in numbers.order_by("pk").values_list("pk", flat=True):
            self._note(MergedKind.MOVED, Identifier, key, "note", "", words)
        numbers.update(note=words)

    def _note_versions(self) -> None:
        """In which version each row is left."""
        for table in {table.model: table for table in tables(type(self.winner)) if table.is_versioned}.values():
            kind = ContentType.objects.get_for_model(table.model)
            mine = [row for row in self.rows if row.content_type == kind and row.kind == MergedKind.MOVED]
            found = dict(
                table.model._base_manager.filter(pk__in={row.object_id for row in mine}).values_list("pk", "version")
            )
            for row in mine:
                row.version = found[row.object_id]


def snapshot(row: Model) -> dict[str, Any]:
    """Everything a row says, so that it can come back as it was."""
    found: dict[str, Any] = serializers.serialize("python", [row])[0]
    return found
