"""The yearly sheets of theses, what they write on the thesis itself, and theses as evidence."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from programmes import questions, wording
from programmes.admin import RecordTable, SheetAdmin, Stack, register_evidence
from projects.admin.outputs import PastingForm

from ..models import ContractEvent, FollowUp, Thesis, ThesisEvidence, ThesisOutput, ThesisSheet
from ..sections import answering
from .on_sheets import ThesisTable


class ContractEventTable(RecordTable):
    """What changed the end of the contract; never the nature of a leave."""

    model = ContractEvent
    owner = Thesis
    question = questions.THESIS_EVENTS.name

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """An empty line."""
        return [{}]


class FollowUpTable(RecordTable):
    """When the committee met; never what it said."""

    model = FollowUp
    owner = Thesis
    question = questions.THESIS_EVENTS.name

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """An empty line."""
        return [{}]


@admin.register(ThesisSheet)
class ThesisSheetAdmin(SheetAdmin):
    """The yearly sheets of theses."""

    subject = "thesis"
    form = PastingForm
    list_display = ("thesis", "campaign", "nothing_new", "submitted_at", "status_mark")
    search_fields = ("thesis__title", "thesis__reference", "progress", "campaign__year")
    related = ("thesis", "campaign", "submitted_by")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """The thesis and its events, then visas and the rest."""
        return [ThesisTable, ContractEventTable, FollowUpTable, *super().get_inlines(request, obj)] if obj else []

    def known(self, sheet: Any) -> dict[str, tuple[str, ...]]:
        """The state and the dates of the thesis, and its outputs."""
        thesis = sheet.thesis
        days = {
            "première inscription": thesis.registered_on,
            "fin du contrat": thesis.contract_ends_on,
            "soutenance prévue": thesis.planned_defence,
            "soutenue le": thesis.defended_on,
        }
        dates = tuple(f"{words}\u00a0: {wording.day(day, 'fr')}" for words, day in days.items() if day)
        outputs = ThesisOutput.objects.filter(thesis=thesis).select_related("output")
        return {
            questions.THESIS_STATE.name: (f"état\u00a0: {thesis.get_state_display()}", *dates),
            questions.OUTPUTS.name: tuple(str(row.output.title) for row in outputs),
        }

    def keep_outputs(self, sheet: Any, references: list[Any]) -> None:
        """Outputs belong to the action of the thesis, and are linked to the thesis."""
        answering.keep_outputs(sheet, references)


@register_evidence
class ThesisEvidenceStack(Stack):
    """Theses as evidence that a commitment was kept."""

    model = ThesisEvidence
    related = ("thesis",)
    show_change_link = False
