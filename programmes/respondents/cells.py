"""The cells of a row on the page of a respondent, each with its box and what was typed in it."""

from typing import Any

from django import forms
from django.utils.translation import get_language

from .. import wording
from ..sections.answering import Row, shown
from .page_parts import Cell, Line
from .saved import Saved


def line_of(row: Row, key: str, saved: Saved) -> Line:
    """A row of a sheet; what was typed and not kept stays in its boxes."""
    form = row.form(instance=row.instance)
    cells = tuple(_cell(row, form[name], key, saved) for name in row.fields)
    return Line(name=row.name, label=row.label, cells=cells, is_new=row.name.endswith("-new"))


def _cell(row: Row, box: Any, key: str, saved: Saved) -> Cell:
    name, held = f"{row.name}-{box.name}", shown(box)
    choices = choices_of(box.field)
    return Cell(
        id=f"{key}-{name}",
        name=name,
        label=str(box.label),
        kind=_kind(box.field),
        value=str(saved.typed.get(name, held)) if name not in saved.written else held,
        seen=held,
        choices=choices,
        is_needed=box.field.required,
        fault=saved.refused.get(name, ""),
        theirs=in_words(box, choices) if name in saved.clashes else None,
    )


def choices_of(field: forms.Field) -> tuple[tuple[str, str], ...]:
    """What may be chosen in a box, each value with its words."""
    return tuple((str(value), str(label)) for value, label in getattr(field, "choices", ()))


def in_words(box: Any, choices: tuple[tuple[str, str], ...]) -> str:
    """What the register holds, as one reads it."""
    held = shown(box)
    if choices:
        return dict(choices).get(held, held)
    if isinstance(box.field, forms.DateField) and box.value():
        return wording.day(box.value(), get_language() or "fr")
    return held or wording.unknown(get_language() or "fr")


def _kind(field: forms.Field) -> str:
    if isinstance(field, forms.ChoiceField):
        return "select"
    if isinstance(field, forms.DateField):
        return "date"
    return "number" if isinstance(field, forms.DecimalField | forms.IntegerField) else "text"
