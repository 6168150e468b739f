"""The home of rights: which rows a member of staff sees and writes, asked here by every page, list, choice and file.

Ask `seen(rows, user)` and `written(rows, user)` for rows, `may_see(user, row)` and `may_write(user, row)` for one row.
What a role may do stands in `roles.ROLES`; where the rows of a table belong stands beside its columns (`belongs`).
Conditions hold subqueries and no list of numbers, so that the number of queries never grows with the rows.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cached_property, lru_cache, partial, reduce
from operator import or_
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.timezone import localdate

from ..enums import AssignmentRole
from ..roles import Right, Scope, TableKind, right_of
from .agreement import Party
from .assignments import Assignment
from .organisations import Organisation

M = TypeVar("M", bound=Model)
Conditions = dict[tuple[str, Any], Q]
NONE = Q(pk__in=[])  # the framework asks the database nothing for it
EVERY = Q(pk__isnull=False)  # unlike an empty condition, it survives an "or"


def seen(rows: QuerySet[M], user: Any) -> QuerySet[M]:
    """Among these rows, those that this person may read in the administration."""
    return _kept(rows, reach_of(user).seen(rows.model))


def written(rows: QuerySet[M], user: Any) -> QuerySet[M]:
    """Among these rows, those that this person may change or delete."""
    return _kept(rows, reach_of(user).written(rows.model))


def may_see(user: Any, row: Model) -> bool:
    """Whether this person may read this row."""
    return _holds(user, row, "seen")


def may_write(user: Any, row: Model) -> bool:
    """Whether this person may change or delete this row, whatever its status."""
    return _holds(user, row, "written")


def may_write_money(user: Any, givers: Collection[int]) -> bool:
    """Whether this person may write down a row of money that these bodies give: a line of a file is no row yet."""
    return reach_of(user).may_write_money(givers)


def keep_for_author(user: Any, *records: Any) -> bool:
    """Assign new records of one table to their author when nothing else makes them theirs; whether all of them were.

    A contributor would otherwise lose sight of the action or the laboratory that they have just written down. What
    hangs on another record goes with it, and is not assigned.
    """
    model: Any = type(records[0])
    right, belongs = reach_of(user).right(model), model.belongs
    if right.writes != Scope.ATTACHED or "add" not in right.verbs or not belongs.subject:
        return False
    links = [model._meta.get_field(path).attname for path in belongs.under]
    free = [record for record in records if not any(getattr(record, link) for link in links)]
    today, role = localdate(), AssignmentRole.CONTRIBUTOR
    Assignment.objects.bulk_create(
        Assignment(user=user, record=record, role=role, since=today, is_demo=record.is_demo) for record in free
    )
    return len(free) == len(records)


def reach_of(user: Any) -> "Reach":
    """How far a person's rights go; worked out once for the account in hand, that is for one request or one job."""
    kept: Reach | None = user.__dict__.get("_reach")
    if kept is None:
        kept = user.__dict__["_reach"] = Reach(user)
    return kept


def _kept(rows: QuerySet[M], condition: Q) -> QuerySet[M]:
    return rows if condition is EVERY else rows.filter(condition)


def _holds(user: Any, row: Any, what: str) -> bool:
    """The answer for one row, asked once for the row in hand: its page needs it for each button."""
    condition = getattr(reach_of(user), what)(type(row))
    if condition is EVERY or condition is NONE:
        return condition is EVERY
    answers = row.__dict__.setdefault("_rights", {})
    if (user.pk, what) not in answers:
        answers[user.pk, what] = type(row)._base_manager.filter(condition, pk=row.pk).exists()
    return bool(answers[user.pk, what])


def _any(conditions: Iterable[Q]) -> Q:
    """One of these conditions; none of them, no row."""
    kept = [condition for condition in conditions if condition is not NONE]
    return EVERY if EVERY in kept else reduce(or_, kept) if kept else NONE


def _on(model: type[Model], path: str, wanted: Any) -> Q:
    """Rows of which a path leads to wanted ones; a path through many rows is asked apart, so no row comes twice."""
    field = model._meta.get_field(path.split("__")[0]) if path != "pk" else model._meta.pk
    if field.one_to_many or field.many_to_many:
        return Q(pk__in=model._base_manager.filter(**{f"{path}__in": wanted}).values("pk"))
    return Q(**{f"{path}__in": wanted})


