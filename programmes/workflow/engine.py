"""The one engine of the workflow: lock, permission, one write, trail and side effects, for all steps.

A step is declared once; its body holds only the rule and returns what changes besides the status. Where it may lead is
checked against the moves of its status when it is declared, and by the database, from the same moves, when it is taken.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet

from .. import channels, refusals
from ..enums import Status
from ..models import StatusChange, User
from . import people

Changes = dict[str, Any]
Body = Callable[..., Changes | None]
Permission = Callable[[User, Any], User | None]
Tells = tuple[tuple["Audience", str], ...]


class Audience(StrEnum):
    """Whom a step of the workflow tells that it was taken."""

    CONTRIBUTORS = "les personnes qui remplissent"
    APPROVERS = "les approbateurs de chaque partie"
    ADMINISTRATORS = "les administrateurs"
    EVERYBODY = "toutes les personnes de la campagne"
    PUBLIC = "le public"


class Refused(ValidationError):
    """A step that cannot be taken now; its message is a sentence for the person who asked."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a workflow. Call it: publish(record, by=user, reason="…").

    `target` None: the body says in "status" where the record goes, among `outcomes`, or that it stays. The body may
    answer "details" for the trail. `may` names the person in whose name it is taken; `asks` what else its body takes;
    `tells` whom it tells what; `fitting` whether it makes sense for a record and this person, beyond the
    status, before it is offered; `awaits` what must come first, in a sentence, empty once nothing does.
    """

    name: str
    label: str
    kind: type[Model]
    sources: tuple[str, ...]
    target: str | None
    may: Permission
    body: Body
    outcomes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    tells: Tells = ()
    fitting: Callable[[Any, User], bool] | None = None
    awaits: Callable[[Any], str] = lambda record: ""
    needs_reason: bool = False
    offered: bool = True

    def __call__(self, record: Model, *, by: User, reason: str = "", **given: Any) -> None:
        """Take the step. Raises Refused when it cannot be taken, PermissionDenied when this person may not."""
        reason = reason.strip()
        if self.needs_reason and not reason:
            raise Refused(f"«\u00a0{self.label}\u00a0» demande un motif.")
        with transaction.atomic(), channels.by_step(self.label, reason):
            locked: Any = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
            actor = self.check(locked, by)
            if first := self.awaits(locked):
                raise Refused(first)
            old = locked.status
            changes = self.body(locked, by=by, reason=reason, **given) or {}
            details = changes.pop("details", {}) | self._noted(locked, by)
            new = changes.pop("status", self.target or old)
            _write(locked, changes | {"status": new})
            record.refresh_from_db()
            self._note(record, by, actor, old=old, new=new, reason=reason, details=details)

    def check(self, record: Any, by: User) -> User:
        """The person in whose name `by` acts. Raises PermissionDenied or Refused when the step may not be taken."""
        actor = self.may(by, record)
        if actor is None:
            raise PermissionDenied(f"Vous ne pouvez pas prendre l’étape «\u00a0{self.label}\u00a0».")
        if getattr(record, "merged_into_id", None):
            raise Refused(
                f"Cette fiche est fusionnée dans «\u00a0{record.merged_into}\u00a0»\u00a0: agissez sur celle-ci."
            )
        if record.status not in self.sources:
            raise Refused(
                f"«\u00a0{self.label}\u00a0» est impossible depuis «\u00a0{record.get_status_display()}\u00a0»."
            )
        return actor

    def fits(self, record: Any, by: User) -> bool:
        """Whether to offer the step to this person, here and now."""
        ready = self.offered and getattr(record, "status", None) in self.sources
        ready = ready and not getattr(record, "merged_into_id", None)
        if not (ready and isinstance(record, self.kind) and self.may(by, record)):
            return False
        return self.fitting is None or self.fitting(record, by)

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """The moves it may make, from a status to another."""
        targets = self.outcomes if self.target is None else (self.target,)
        return {(source, target) for source in self.sources for target in targets}

    def _noted(self, record: Any, by: User) -> dict[str, Any]:
        """What others keep with the line of the trail."""
        return {name: value for note in NOTED.get(self.name, ()) for name, value in note(record, by).items()}

    def _note(self, record: Any, by: User, actor: User, **change: Any) -> None:
        """Write the step in the append-only trail, then do what follows it, in the same transaction."""
        line = self.trace(record, by, actor, **change)
        line.save()
        for follow in FOLLOWING.get(self.name, ()):
            follow(record, line)

    def trace(self, record: Any, by: User, actor: User, **change: Any) -> StatusChange:
        """The line of the trail that says the step, not written yet."""
        protocol = people.protocol_of(record)
        return StatusChange(
            record=record,
            step=self.name,
            label=self.label,
            made_by=by,
            standing_in_for=None if actor == by else actor,
            party=people.party_of(actor, protocol) if protocol else None,
            version=record.version,
            link=people.link_of(by),
            is_demo=record.is_demo,
            **change,
        )


STEPS: list[Step] = []
FOLLOWING: dict[str, list[Callable[[Any, StatusChange], None]]] = {}
NOTED: dict[str, list[Callable[[Any, User], dict[str, Any]]]] = {}


def noting(
    *names: str,
) -> Callable[[Callable[[Any, User], dict[str, Any]]], Callable[[Any, User], dict[str, Any]]]:
    """Declare what the line of the trail keeps besides, as plain data, when steps of these names are taken."""

    def declare(note: Callable[[Any, User], dict[str, Any]]) -> Callable[[Any, User], dict[str, Any]]:
        for name in names:
            NOTED.setdefault(name, []).append(note)
        return note

    return declare


def after(*names: str) -> Callable[[Callable[[Any, StatusChange], None]], Callable[[Any, StatusChange], None]]:
    """Declare what follows steps of these names, kept or undone with them: a mail to write. Nothing refuses here."""

    def declare(follow: Callable[[Any, StatusChange], None]) -> Callable[[Any, StatusChange], None]:
        for name in names:
            FOLLOWING.setdefault(name, []).append(follow)
        return follow

    return declare


def step(*, kind: type[Model], sources: tuple[Status, ...], **declared: Any) -> Callable[[Body], Step]:
    """Declare a step; the decorated function is its rule. Raises ValueError for a move that its status does not have.

    The other arguments are the fields of Step.
    """

    def declare(body: Body) -> Step:
        made = Step(name=body.__name__, kind=kind, sources=tuple(sources), body=body, **declared)
        moves = type(sources[0]).moves()
        if wrong := {pair for pair in made.pairs if pair[1] not in moves[pair[0]]}:
            raise ValueError(f"{made.name}: {sorted(wrong)} are no moves of {type(sources[0]).__name__}")
        STEPS.append(made)
        return made

    return declare


def available(record: Model, user: User) -> list[Step]:
    """The steps that this person may take on this record now, in the order of their declaration."""
    return [candidate for candidate in STEPS if candidate.fits(record, user)]


def by_name(record: Model | type[Model], name: str) -> Step | None:
    """The step of that name for this kind of record; None when there is none."""
    kind = record if isinstance(record, type) else type(record)
    return next((found for found in STEPS if found.name == name and issubclass(kind, found.kind)), None)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What came of a step taken on many records: those done, and why the others were refused."""

    done: tuple[Any, ...]
    refused: tuple[tuple[Any, str], ...]


