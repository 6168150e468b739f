"""Fields of forms that are typed the French way: “45 000,50 €”, “50 %”, “5 septembre 2021”."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from .. import fields, french

Value = TypeVar("Value")


def read(reader: Callable[[str], Value], typed: str) -> Value:
    """What was typed, read. Raises ValidationError with the reader's sentence."""
    try:
        return reader(typed)
    except ValueError as error:
        raise ValidationError(str(error), "invalid") from error


class NumberField(forms.DecimalField):
    """A number: an amount in euros, a share, a latitude. Shown back with its thousands apart."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "vNumber"})
    cents = False

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs know an IntegerField
        """The number that was typed."""
        if value in self.empty_values:
            return None
        return read(lambda typed: french.number(typed, decimals=self._decimals), str(value))

    def prepare_value(self, value: Any) -> Any:
        """The number as one types it; what could not be read stays as it was typed."""
        if not isinstance(value, Decimal | int):
            return value
        return french.shown(value, decimals=self._decimals, cents=self.cents)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Nothing of a number box of the browser: it would refuse a comma, a space, a sign of euro."""
        return {}

    @property
    def _decimals(self) -> int:
        return 2 if self.decimal_places is None else self.decimal_places


class AmountField(NumberField):
    """An amount in euros: both cents, or none."""

    cents = True


class DayField(forms.DateField):
    """A day: 05/09/2021, 2021-09-05, “5 septembre 2021”; the calendar beside it writes the first form."""

    def to_python(self, value: Any) -> date | None:
        """The day that was typed."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else read(french.day, str(value))


KINDS: dict[type[models.Field], type[forms.Field]] = {
    models.DecimalField: NumberField,
    fields.MoneyField: AmountField,
    models.DateField: DayField,
}
