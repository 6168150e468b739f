"""Columns of lists as staff read them: yes or no in words, dates in figures, years without a space.

Django shows a boolean as an image whose text is English, a date in letters, too wide for a table, and a year as it
shows any number, its thousands apart.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

Column = str | Callable[[Any], Any]
DAY, MOMENT = "d/m/Y", "d/m/Y, G\u00a0\\h\u00a0i"


def in_words(value: bool | None) -> str | None:
    """Yes or no; nothing for what nobody knows."""
    return None if value is None else "oui" if value else "non"


def day(value: Any) -> str | None:
    """A day in figures."""
    return value and date_format(value, DAY)


def moment(value: Any) -> str | None:
    """A moment in figures, on the clock of the office."""
    return value and date_format(localtime(value), MOMENT)


def year(value: int | None) -> str | None:
    """A year is no quantity: its figures stay together."""
    return None if value is None else str(value)


# A date with its time is a date too: the narrower kind comes first.
WAYS: tuple[tuple[Any, Callable[[Any], str | None]], ...] = (
    (models.BooleanField, in_words),
    (models.DateTimeField, moment),
    (models.DateField, day),
)


@cache
def column_of(model: type[models.Model], name: str) -> Column:
    """The column of a field, sorted as the field is; the name itself where Django shows it well."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    way = way_of(field)
    if way is None:
        return name

    def column(row: Any) -> str | None:
        return way(getattr(row, name))

    column.__name__ = name
    column.short_description = field.verbose_name  # type: ignore[attr-defined,union-attr]
    column.admin_order_field = name  # type: ignore[attr-defined]
    return column


def way_of(field: Any) -> Callable[[Any], str | None] | None:
    """How staff read the values of a field; None where Django shows them well."""
    if isinstance(field, models.IntegerField) and field.name.rpartition("_")[2] == "year":
        return year
    return next((way for kind, way in WAYS if isinstance(field, kind)), None)
