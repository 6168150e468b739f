"""The year: campaigns, yearly sheets and their evidence, meetings."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from ..enums import SheetStatus
from ..models import (
    Campaign,
    CampaignDeadline,
    CommitmentAssessment,
    CommitmentEvidence,
    CommitmentSheet,
    Decision,
    ResponseLink,
    SteeringMeeting,
    Visa,
)
from .base import RowAdmin
from .common import Sections
from .inlines import AssignmentTable, ReadOnly, RemarkTable, Stack, Table, VisaTable
from .site import Menu

EVIDENCE: list[Any] = []


def register_evidence(inline: Any) -> Any:
    """Put an app's evidence below the sheets of commitments; decorates its inline."""
    EVIDENCE.append(inline)
    return inline


class DeadlineTable(Table):
    """By when each party gives its visas."""

    model = CampaignDeadline
    related = ("party__organisation",)
    show_change_link = False


class ResponseLinkTable(ReadOnly, Table):
    """Personal addresses sent to respondents: the opening makes them."""

    model = ResponseLink
    related = ("person", "campaign")
    fields = ("person", "email", "sent_on", "revoked_at", "revoked_by")
    readonly_fields = fields
    show_change_link = False


@admin.register(Campaign)
class CampaignAdmin(RowAdmin):
    """The collection of a year's sheets."""

    menu = Menu.YEAR
    begin = "Préparer une campagne"
    list_display = ("year", "kind", "protocol", "opens_on", "contributors_due_on", "closes_on", "status_mark")
    list_display_links = ("year", "kind")
    list_filter = ("status", "kind", "protocol")
    search_fields = ("year", "protocol__short_title", "protocol__title")
    related = ("protocol",)
    sections = (
        ("La campagne", ("protocol", "kind", "year")),
        ("Ce qu’elle couvre", (("starts_on", "ends_on"), "money_as_of")),
        ("Calendrier", ("opens_on", "contributors_due_on", "closes_on")),
    )
    inlines = (DeadlineTable, ResponseLinkTable)


class SheetAdmin(RowAdmin):
    """Yearly sheets of any record; each app adds its own."""

    menu = Menu.YEAR
    guide = "remplir-une-fiche-annuelle"
    subject: ClassVar[str] = ""
    list_filter = ("status", "campaign__year", "campaign__kind", "nothing_new", "channel")
    inlines = (VisaTable, RemarkTable, AssignmentTable)
    readonly_fields = ("submitted_at", "submitted_by")

    def get_sections(self) -> Sections:
        """Whose sheet, what was done, what stays between partners, whence it came."""
        return (
            ("La fiche", ("campaign", self.subject)),
            ("L’année", ("nothing_new", *(asked.name for asked in self.model.questions if asked.is_text))),
            ("Provenance", ("channel", "behalf_of", "submitted_at", "submitted_by")),
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A sheet that a party has approved is handed back before it is changed: its visa names what was read."""
        return super().has_change_permission(request, obj) and (obj is None or may_be_typed(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_be_typed(obj))


def may_be_typed(sheet: Any) -> bool:
    """Whether a sheet may still be changed: no visa names it."""
    if sheet.status == SheetStatus.SUBMITTED:
        return not Visa.objects.about(sheet).in_force().exists()
    return sheet.status in (SheetStatus.TO_FILL, SheetStatus.RETURNED)


class AssessmentStack(Stack):
    """What each party says of a commitment."""

    model = CommitmentAssessment
    related = ("party__organisation",)
    show_change_link = False


class EvidenceStack(Stack):
    """Evidence that is no record of ours."""

    model = CommitmentEvidence
    show_change_link = False


@admin.register(CommitmentSheet)
class CommitmentSheetAdmin(SheetAdmin):
    """The yearly sheets of commitments, with assessments and evidence."""

    subject = "commitment"
    list_display = ("commitment", "campaign", "nothing_new", "submitted_at", "status_mark")
    search_fields = ("commitment__label", "commitment__reference", "progress", "campaign__year")
    related = ("commitment", "campaign", "submitted_by")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Assessments, evidence of ours and of the other apps, then visas and the rest."""
        return [AssessmentStack, *EVIDENCE, EvidenceStack, *self.inlines]


class DecisionStack(Stack):
    """What a meeting decided."""

    model = Decision
    related = ("meeting", "owner__organisation")
    show_change_link = False


@admin.register(SteeringMeeting)
class MeetingAdmin(RowAdmin):
    """Meetings and written procedures, with their decisions."""

    menu = Menu.PROTOCOL
    begin = "Ajouter une réunion"
    list_display = ("held_on", "kind", "protocol", "place")
    list_display_links = ("held_on", "kind")
    list_filter = ("kind", "protocol")
    search_fields = ("place", "agenda", "decisions__text", "protocol__short_title")
    related = ("protocol",)
    date_hierarchy = "held_on"
    sections = ((None, ("protocol", "kind", "held_on", "place", "agenda")),)
    inlines = (DecisionStack,)
