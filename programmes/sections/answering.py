"""What respondents answer beside the texts of a sheet: rows of its record, each by a small form that its app declares.

Never money, a visa nor a status: an app names the rows and the fields that may be answered, and no other exists here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Model

from ..questions import Question


class Day(forms.DateField):
    """A day; the browser's own calendar helps."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Amount(forms.DecimalField):
    """A figure as people type it, with a comma or a point; shown without the zeros that nobody typed."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"localize": True, **options})

    def prepare_value(self, value: Any) -> Any:
        """Whole figures without a fraction."""
        return value.normalize() + 0 if isinstance(value, Decimal) and value == value.to_integral() else value

    def to_python(self, value: Any) -> Any:
        """Spaces between thousands are no part of a figure, and a comma is a point."""
        return super().to_python("".join(value.split()).replace(",", ".") if isinstance(value, str) else value)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row to fill in. `name` begins the names of its cells; a row not stored yet is made once it is filled."""

    name: str
    label: str
    instance: Model
    form: type[forms.ModelForm]

    @property
    def fields(self) -> tuple[str, ...]:
        """What may be answered."""
        return tuple(self.form.base_fields)

    def held(self) -> dict[str, str]:
        """What the register holds, as the boxes show it."""
        form = self.form(instance=self.instance)
        return {name: shown(form[name]) for name in self.fields}


@dataclass(frozen=True, kw_only=True)
class Part:
    """What is answered to one question: rows, what the register knows already, references to paste.

    `paste` keeps the references of a text and answers a sentence for each line that it cannot read; with one of
    these, nothing of the text is kept.
    """

    question: Question
    rows: tuple[Row, ...] = ()
    known: tuple[str, ...] = ()
    paste: Callable[[str], list[str]] | None = None


def shown(box: Any) -> str:
    """The value of a box as a browser sends it back."""
    value = box.field.widget.format_value(box.value())
    value = value[0] if isinstance(value, list) and value else value
    return str(value) if value not in (None, []) else ""


def row_form(
    model: type[Model], fields: Iterable[str], boxes: Mapping[str, forms.Field] | None = None, **options: Any
) -> type[forms.ModelForm]:
    """The form of a row of this table with these fields alone; `boxes` replaces some."""

    def box(field: Any, **given: Any) -> Any:
        if boxes and field.name in boxes:
            return boxes[field.name]
        days = {"form_class": Day} if field.get_internal_type() == "DateField" else {}
        return field.formfield(**days, **given)

    made: type[forms.ModelForm] = forms.modelform_factory(model, fields=list(fields), formfield_callback=box, **options)
    return made
