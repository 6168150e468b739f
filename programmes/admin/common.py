"""What pages of records and tables of rows share: fields in the order of the work, English apart, names for all."""

from typing import Any, ClassVar

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, Model, QuerySet, TextField, URLField
from django.http import HttpRequest

from ..fields import RichTextField
from ..models.base import Mergeable
from . import checking, typed, why
from .editor import RichTextArea

Sections = tuple[tuple[str | None, tuple[Any, ...]], ...]
APART = frozenset({"version", "is_demo", "source"})


class Common:
    """Mixed into pages and inlines alike. `related` names what the rows' own names need, so lists stay constant."""

    model: type[Model]
    admin_site: AdminSite
    related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows with what their names need."""
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return rows.select_related(*self.related) if self.related else rows

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Every link to a table that can be searched is searched, never a list of thousands."""
        return tuple(
            field.name
            for field in self.model._meta.fields
            if isinstance(field, ForeignKey) and self._related_admin(field) is not None
        )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choices load what their names need."""
        related_admin = self._related_admin(db_field)
        if related_admin is not None and "queryset" not in options:
            rows = related_admin.get_queryset(request)
            kept = {"merged_into": None} if issubclass(db_field.related_model, Mergeable) else {}
            options["queryset"] = rows.filter(**kept)
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **options: Any) -> Any:
        """Texts start small, figures and days are typed the French way, an address without a scheme is a safe one."""
        options.setdefault("help_text", why.help_text(db_field))
        if isinstance(db_field, URLField):
            options["assume_scheme"] = "https"
        if kind := typed.KINDS.get(type(db_field)):
            options.setdefault("form_class", kind)
        if isinstance(db_field, RichTextField):
            options.setdefault("widget", RichTextArea(language="en" if db_field.name.endswith("_en") else "fr"))
        if isinstance(db_field, TextField) and "widget" not in options and not db_field.choices:
            options["widget"] = forms.Textarea(attrs={"rows": 4, "cols": 60, "class": "vLargeTextField"})
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if field is not None:
            tidy(field)
            field.widget.attrs.update(checking.marks(db_field))
        return field

    def seen_version(self, row: Any) -> int:
        """The version, for readers' pages, where the hidden field of the form becomes a line."""
        return int(row.version)

    seen_version.short_description = "version"  # type: ignore[attr-defined]

    def _related_admin(self, field: Any) -> ModelAdmin | None:
        related = field.related_model
        if not self.admin_site.is_registered(related):
            return None
        found = self.admin_site.get_model_admin(related)
        return found if found.search_fields else None


def tidy(field: forms.Field) -> None:
    """Beside a link: what one may add or read, nothing that changes another record; a name for date and time."""
    widget: Any = field.widget
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget.can_change_related = widget.can_delete_related = False
    if isinstance(widget, AdminSplitDateTime):
        for part, name in zip(widget.widgets, ("date", "heure"), strict=True):
            part.attrs["aria-label"] = f"{field.label}, {name}"


def typed_fields(model: type[Model], *left_out: str) -> tuple[str, ...]:
    """Every column that staff type, in the order of the table."""
    return tuple(
        field.name
        for field in model._meta.fields
        if field.editable and not field.primary_key and field.name not in {*APART, *left_out}
    )


def with_english_apart(model: type[Model], sections: Sections) -> list[tuple[str | None, dict[str, Any]]]:
    """Fieldsets: the sections, then the English texts folded, then the sources."""
    names = typed_fields(model)
    english = tuple(name for name in names if name.endswith("_en"))
    sections = sections or ((None, tuple(name for name in names if name not in english)),)
    fieldsets: list[tuple[str | None, dict[str, Any]]] = [
        (title, {"fields": list(fields), **why.described(model, title)}) for title, fields in sections
    ]
    if english:
        fieldsets.append(("Version anglaise", {"fields": list(english), "classes": ["collapse"]}))
    if any(field.name == "source" for field in model._meta.fields):
        fieldsets.append(("Sources", {"fields": ["source"]}))
    return fieldsets
