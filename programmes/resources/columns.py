"""The columns of a file: how each is headed, read, explained."""

from collections.abc import Callable
from typing import Any

from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from ..cells import Cell
from ..fields import IdentifierField, RichTextField
from ..spreadsheets import plain
from . import widgets


class Column(Field):
    """A column: the attribute it fills, its French heading, other headings that people use, an example."""

    def __init__(
        self,
        attribute: str | None,
        heading: str,
        widget: Widget,
        *others: str,
        example: Any = "",
        required: bool = False,
        keeps: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(attribute=attribute, column_name=heading, widget=widget)
        self.heading, self.example, self.required, self.hint = heading, example, required, hint
        self.keeps = keeps  # an empty cell leaves the value as it is: a new record's default
        english = [attribute.removesuffix("_id").replace("_", " ")] if attribute else []
        self.known_as = frozenset(plain(name) for name in (heading, *others, *english))

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **options: Any) -> None:
        """Fill the attribute; shorter than the library's, which follows paths that we do not have."""
        if self.keeps and row[self.column_name] in ("", None):
            return
        value, name = self.widget.clean(row[self.column_name]), str(self.attribute)
        if type(value) is str and "\r" in (held := getattr(instance, name) or "") and same_lines(value, held):
            return
        setattr(instance, name, value)

    def cell(self) -> Cell:
        """What a file says of it."""
        return Cell(self.heading, self.widget.told(str(self.attribute)), self.widget.kind)


def same_lines(one: str, other: str) -> bool:
    """Whether two texts differ at most by how their lines end: spreadsheets keep no carriage return."""
    return one.splitlines() == other.splitlines()


# The first that fits decides.
WIDGETS: tuple[tuple[type[models.Field], Callable[[Any], Widget]], ...] = (
    (IdentifierField, lambda field: widgets.IdentifierWidget(field.scheme, empty=None if field.null else "")),
    (RichTextField, lambda _field: widgets.RichTextWidget()),
    (models.BooleanField, lambda _field: widgets.BooleanWidget()),
    (models.DateField, lambda _field: widgets.DateWidget()),
    (models.DecimalField, lambda field: widgets.DecimalWidget(decimals=field.decimal_places)),
    (models.IntegerField, lambda _field: widgets.YearWidget()),
    (models.Field, lambda _field: widgets.TextWidget()),
)


def column_of(
    model: type[models.Model],
    name: str,
    *others: str,
    heading: str = "",
    widget: Widget | None = None,
    example: Any = "",
    hint: str = "",
) -> Column:
    """The column of a table's own column: heading, reading and duty follow from the table."""
    field: Any = model._meta.get_field(name)
    label = str(field.verbose_name)
    needed = not field.blank and not isinstance(field, models.BooleanField)
    return Column(
        field.attname,
        heading or label[:1].upper() + label[1:],
        widget or _widget(field),
        *others,
        example=example,
        required=needed and not field.has_default(),
        keeps=field.has_default() and (not field.blank or field.default is True),
        hint=hint or str(field.help_text),
    )


def _widget(field: Any) -> Widget:
    if field.choices:
        return widgets.ChoiceWidget(field.choices)
    return next(make(field) for kind, make in WIDGETS if isinstance(field, kind))
