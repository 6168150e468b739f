"""“Exporter”: the list on screen as a file, with the columns one chooses, at once or in the background."""

import tempfile
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from ..enums import JobKind
from ..exports import Export, Format, offer, register_source, write
from ..exports.exporting import too_many
from ..exports.formats import STAFF
from ..models import User
from ..workflow import Refused, jobs
from .counting import Listed

AT_ONCE = 2000  # lines that somebody may be left to wait for
CLOSED = "Cette liste ne peut plus être lue avec votre compte, ou ses filtres ont changé\u00a0: reprenez-la à l’écran."


class ExportForm(forms.Form):
    """Which columns, in which format."""

    format = forms.ChoiceField(
        label="Format",
        choices=[(kind.value, kind.label) for kind in STAFF],
        initial=Format.XLSX.value,
        widget=forms.RadioSelect,
    )
    columns = forms.MultipleChoiceField(
        label="Colonnes",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choisissez au moins une colonne."},
    )

    def __init__(self, model: type[Model], lines: int, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.lines = lines
        offers = offer(model)
        columns: Any = self.fields["columns"]
        columns.choices = [(one.heading, one.heading) for one in offers]
        columns.initial = [one.heading for one in offers if one.is_usual]

    def clean_format(self) -> str:
        """A format that can hold so many lines."""
        kind = Format(self.cleaned_data["format"])
        if refusal := too_many(kind, self.lines):
            raise forms.ValidationError(refusal)
        return kind.value


class ExportAdmin(admin.ModelAdmin):
    """Mixed into every page of records: its list as a file."""

    def get_urls(self) -> list[URLPattern]:
        """The page of the export beside the list."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("exporter/", self.admin_site.admin_view(self.export_view), name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list knows the address of its export."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_export"
        return super().changelist_view(request, {"export_page": name, **(extra_context or {})})

    def rows_listed(self, request: HttpRequest) -> Listed:
        """The list as this person sees it at this address. Raises IncorrectLookupParameters, PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return cast(Listed, self.get_changelist_instance(request))

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Choose columns and format, then get the file or the job that makes it."""
        try:
            listed = self.rows_listed(request)
        except IncorrectLookupParameters:
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        form = ExportForm(self.model, listed.exact_count, request.POST or None)
        if form.is_valid():
            return self.export(request, listed, form.cleaned_data)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Exporter\u00a0: {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "lines": listed.exact_count,
            "in_background": listed.exact_count > AT_ONCE,
            "query": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/export.html", context)

    def export(self, request: HttpRequest, listed: Listed, chosen: dict[str, Any]) -> HttpResponseBase:
        """The file at once when it is short, else its job; both are written down."""
        asked = Export(
            table=self.opts.label_lower,
            query=request.GET.urlencode(),
            headings=tuple(chosen["columns"]),
            format=chosen["format"],
        )
        if listed.exact_count > AT_ONCE:
            job = jobs.ask(JobKind.EXPORT, by=request.user, **asked.options())  # type: ignore[arg-type]
            messages.info(request, "L’export se prépare\u202f; son fichier sera sur cette page.")
            return redirect("admin:programmes_job_change", job.pk)
        stream = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
        write(listed.queryset, asked.cells, asked.format, stream)
        stream.seek(0)
        jobs.note_done(JobKind.EXPORT, by=request.user, **asked.options())  # type: ignore[arg-type]
        kind = Format(asked.format)
        return FileResponse(stream, as_attachment=True, filename=asked.name, content_type=kind.media_type)


def rows_of(user: User, model: type[Model], query: str) -> QuerySet[Any]:
    """The rows of a list as this account sees them now. Raises Refused."""
    request = HttpRequest()
    request.method, request.user, request.GET = "GET", user, QueryDict(query)
    request.META = {"QUERY_STRING": query}
    page = admin.site.get_model_admin(model) if admin.site.is_registered(model) else None
    if not (user.is_active and isinstance(page, ExportAdmin)):
        raise Refused(CLOSED)
    try:
        rows: QuerySet[Any] = page.rows_listed(request).queryset
    except (IncorrectLookupParameters, PermissionDenied) as error:
        raise Refused(CLOSED) from error
    return rows


register_source(rows_of)
