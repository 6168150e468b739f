"""Constraints that every app declares the same way, each with its name and its French sentence."""

import pgtrigger
from django.db.models import CheckConstraint, F, Q


def in_order(name: str, first: str, last: str, message: str) -> CheckConstraint:
    """Of two dates or numbers, the second is not before the first; an unknown one breaks nothing."""
    unknown = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True})
    return CheckConstraint(
        name=name, condition=unknown | Q(**{f"{last}__gte": F(first)}), violation_error_message=message
    )


def together(name: str, first: str, second: str, message: str) -> CheckConstraint:
    """Both are known, or neither: a date of a decision never stands without its author."""
    both = Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    neither = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    return CheckConstraint(name=name, condition=both | neither, violation_error_message=message)


def exactly_one(name: str, *fields: str, message: str) -> CheckConstraint:
    """Of several references, one and only one is given."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def not_negative(name: str, *fields: str, message: str) -> CheckConstraint:
    """Amounts and counts are zero or more; an unknown one breaks nothing."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__gte": 0}) | Q(**{f"{field}__isnull": True})
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def refusal(constraint: str, message: str) -> str:
    """PL/pgSQL that refuses like a check constraint would: SQLSTATE 23514, a name, a French sentence."""
    return f"RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = '{constraint}', MESSAGE = '{message}';"


def across_rows(
    name: str, func: str, *, declare: list[tuple[str, str]], operation: pgtrigger.Operation | None = None
) -> pgtrigger.Trigger:
    """A rule over several rows, checked at commit, or at once by SET CONSTRAINTS ALL IMMEDIATE."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation or pgtrigger.Insert | pgtrigger.Update,
        timing=pgtrigger.Deferred,
        declare=declare,
        func=func,
    )
