"""Frozen editions: where each stands, its files, what it rests on, whether it is still what it was."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .. import workflow
from ..enums import JobKind
from ..models import Edition, EditionFile, EditionPublication, EditionWithdrawal, WithdrawalAgreement
from .addresses import change_page
from .base import RowAdmin
from .inlines import ReadOnly, Table
from .site import Menu


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
        return rows.visible_to(request.user).listed()

    @admin.display(description="situation")
    def standing(self, edition: Edition) -> str:
        """Whether outsiders may read it."""
        return standing_of(edition)

    @admin.display(description="fichiers")
    def files(self, edition: Edition) -> SafeString:
        """What can be downloaded."""
        return links_to_files(edition)


def standing_of(edition: Edition) -> str:
    """Candidate, published or withdrawn; what a party proposes about it."""
    if hasattr(edition, "withdrawal"):
        return "retirée"
    if not hasattr(edition, "publication"):
        return "candidate"
    if agreements := [one for one in edition.withdrawal_agreements.all() if one.cancelled_at is None]:
        parties = ", ".join(str(one.party) for one in agreements)
        return f"publiée ; retrait proposé par {parties}\u00a0: {agreements[0].reason}"
    return "publiée"


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


class AgreementTable(ReadOnly, Table):
    """What each party said of a withdrawal."""

    model = WithdrawalAgreement
    related = ("edition__report__campaign", "party__organisation", "given_by", "cancelled_by")
    fields = readonly_fields = ("party", "reason", "given_at", "given_by", "cancelled_at", "cancelled_by")
    show_change_link = False


@admin.register(Edition)
class EditionAdmin(ReadOnly, RowAdmin):
    """Frozen editions: nobody changes them; their files are downloaded here."""

    menu = Menu.REPORTS
    guide = "publier-un-erratum"
    folds_tables = False
    list_display = ("__str__", "frozen_at", "standing", "files", "contains_demo")
    list_filter = ("contains_demo", "report__campaign__year", "report__campaign__protocol")
    search_fields = ("checksum", "reason", "report__campaign__year")
    related = ("report__campaign", "frozen_by", "publication", "withdrawal")
    sections = (
        (None, ("report", "number", "reason", "checksum", "contains_demo", "frozen_at", "frozen_by")),
        ("Ce sur quoi elle repose", ("sheets_read",)),
    )
    readonly_fields = ("sheets_read",)
    inlines = (FileTable, PublicationTable, AgreementTable, WithdrawalTable)
    actions = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without the frozen content, which is long; with the files."""
        rows: Any = super().get_queryset(request)
        return rows.visible_to(request.user).listed()

    @admin.display(description="situation")
    def standing(self, edition: Edition) -> str:
        """Candidate, published or withdrawn."""
        return standing_of(edition)

    @admin.display(description="fichiers")
    def files(self, edition: Edition) -> SafeString:
        """What can be downloaded."""
        return links_to_files(edition)

    @admin.display(description="fiches lues")
    def sheets_read(self, edition: Edition) -> SafeString:
        """The sheets it rests on, with their version and visas, as they stood that day."""
        lines = [
            (sheet["about"], sheet["status"], sheet["version"], ", ".join(visa["party"] for visa in sheet["visas"]))
            for sheet in edition.rests_on.get("sheets", ())
        ]
        told = format_html_join("", "<li>{}\u00a0: {}, version {} ; visas\u00a0: {}</li>", lines)
        return format_html("<details><summary>{} fiche(s)</summary><ul>{}</ul></details>", len(lines), told)

    def get_urls(self) -> list[URLPattern]:
        """Where files are downloaded, and a check is asked for."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:object_id>/fichier/<int:file_id>/", wrap(self.file_view), name="programmes_edition_file"),
            path("<int:object_id>/verifier/", wrap(self.check_view), name="programmes_edition_check"),
            *super().get_urls(),
        ]

    def buttons(self, request: HttpRequest, record: Edition) -> list[tuple[str, str]]:
        """Make the files again, to compare."""
        return [("Vérifier cette édition", reverse("admin:programmes_edition_check", args=(record.pk,)))]

    def check_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Ask that the files be made again and compared, and lead to the page that shows how far it is."""
        edition = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if request.method != "POST":
            return redirect(change_page(edition))
        job = workflow.jobs.ask(
            JobKind.EDITION_CHECK,
            by=request.user,  # type: ignore[arg-type]
            is_demo=edition.report.is_demo,
            edition=edition.pk,
        )
        messages.info(request, "Les fichiers sont reconstruits à partir du contenu figé, puis comparés.")
        return redirect("admin:programmes_job_change", job.pk)

    def file_view(self, request: HttpRequest, object_id: int, file_id: int) -> HttpResponseBase:
        """A file, for those who may see its edition."""
        edition = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        file = get_object_or_404(edition.files, pk=file_id)
        return FileResponse(file.file.open("rb"), as_attachment=True, filename=file.file.name.rsplit("/", 1)[-1])
