"""The page of a record: every table's own page is one of these."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import refusals
from ..models.base import Record
from . import editor, errors, folding, lean
from .common import Common, Sections, with_english_apart
from .deleting import DeletionAdmin
from .exporting import ExportAdmin
from .folding import FoldingAdmin
from .history import HistoryAdmin
from .lists import ListAdmin
from .meeting import MeetingAdmin
from .once import OnceAdmin
from .preview import PreviewAdmin
from .restoring import RestoringAdmin
from .reviving import RevivingAdmin
from .rights import RightsAdmin
from .rows import RowForm
from .site import Menu
from .steps import StepsAdmin
from .totals import TotalsAdmin

REFUSAL = "refused_by_the_database"


class RowAdmin(
    PreviewAdmin, StepsAdmin, ExportAdmin, TotalsAdmin, ListAdmin, HistoryAdmin, RestoringAdmin, RevivingAdmin,
    MeetingAdmin, DeletionAdmin, OnceAdmin, FoldingAdmin, RightsAdmin, Common, admin.ModelAdmin,
):  # fmt: skip
    """Lists, searches and edits the rows of a table, without an error page.

    `sections` puts the fields in the order of the work; English texts and sources follow by themselves.
    `begin` says on the start page what adding a row is; `is_counted`: the menu says how many rows there are;
    `guide` names the page of the guide that explains it.
    `numbers`: by which the search across records finds a row, here or in rows of it; `loose_numbers`: spelled anyhow.
    """

    menu: ClassVar[Menu | None] = Menu.ADMINISTRATION
    begin: ClassVar[str] = ""
    guide: ClassVar[str] = ""
    is_counted: ClassVar[bool] = True
    numbers: ClassVar[tuple[str, ...]] = ()
    loose_numbers: ClassVar[tuple[str, ...]] = ()
    sections: ClassVar[Sections] = ()
    public_page: ClassVar[str] = ""
    form = RowForm
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

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """The form knows what was refused a moment ago, at the end of the saving."""
        form: Any = super().get_form(request, obj, change=change, **options)
        form.refusal = getattr(request, REFUSAL, "")
        return form

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """The record's name is the title; the steps stand beside it."""
        if table := folding.part(request, context):
            return table
        context["folded_tables"] = folding.has_several(context)
        if folding.saves_nothing(request):
            messages.info(request, folding.NOTHING_SAVED)
        record = context.get("original")
        context["title"] = str(record) if record else f"Ajout : {self.opts.verbose_name}"
        context["subtitle"] = None
        if context.get("errors"):
            context["points"] = errors.points(request, context["adminform"].form, context["inline_admin_formsets"])
        if record and not self.has_change_permission(request, record):
            editor.as_read(record)
        if record:
            context["steps"] = self.steps(request, record) if hasattr(record, "status") else ()
            context["preview"] = self.preview_address(record)
            context["buttons"] = self.buttons(request, record)
            context["pages"] = self.pages(request, record)
        response = super().render_change_form(request, context, *arguments, **options)
        response.add_post_render_callback(lean.squeeze)
        return response

    def buttons(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """What else may be asked for on this page: words and the address that a POST goes to."""
        return []

    def pages(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """Where else this page leads beside its steps: words and address."""
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
