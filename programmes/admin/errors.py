"""What a refused form has to say, point by point: in which box, in which row, and which file to choose again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest


@dataclass(frozen=True)
class Point:
    """One thing to correct: whose box, why, and where it stands on the page (empty: the form as a whole)."""

    label: str
    sentence: str
    anchor: str


def points(request: HttpRequest, form: forms.BaseForm, tables: Any) -> list[Point]:
    """Everything to correct on a page that came back, in its order; then the files that a browser does not keep."""
    found = [*_of_form(form, "")]
    bound = [form]
    for table in tables:
        rows = table.formset
        heading = str(table.opts.verbose_name_plural).capitalize()
        found += [Point(heading, str(error), f"{rows.prefix}-heading") for error in rows.non_form_errors()]
        for rank, row in enumerate(rows.forms, 1):
            found += _of_form(row, f"{str(table.opts.verbose_name).capitalize()} {rank}", f"{rows.prefix}-{rank - 1}")
        bound += rows.forms
    return found + [point for each in bound for point in _files(request, each)]


def _of_form(form: forms.BaseForm, row: str, anchor: str = "") -> Iterator[Point]:
    for name, errors in form.errors.items():
        sentence = " ".join(str(error) for error in errors)
        if name not in form.fields:
            yield Point(row, sentence, anchor)
            continue
        box = form[name]
        yield Point(f"{row}, {_inside(str(box.label))}" if row else str(box.label), sentence, box.id_for_label)


def _inside(label: str) -> str:
    """A label in the middle of a line; an acronym stays as it is."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _files(request: HttpRequest, form: forms.BaseForm) -> Iterator[Point]:
    for name, field in form.fields.items():
        sent = request.FILES.get(form.add_prefix(name)) if isinstance(field, forms.FileField) else None
        if sent is not None:
            words = f"« {sent.name} » n’est pas gardé après une erreur : choisissez-le de nouveau."
            yield Point(str(form[name].label).capitalize(), words, form[name].id_for_label)
