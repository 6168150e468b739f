"""The annual report: its steps, previews, editions and files; what was said of it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .. import workflow
from ..enums import JobKind, Language, ReportStatus
from ..models import AnnualReport, Edition, EditionFile, EditionPublication, EditionWithdrawal, Statement
from .addresses import change_page
from .base import RowAdmin
from .inlines import AssignmentTable, ReadOnly, RemarkTable, Stack, Table, VisaTable
from .site import Menu

PREVIEWS = {
    Language.FRENCH: "Produire un aperçu (PDF, français)",
    Language.ENGLISH: "Produire un aperçu (PDF, anglais)",
}


def links_to_files(edition: Edition) -> SafeString:
    """The files of an edition, each to be downloaded."""
    links = [
        (
            reverse("admin:programmes_edition_file", args=(edition.pk, file.pk)),
            f"{file.get_format_display()}, {file.get_language_display()}",
        )
        for file in edition.files.all()
    ]
    return format_html_join(" · ", '<a href="{}">{}</a>', links)


class EditionTable(ReadOnly, Table):
    """Editions of a report, with their files."""

    model = Edition
    related = ("report__campaign", "frozen_by", "publication", "withdrawal")
    fields = ("number", "frozen_at", "frozen_by", "standing", "files", "reason")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without the frozen content, which is long; with the files."""
        rows: Any = super().get_queryset(request)
        return rows.visible_to(request.user).defer("content").prefetch_related("files")

    @admin.display(description="situation")
    def standing(self, edition: Edition) -> str:
        """Whether outsiders may read it."""
        return standing_of(edition)

    @admin.display(description="fichiers")
    def files(self, edition: Edition) -> SafeString:
        """What can be downloaded."""
        return links_to_files(edition)


def standing_of(edition: Edition) -> str:
    """Candidate, published or withdrawn."""
    if hasattr(edition, "withdrawal"):
        return "retirée"
    return "publiée" if hasattr(edition, "publication") else "candidate"


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
class AnnualReportAdmin(RowAdmin):
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

    def buttons(self, request: HttpRequest, record: AnnualReport) -> list[tuple[str, str]]:
        """A preview in each language, before any review."""
        return [
            (words, reverse("admin:programmes_annualreport_preview", args=(record.pk, language.value)))
            for language, words in PREVIEWS.items()
        ]

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


class FileTable(ReadOnly, Table):
    """Files of an edition."""

    model = EditionFile
    related = ("edition__report__campaign",)
    fields = ("language", "format", "size", "pages", "sha256", "download")
    readonly_fields = fields
    show_change_link = False

    @admin.display(description="télécharger")
    def download(self, file: EditionFile) -> SafeString:
        """The link to the file."""
        address = reverse("admin:programmes_edition_file", args=(file.edition_id, file.pk))
        return format_html('<a href="{}">Télécharger</a>', address)


class PublicationTable(ReadOnly, Table):
    """When and by whom it was made public."""

    model = EditionPublication
    related = ("edition__report__campaign", "published_by")
    fields = readonly_fields = ("published_at", "published_by")
    show_change_link = False


class WithdrawalTable(ReadOnly, Table):
    """When, by whom and why it was withdrawn."""

    model = EditionWithdrawal
    related = ("edition__report__campaign", "withdrawn_by")
    fields = readonly_fields = ("withdrawn_at", "withdrawn_by", "reason")
    show_change_link = False


@admin.register(Edition)
class EditionAdmin(ReadOnly, RowAdmin):
    """Frozen editions: nobody changes them; their files are downloaded here."""

    menu = Menu.REPORTS
    guide = "publier-un-erratum"
    list_display = ("__str__", "frozen_at", "standing", "files", "contains_demo")
    list_filter = ("contains_demo", "report__campaign__year", "report__campaign__protocol")
    search_fields = ("checksum", "reason", "report__campaign__year")
    related = ("report__campaign", "frozen_by", "publication", "withdrawal")
    sections = ((None, ("report", "number", "reason", "checksum", "contains_demo", "frozen_at", "frozen_by")),)
    inlines = (FileTable, PublicationTable, WithdrawalTable)
    actions = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without the frozen content, which is long; with the files."""
        rows: Any = super().get_queryset(request)
        return rows.visible_to(request.user).defer("content").prefetch_related("files")

    @admin.display(description="situation")
    def standing(self, edition: Edition) -> str:
        """Candidate, published or withdrawn."""
        return standing_of(edition)

    @admin.display(description="fichiers")
    def files(self, edition: Edition) -> SafeString:
        """What can be downloaded."""
        return links_to_files(edition)

    def get_urls(self) -> list[URLPattern]:
        """Where files are downloaded."""
        view = self.admin_site.admin_view(self.file_view)
        return [
            path("<int:object_id>/fichier/<int:file_id>/", view, name="programmes_edition_file"),
            *super().get_urls(),
        ]

    def file_view(self, request: HttpRequest, object_id: int, file_id: int) -> HttpResponseBase:
        """A file, for those who may see its edition."""
        edition = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        file = get_object_or_404(edition.files, pk=file_id)
        return FileResponse(file.file.open("rb"), as_attachment=True, filename=file.file.name.rsplit("/", 1)[-1])
