"""The history page of a record."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ..models.trail import About
from . import trail
from .addresses import change_page


class HistoryAdmin(admin.ModelAdmin):
    """Mixed into every page of records: what was done to them."""

    # -- history

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Everything done to a record and to its rows: when, by whom, why, from what to what."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Historique : {record}",
            "entries": trail.Reader(request, self.admin_site).entries(record, self._tables(request, record)),
            "opts": self.opts,
            "object": record,
            "back": change_page(record),
        }
        return TemplateResponse(request, "admin/history.html", context)

    def _tables(self, request: HttpRequest, record: Any) -> list[tuple[Any, dict[str, Any]]]:
        """The tables whose trail tells the life of a record: its own, and those of its rows."""
        tables: list[tuple[Any, dict[str, Any]]] = []
        if hasattr(self.model, "history"):
            tables.append((self.model, {"pgh_obj": record.pk}))
        for inline in self.get_inline_instances(request, record):
            if hasattr(inline.model, "history") and (owner := owner_of(inline, record)):
                tables.append((inline.model, owner))
        return tables


def owner_of(inline: Any, record: Any) -> dict[str, Any]:
    """How the rows of an inline say to which record they belong."""
    if issubclass(inline.model, About):
        return {"content_type": ContentType.objects.get_for_model(record), "object_id": record.pk}
    names = [
        field.name
        for field in inline.model._meta.fields
        if field.is_relation and field.related_model is type(record) and inline.fk_name in (None, field.name)
    ]
    return {names[0]: record.pk} if names else {}