def subjects() -> list[type[Model]]:
    """The tables whose rows may be assigned, remarked and approved."""
    return [model for model in apps.get_models() if hasattr(model, "belongs") and model.belongs.subject]


@lru_cache(maxsize=500)
def _conditions(_user: int, _body: int | None, _roles: frozenset[str], _day: date, _kind: int) -> Conditions:
    """What was worked out for a person with these roles, on this day: conditions hold no answer of the database.

    The number of a kind of record stands for the numbers of all of them, which conditions do hold.
    """
    return {}


class Reach:
    """How far the rights of one person go: a condition on the rows of any table."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.roles: frozenset[str] = user.roles if user.is_active and hasattr(user, "roles") else frozenset()
        kind = ContentType.objects.get_for_model(Assignment).pk
        self._conditions = _conditions(user.pk, getattr(user, "organisation_id", None), self.roles, localdate(), kind)

    def right(self, model: type[Model]) -> Right:
        """The verbs and scopes of this person on a table."""
        return right_of(self.roles, model.belongs.kind)  # type: ignore[attr-defined]

    def seen(self, model: type[Model]) -> Q:
        """The rows of a table that this person reads."""
        return self._remembered("seen", model)

    def written(self, model: type[Model]) -> Q:
        """The rows of a table that this person changes and deletes."""
        return self._remembered("written", model)

    def _remembered(self, what: str, model: type[Model]) -> Q:
        return self._once((what, model), lambda: self._worked_out(what, model))

    def _once(self, key: tuple[str, Any], work_out: Callable[[], Q]) -> Q:
        """A condition, worked out the first time it is asked for: it is part of many others."""
        if key not in self._conditions:
            self._conditions[key] = work_out()
        return self._conditions[key]

    def _worked_out(self, what: str, model: Any) -> Q:
        right, belongs = self.right(model), model.belongs
        scope = right.sees if what == "seen" else right.writes
        if scope in (Scope.NONE, Scope.ALL):
            return EVERY if scope == Scope.ALL else NONE
        if belongs.about:
            found = self._once(("about", what), lambda: self._with_subject(what))
        elif belongs.goes_with:
            found = self._with_above(what, model)
        else:
            found = self._within(scope, model)
        return found & self._given(model) if what == "written" and belongs.givers and found is not NONE else found

    # -- rows that follow a record

    def _with_above(self, what: str, model: Any) -> Q:
        (path,) = model.belongs.under
        above = model._meta.get_field(path).related_model
        return self._over(path, above, self._remembered(what, above))

    def _with_subject(self, what: str) -> Q:
        """Rows about a record of any kind: those of the records that are seen, or written."""
        conditions = {model: self._remembered(what, model) for model in subjects()}
        kinds = ContentType.objects.get_for_models(*conditions)
        whole = [kinds[model].pk for model, condition in conditions.items() if condition is EVERY]
        parts = [
            Q(content_type=kinds[model].pk, object_id__in=model._base_manager.filter(condition).values("pk"))
            for model, condition in conditions.items()
            if condition is not EVERY and condition is not NONE
        ]
        return _any([Q(content_type__in=whole), *parts])

    def _over(self, path: str, above: type[Model], condition: Q) -> Q:
        """Rows whose record above answers to a condition."""
        return Q(**{f"{path}__in": above._base_manager.filter(condition).values("pk")})

    # -- rows that stand by themselves

    def _within(self, scope: Scope, model: Any) -> Q:
        if scope == Scope.ASKED:
            return Q(**{model.belongs.asked_by: self.user.pk})
        mine = self._attached(model)
        return mine if scope == Scope.ATTACHED else _any([self._tied(model), mine])

    def _attached(self, model: Any) -> Q:
        """Rows assigned to this person today, and rows under a record assigned to them."""
        return self._once(("attached", model), lambda: self._attached_to(model))

    def _attached_to(self, model: Any) -> Q:
        parts = [Q(pk__in=self._assigned(model))] if model.belongs.subject else []
        for path in model.belongs.under:
            above = model._meta.get_field(path).related_model
            if above is model:  # an edition of a chair, a measure of an action: the whole holds its parts, one level
                parts.append(Q(**{f"{path}__in": self._assigned(model)}))
            else:
                parts.append(self._over(path, above, self._attached(above)))
        return _any(parts)

    def _assigned(self, model: type[Model]) -> QuerySet[Any]:
        kind = ContentType.objects.get_for_model(model)
        rows = Assignment.objects.contributing_on(localdate())
        return rows.filter(user=self.user.pk, content_type=kind).values("object_id")

    def _tied(self, model: Any) -> Q:
        """Rows of the protocols that bind this person's party; those of no protocol yet, unless others hold them."""
        belongs = model.belongs
        if belongs.protocols:
            parts = [_on(model, path, self._protocols) for path in belongs.protocols]
            loose = _loose_by_paths(model)
        else:
            links = [(path, model._meta.get_field(path).related_model) for path in belongs.under]
            ties = [(path, above, self._once(("tied", above), partial(self._tied, above))) for path, above in links]
            parts = [self._over(path, above, tie) for path, above, tie in ties]
            loose = _loose_by_links(model)
        return _any([*parts, loose & self._not_held_elsewhere(model) if loose is not NONE else NONE])

    def _not_held_elsewhere(self, model: Any) -> Q:
        """Rows that nobody of another body is in charge of."""
        if not model.belongs.subject:
            return EVERY
        kind = ContentType.objects.get_for_model(model)
        others = Assignment.objects.contributing_on(localdate()).filter(content_type=kind)
        return ~Q(pk__in=others.exclude(user__organisation=self.user.organisation_id).values("object_id"))

    # -- parties and their money

    @cached_property
    def _parties(self) -> QuerySet[Party]:
        """The parties for which this person acts."""
        return Party.objects.of_body(self.user.organisation_id).order_by()

    @cached_property
    def _protocols(self) -> QuerySet[Any]:
        return self._parties.values("protocol")

    def _given(self, model: Any) -> Q:
        """Money that this person's party gives, or that no party gives."""
        path = model.belongs.givers
        return _on(model, path, self._own_givers) | ~_on(model, path, self._bound_givers)

    def may_write_money(self, givers: Collection[int]) -> bool:
        """The same rule over bodies in hand: their numbers are read once, for every line of a file."""
        if right_of(self.roles, TableKind.MONEY).writes == Scope.ALL:
            return True
        own, bound = self._numbers_of_givers
        return bound.isdisjoint(givers) or not own.isdisjoint(givers)

    @property
    def _own_givers(self) -> QuerySet[Any]:
        """The parties for which this person acts, and the bodies below them."""
        return Organisation.objects.below(self._parties.values("organisation")).values("pk")

    @property
    def _bound_givers(self) -> QuerySet[Any]:
        """Every party to a protocol, and the bodies below them."""
        return Organisation.objects.below(Party.objects.values("organisation")).values("pk")

    @cached_property
    def _numbers_of_givers(self) -> tuple[frozenset[int], frozenset[int]]:
        own, bound = (rows.values_list("pk", flat=True) for rows in (self._own_givers, self._bound_givers))
        return frozenset(own.order_by()), frozenset(bound.order_by())


def _loose_by_paths(model: Any) -> Q:
    """Rows of which no path leads to a protocol; no row when a path always does."""
    paths = [path for path in model.belongs.protocols if path != "pk"]
    fields = [model._meta.get_field(path.split("__")[0]) for path in paths]
    if not paths or not all(field.one_to_many or field.null for field in fields):
        return NONE
    tied = reduce(or_, [Q(**{f"{path}__isnull": False}) for path in paths])
    return ~Q(pk__in=model._base_manager.filter(tied).values("pk"))


def _loose_by_links(model: Any) -> Q:
    """Rows whose links to the records above are all empty; no row when one is always there."""
    links = model.belongs.under
    if not all(model._meta.get_field(path).null for path in links):
        return NONE
    return Q(**{f"{path}__isnull": True for path in links}) if links else EVERY
