"""The one engine of the workflow: lock, permission, one write, trail and side effects, for all steps.

A step is declared once; its body holds only the rule and returns what changes besides the status.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Model

from .. import channels
from ..enums import Status
from ..models import StatusChange, User

Changes = dict[str, Any]
Body = Callable[..., Changes | None]
Permission = Callable[[User, Any], bool]


class Refused(ValidationError):
    """A step that cannot be taken now; its message is a sentence for the person who asked."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a workflow. Call it: publish(record, by=user, reason="…").

    `target` None: the body says in "status" where the record goes, or that it stays.
    """

    name: str
    label: str
    kind: type[Model]
    sources: tuple[str, ...]
    target: str | None
    may: Permission
    body: Body
    needs_reason: bool = False
    offered: bool = True

    def __call__(self, record: Model, *, by: User, reason: str = "") -> None:
        """Take the step. Raises Refused when it cannot be taken, PermissionDenied when this person may not."""
        reason = reason.strip()
        if self.needs_reason and not reason:
            raise Refused(f"« {self.label} » demande un motif.")
        with transaction.atomic(), channels.by_step(self.label, reason):
            locked: Any = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
            self.check(locked, by)
            old = locked.status
            changes = self.body(locked, by=by, reason=reason) or {}
            new = changes.pop("status", self.target or old)
            _write(locked, changes | {"status": new})
            StatusChange.objects.create(
                record=locked, step=self.name, label=self.label, old=old, new=new, made_by=by, reason=reason,
                is_demo=locked.is_demo,
            )  # fmt: skip
        record.refresh_from_db()

    def check(self, record: Any, by: User) -> None:
        """Raise PermissionDenied or Refused when this person may not take the step, or not from here."""
        if not self.may(by, record):
            raise PermissionDenied(f"Vous ne pouvez pas prendre l’étape « {self.label} ».")
        if getattr(record, "merged_into_id", None):
            raise Refused(f"Cette fiche est fusionnée dans « {record.merged_into} » : agissez sur celle-ci.")
        if record.status not in self.sources:
            raise Refused(f"« {self.label} » est impossible depuis « {record.get_status_display()} ».")

    def fits(self, record: Any, by: User) -> bool:
        """Whether to offer the step to this person, here and now."""
        ready = self.offered and getattr(record, "status", None) in self.sources
        ready = ready and not getattr(record, "merged_into_id", None)
        return ready and isinstance(record, self.kind) and self.may(by, record)


STEPS: list[Step] = []


def step(
    *,
    kind: type[Model],
    label: str,
    sources: tuple[Status, ...],
    target: Status | None,
    may: Permission,
    needs_reason: bool = False,
    offered: bool = True,
) -> Callable[[Body], Step]:
    """Declare a step; the decorated function is its rule."""

    def declare(body: Body) -> Step:
        made = Step(
            name=body.__name__, label=label, kind=kind, sources=tuple(sources), target=target, may=may, body=body,
            needs_reason=needs_reason, offered=offered,
        )  # fmt: skip
        STEPS.append(made)
        return made

    return declare


def available(record: Model, user: User) -> list[Step]:
    """The steps that this person may take on this record now, in the order of their declaration."""
    return [candidate for candidate in STEPS if candidate.fits(record, user)]


def by_name(record: Model, name: str) -> Step | None:
    """The step of that name for this kind of record; None when there is none."""
    return next((found for found in STEPS if found.name == name and isinstance(record, found.kind)), None)


def _write(record: Model, changes: Changes) -> None:
    """The single write of a step; the database refuses a status written anywhere else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', 'on', true)")
    type(record)._base_manager.filter(pk=record.pk).update(**changes)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', '', true)")
