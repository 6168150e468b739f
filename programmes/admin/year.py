"""The year: campaigns, yearly sheets and their evidence, meetings."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from .. import questions, workflow
from ..enums import CampaignStatus, Level
from ..models import (
    Campaign,
    CampaignDeadline,
    CommitmentAssessment,
    CommitmentEvidence,
    CommitmentSheet,
    Decision,
    ResponseLink,
    SteeringMeeting,
)
from ..reminders import calendars
from ..roles import Role
from .base import RowAdmin
from .board import BoardAdmin
from .inlines import AssignmentTable, ReadOnly, Stack, Table
from .reminding import RemindingAdmin
from .response_links import LinksAdmin
from .rows import RowForm
from .sheets import SheetAdmin
from .site import Menu
from .year_values import IndicatorTable

EVIDENCE: list[Any] = []


def register_evidence(inline: Any) -> Any:
    """Put an app's evidence below the sheets of commitments; decorates its inline."""
    inline.question = questions.EVIDENCE.name
    EVIDENCE.append(inline)
    return inline


class DeadlineTable(Table):
    """By when each party gives its visas."""

    model = CampaignDeadline
    related = ("party__organisation",)
    show_change_link = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not is_begun(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_begun(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not is_begun(obj)


class ResponseLinkTable(ReadOnly, Table):
    """Personal addresses sent to respondents: the opening makes them."""

    model = ResponseLink
    related = ("person", "campaign")
    fields = ("person", "email", "language", "sent_on", "reminded_on", "revoked_at", "revoked_by")
    readonly_fields = fields
    show_change_link = False


@admin.register(Campaign)
class CampaignAdmin(LinksAdmin, BoardAdmin, RemindingAdmin, RowAdmin):
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
    inlines = (DeadlineTable, ResponseLinkTable, AssignmentTable)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Once a campaign is open, its kind stays and its deadlines move by a step, with a reason."""
        return ("kind", "opens_on", "contributors_due_on", "closes_on") if is_begun(obj) else ()

    def asking_form(self, request: HttpRequest, record: Any, step: workflow.Step) -> forms.Form | None:
        """The new dates, those of today to begin with."""
        if step.name != "postpone":
            return None
        fields: dict[str, forms.Field] = {
            "contributors_due_on": day_field("Échéance des contributeurs", record.contributors_due_on)
        }
        given = dict(record.deadlines.values_list("party", "due_on"))
        for party in record.protocol.parties.select_related("organisation"):
            fields[f"party-{party.pk}"] = day_field(f"Échéance des visas\u00a0: {party}", given.get(party.pk))
        fields["closes_on"] = day_field("Clôture", record.closes_on)
        kind = type("DatesForm", (forms.Form,), fields)
        made: forms.Form = kind(request.POST if request.method == "POST" else None)
        return made

    def given_to(self, step: workflow.Step, cleaned: dict[str, Any]) -> dict[str, Any]:
        """Days by name, those of parties apart."""
        parties = {int(name[6:]): day for name, day in cleaned.items() if name.startswith("party-") and day}
        return {name: day for name, day in cleaned.items() if not name.startswith("party-")} | {"parties": parties}

    def get_urls(self) -> list[URLPattern]:
        """Where the deadlines are downloaded for an agenda."""
        view = self.admin_site.admin_view(self.calendar_view)
        return [path("<int:object_id>/agenda/", view, name="programmes_campaign_calendar"), *super().get_urls()]

    def pages(self, request: HttpRequest, record: Campaign) -> list[tuple[str, str]]:
        """The deadlines for an agenda."""
        address = reverse("admin:programmes_campaign_calendar", args=(record.pk,))
        return [*super().pages(request, record), ("Échéances pour un agenda", address)]

    def calendar_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """The deadlines of a campaign, for those who may read it."""
        campaign = self._campaign(request, object_id)
        name = f"echeances-{campaign.protocol.reference}-{campaign.year}.ics"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        file = calendars.of_campaigns([campaign], str(campaign), f"campaign-{campaign.pk}")
        return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def day_field(label: str, day: Any) -> forms.DateField:
    """A day to type; the browser's own calendar helps."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, initial=day, required=False, widget=widget)


def is_begun(campaign: Any) -> bool:
    """Whether a campaign is open, or was."""
    return campaign is not None and campaign.status != CampaignStatus.PLANNED


class AssessmentForm(RowForm):
    """The level that a party gives: its own, and among those of the campaign."""

    own: ClassVar[Any] = None
    is_free: ClassVar[bool] = False

    def clean(self) -> dict[str, Any] | None:
        """Nobody gives the level of another party."""
        cleaned = super().clean() or {}
        party = cleaned.get("party") or self.instance.party
        if self.has_changed() and not self.is_free and party != self.own:
            raise ValidationError("Chaque partie donne son propre niveau, et aucune celui d’une autre.")
        return cleaned


class AssessmentStack(Stack):
    """What each party says of a commitment: the levels are those of its campaign."""

    question = questions.LEVEL.name
    model = CommitmentAssessment
    form = AssessmentForm
    related = ("party__organisation",)
    show_change_link = False

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """The levels are those that this kind of campaign may give, the parties those of its protocol."""
        made: Any = super().get_formset(request, obj, **options)
        fields = made.form.base_fields
        if obj is not None and "level" in fields:
            levels = Level.of_campaign(obj.campaign.kind)
            fields["level"].choices = [("", "---------"), *((level.value, level.label) for level in levels)]
            fields["party"].queryset = obj.campaign.protocol.parties.select_related("organisation")
            made.form.own = workflow.people.party_of(request.user, obj.campaign.protocol)  # type: ignore[arg-type]
            made.form.is_free = request.user.has_role(Role.ADMINISTRATOR)  # type: ignore[union-attr]
        return made


class EvidenceStack(Stack):
    """Evidence that is no record of ours."""

    question = questions.EVIDENCE.name
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
        found = [AssessmentStack, *EVIDENCE, EvidenceStack, *self.inlines]
        return [AssessmentStack, IndicatorTable, *found[1:]] if obj else found


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
    search_fields = ("held_on", "place", "agenda", "decisions__text", "protocol__short_title")
    related = ("protocol",)
    date_hierarchy = "held_on"
    sections = ((None, ("protocol", "kind", "held_on", "place", "agenda")),)
    inlines = (DecisionStack,)
