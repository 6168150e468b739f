"""Check constraints judged in Python, so that a refusal names its line: the database would name none.

SQL has three answers: a condition about something unknown is unknown (None), and what is unknown breaks no rule.
"""

import operator
import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CheckConstraint, F, Model, Q

Answer = bool | None
Judge = Callable[[Any], Answer]
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, values: value in values,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
    "regex": lambda value, pattern: re.search(pattern, value) is not None,
}


def judges(model: type[Model]) -> list[tuple[Judge, str]]:
    """For each check constraint of a table that Python can judge: its condition and its message."""
    checks = [rule for rule in model._meta.constraints if isinstance(rule, CheckConstraint)]
    return [(judge(model, rule.condition), str(rule.violation_error_message)) for rule in checks]


def judge(model: type[Model], condition: Any) -> Judge:
    """The function that answers a condition for an instance; what it cannot read it leaves to the database."""
    if isinstance(condition, Q):
        parts = [judge(model, child) for child in condition.children]
        return (
            _negated(_joined(parts, condition.connector)) if condition.negated else _joined(parts, condition.connector)
        )
    if isinstance(condition, tuple):
        return _compared(model, *condition)
    return lambda _instance: None


def _joined(parts: list[Judge], connector: str) -> Judge:
    decisive = connector == Q.OR  # one such answer decides

    def answer(instance: Any) -> Answer:
        unknown = False
        for part in parts:
            found = part(instance)
            if found is decisive:
                return decisive
            unknown = unknown or found is None
        return None if unknown else not decisive

    return answer


def _negated(part: Judge) -> Judge:
    def answer(instance: Any) -> Answer:
        found = part(instance)
        return None if found is None else not found

    return answer


def _compared(model: type[Model], path: str, right: Any) -> Judge:
    name, _, lookup = path.partition("__")
    attribute = _attribute(model, name)
    if lookup == "isnull":
        return lambda instance: (getattr(instance, attribute) is None) is right
    compare = COMPARISONS.get(lookup or "exact")
    if compare is None:
        return lambda _instance: None
    other = _attribute(model, getattr(right, "name", "")) if isinstance(right, F) else ""

    def answer(instance: Any) -> Answer:
        left, second = getattr(instance, attribute), getattr(instance, other) if other else right
        return None if left is None or second is None else compare(left, second)

    return answer


def _attribute(model: type[Model], name: str) -> str:
    try:
        return str(model._meta.get_field(name).attname)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return name
