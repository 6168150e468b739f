"""The annual report: its steps, previews, editions and files; what was said of it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from .. import workflow
from ..enums import JobKind, Language, ReportStatus
from ..models import AnnualReport, Statement
from .addresses import change_page
from .base import RowAdmin
from .editions import EditionTable
from .inlines import AssignmentTable, RemarkTable, Stack, VisaTable
from .reviewing import NAME as REVIEW
from .reviewing import ReviewingAdmin
from .site import Menu

PREVIEWS = {
    Language.FRENCH: "Produire un aperçu (PDF, français)",
    Language.ENGLISH: "Produire un aperçu (PDF, anglais)",
}


class WithdrawalForm(forms.Form):
    """The edition that a party proposes to withdraw."""

    edition = forms.TypedChoiceField(label="Édition à retirer", coerce=int)


class ForewordStack(Stack):
    """Forewords: what the partners say at the head of the report."""

    model = Statement
    related = ("person",)
    exclude = ("protocol",)
    classes = ("collapse",)
    verbose_name = "avant-propos"
    verbose_name_plural = "avant-propos"
    show_change_link = False


@admin.register(AnnualReport)
class AnnualReportAdmin(ReviewingAdmin, RowAdmin):
    """The joint report of each campaign."""

    menu = Menu.REPORTS
    public_page = "programmes:report"
    folds_tables = False  # its editions and their files are what one comes for
    begin = "Préparer un rapport"
    guide = "preparer-le-rapport"
    list_display = ("__str__", "protocol", "adopted_in", "status_mark")
    list_filter = ("status", "campaign__kind", "campaign__year", "campaign__protocol")
    search_fields = ("campaign__year", "campaign__protocol__short_title")
    related = ("campaign__protocol", "adopted_in")
    sections = (("Le rapport", ("campaign", "adopted_in", "erratum_reason")),)
    inlines = (EditionTable, ForewordStack, VisaTable, RemarkTable, AssignmentTable)

    @admin.display(description="protocole", ordering="campaign__protocol")
    def protocol(self, report: AnnualReport) -> str:
        """Whose report it is."""
        return str(report.campaign.protocol)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Its campaign never changes; the reason of an erratum is frozen with its edition."""
        if obj is None:
            return ()
        return ("campaign",) if obj.status == ReportStatus.PREPARATION else ("campaign", "erratum_reason")

    def get_urls(self) -> list[URLPattern]:
        """Where a preview is asked for."""
        view = self.admin_site.admin_view(self.preview_view)
        return [
            path("<path:object_id>/apercu/<slug:language>/", view, name="programmes_annualreport_preview"),
            *super().get_urls(),
        ]

    def asking_form(self, request: HttpRequest, record: Any, step: workflow.Step) -> forms.Form | None:
        """Which edition is to be withdrawn."""
        if step.name != "propose_withdrawal":
            return None
        made = WithdrawalForm(request.POST if request.method == "POST" else None)
        choice: Any = made.fields["edition"]
        choice.choices = [
            (edition.number, f"Édition {edition.number}") for edition in workflow.withdrawals.withdrawable(record)
        ]
        return made

    def buttons(self, request: HttpRequest, record: AnnualReport) -> list[tuple[str, str]]:
        """A preview in each language, before any review."""
        return [
            (words, reverse("admin:programmes_annualreport_preview", args=(record.pk, language.value)))
            for language, words in PREVIEWS.items()
        ]

    def pages(self, request: HttpRequest, record: AnnualReport) -> list[tuple[str, str]]:
        """Where the candidate is given to somebody without an account."""
        if not workflow.reviewing.may_give(request.user, record):  # type: ignore[arg-type]
            return []
        return [("Donner à relire sans compte…", reverse(f"admin:{REVIEW}", args=(record.pk,)))]

    def preview_view(self, request: HttpRequest, object_id: str, language: str) -> HttpResponse:
        """Ask for a preview, and lead to the page that shows how far it is."""
        report = self.get_object(request, unquote(object_id))
        if report is None or language not in Language.values:
            raise Http404
        if not self.has_view_permission(request, report):
            raise PermissionDenied
        if request.method != "POST":
            return redirect(change_page(report))
        job = workflow.jobs.ask(
            JobKind.REPORT_PREVIEW,
            by=request.user,  # type: ignore[arg-type]
            is_demo=report.is_demo,
            protocol=report.campaign.protocol_id,
            year=report.campaign.year,
            kind=report.campaign.kind,
            language=language,
        )
        messages.info(request, "L’aperçu se prépare ; vous pouvez quitter cette page, il restera dans vos travaux.")
        return redirect("admin:programmes_job_change", job.pk)

    def is_public(self, record: Any) -> bool:
        """Once an edition is public."""
        return bool(record.editions.published().not_withdrawn().exists())

    def public_arguments(self, record: Any) -> dict[str, Any]:
        """Protocol, year, kind."""
        campaign = record.campaign
        return {"protocol": campaign.protocol.reference, "campaign": (campaign.year, campaign.kind)}
