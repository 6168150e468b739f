"""The history page of a record: its own changes and those of its rows, one entry an action."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from . import trail
from .actions import Reader
from .addresses import change_page
from .asking import HistoryQuestion, cut


class HistoryAdmin(admin.ModelAdmin):
    """Mixed into every page of records: what was done to them."""

    # -- history

    def merges_of(self, record: Any) -> Any:
        """The merges in which a record had a part, told above its changes; none for records that are never merged."""
        return ()

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Everything done to a record and to its rows: when, by whom, which way, why, from what to what."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        places = trail.places_of(self.model, self.get_inline_instances(request, record))
        sources = [(place, place.of(record)) for place in places]
        question = HistoryQuestion(request.GET, sources=sources, model=self.model)
        page = cut(question.actions(), request.GET)
        entries = Reader(request, self.admin_site).entries(page.rows, sources)
        if self.has_change_permission(request, record):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_restore"
            for entry in entries[0 if page.newest or question.is_asked else 1 :]:  # the latest state is the present one
                entry.restore = reverse(name, args=(record.pk, entry.key))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Historique\u00a0: {record}",
            "entries": entries,
            "page": page,
            "question": question,
            "merges": () if question.is_asked or page.newest else self.merges_of(record),
            "opts": self.opts,
            "object": record,
            "back": change_page(record),
        }
        return TemplateResponse(request, "admin/history.html", context)
