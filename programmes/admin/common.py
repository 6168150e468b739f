"""What pages of records and tables of rows share: fields in the order of the work, English apart, names for all."""

from typing import Any, ClassVar

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, Model, QuerySet, TextField, URLField
from django.http import HttpRequest

from ..fields import RichTextField
from ..models.base import Mergeable
from . import checking, rights, typed, why
from .editor import RichTextArea
from .lean import LeanAutocomplete

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
        return self._with_names(rows)

    def named_rows(self, request: HttpRequest) -> QuerySet[Any]:
        """Every row with what its name needs, whoever asks: for the names of linked records, never for a list."""
        return self._with_names(self.model._default_manager.all())

    def _with_names(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related(*self.related) if self.related else rows

    def rows_at_hand(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows that the page of this request edits; none on the page of a new record."""
        match = request.resolver_match
        number = unquote(str(match.kwargs.get("object_id", ""))) if match else ""
        return self.model._default_manager.filter(pk=number if number.isdecimal() else None)

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Every link to a table that can be searched is searched, never a list of thousands."""
        links = [field for field in self.model._meta.fields if isinstance(field, ForeignKey)]
        return tuple(
            field.name
            for field in links
            if (found := self._related_admin(field)) is not None and found.has_view_permission(request)
        )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choices are rows that this person sees, with what their names need; others are refused when posted."""
        if "queryset" not in options and hasattr(db_field.related_model, "belongs"):
            kept = {"merged_into": None} if issubclass(db_field.related_model, Mergeable) else {}
            options["queryset"] = rights.choices(self, db_field, request).filter(**kept)
        if "widget" not in options and db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = LeanAutocomplete(db_field, self.admin_site)
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
