"""Where the trail is kept: which table tells of which record, and which of its rows a person may read.

One action of one person (a page saved, a file imported, a step taken, a command run) is one `Context` of the trail; it
may have touched a record, rows inside it, and other records.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import HttpRequest
from pghistory.models import Context

from ..models import RoleHeld, StatusChange, User, rights
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

    def is_told_by_itself(self, name: str) -> bool:
        """Whether a column only says to which record the row belongs."""
        return not self.is_own and name in (self.link, self.link.removesuffix("_id"), "content_type")

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
        if has_trail(inline.model) and (link := link_of(inline, model)):
            about = issubclass(inline.model, About)
            found.append(
                Place(model=inline.model, trail=history_of(inline.model), link=link, record=None if about else model)
            )
    if model is User:
        found.append(Place(model=RoleHeld, trail=history_of(RoleHeld), link="user_id", record=User))
    if any(field.name == "status" for field in model._meta.fields):
        found.append(Place(model=StatusChange, trail=StatusChange, link="object_id"))
    return list(dict.fromkeys(found))


def link_of(inline: Any, model: type[Model]) -> str:
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
        self.reach = rights.reach_of(request.user)

    @cached_property
    def places(self) -> list[Place]:
        """Every table of the trail, under each kind of record that this person may read, in the order of the menu."""
        found: dict[Place, None] = {}
        for model, page in self.site._registry.items():
            if page.has_view_permission(self.request):
                inlines = page.get_inline_instances(self.request, None)
                found |= dict.fromkeys(places_of(model, inlines))
        return one_home_each(list(found))

    def sources(self, record: Any = None) -> list[tuple[Place, QuerySet[Any]]]:
        """What this person may read of each table; of one kind of record, when one is given."""
        places = [place for place in self.places if record is None or place.record in (None, record)]
        found = [(place, self.events(place)) for place in places]
        if record is None:
            return found
        kind = ContentType.objects.get_for_model(record)
        return [(place, rows if place.record else rows.filter(content_type=kind)) for place, rows in found]

    def events(self, place: Place) -> QuerySet[Any]:
        """What this person may read of a table of the trail; what was deleted since is read by those who see all."""
        events = place.trail._base_manager.order_by()
        condition = self.reach.seen(place.record or place.model)
        if not place.is_own and place.record:
            events = events.filter(**{f"{place.link}__isnull": False})
        if condition is rights.EVERY:
            return events
        if place.record is None:  # the trail has the same two columns as the rows themselves
            return events.filter(condition)
        return events.filter(**{f"{place.link}__in": place.record._base_manager.filter(condition).values("pk")})


def one_home_each(places: list[Place]) -> list[Place]:
    """Rows with a page of their own that also stand inside another record are told once.

    On their own when they have a life of their own (a status, or rows of theirs), inside the record otherwise.
    """
    own = {place.model for place in places if place.is_own}
    inside = {place.model for place in places if not place.is_own}
    holders = {place.record for place in places if not place.is_own}
    alive = {model for model in own if model in holders or any(field.name == "status" for field in model._meta.fields)}
    return [place for place in places if (place.model in alive or place.model not in inside) == place.is_own]


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