def take_all(step: Step, records: Iterable[Any], *, by: User, reason: str = "", check: Any = None) -> Taken:
    """Take a step on each of these records, as one by one: same checks, same trail; a refusal stops no other.

    `check`, when given, is asked first about each record and may raise Refused.
    """
    done, refused = [], []
    for record in records:
        try:
            with transaction.atomic():
                if check is not None:
                    check(record)
                step(record, by=by, reason=reason)
                refusals.check_now()
        except PermissionDenied as error:
            refused.append((record, str(error)))
        except (Refused, IntegrityError) as error:
            refused.append((record, refusals.sentence(error)))
        else:
            done.append(record)
    return Taken(done=tuple(done), refused=tuple(refused))


def take_together(step: Step, records: QuerySet[Any], *, by: User, reason: str) -> int:
    """Take a step whose rule asks nothing of one record alone on all of these in a few statements; how many took it.

    Same lock, same permission, same line of the trail for each as one by one; all of them or none. Those from whose
    status the step does not lead are left alone.
    """
    with transaction.atomic(), channels.by_step(step.label, reason):
        rows = list(records.filter(status__in=step.sources).select_for_update(of=("self",)).order_by("pk"))
        actors = [step.check(row, by) for row in rows]
        numbers = [row.pk for row in rows]
        _write_all(records.model._base_manager.filter(pk__in=numbers), {"status": step.target})
        versions = dict(records.model._base_manager.filter(pk__in=numbers).values_list("pk", "version"))
        lines = []
        for row, actor in zip(rows, actors, strict=True):
            old, row.version = row.status, versions[row.pk]
            lines.append(step.trace(row, by, actor, old=old, new=step.target, reason=reason, details={}))
        StatusChange.objects.bulk_create(lines)
    return len(rows)


def _write(record: Model, changes: Changes) -> None:
    """The single write of a step; the database refuses a status written anywhere else."""
    _write_all(type(record)._base_manager.filter(pk=record.pk), changes)


def _write_all(rows: QuerySet[Any], changes: Changes) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', 'on', true)")
    rows.update(**changes)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', '', true)")
