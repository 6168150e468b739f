"""What two records say of the same thing, field by field, and which of the two values to keep."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

# They make a record what it is in its own table, and stay with it.
OWN = frozenset({"reference", "slug", "merged_into"})
TOGETHER = ({"latitude", "longitude"},)  # half a position is none


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A field, or fields that go together, of which the two records say different things."""

    name: str
    fields: tuple[Any, ...]
    prefers_other: bool

    @property
    def label(self) -> str:
        """What the field is called."""
        return ", ".join(str(field.verbose_name) for field in self.fields)


def is_empty(value: Any) -> bool:
    """Whether a column says nothing."""
    return value in (None, "")


def choices(winner: Model, loser: Model) -> list[Choice]:
    """Where the two records differ; the value of the loser is preferred where the winner has none."""
    found: list[Choice] = []
    for fields in _groups(type(winner)):
        own, other = ([getattr(record, field.attname) for field in fields] for record in (winner, loser))
        if own == other or all(map(is_empty, other)) or _leads_to_one_of_them(fields, other, (winner, loser)):
            continue
        prefers_other = all(map(is_empty, own))
        found.append(Choice(name=fields[0].name, fields=fields, prefers_other=prefers_other))
    return found


def _groups(model: type[Model]) -> list[tuple[Field, ...]]:
    columns = [
        field
        for field in model._meta.concrete_fields
        if field.editable and not (field.primary_key or field.unique) and field.name not in OWN
    ]
    groups: list[tuple[Field, ...]] = []
    for field in columns:
        mates = next((names for names in TOGETHER if field.name in names), {field.name})
        if not any(field in group for group in groups):
            groups.append(tuple(mate for mate in columns if mate.name in mates))
    return groups


def _leads_to_one_of_them(fields: tuple[Any, ...], values: list[Any], records: tuple[Model, Model]) -> bool:
    """Whether a link leads to one of the two records themselves: they will be one."""
    keys = {record.pk for record in records}
    return any(
        field.related_model is type(records[0]) and value in keys for field, value in zip(fields, values, strict=True)
    )


def stored(value: Any) -> Any:
    """A value of a column as JSON keeps it."""
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def read(field: Any, value: Any) -> Any:
    """A value of a column as it was before JSON kept it."""
    return field.to_python(value)
