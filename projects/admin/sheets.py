"""The yearly sheets of actions, what they write on the action itself, and actions as evidence."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from programmes import questions, wording
from programmes.admin import RecordTable, Series, SheetAdmin, Stack, YearTable, register_evidence, told
from programmes.admin.rows import RowForm

from ..models import (
    EventEvidence,
    Expense,
    KeyFigure,
    Milestone,
    OutputEvidence,
    Project,
    ProjectEvidence,
    ProjectSheet,
    lines_of,
    total,
)
from ..sections.outputs import keep
from .outputs import PastingForm


class MilestoneTable(RecordTable):
    """Milestones, and the day each was reached."""

    model = Milestone
    owner = Project
    question = questions.MILESTONES.name
    fields = ("label", "planned_on", "reached_on")
    readonly_fields = ("label", "planned_on")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Milestones are set on the page of the action."""
        return False


class FigureForm(RowForm):
    """A key figure of the year; a value without a source is not one that can be traced."""

    def clean(self) -> dict[str, Any] | None:
        """Ask for the source of a value that is typed."""
        cleaned = super().clean() or {}
        if cleaned.get("value") is not None and not (cleaned.get("source") or "").strip():
            self.add_error("source", "Indiquez la source de cette valeur.")
        return cleaned


class KeyFigureTable(YearTable):
    """The key figures of the year beside those of the years before."""

    model = KeyFigure
    owner = Project
    question = questions.KEY_FIGURES.name
    form = FigureForm
    template = "admin/sheet/year_values.html"
    fields = ("label", "unit", "value", "precision", "source")

    def rows_on(self, sheet: Any) -> QuerySet[Any]:
        """The figures of the sheet's year."""
        return KeyFigure.objects.filter(year=sheet.campaign.year)

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """An empty line for each figure followed the years before, and one for a new figure."""
        rows, year = list(sheet.project.key_figures.all()), sheet.campaign.year
        there = {row.label for row in rows if row.year == year}
        earlier = {row.label: row for row in rows if row.year and year - 2 <= row.year < year}
        return [
            *({"label": row.label, "unit": row.unit} for label, row in earlier.items() if label not in there),
            {},
        ]

    def fixed(self, request: HttpRequest, sheet: Any) -> dict[str, Any]:
        """A figure that is added is of the sheet's year."""
        return {"year": sheet.campaign.year}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """A source is a line."""
        if db_field.name == "source":
            options["widget"] = forms.TextInput
        return super().formfield_for_dbfield(db_field, request, **options)

    def series(self, sheet: Any) -> dict[Any, Series]:
        """Each figure that has a year, by its label."""
        found: dict[Any, Series] = {}
        for row in sheet.project.key_figures.all():
            if row.year:
                series = found.setdefault(row.label, Series(label=row.label, unit=row.unit))
                series.values[row.year] = told(row.value, row.precision, row.value_max)
        return found

    def key_of(self, form: Any) -> Any:
        """The label of a line."""
        return form.instance.label if form.instance.pk else form.initial.get("label")


class ExpenseTable(RecordTable):
    """Own means, as declared by the party of the person who fills in."""

    model = Expense
    owner = Project
    question = questions.MONEY.name
    related = ("organisation",)
    fields = ("organisation", "purpose", "amount", "declared_on")

    def rows_on(self, sheet: Any) -> QuerySet[Any]:
        """The expenses of the sheet's year."""
        return Expense.objects.filter(year=sheet.campaign.year).select_related("organisation")

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """An empty line, for the body of the person who fills in."""
        return [{"organisation": request.user.organisation_id}]  # type: ignore[union-attr]

    def fixed(self, request: HttpRequest, sheet: Any) -> dict[str, Any]:
        """An expense that is added is of the sheet's year."""
        return {"year": sheet.campaign.year}


@admin.register(ProjectSheet)
class ProjectSheetAdmin(SheetAdmin):
    """The yearly sheets of actions."""

    subject = "project"
    form = PastingForm
    list_display = ("project", "campaign", "nothing_new", "submitted_at", "status_mark")
    search_fields = ("project__title", "project__acronym", "progress", "campaign__year")
    related = ("project", "campaign", "submitted_by")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Milestones, figures and money of the action, then visas and the rest."""
        return [MilestoneTable, KeyFigureTable, ExpenseTable, *super().get_inlines(request, obj)] if obj else []

    def keep_outputs(self, sheet: Any, references: list[Any]) -> None:
        """Outputs pasted are rows of the action."""
        keep(references, sheet.project, sheet.campaign.year, is_demo=sheet.is_demo)

    def known(self, sheet: Any) -> dict[str, tuple[str, ...]]:
        """Outputs of the year, and the money of the balance."""
        outputs = sheet.project.outputs.filter(year=sheet.campaign.year)
        money = total(lines_of([sheet.project], sheet.campaign.money_as_of))
        columns = {
            "prévu": money.planned, "voté": money.voted, "engagé": money.committed, "mandaté": money.paid,
            "reste à mandater": money.left,
        }  # fmt: skip
        words = " · ".join(f"{name} {wording.euros(amount, 'fr')}" for name, amount in columns.items())
        as_of = wording.day(sheet.campaign.money_as_of, "fr")
        return {
            questions.OUTPUTS.name: tuple(
                f"{row.get_kind_display().capitalize()}\u00a0: {row.title}" for row in outputs
            ),
            questions.MONEY.name: (f"Au registre, arrêté au {as_of}\u00a0: {words}.",),
        }


@register_evidence
class ProjectEvidenceStack(Stack):
    """Actions as evidence that a commitment was kept."""

    model = ProjectEvidence
    related = ("project",)
    show_change_link = False


@register_evidence
class OutputEvidenceStack(Stack):
    """Outputs as evidence that a commitment was kept."""

    model = OutputEvidence
    related = ("output",)
    show_change_link = False


@register_evidence
class EventEvidenceStack(Stack):
    """Events as evidence that a commitment was kept."""

    model = EventEvidence
    related = ("event",)
    show_change_link = False
