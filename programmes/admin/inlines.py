"""Tables of rows inside a record."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.admin import GenericTabularInline
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest

from ..models import Assignment, Remark, Visa, rights
from ..models.trail import About
from . import why
from .common import Common, typed_fields
from .lean import linked
from .rows import AboutFormSet, RowForm, RowFormSet
from .trail import link_of


class Inline(Common):
    """What tables and stacks of rows share: a version a row, a name a cell, no empty row until asked for."""

    parent_model: type[Model]
    form: Any = RowForm
    formset: Any = RowFormSet
    extra = 0
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows that go with their record are seen with it; the others are asked for."""
        rows = super().get_queryset(request)
        belongs = self.model.belongs  # type: ignore[attr-defined]
        rows = rows.select_related(*linked(self, request))
        return rows if belongs.goes_with or belongs.about else rights.seen(rows, request.user)

    def rows_at_hand(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows of the record that the page edits."""
        match = request.resolver_match
        number = unquote(str(match.kwargs.get("object_id", ""))) if match else ""
        rows = self.model._default_manager.all()
        return self.rows_of(rows, number) if number.isdecimal() else rows.none()

    def rows_of(self, rows: QuerySet[Any], record: int | str) -> QuerySet[Any]:
        """Among these rows, those of one record."""
        link = link_of(self, self.parent_model)
        if not link:
            return rows.none()
        if issubclass(self.model, About):
            rows = rows.filter(content_type=ContentType.objects.get_for_model(self.parent_model))
        return rows.filter(**{link: record})

    @property
    def prefix(self) -> str:
        """With what the names of its boxes begin."""
        column: Any = self.model._meta.get_field(link_of(self, self.parent_model))
        return str(column.remote_field.get_accessor_name(model=self.model))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """The columns, English and source last, and the version that was on screen."""
        fields = [name for name in super().get_fields(request, obj) if name != "seen_version"]  # type: ignore[misc]
        fields.sort(key=lambda name: (name == "source", name.endswith("_en")))
        return [*fields, "seen_version"] if self.has_change_permission(request, obj) else fields  # type: ignore[attr-defined]

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **options: Any) -> Any:
        """Cells have no label of their own: each says its column to those who listen."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None:
            field.widget.attrs["aria-label"] = str(field.label)
            inner = getattr(field.widget, "widget", None)
            if inner is not None:
                inner.attrs["aria-label"] = str(field.label)
        return field

    @property
    def sentence(self) -> str:
        """What is said of the table as a whole."""
        return why.sentence_of(self.model)


class Table(Inline, admin.TabularInline):
    """Short rows: one a line; the words on a column stand once, above, and each cell refers to them."""

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **options: Any) -> Any:
        """A cell refers to the words on its column."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None and field.help_text:
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs["aria-describedby"] = f"asked-{self.opts.model_name}-{db_field.name}"
        return field


class Stack(Inline, admin.StackedInline):
    """Rows with texts: one under the other."""


class ReadOnly:
    """Nobody writes these rows by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AboutTable(Inline, GenericTabularInline):
    """Rows about a record of any kind."""

    formset: Any = AboutFormSet
    show_change_link = False

    @property
    def prefix(self) -> str:
        """With what the names of its boxes begin."""
        return f"{self.opts.app_label}-{self.opts.model_name}-{self.ct_field}-{self.ct_fk_field}"


class AssignmentTable(AboutTable):
    """Who contributes to this record, who approves it."""

    model = Assignment


class RemarkTable(AboutTable):
    """Where sources diverge."""

    model = Remark

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **options: Any) -> Any:
        """The field in doubt is chosen by its label."""
        if db_field.name == "field":
            options["widget"] = forms.Select(choices=[("", "---------"), *subjects_of(self.parent_model)])
        return super().formfield_for_dbfield(db_field, request, **options)


def subjects_of(model: type[Model]) -> list[tuple[str, str]]:
    """What a doubt may be about: a column of the record, or rows that belong to it."""
    labels = {name: str(model._meta.get_field(name).verbose_name) for name in typed_fields(model)}  # type: ignore[union-attr]
    for link in model._meta.related_objects:
        if link.one_to_many and not hasattr(link.related_model, "pgh_label"):
            labels[str(link.get_accessor_name())] = str(link.related_model._meta.verbose_name_plural)
    return sorted(labels.items(), key=lambda item: item[1])


class VisaTable(ReadOnly, AboutTable):
    """Visas given, in force or cancelled."""

    model = Visa
    related = ("party__organisation", "user", "cancelled_by")
    fields = ("party", "user", "given_at", "seen", "cancelled_at", "cancelled_by")
