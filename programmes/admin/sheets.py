"""Yearly sheets: the page that asks one thing after the other, and the rows of a record that it writes."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .. import workflow
from ..enums import SheetStatus
from ..models import Visa
from ..questions import Question
from .addresses import change_page
from .base import RowAdmin
from .bulk import BulkAdmin
from .common import Sections
from .inlines import AssignmentTable, RemarkTable, Table, VisaTable
from .rows import RowForm, RowFormSet
from .sheet_page import PageOf
from .site import Menu
from .trail import link_of


class SheetForm(RowForm):
    """The texts of a sheet; a step asked for with them is taken on what this person had on screen."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for question in self._meta.model.questions:
            if question.is_text:
                self._fit(question)

    def _fit(self, question: Question) -> None:
        for name in (question.name, f"{question.name}_en"):
            if name in self.fields:
                field = self.fields[name]
                rows = 2 if question.length <= 200 else 4
                language = "en" if name.endswith("_en") else "fr"
                attrs = {
                    "rows": rows,
                    "data-length": question.length,
                    "lang": language,
                    "placeholder": question.example,
                }
                field.widget = forms.Textarea(attrs={**attrs, "aria-describedby": f"{question.anchor}-why"})
                field.help_text = ""

    def clean(self) -> dict[str, Any] | None:
        """Refuse texts that are too long, with how long they are; and a step on a sheet that moved meanwhile."""
        cleaned = super().clean() or {}
        for question in self._meta.model.questions:
            for name in (question.name, f"{question.name}_en") if question.is_text else ():
                if len(cleaned.get(name) or "") > question.length:
                    words = f"{len(cleaned[name])} caractères\u00a0: {question.length} au plus."
                    self.add_error(name, ValidationError(words))
        if self.instance.pk and "_step" in self.data:
            self.refuse_if_outdated()
        return cleaned


class RecordFormSet(RowFormSet):
    """Rows of the record that a sheet is about; those that are added take the year of the sheet, and its mark."""

    sheet: ClassVar[Any]
    fixed: ClassVar[dict[str, Any]] = {}

    def _construct_form(self, i: int, **options: Any) -> Any:
        form = super()._construct_form(i, **options)  # type: ignore[misc]  # the stubs do not know it
        if not form.instance.pk:
            form.instance.is_demo = self.sheet.is_demo
            for name, value in self.fixed.items():
                setattr(form.instance, name, value)
        return form


class RecordTable(Table):
    """Rows of the record that a sheet is about, written on the page of the sheet, under a question."""

    question: ClassVar[str] = ""
    owner: ClassVar[type[Model]]
    formset = RecordFormSet
    show_change_link = False
    can_delete = False

    def __init__(self, parent_model: Any, admin_site: Any) -> None:
        super().__init__(self.owner, admin_site)
        self.sheets = parent_model

    def rows_of(self, rows: QuerySet[Any], record: int | str) -> QuerySet[Any]:
        """Among these rows, those of the record that a sheet is about, by the number of the sheet."""
        about = self.sheets._base_manager.filter(pk=record).values(self.sheets.subject_field)
        return rows.filter(**{f"{link_of(self, self.owner)}__in": about})

    def rows_on(self, sheet: Any) -> QuerySet[Any]:
        """Which of the record's rows stand on the sheet."""
        return self.model._default_manager.all()

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """What the rows to add begin with; nothing is written while nothing is typed."""
        return []

    def fixed(self, request: HttpRequest, sheet: Any) -> dict[str, Any]:
        """What every added row has without being typed."""
        return {}

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        """As many empty rows as beginnings."""
        return len(self.beginnings(request, obj)) if obj else 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """The rows know their sheet."""
        made: Any = super().get_formset(request, obj, **options)
        made.sheet = obj
        made.fixed = self.fixed(request, obj) if obj else {}
        return made


