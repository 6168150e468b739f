"""Taking a merge back: everything as it was, as long as what the merge moved is as it left it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import channels, refusals, workflow
from ..enums import MergedKind, RecordStatus
from ..models import Merge, MergedRow, User
from ..models.base import Mergeable, Record
from ..workflow import Refused
from .fields import read
from .joining import held, mark, merging

NAMED = 8  # rows that a refusal names


def separate(merge: Merge, *, by: User, reason: str) -> None:
    """Put back what a merge moved. Raises Refused, naming them, when rows that it moved were changed since."""
    if not (reason := reason.strip()):
        raise Refused("Donnez le motif du retour en arrière.")
    words = f"{merge} défaite : {reason}"
    try:
        with transaction.atomic(), channels.by_merge(by.pk, words):
            _winner, loser = held(merge.record, merge.absorbed_record)
            merge.refresh_from_db()
            if sentences := standing_against(merge):
                raise Refused(sentences)
            _put_back(merge, loser, by, reason)
            refusals.check_now()
    except IntegrityError as error:
        raise Refused(refusals.sentence(error)) from error


def standing_against(merge: Merge) -> list[str]:
    """Why a merge can no longer be undone, in sentences; none when it can."""
    winner: Any = merge.content_type.model_class()._base_manager.get(pk=merge.object_id)  # type: ignore[union-attr]
    if merge.undone_at:
        return ["Cette fusion est déjà défaite."]
    if winner.merged_into_id:
        return [f"« {winner} » a été fusionnée depuis dans « {winner.merged_into} » : défaites d’abord cette fusion."]
    changed = list(dict.fromkeys([*_changed(merge), *_naming_merged(merge)]))
    if not changed:
        return []
    more = f" et {len(changed) - NAMED} autres" if len(changed) > NAMED else ""
    named = ", ".join(changed[:NAMED])
    return [f"Cette fusion ne peut plus être défaite : ont changé depuis {named}{more}."]


def _by_table(merge: Merge) -> Iterable[tuple[Any, list[MergedRow]]]:
    rows = merge.rows.select_related("content_type").order_by("content_type_id", "pk")
    for kind, found in groupby(rows, key=lambda row: row.content_type):
        yield kind.model_class(), list(found)


def _changed(merge: Merge) -> Iterable[str]:
    """The rows that are no longer as the merge left them, in words."""
    for model, rows in _by_table(merge):
        present = model._base_manager.in_bulk({row.object_id for row in rows})
        for row in rows:
            if not _is_as_left(row, present.get(row.object_id)):
                yield _words(model, row, present.get(row.object_id))


def _is_as_left(row: MergedRow, found: Any) -> bool:
    if row.kind == MergedKind.ABSORBED:
        return found is None
    if found is None:
        return False
    column = next(field for field in found._meta.concrete_fields if field.attname == row.field)
    is_same = getattr(found, row.field) == read(column, row.new)
    return is_same and (row.version is None or found.version == row.version)


def _naming_merged(merge: Merge) -> Iterable[str]:
    """The rows kept once that name a record merged since: they could not come back as they were."""
    for model, rows in _by_table(merge):
        gone = [row for row in rows if row.kind == MergedKind.ABSORBED]
        for link in model._meta.concrete_fields if gone else ():
            target = link.related_model
            if isinstance(target, type) and issubclass(target, Mergeable):
                named: list[Any] = [row.old["fields"].get(link.name) for row in gone]  # type: ignore[index]
                since = target._base_manager.filter(pk__in=filter(None, named), merged_into__isnull=False)
                if target is merge.content_type.model_class():
                    since = since.exclude(pk=merge.absorbed_id)
                for record in since.select_related("merged_into"):
                    yield f"{model._meta.verbose_name} qui cite {_told(record)}"


def _told(record: Any) -> str:
    """A record, and where it went."""
    words = f"«\u00a0{record}\u00a0»"
    into = getattr(record, "merged_into", None)
    return (
        f"{words} (fusionnée depuis dans «\u00a0{into}\u00a0»\u00a0: défaites d’abord cette fusion)" if into else words
    )


def _words(model: Any, row: MergedRow, found: Any) -> str:
    kind = model._meta.verbose_name
    if row.kind == MergedKind.FILLED and found is not None:
        label = next(field.verbose_name for field in model._meta.concrete_fields if field.attname == row.field)
        return f"{kind} « {found} » ({label})"
    return f"{kind} {_told(found)}" if found is not None else f"{kind} n° {row.object_id} (supprimé)"


def _put_back(merge: Merge, loser: Any, by: User, reason: str) -> None:
    """Everything as it was: the loser first, so that what it had absorbed may come back to it."""
    mark(loser, None)
    tables = list(_by_table(merge))
    for model, rows in tables:
        _write_back(model, [row for row in rows if row.kind != MergedKind.ABSORBED])
    gone = [row.old for _model, rows in tables for row in rows if row.kind == MergedKind.ABSORBED]
    for again in serializers.deserialize("python", gone):
        again.save()
    if isinstance(loser, Record) and merge.absorbed["fields"]["status"] == RecordStatus.PUBLISHED:
        workflow.records.revive(loser, by=by, reason=reason)
    merge.undone_at, merge.undone_by, merge.undone_reason = timezone.now(), by, reason
    merge.save(update_fields=["undone_at", "undone_by", "undone_reason"])


def _write_back(model: Any, rows: list[MergedRow]) -> None:
    """The former values, in one statement for each column and value."""
    groups: dict[tuple[str, Any], list[int]] = defaultdict(list)
    for row in rows:
        groups[row.field, row.old].append(row.object_id)
    for (name, old), keys in groups.items():
        column = next(field for field in model._meta.concrete_fields if field.attname == name)
        with merging():
            model._base_manager.filter(pk__in=keys).update(**{name: read(column, old)})
    _tell_earlier_merges(model, rows)


def _tell_earlier_merges(model: Any, rows: list[MergedRow]) -> None:
    """Rows are back in the state in which earlier merges left them: these may be undone too, the latest first."""
    steps = Counter(row.object_id for row in rows if row.version is not None)
    before = {row.object_id: row.version - steps[row.object_id] for row in rows if row.version is not None}
    if not before:
        return
    now = dict(model._base_manager.filter(pk__in=before).values_list("pk", "version"))
    kind = ContentType.objects.get_for_model(model)
    earlier = MergedRow.objects.filter(content_type=kind, object_id__in=before, merge__undone_at__isnull=True)
    told = [row for row in earlier if row.version == before[row.object_id]]
    for row in told:
        row.version = now[row.object_id]
    MergedRow.objects.bulk_update(told, ["version"], batch_size=1000)
