"""Natural keys: how a file names a row of any table."""

from functools import cache

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import Field, Model, UniqueConstraint

from .errors import LoadError

Key = tuple[object, ...]


@cache
def natural_key(model: type[Model]) -> tuple[str, ...]:
    """The fields whose values name a row: its reference, or one unique column, or its first unique constraint.

    A table whose periods may not overlap is named by what they are periods of and by their beginning (unit codes).
    Raises LoadError for a table without any of these.
    """
    columns = {field.name: field for field in model._meta.concrete_fields}
    if "reference" in columns:
        return ("reference",)
    single = [name for name, field in columns.items() if field.unique and not field.primary_key and not field.null]
    if single:
        return (single[0],)
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.fields and constraint.condition is None:
            return tuple(constraint.fields)
    for constraint in model._meta.constraints:
        if isinstance(constraint, ExclusionConstraint):
            equal = [str(name) for name, operator in constraint.expressions if operator == RangeOperators.EQUAL]
            return (*equal, "since")
    raise LoadError(f"La table «\u00a0{model._meta.label_lower}\u00a0» n’a pas de clé\u00a0: elle ne se charge pas.")


def key_fields(model: type[Model]) -> list[Field]:
    """The columns of the natural key."""
    return [model._meta.get_field(name) for name in natural_key(model)]  # type: ignore[misc]


def key_of(row: Model) -> Key:
    """The natural key of a row, foreign keys as the numbers of their targets."""
    return tuple(getattr(row, field.attname) for field in key_fields(type(row)))
