"""Papers of actions: their table, and their files for those who may see the action."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from programmes.admin import Stack

from ..models import Document


class DocumentStack(Stack):
    """Papers."""

    model = Document
    classes = ("collapse",)
    show_change_link = False


class PapersAdmin(admin.ModelAdmin):
    """Mixed into the page of actions: the files of their papers."""

    def get_urls(self) -> list[URLPattern]:
        """Where each file is read: what `MEDIA_URL` names."""
        view = self.admin_site.admin_view(self.paper_view)
        return [path("fichiers/<path:name>", view, name="projects_project_paper"), *super().get_urls()]

    def paper_view(self, request: HttpRequest, name: str) -> HttpResponseBase:
        """The file of a paper, for those who may see its action; never opened inside the site."""
        paper = get_object_or_404(Document.objects.select_related("project"), file=name)
        if not self.has_view_permission(request, paper.project):
            raise PermissionDenied
        if not paper.has_file:
            raise Http404
        return FileResponse(paper.file.open("rb"), as_attachment=True, filename=paper.file_name)
