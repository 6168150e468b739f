"""Going back to an earlier state of a record, as a new change: field by field, through the form of an edit."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from pghistory.models import Context

from .. import channels
from . import sending, trail, writers
from .addresses import change_page
from .earlier import Earlier


class RestoringAdmin(admin.ModelAdmin):
    """Mixed into every page of records: going back to an earlier state."""

    def get_urls(self) -> list[URLPattern]:
        """The page that shows what would change."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            path("<path:object_id>/retablir/<uuid:action>/", guard(self.restore_view), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def restore_view(self, request: HttpRequest, object_id: str, action: Any) -> HttpResponse:
        """Field by field, what an earlier state would change; what is ticked is then saved as an edit is."""
        record = self.get_object(request, unquote(object_id))
        if record is None or not trail.has_trail(self.model):
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        chosen = get_object_or_404(Context, pk=action)
        earlier = Earlier(self, request, record, chosen)
        ticked = set(request.POST.getlist("take"))
        told = ""
        if request.method == "POST" and ticked:
            if request.POST.get("seen") == earlier.seen():
                return self._restore(request, earlier, ticked)
            who = writers.author_of(record)
            told = f"{who} a modifié cette fiche pendant votre lecture\u00a0: relisez, puis rétablissez."
        elif request.method == "POST":
            told = "Cochez ce qu’il faut rétablir."
        return self._compare(request, earlier, told, ticked)

    def _compare(self, request: HttpRequest, earlier: Earlier, told: str, ticked: set[str]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": f"Rétablir l’état du {moment(earlier.action)}",
            "groups": earlier.groups(),
            "seen": earlier.seen(),
            "told": told,
            "ticked": ticked,
            "is_first": request.method != "POST",
            "opts": self.opts,
            "object": earlier.record,
            "back": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=(earlier.record.pk,)),
        }
        return TemplateResponse(request, "admin/trail/restore.html", context)

    def _restore(self, request: HttpRequest, earlier: Earlier, ticked: set[str]) -> HttpResponse:
        allowed = {offer.name for group in earlier.groups() for offer in group.offers if not offer.refused}
        sending.send_instead(request, *earlier.sent(ticked & allowed))
        record = earlier.record
        with channels.by_restoring(f"rétablissement de l’état du {moment(earlier.action)}"):
            answer = self.changeform_view(request, str(record.pk), form_url=change_page(record))
        if answer.status_code != 302:
            return answer
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", record.pk)


def moment(action: Context) -> str:
    """When an action took place, in words."""
    return f"{timezone.localtime(action.created_at):%d/%m/%Y à %-H h %M}"
