"""Jobs: how far each is, really, and the file it made."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from ..enums import JobKind
from ..models import Job
from .addresses import list_page
from .base import RowAdmin
from .board import STOP_ASKING
from .inlines import ReadOnly
from .site import Menu


def exported(job: Job) -> tuple[str, str]:
    """The list that an export was asked from: its name, and its address with what was chosen there."""
    model = apps.get_model(job.options["table"])
    query = f"?{job.options['query']}" if job.options["query"] else ""
    return str(model._meta.verbose_name_plural).capitalize(), f"{list_page(model)}{query}"


@admin.register(Job)
class JobAdmin(ReadOnly, RowAdmin):
    """What was asked and takes longer than a page. Everybody sees their own."""

    menu = Menu.REPORTS
    is_counted = False
    list_display = ("kind", "asked_by", "asked_at", "state", "progress", "ended_at")
    list_filter = ("kind", "state")
    search_fields = ("message", "asked_by__full_name", "asked_by__email")
    related = ("asked_by",)
    actions = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """A job is its author's."""
        rows: Any = super().get_queryset(request)
        return rows.visible_to(request.user)

    @admin.display(description="avancement")
    def progress(self, job: Job) -> str:
        """How far it is."""
        return f"{job.percent} %"

    def get_urls(self) -> list[URLPattern]:
        """The part of the page that is asked for again, and the file."""
        site = self.admin_site
        return [
            path("<int:object_id>/avancement/", site.admin_view(self.progress_view), name="programmes_job_progress"),
            path("<int:object_id>/fichier/", site.admin_view(self.file_view), name="programmes_job_file"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page of a job: how far it is, then its file."""
        job = self.get_object(request, unquote(object_id))
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        context = {**self.admin_site.each_context(request), "title": str(job), "job": job, "opts": self.opts}
        if job.kind == JobKind.EXPORT and "table" in job.options:
            context["exported"] = exported(job)
        return TemplateResponse(request, "admin/job.html", context)

    def progress_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """How far it is; 286 tells the page to ask no more."""
        job = get_object_or_404(self.get_queryset(request), pk=object_id)
        status = STOP_ASKING if job.is_over else 200
        return TemplateResponse(request, "admin/job_progress.html", {"job": job}, status=status)

    def file_view(self, request: HttpRequest, object_id: int) -> HttpResponseBase:
        """The file of a job, for those who may see the job."""
        job = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not job.file:
            raise Http404
        return FileResponse(job.file.open("rb"), as_attachment=True, filename=job.file.name.rsplit("/", 1)[-1])