class SheetAdmin(BulkAdmin, RowAdmin):
    """Yearly sheets of any record; each app adds its own."""

    menu = Menu.YEAR
    guide = "remplir-une-fiche-annuelle"
    form = SheetForm
    subject: ClassVar[str] = ""
    change_form_template = "admin/sheet_form.html"
    folds_tables = False  # each table answers a question that stands on the page
    add_form_template = "admin/change_form.html"
    list_filter = ("status", "campaign__year", "campaign__kind", "nothing_new", "channel")
    inlines = (VisaTable, RemarkTable, AssignmentTable)
    bulk_steps = ("submit_sheet", "approve_sheet", "agree_to_set_aside", "reopen_sheet")

    def get_sections(self) -> Sections:
        """Whose sheet, what was done, what stays between partners, whence it came."""
        return (
            ("La fiche", ("campaign", self.subject)),
            ("L’année", ("nothing_new", *(asked.name for asked in self.model.questions if asked.is_text))),
            ("Provenance", ("channel", "behalf_of", "submitted_at", "submitted_by")),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A sheet never changes its campaign nor what it is about."""
        fixed = ("campaign", self.subject) if obj else ()
        return (*fixed, "submitted_at", "submitted_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Sheets with what their page reads."""
        return super().get_queryset(request).select_related("campaign__protocol", "previous__campaign")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A sheet that a party has approved is handed back before it is changed: its visa names what was read."""
        return super().has_change_permission(request, obj) and (obj is None or may_be_typed(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_be_typed(obj))

    # -- the page

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Rows of the record belong to it and not to the sheet."""
        given: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, RecordTable) and obj is not None and obj.pk:
            given |= {
                "instance": obj.subject,
                "queryset": inline.rows_on(obj),
                "initial": inline.beginnings(request, obj),
            }
        return given

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """A sheet that is not saved yet has no record whose rows it could write."""
        found = list(super().get_inlines(request, obj))
        return found if obj else [inline for inline in found if not issubclass(inline, RecordTable)]

    def known(self, sheet: Any) -> dict[str, tuple[str, ...]]:
        """What the register knows already, by name of question."""
        return {}

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """The questions in their order, the visas, what is left to do."""
        sheet = context.get("original")
        if sheet is not None:
            tables = context["inline_admin_formsets"]
            party = workflow.people.party_of(request.user, sheet.campaign.protocol)  # type: ignore[arg-type]
            context["page"] = PageOf(sheet, context["adminform"].form, tables, self.known(sheet), party).page()
            context["apart"] = [table for table in tables if not getattr(table.opts, "question", "")]
        return super().render_change_form(request, context, *arguments, **options)

    # -- saving

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """« Reprendre ce texte » puts last year's text into its field, with all that was typed, and saves."""
        name = request.POST.get("_resume", "")
        if name and object_id and (sheet := self.get_object(request, object_id)) is not None:
            request.POST = resumed(request.POST, sheet, name)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep the outputs that were pasted with the rest."""
        if references := form.cleaned_data.get("pasted"):
            self.keep_outputs(form.instance, references)
        super().save_related(request, form, formsets, change)

    def keep_outputs(self, sheet: Any, references: list[Any]) -> None:
        """Outputs belong to actions: each app keeps its own."""

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Take the step asked for with the texts, or come back to the text taken up."""
        if name := request.POST.get("_step"):
            step = workflow.by_name(obj, name)
            if step is not None and step.offered and not step.needs_reason:
                return self.take(request, obj, step)
        if name := request.POST.get("_resume"):
            messages.success(request, "Le texte de l’an dernier est repris\u00a0: relisez-le, corrigez-le.")
            return redirect(f"{change_page(obj)}#question-{name}")
        if "_draft" in request.POST:
            messages.success(request, "Le brouillon est enregistré.")
            return redirect(change_page(obj))
        return super().response_change(request, obj)

    # -- what a step asks

    def asking_form(self, request: HttpRequest, record: Any, step: workflow.Step) -> forms.Form | None:
        """Handing back may ask something of each question."""
        if step.name != "hand_back_sheet":
            return None
        fields = {question.name: demand_field(question) for question in record.questions}
        kind = type("DemandForm", (forms.Form,), fields)
        made: forms.Form = kind(request.POST if request.method == "POST" else None, prefix="demande")
        return made

    def given_to(self, step: workflow.Step, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What was typed, as the step takes it."""
        return {"fields": cleaned}


def demand_field(question: Question) -> forms.CharField:
    """What to correct in a question; empty: nothing."""
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=f"À corriger dans «\u00a0{question.label}\u00a0»", required=False, widget=area)


def resumed(posted: Any, sheet: Any, name: str) -> Any:
    """What was posted, with the text of the campaign before in the field of that name."""
    texts = {question.name for question in sheet.questions if question.is_text}
    if sheet.previous is None or name not in texts:
        return posted
    data = posted.copy()
    for field in (name, f"{name}_en"):
        if hasattr(sheet.previous, field):
            data[field] = getattr(sheet.previous, field)
    return data


def may_be_typed(sheet: Any) -> bool:
    """Whether a sheet may still be changed: no visa names it."""
    if sheet.status == SheetStatus.SUBMITTED:
        return not Visa.objects.about(sheet).in_force().exists()
    return sheet.status in (SheetStatus.TO_FILL, SheetStatus.RETURNED)
