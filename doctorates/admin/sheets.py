"""The yearly sheets of theses, and theses as evidence."""

from django.contrib import admin

from programmes.admin import SheetAdmin, Stack, register_evidence

from ..models import ThesisEvidence, ThesisSheet


@admin.register(ThesisSheet)
class ThesisSheetAdmin(SheetAdmin):
    """The yearly sheets of theses."""

    subject = "thesis"
    list_display = ("thesis", "campaign", "nothing_new", "submitted_at", "status_mark")
    search_fields = ("thesis__title", "thesis__reference", "progress", "campaign__year")
    related = ("thesis", "campaign", "submitted_by")


@register_evidence
class ThesisEvidenceStack(Stack):
    """Theses as evidence that a commitment was kept."""

    model = ThesisEvidence
    related = ("thesis",)
    show_change_link = False
