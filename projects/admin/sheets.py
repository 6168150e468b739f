"""The yearly sheets of actions, and actions as evidence."""

from django.contrib import admin

from programmes.admin import SheetAdmin, Stack, register_evidence

from ..models import EventEvidence, OutputEvidence, ProjectEvidence, ProjectSheet


@admin.register(ProjectSheet)
class ProjectSheetAdmin(SheetAdmin):
    """The yearly sheets of actions."""

    subject = "project"
    list_display = ("project", "campaign", "nothing_new", "submitted_at", "status_mark")
    search_fields = ("project__title", "project__acronym", "progress", "campaign__year")
    related = ("project", "campaign", "submitted_by")


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
