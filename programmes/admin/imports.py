"""Imports: a template to fill in, a file to send, what its lines would change, a confirmation."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from ..models import Import
from ..resources import RecordResource, Verdict, all_kinds, importing, kind_named, templates
from ..spreadsheets.sniffing import LARGEST
from .base import RowAdmin
from .inlines import ReadOnly
from .jobs import STOP_ASKING
from .site import changes_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORDS = {
    Verdict.REFUSED: "refusées",
    Verdict.CHANGED: "modifiées",
    Verdict.NEW: "nouvelles",
    Verdict.SAME: "inchangées",
}
ROWS = 100  # lines on a page of a preview


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label="Fichier",
        help_text="XLSX, ODS ou CSV, 50 Mo et 100 000 lignes au plus. Rien n’est enregistré avant votre confirmation.",
        error_messages={"required": "Choisissez un fichier.", "empty": "Le fichier est vide."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large at once; the rest is judged by its content, later."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("Le fichier dépasse 50 Mo. Partagez-le en plusieurs fichiers.")
        return file


@admin.register(Import)
class ImportAdmin(ReadOnly, RowAdmin):
    """The files that were sent, by whom, and what became of them. Everybody sees their own."""

    menu = None
    list_display = ("name", "kind_title", "author", "sent_at", "state", "written_at")
    list_filter = ("state", "kind")
    search_fields = ("name", "author__full_name", "checksum")
    related = ("author",)
    actions = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """An import is its author's; the lines stay where they are until a page needs them."""
        rows: Any = super().get_queryset(request)
        return rows.visible_to(request.user).defer("lines")

    @admin.display(description="nature", ordering="kind")
    def kind_title(self, sent: Import) -> str:
        """The kind of file, in words."""
        found = kind_named(sent.kind)
        return found.title if found else sent.kind

    def get_urls(self) -> list[URLPattern]:
        """The way of a file: choose, send, look, confirm or drop."""
        guard = self.admin_site.admin_view
        return [
            path("nouveau/", guard(self.kinds_view), name="programmes_import_kinds"),
            path("nouveau/<slug:kind>/", guard(self.send_view), name="programmes_import_send"),
            path("nouveau/<slug:kind>/modele/", guard(self.template_view), name="programmes_import_template"),
            path("<int:pk>/fichier/", guard(self.file_view), name="programmes_import_file"),
            path("<int:pk>/avancement/", guard(self.progress_view), name="programmes_import_progress"),
            path("<int:pk>/confirmation/", guard(self.confirm_view), name="programmes_import_confirm"),
            path("<int:pk>/abandon/", guard(self.cancel_view), name="programmes_import_cancel"),
            *super().get_urls(),
        ]

    # -- sending

    def may_import(self, request: HttpRequest, kind: type[RecordResource]) -> bool:
        """Whether somebody may add and change the records of this kind."""
        return request.user.has_perms(changes_of(kind))

    def allowed_kind(self, request: HttpRequest, name: str) -> type[RecordResource]:
        """A kind of file that this person may import. Raises Http404 or PermissionDenied."""
        found = kind_named(name)
        if found is None:
            raise Http404
        if not self.may_import(request, found):
            raise PermissionDenied
        return found

    def page(self, request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
        """A page of ours in the frame of the administration."""
        frame = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return TemplateResponse(request, f"admin/imports/{template}.html", frame | context)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who may import at least one kind of file."""
        return any(self.may_import(request, kind) for kind in all_kinds().values())

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """A new import begins with its kind."""
        return self.kinds_view(request)

    def kinds_view(self, request: HttpRequest) -> HttpResponse:
        """Which kind of file?"""
        kinds = [kind for kind in all_kinds().values() if self.may_import(request, kind)]
        if not kinds:
            raise PermissionDenied
        return self.page(request, "kinds", "Importer un fichier", kinds=kinds)

    def send_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The template to download, the file to send, the columns explained."""
        found = self.allowed_kind(request, kind)
        form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
        if form.is_valid():
            sent = importing.send(form.cleaned_data["file"], kind, by=request.user)  # type: ignore[arg-type]
            return redirect("admin:programmes_import_change", sent.pk)
        columns = found().all_columns
        return self.page(request, "send", f"Importer\u00a0: {found.title}", form=form, kind=found, columns=columns)

    def template_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The template of a kind of file."""
        found = self.allowed_kind(request, kind)
        name = f'attachment; filename="modele-{kind}.xlsx"'
        content = templates.workbook(found())
        return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": name})

    # -- looking

    def import_or_404(self, request: HttpRequest, pk: int) -> Import:
        """An import that this person may see."""
        sent: Import = get_object_or_404(self.get_queryset(request), pk=pk)
        return sent

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """How far an import is, then its lines, the refused ones first."""
        sent = self.get_object(request, object_id)
        if sent is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        chosen = self._chosen(sent, request.GET.get("lignes", ""))
        lines = [line for line in sent.lines if line[1] == chosen]
        shown = Paginator(lines, ROWS).get_page(request.GET.get("page"))
        tabs = [(verdict.value, words, sent.totals.get(verdict.value, 0)) for verdict, words in WORDS.items()]
        parts = {"sent": sent, "kind_title": self.kind_title(sent), "tabs": tabs, "chosen": chosen, "shown": shown}
        return self.page(request, "import", str(sent), **parts)

    def _chosen(self, sent: Import, wanted: str) -> str:
        """Which lines to show: those asked for, else the first that are not none."""
        if wanted in set(Verdict):
            return wanted
        return next((verdict.value for verdict in WORDS if sent.totals.get(verdict.value)), Verdict.NEW.value)

    def progress_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How far it is; once over, the whole page is asked for again."""
        sent = self.import_or_404(request, pk)
        response = TemplateResponse(request, "admin/imports/progress.html", {"sent": sent})
        if not sent.is_under_way:
            response.status_code = STOP_ASKING
            response.headers["HX-Refresh"] = "true"
        return response

    def file_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The file as it was sent, for those who may see the import; never opened inside the site."""
        sent = self.import_or_404(request, pk)
        return FileResponse(
            sent.file.open("rb"), as_attachment=True, filename=sent.name, content_type="application/octet-stream"
        )

    # -- deciding

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write what the preview says."""
        sent = self.import_or_404(request, pk)
        self.allowed_kind(request, sent.kind)
        if sent.author != request.user:
            raise PermissionDenied
        if request.method == "POST" and not importing.confirm(sent):
            messages.error(request, "Cet import n’est plus à confirmer.")
        return redirect("admin:programmes_import_change", pk)

    def cancel_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stop an import, or drop its preview."""
        sent = self.import_or_404(request, pk)
        if request.method == "POST":
            stopped = importing.cancel(sent)
            words = (
                "L’import est annulé\u00a0: rien n’est enregistré."
                if stopped
                else "Cet import est déjà enregistré ou clos."
            )
            messages.add_message(request, messages.SUCCESS if stopped else messages.ERROR, words)
        return redirect("admin:programmes_import_change", pk)
