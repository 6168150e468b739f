"""What a browser would send back from a page of a record without a change: older or other values are laid over it.

An earlier state, or what somebody else saved, thus goes through the very form, validation and rights of an edit.
"""

import copy
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict

Sent = dict[str, list[str]]
Files = dict[str, UploadedFile]
EVERY_TABLE = "every_table"  # set on a request whose page leaves no table folded


def sent_by(field: BoundField) -> Sent:
    """What one field of an untouched form sends."""
    widget: Any = field.field.widget
    widget = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
    name, value = field.html_name, field.value()
    if isinstance(widget, forms.FileInput):
        return {}
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"]} if value else {}
    if isinstance(widget, forms.MultiWidget):  # a day and an hour
        split: Any = widget
        parts = value if isinstance(value, list) else widget.decompress(value)
        named = zip(split.widgets_names, widget.widgets, parts or [None] * len(widget.widgets), strict=True)
        return {f"{name}{suffix}": [_text(part.format_value(item))] for suffix, part, item in named}
    shown = widget.format_value(value)
    if isinstance(shown, list | tuple):
        return {name: [_text(item) for item in shown if item not in ("", None)] or [""]}
    return {name: [_text(shown)]}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def sent_by_all(fields: Iterable[BoundField]) -> Sent:
    """What several fields send."""
    return {name: values for field in fields for name, values in sent_by(field).items()}


def files_of(fields: Iterable[BoundField]) -> Files:
    """The files of an untouched form, read from the store, as if somebody sent them again."""
    kept = {field.html_name: field.value() for field in fields if isinstance(field.field, forms.FileField)}
    return {
        name: UploadedFile(file.storage.open(file.name), name=file.name.rpartition("/")[2], size=file.size)
        for name, file in kept.items()
        if is_stored(file)
    }


def is_stored(file: Any) -> bool:
    """Whether the store still has a file."""
    return bool(file) and file.storage.exists(file.name)


def names_of(field: BoundField) -> list[str]:
    """Under which names a field sends its value, a box that is not ticked included."""
    return [field.html_name, *(sent_by(field))]


def untouched(page: Any, request: HttpRequest, record: Any) -> tuple[Any, list[Any], list[Any]]:
    """The form of a record as it stands now, its tables of rows and their inlines, as the page itself makes them."""
    asking = copy.copy(request)
    asking.method = "GET"
    setattr(asking, EVERY_TABLE, True)
    fieldsets = page.get_fieldsets(asking, record)
    made = page.get_form(asking, record, change=record is not None, fields=flatten_fieldsets(fieldsets))
    form = made(instance=record) if record is not None else made()
    subject = record if record is not None else form.instance
    formsets, inlines = page._create_formsets(asking, subject, change=record is not None)
    return form, formsets, inlines


def sent_by_page(form: Any, formsets: Iterable[Any]) -> QueryDict:
    """What the whole page would send."""
    data = QueryDict(mutable=True)
    lay_over(data, sent_by_all(form))
    for table in formsets:
        lay_over(data, sent_by_all(table.management_form))
        for row in table.forms:
            lay_over(data, sent_by_all(row))
    return data


def lay_over(data: QueryDict, values: Sent) -> None:
    """Put values in the place of others."""
    for name, items in values.items():
        data.setlist(name, items)


def form_like(form: Any, instance: Any, prefix: str | None = None) -> Any:
    """The same form for another state of a row."""
    options = {"prefix": prefix if prefix is not None else form.prefix}
    if hasattr(form, "parent_instance"):
        options["parent_instance"] = form.parent_instance
    made = type(form)(instance=instance, **options)
    made.empty_permitted = True
    return made


def add_row(data: QueryDict, table: Any, instance: Any) -> Files:
    """One more row at the end of a table; the files that go with it."""
    rank = int(str(data[f"{table.prefix}-TOTAL_FORMS"]))
    made = form_like(table.empty_form, instance, table.add_prefix(rank))
    table.add_fields(made, rank)
    by_table = (table.model._meta.pk.name, "DELETE", getattr(getattr(table, "fk", None), "name", ""))
    fields = [field for field in made if field.name not in by_table]
    values = sent_by_all(fields)
    lay_over(data, values | {f"{table.add_prefix(rank)}-seen_version": [""]})
    data[f"{table.prefix}-TOTAL_FORMS"] = str(rank + 1)
    return files_of(fields)


def send_instead(request: HttpRequest, data: QueryDict, files: Files | None = None) -> None:
    """The request goes on with these values in the place of what came; files that came stay, these come to them."""
    request.FILES.update(files or {})  # read first: reading it later would put back what came
    request.POST = data  # type: ignore[assignment]
