"""The way of frozen data through JSON and back, without losing a digit."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

from programmes.charts import figures

from . import front, numbers, texts, values, whole

_TYPES: dict[str, Any] = {
    name: kind
    for module in (figures, values, texts, front, numbers, whole)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}


def as_plain(value: Any) -> Any:
    """Turn blocks into what JSON can hold. Raises TypeError for a value that a frozen report may not contain."""
    match value:
        case None | bool() | int() | str():
            return value
        case Promise():
            return str(value)
        case Decimal():
            return {"decimal": str(value)}
        case float():
            return {"float": repr(value)}
        case date() if type(value) is date:
            return {"date": value.isoformat()}
        case tuple() | list():
            return [as_plain(item) for item in value]
    if _TYPES.get(name := type(value).__name__) is not type(value):
        raise TypeError(f"{name} ne peut pas entrer dans un rapport figé.")
    fields = {field.name: as_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return {"type": name} | fields


def from_plain(plain: Any) -> Any:
    """The way back from `as_plain`; lists become tuples. Raises KeyError or TypeError for a shape of another time."""
    match plain:
        case {"decimal": str(digits)}:
            return Decimal(digits)
        case {"float": str(digits)}:
            return float(digits)
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"type": str(name), **kept}:
            fields = {"schema": 1} | kept if name == "Report" else kept  # the first ones did not say
            return _TYPES[name](**{str(key): from_plain(item) for key, item in fields.items()})
        case list():
            return tuple(from_plain(item) for item in plain)
    return plain
