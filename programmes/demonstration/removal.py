"""Taking the demonstration set away: its rows, their trail, their editions and files, and nothing else."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import FileField, Q, QuerySet
from pghistory.models import Context

from ..models import (
    Edition,
    EditionFile,
    EditionPublication,
    EditionWithdrawal,
    Job,
    Merge,
    MergedRow,
    Passage,
    RoleHeld,
    User,
)
from ..workflow import jobs
from .marks import Marks, invented, marked, trails

NAMED = 12  # how many real rows a refusal names


class Held(Exception):
    """Real rows rest on invented ones; the message names them in French."""


def remove() -> int:
    """Take every invented row away; how many there were. Raises Held when a real row rests on one of them."""
    _refuse_when_held(Marks())  # before the work of anybody is stopped
    jobs.cancel(Job.objects.filter(is_demo=True))
    with transaction.atomic():
        jobs.hold(Job.objects.filter(is_demo=True))
        marks = Marks()
        _refuse_when_held(marks)
        rows = [*_carried(marks), *(invented(model) for model in marked())]
        files = [name for found in rows for name in _files(found)]
        roles = _roles_held()
        _constraints("DEFERRED")
        # Raw deletes: foreign keys are checked at the end, so neither order nor cascades matter, and triggers
        # write each deletion in the trail, which goes next.
        number = sum(found._raw_delete(found.db) for found in rows)
        contexts = _contexts([*(invented(model) for model in trails()), roles])  # the removal's own included
        for model in trails():
            invented(model)._raw_delete(connection.alias)
        roles._raw_delete(connection.alias)
        left = _contexts(model._base_manager.filter(pgh_context__in=contexts) for model in trails())
        Context.objects.filter(pk__in=contexts - left).delete()
        _constraints("IMMEDIATE")
        transaction.on_commit(partial(_delete, files))
    return number


def _carried(marks: Marks) -> list[QuerySet[Any]]:
    """Rows without a mark that go with a marked one: editions of invented reports, and what the site noted."""
    edition = Q(edition__report__is_demo=True)
    return [
        Passage._base_manager.filter(edition),
        EditionFile._base_manager.filter(edition),
        EditionPublication._base_manager.filter(edition),
        EditionWithdrawal._base_manager.filter(edition),
        Edition._base_manager.filter(report__is_demo=True),
        MergedRow._base_manager.filter(merge__in=Merge._base_manager.filter(marks.about(Merge))),
        Merge._base_manager.filter(marks.about(Merge)),
        LogEntry._base_manager.filter(Q(user__is_demo=True) | marks.about(LogEntry)),
        User.groups.through._base_manager.filter(user__is_demo=True),
        User.user_permissions.through._base_manager.filter(user__is_demo=True),
    ]


def _roles_held() -> QuerySet[Any]:
    """The trail of the roles that invented accounts hold."""
    people = list(User._base_manager.filter(is_demo=True).values_list("pk", flat=True))
    trail = RoleHeld.pgh_event_models["insert"]
    return trail._base_manager.filter(user_id__in=people)


def _refuse_when_held(marks: Marks) -> None:
    held = list(islice(marks.held(), NAMED + 1))
    if held:
        head = "Rien n’a été retiré\u00a0: des fiches réelles reposent sur le jeu de démonstration."
        more = ["…"] if len(held) > NAMED else []
        raise Held("\n- ".join([head, *held[:NAMED], *more]))


def _files(rows: QuerySet[Any]) -> list[str]:
    """The stored files of these rows."""
    columns = [field.name for field in rows.model._meta.fields if isinstance(field, FileField)]
    return [name for column in columns for name in rows.values_list(column, flat=True) if name]


def _delete(files: Iterable[str]) -> None:
    """Delete stored files, and their folder with the last of them."""
    for name in files:
        default_storage.delete(name)
        with suppress(OSError):
            default_storage.delete(str(PurePosixPath(name).parent))


def _contexts(rows: Iterable[QuerySet[Any]]) -> set[Any]:
    """Under which contexts (author and reason) these rows of the trail were written."""
    first, *others = (found.order_by().values_list("pgh_context", flat=True) for found in rows)
    return set(first.union(*others)) - {None}


def _constraints(moment: str) -> None:
    """When the base checks foreign keys: as rows go, or when asked."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {moment}")
