"""Bringing back a record that was deleted, with its rows, under its own number."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from .. import channels
from ..models import rights
from . import sending, telling, trail
from .actions import Reader
from .earlier import as_row

REVIVED = "revived_from"


class RevivingAdmin(admin.ModelAdmin):
    """Mixed into every page of records: undoing a deletion."""

    def get_urls(self) -> list[URLPattern]:
        """The page of a record that is no longer there."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_revive"
        return [
            path("<int:number>/remettre/", self.admin_site.admin_view(self.revive_view), name=name),
            *super().get_urls(),
        ]

    def revive_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """A deleted record as it was, with its rows; a POST brings it back under its own number."""
        if not trail.has_trail(self.model):
            raise Http404
        latest = telling.history_of(self.model)._base_manager.filter(id=number).order_by("-pgh_id").first()
        if latest is None or latest.pgh_label != "delete":
            raise Http404
        if not (self.has_add_permission(request) and self._was_theirs(request, latest)):
            raise PermissionDenied
        if request.method == "POST":
            return self._revive(request, latest)
        reader = Reader(request, self.admin_site)
        reader.learn_links(self.model, [latest])
        known = telling.differing(self.model, latest, None)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Remettre «\u00a0{telling.name_in_trail(self.model, latest)}\u00a0»",
            "values": [(field.verbose_name, reader.words(field, old)) for field, old, _new in known],
            "rows": [
                f"{table.model._meta.verbose_name} «\u00a0{telling.name_in_trail(table.model, row)}\u00a0»".capitalize()
                for table, row in self._rows_of(request, latest)
            ],
            "opts": self.opts,
            "back": reverse("admin:trail"),
        }
        return TemplateResponse(request, "admin/trail/revive.html", context)

    def _was_theirs(self, request: HttpRequest, event: Any) -> bool:
        """Whether the deleted record was this person's to write: they took it away, or write all or one above it."""
        user: Any = request.user
        if rights.reach_of(user).written(self.model) is rights.EVERY:
            return True
        if event.pgh_context and event.pgh_context.metadata.get("user") == user.pk:
            return True
        return any(rights.may_write(user, record) for record in records_above(self.model, event))

    def _rows_of(self, request: HttpRequest, event: Any) -> list[tuple[Any, Any]]:
        """The rows that went with a record: the table where they stood, and their last state."""
        ghost = as_row(self.model, event)
        ghost.pk = event.id
        found = []
        _form, formsets, inlines = sending.untouched(self, request, None)
        for table, inline in zip(formsets, inlines, strict=True):
            for place in trail.places_of(self.model, [inline]):
                if place.model is inline.model:
                    gone = place.of(ghost).filter(pgh_context=event.pgh_context_id, pgh_label="delete")
                    found += [(table, row) for row in gone.order_by("pgh_id")]
        return found

    def _revive(self, request: HttpRequest, event: Any) -> HttpResponse:
        form, formsets, _inlines = sending.untouched(self, request, None)
        data = sending.sent_by_page(form, formsets)
        sending.lay_over(data, sending.sent_by_all(sending.form_like(form, as_row(self.model, event))))
        files = sending.files_of(sending.form_like(form, as_row(self.model, event)))
        tables = {table.prefix: table for table in formsets}
        for table in tables.values():
            data[f"{table.prefix}-TOTAL_FORMS"] = "0"
        for table, row in self._rows_of(request, event):
            files |= sending.add_row(data, tables[table.prefix], as_row(table.model, row))
        sending.send_instead(request, data, files)
        setattr(request, REVIVED, event)
        deleted_at = event.pgh_context.created_at if event.pgh_context else event.pgh_created_at
        add_page = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        with channels.by_restoring(f"remise de ce qui a été supprimé le {timezone.localtime(deleted_at):%d/%m/%Y}"):
            answer = self.changeform_view(request, None, form_url=add_page)
        if answer.status_code != 302:
            return answer
        messages.info(request, "La fiche est remise comme elle était à sa suppression.")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", event.id)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A record that comes back takes its own number again, so that its history goes on."""
        event = getattr(request, REVIVED, None)
        if event is not None and not change:
            obj.pk, obj.version, obj.is_demo = event.id, event.version + 1, event.is_demo
        super().save_model(request, obj, form, change)


def records_above(model: Any, event: Any) -> list[Any]:
    """The records on which a deleted one depended, those that are still there."""
    links = [model._meta.get_field(path) for path in model.belongs.under]
    found = [link.related_model._base_manager.filter(pk=getattr(event, link.attname)).first() for link in links]
    return [record for record in found if record is not None]
