"""The page « Modifications récentes »: what happened across records, whatever the way."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from pghistory.models import Context

from . import telling, trail
from .actions import Part, Reader, key_before, states_before
from .addresses import change_page
from .asking import RecentQuestion, cut
from .summing import Line, Summary
from .trail import Place, action_link

ROWS = 50  # rows of one action on a page
KEPT = 60  # seconds: an action that goes on writing shows the rest of its rows by then


def latest_lines(request: HttpRequest, site: AdminSite, number: int = 8) -> list[Line]:
    """The latest actions that this person may read, for the start page; kept as long as nobody does anything."""

    def told() -> list[Line]:
        reading = trail.Reading(request, site)
        return Summary(request, site, reading).lines(list(trail.touching(reading.sources())[:number]))

    last = trail.latest(Context.objects.all()).values_list("pk", flat=True).first()
    found: list[Line] = cache.get_or_set(f"recent-{request.user.pk}-{last}-{number}", told, KEPT) or []
    return found


def urls(site: AdminSite) -> list[URLPattern]:
    """The page, and the one of each action that touched many rows."""

    def recent(request: HttpRequest) -> HttpResponse:
        return recent_view(request, site)

    def action(request: HttpRequest, key: Any) -> HttpResponse:
        return action_view(request, site, key)

    return [
        path("modifications/", site.admin_view(recent), name="trail"),
        path("modifications/<uuid:key>/", site.admin_view(action), name="trail_action"),
    ]


def recent_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Who changed what, when and by which way: one line an action, the latest first."""
    reading = trail.Reading(request, site)
    question = RecentQuestion(request.GET, reading=reading)
    page = cut(question.actions(), request.GET)
    context = {
        **site.each_context(request),
        "title": "Modifications récentes",
        "lines": Summary(request, site, reading).lines(page.rows),
        "page": page,
        "question": question,
    }
    return TemplateResponse(request, "admin/trail/recent.html", context)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row that an action touched."""

    name: str
    address: str
    part: Part


class Touched:
    """All the rows that an action touched, as one long list of which only a page is read."""

    def __init__(self, request: HttpRequest, site: AdminSite, action: Context) -> None:
        self.reader, self.site = Reader(request, site), site
        parts = [
            (place, rows.filter(**{action_link(place): action.pk}).order_by("pk"))
            for place, rows in trail.Reading(request, site).sources()
            if hasattr(place.model, "pgh_event_models")
        ]
        self.parts = [(place, rows, number) for place, rows in parts if (number := rows.count())]

    def count(self) -> int:
        """How many rows."""
        return sum(number for _place, _rows, number in self.parts)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, wanted: slice) -> list[Row]:
        """The rows of a page."""
        found, passed = [], 0
        for place, rows, number in self.parts:
            start, stop = max(wanted.start - passed, 0), min(wanted.stop - passed, number)
            if start < stop:
                found += self._told(place, list(rows[start:stop]))
            passed += number
        return found

    def _told(self, place: Place, events: list[Any]) -> list[Row]:
        self.reader.learn_links(place.model, events)
        before = states_before(place, events)
        names = self.reader.names_of(place.model, {event.id for event in events})
        kind = place.model._meta.verbose_name
        return [
            Row(
                name=f"{kind} «\u00a0{names.get(event.id) or telling.name_in_trail(place.model, event)}\u00a0»",
                address=change_page(place.model(pk=event.id)) if self._has_page(place, event, names) else "",
                part=self.reader.part(place, event, before.get(key_before(event))) or Part(what="Modification"),
            )
            for event in events
        ]

    def _has_page(self, place: Place, event: Any, names: dict[Any, str]) -> bool:
        model: type[Model] = place.model
        return event.id in names and model in self.site._registry


def action_view(request: HttpRequest, site: AdminSite, key: Any) -> HttpResponse:
    """Each row that one action touched."""
    action = get_object_or_404(Context, pk=key)
    touched = Touched(request, site, action)
    if not touched.parts:
        raise Http404
    rows: Any = touched
    pages: Paginator[Row] = Paginator(rows, ROWS)
    reader = touched.reader
    reader.learn_people([action])
    context = {
        **site.each_context(request),
        "title": "Modifications d’une même action",
        "entry": reader.entry(action),
        "shown": pages.get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "admin/trail/action.html", context)
