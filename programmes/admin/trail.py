"""Where the trail is kept: which table tells of which record, and which of its rows a person may read.

One action of one person (a page saved, a file imported, a step taken, a command run) is one `Context` of the trail; it
may have touched a record, rows inside it, and other records.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from pghistory.models import Context

from ..models import RoleHeld, StatusChange, User
from ..models.trail import About
from .telling import history_of


@dataclass(frozen=True, kw_only=True)
class Place:
    """A table of the trail, and how its rows lead to the record whose page shows them."""

    model: Any  # the table of which the trail tells
    trail: Any
    link: str  # the column that leads to the record
    record: Any = None  # the kind of record; None when each row says it itself

    @property
    def is_own(self) -> bool:
        """Whether the rows are records themselves."""
        return bool(self.model is self.record)

    def of(self, record: Model) -> QuerySet[Any]:
        """The trail of a record in this table."""
        rows = self.trail._base_manager.filter(**{self.link: record.pk})
        return rows if self.record else rows.filter(content_type=ContentType.objects.get_for_model(record))


def has_trail(model: type[Model]) -> bool:
    """Whether the changes of a table are kept."""
    return bool(getattr(model, "pgh_event_models", None))


def places_of(model: type[Model], inlines: Iterable[Any]) -> list[Place]:
    """The tables that tell the life of a kind of record: its own, those of its rows, its steps."""
    found = [Place(model=model, trail=history_of(model), link="id", record=model)] if has_trail(model) else []
    for inline in inlines:
        if has_trail(inline.model) and (link := _link(inline, model)):
            about = issubclass(inline.model, About)
            found.append(
                Place(model=inline.model, trail=history_of(inline.model), link=link, record=None if about else model)
            )
    if model is User:
        found.append(Place(model=RoleHeld, trail=history_of(RoleHeld), link="user_id", record=User))
    if any(field.name == "status" for field in model._meta.fields):
        found.append(Place(model=StatusChange, trail=StatusChange, link="object_id"))
    return list(dict.fromkeys(found))


def _link(inline: Any, model: type[Model]) -> str:
    """The column by which the rows of an inline say to which record they belong."""
    if issubclass(inline.model, About):
        return "object_id"
    names = [
        field.attname
        for field in inline.model._meta.fields
        if field.is_relation and field.related_model is model and inline.fk_name in (None, field.name)
    ]
    return names[0] if names else ""


class Reading:
    """What of the whole trail a person may read."""

    def __init__(self, request: HttpRequest, site: AdminSite) -> None:
        self.request, self.site = request, site
        self._rows: dict[Any, QuerySet[Any] | None] = {}

    def places(self) -> list[Place]:
        """Every table of the trail, under each kind of record that this person may read, in the order of the menu."""
        found: dict[Place, None] = {}
        for model, page in self.site._registry.items():
            if page.has_view_permission(self.request):
                inlines = page.get_inline_instances(self.request, None)
                found |= dict.fromkeys(places_of(model, inlines))
        inside = {place.model for place in found if not place.is_own}
        # A row with a page of its own and a place inside another record is told there.
        return [place for place in found if not (place.is_own and place.model in inside and not _is_record(place))]

    def may_read_all(self, model: Any) -> bool:
        """Whether no row of a table is withheld from this person."""
        return self.rows(model) is None

    def rows(self, model: Any) -> QuerySet[Any] | None:
        """The rows of a table that this person may read; None for all of them, deleted ones included."""
        if model not in self._rows:
            rows = self.site.get_model_admin(model).get_queryset(self.request)
            self._rows[model] = rows.order_by().values("pk") if rows.query.where or rows.query.is_empty() else None
        return self._rows[model]

    def events(self, place: Place) -> QuerySet[Any]:
        """What this person may read of a table of the trail."""
        events = place.trail._base_manager.all()
        if place.record is None:
            return events.filter(self._about())
        if not place.is_own:
            events = events.filter(**{f"{place.link}__isnull": False})
        rows = self.rows(place.record)
        return events if rows is None else events.filter(**{f"{place.link}__in": rows})

    def _about(self) -> Q:
        """The rows about records that this person may read."""
        readable = [model for model, page in self.site._registry.items() if page.has_view_permission(self.request)]
        whole = [model for model in readable if self.may_read_all(model)]
        found = Q(content_type__in=[kind.pk for kind in ContentType.objects.get_for_models(*whole).values()])
        for model in set(readable) - set(whole):
            found |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=self.rows(model))
        return found


def _is_record(place: Place) -> bool:
    return any(field.name == "status" for field in place.model._meta.fields)


def action_link(place: Place) -> str:
    """The column that names the action."""
    return "context_id" if place.trail is StatusChange else "pgh_context_id"


def touching(sources: Sequence[tuple[Place, QuerySet[Any]]]) -> QuerySet[Context]:
    """The actions that left something in one of these parts of the trail, the latest first.

    One correlated UNION ALL: the database walks the actions from the latest and stops each probe at the first row, so
    that a page costs the same however long the trail is.
    """
    probes = [
        rows.filter(**{action_link(place): OuterRef("pk")}).order_by().values(action_link(place))
        for place, rows in sources
    ]
    if not probes:
        return Context.objects.none()
    first, *others = probes
    found = Exists(first.union(*others, all=True)) if others else Exists(first)
    return latest(Context.objects.filter(found))


def latest(actions: QuerySet[Context]) -> QuerySet[Context]:
    """The order of the pages."""
    return actions.order_by("-created_at", "-pk")
