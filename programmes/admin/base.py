"""The page of a record: every table's own page is one of these."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import smart_split, unescape_string_literal

from .. import refusals
from ..models.base import Plain, Record
from ..models.trail import About
from . import deleting, trail
from .common import Common, Sections, with_english_apart
from .rows import RowForm
from .site import Menu
from .steps import StepsAdmin

REFUSAL = "refused_by_the_database"


class RowAdmin(StepsAdmin, Common, admin.ModelAdmin):
    """Lists, searches and edits the rows of a table, without an error page.

    `sections` puts the fields in the order of the work; English texts and sources follow by themselves.
    """

    menu: ClassVar[Menu] = Menu.ADMINISTRATION
    sections: ClassVar[Sections] = ()
    public_page: ClassVar[str] = ""
    form = RowForm
    list_per_page = 50
    list_max_show_all = 50
    actions: Any = ("delete_selected",)
    save_on_top = False

    # -- what the page shows

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The sections, English, sources; the version that was on screen rides along, hidden."""
        fieldsets = with_english_apart(self.model, self.get_sections())
        if self.is_versioned and self.has_change_permission(request, obj):
            fieldsets[0][1]["fields"].append("seen_version")
        return fieldsets

    def get_sections(self) -> Sections:
        """The fields in the order of the work."""
        return self.sections

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Invented rows can be told apart in every list."""
        return [*super().get_list_filter(request), *(["is_demo"] if self.is_versioned else [])]

    @property
    def is_versioned(self) -> bool:
        """Whether staff edit these rows."""
        return any(field.name == "version" for field in self.opts.fields)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """The form knows what was refused a moment ago, at the end of the saving."""
        form: Any = super().get_form(request, obj, change=change, **options)
        form.refusal = getattr(request, REFUSAL, "")
        return form

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """The record's name is the title; the steps stand beside it."""
        record = context.get("original")
        context["title"] = str(record) if record else f"Ajout : {self.opts.verbose_name}"
        context["subtitle"] = None
        if record:
            context["steps"] = self.steps(request, record) if hasattr(record, "status") else ()
            context["buttons"] = self.buttons(request, record)
        return super().render_change_form(request, context, *arguments, **options)

    def buttons(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """What else may be asked for on this page: words and the address that a POST goes to."""
        return []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What an address fills in beforehand; a value that its field cannot read is left out."""
        given = super().get_changeform_initial_data(request)
        return {name: value for name, value in given.items() if self._can_read(name, value)}

    def _can_read(self, name: str, value: Any) -> bool:
        try:
            self.opts.get_field(name).to_python(value)
        except (FieldDoesNotExist, ValidationError, AttributeError):
            return False
        return True

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page of a published record."""
        if obj is None or not self.public_page or not self.is_public(obj):
            return None
        return reverse(self.public_page, kwargs=self.public_arguments(obj))

    def is_public(self, record: Any) -> bool:
        """Whether the site shows it."""
        return isinstance(record, Record) and record.is_published

    def public_arguments(self, record: Any) -> dict[str, Any]:
        """What the address of its public page is made of."""
        return {"slug": record.slug}

    @admin.display(description="statut", ordering="status")
    def status_mark(self, row: Any) -> SafeString:
        """The status in words, with its colour."""
        return format_html('<span class="mark mark--{}">{}</span>', row.status, row.get_status_display())

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """A list is called by what it holds."""
        title = str(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title[:1].upper() + title[1:], **(extra_context or {})})

    # -- searching

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Each word is looked for in every search field, without case nor accents."""
        fields = tuple(self.get_search_fields(request))
        if not fields or not search_term.strip():
            return queryset, False
        names = {f"plain_{number}": Plain(Cast(F(field), TextField())) for number, field in enumerate(fields)}
        found = queryset.alias(**names)
        for word in smart_split(search_term.replace("\x00", "")):
            text = unescape_string_literal(word) if word[0] in "\"'" and word[0] == word[-1] and word[1:] else word
            wanted = Plain(Value(text, output_field=CharField()))
            condition = Q()
            for name in names:
                condition |= Q(**{f"{name}__contains": wanted})
            found = found.filter(condition)
        return found, any(self.lookup_needs_distinct(field) for field in fields)

    def lookup_needs_distinct(self, path: str) -> bool:
        """Whether a search field follows a link to many rows."""
        field = self.opts.get_field(path.split("__")[0])
        return bool(field.one_to_many or field.many_to_many)

    # -- saving

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """What is refused while saving comes back in the form, with everything that was typed."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except (IntegrityError, ValidationError) as error:
            setattr(request, REFUSAL, refusals.sentence(error))
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows, then check at once the rules that wait for the end of the transaction."""
        super().save_related(request, form, formsets, change)
        refusals.check_now()

    # -- deleting

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Delete a record, unless others rest on it."""
        record = self.get_object(request, unquote(object_id))
        may_ask = record is not None and self.has_delete_permission(request, record)
        if may_ask and (why := deleting.refusal([record])):
            messages.error(request, why)
            return redirect(self._change_page(record))
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
            return redirect(self._change_page(record))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and check at once."""
        super().delete_model(request, obj)
        refusals.check_now()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete several, and check at once."""
        super().delete_queryset(request, queryset)
        refusals.check_now()

    @admin.action(permissions=["delete"], description="Supprimer les fiches choisies")
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Delete several records, unless others rest on one of them."""
        if why := deleting.refusal(queryset):
            messages.error(request, why)
            return None
        try:
            with transaction.atomic():
                return delete_selected(self, request, queryset)
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
            return None

    # -- history

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Everything done to a record and to its rows: when, by whom, why, from what to what."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Historique : {record}",
            "entries": trail.Reader(request, self.admin_site).entries(record, self._tables(request, record)),
            "opts": self.opts,
            "object": record,
            "back": self._change_page(record),
        }
        return TemplateResponse(request, "admin/history.html", context)

    def _tables(self, request: HttpRequest, record: Any) -> list[tuple[Any, dict[str, Any]]]:
        """The tables whose trail tells the life of a record: its own, and those of its rows."""
        tables: list[tuple[Any, dict[str, Any]]] = []
        if hasattr(self.model, "history"):
            tables.append((self.model, {"pgh_obj": record.pk}))
        for inline in self.get_inline_instances(request, record):
            if hasattr(inline.model, "history") and (owner := owner_of(inline, record)):
                tables.append((inline.model, owner))
        return tables


def owner_of(inline: Any, record: Any) -> dict[str, Any]:
    """How the rows of an inline say to which record they belong."""
    if issubclass(inline.model, About):
        return {"content_type": ContentType.objects.get_for_model(record), "object_id": record.pk}
    names = [
        field.name
        for field in inline.model._meta.fields
        if field.is_relation and field.related_model is type(record) and inline.fk_name in (None, field.name)
    ]
    return {names[0]: record.pk} if names else {}
