"""Actions of the trail as entries of a page: when, who, which way, why, and what changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from pghistory.models import Context

from .. import channels
from ..models import Import, ResponseLink, StatusChange, User
from . import telling
from .telling import Change
from .trail import Place, action_link

DONE = {"insert": "Création", "update": "Modification", "delete": "Suppression"}
MOST = 200  # rows told on one entry; the page says when there were more
NOBODY, TERMINAL = "Auteur inconnu", "Terminal du serveur"


@dataclass(frozen=True, kw_only=True)
class Part:
    """What an action did to one row."""

    what: str
    changes: tuple[Change, ...] = ()


@dataclass(kw_only=True)
class Entry:
    """One action of one person."""

    key: Any
    when: datetime
    who: str
    organisation: str
    way: str
    link: str = ""  # where the way leads: the import
    reason: str = ""
    parts: list[Part] = field(default_factory=list)
    more: bool = False  # other rows were touched that are not told here
    restore: str = ""  # where the state it left is brought back


class Reader:
    """Turns actions into entries; names of people and of linked records are asked for once."""

    def __init__(self, request: HttpRequest, site: AdminSite) -> None:
        self.request, self.site = request, site
        self.people: dict[int, User] = {}
        self.links: dict[int, ResponseLink] = {}
        self.imports: set[int] = set()
        self.names: dict[type[Model], dict[Any, str]] = {}

    def learn_people(self, actions: Iterable[Context]) -> None:
        """Who did these things, and which imports may be opened."""
        signed = [action.metadata for action in actions]
        authors = {metadata["user"] for metadata in signed if metadata.get("user")}
        self.people = User.objects.select_related("organisation").in_bulk(authors)
        if links := {metadata["link"] for metadata in signed if metadata.get("link")}:
            self.links = ResponseLink.objects.select_related("person").in_bulk(links)
        files = {metadata["import"] for metadata in signed if metadata.get("import")}
        if files:
            mine = Import.objects.visible_to(self.request.user).filter(pk__in=files)
            self.imports = set(mine.values_list("pk", flat=True))

    def entry(self, action: Context) -> Entry:
        """An action without what it changed."""
        metadata = action.metadata
        channel = channels.of(metadata)
        account = self.people.get(metadata.get("user") or 0)
        link = self.links.get(metadata.get("link") or 0)
        author = link.who if link else account
        is_open = metadata.get("import") in self.imports
        return Entry(
            key=action.pk,
            when=action.created_at,
            who=str(author or (TERMINAL if channel == channels.Channel.COMMAND else NOBODY)),
            organisation=account.organisation.short_name if account and account.organisation else "",
            way=way(channel, metadata),
            link=reverse("admin:programmes_import_change", args=(metadata["import"],)) if is_open else "",
            reason=reason_of(channel, metadata),
        )

    def entries(self, actions: Sequence[Context], sources: Sequence[tuple[Place, QuerySet[Any]]]) -> list[Entry]:
        """These actions with what they changed in these parts of the trail."""
        self.learn_people(actions)
        entries = {action.pk: self.entry(action) for action in actions}
        found = [(place, self._events(entries, place, rows)) for place, rows in sources]
        self._learn_names(found)
        for place, events in found:
            before = states_before(place, events)
            for event in events:
                if part := self.part(place, event, before.get(key_before(event))):
                    entries[getattr(event, action_link(place))].parts.append(part)
        return list(entries.values())

    def _events(self, entries: dict[Any, Entry], place: Place, rows: QuerySet[Any]) -> list[Any]:
        events = list(rows.filter(**{f"{action_link(place)}__in": list(entries)}).order_by("-pk")[: MOST + 1])
        for event in events[MOST:]:
            entries[getattr(event, action_link(place))].more = True
        return events[MOST - 1 :: -1]

    def part(self, place: Place, event: Any, before: Any) -> Part | None:
        """What an event did to its row; None when its version alone moved."""
        if isinstance(event, StatusChange):
            return Part(what=f"Étape «\u00a0{event.label}\u00a0»")
        gone = event.pgh_label == "delete"
        older, newer = (event, None) if gone else (before, event)
        is_first = event.pgh_label == "insert" and place.is_own
        told = () if is_first else self.changes(place.model, older, newer)
        changes = tuple(change for change in told if not place.is_told_by_itself(change.name))
        if event.pgh_label == "update" and not changes:
            return None
        row = "" if place.is_own else f" – {place.model._meta.verbose_name}"
        return Part(what=DONE[event.pgh_label] + row, changes=changes)

    def changes(self, model: type[Model], older: Any, newer: Any) -> Iterable[Change]:
        """The fields that differ between two states of a row, in words; one of them may be missing."""
        for column, old, new in telling.differing(model, older, newer):
            yield telling.change(column, self.words(column, old), self.words(column, new))

    def words(self, column: Any, value: Any) -> str:
        """A value as staff read it."""
        if value is not None and isinstance(column, ForeignKey):
            return self.names.get(column.related_model, {}).get(value, f"n° {value} (supprimé depuis)")
        return telling.in_words(column, value)

    def _learn_names(self, found: Iterable[tuple[Place, list[Any]]]) -> None:
        for place, events in found:
            if events and place.trail is not StatusChange:
                self.learn_links(place.model, events)

    def learn_links(self, model: type[Model], states: Iterable[Any]) -> None:
        """The names of the records that these states of rows lead to."""
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        for column in telling.kept_fields(model):
            if isinstance(column, ForeignKey):
                values = {getattr(state, column.attname, None) for state in states} - {None}
                wanted[column.related_model] |= values - self.names.get(column.related_model, {}).keys()
        for related, keys in wanted.items():
            if keys:
                self.names.setdefault(related, {}).update(self.names_of(related, keys))

    def names_of(self, model: type[Model], keys: Iterable[Any]) -> dict[Any, str]:
        """The names of records that still exist."""
        return {row.pk: str(row) for row in self._source(model).filter(pk__in=keys)}

    def _source(self, model: type[Model]) -> QuerySet[Any]:
        """Rows with what their names need, as their own list loads them."""
        related = getattr(self.site._registry.get(model), "related", ())
        return model._base_manager.select_related(*related)


def reason_of(channel: channels.Channel, metadata: dict[str, Any]) -> str:
    """Why: what was said at a step, else what the load, the job or the restoring says; the way tells an import's."""
    if channel == channels.Channel.IMPORT:
        return ""
    said = metadata.get("step_reason") if channel == channels.Channel.STEP else ""
    return str(said or metadata.get("reason", ""))


def way(channel: channels.Channel, metadata: dict[str, Any]) -> str:
    """The way of a change in words, with the name of the file, of the step or of the command."""
    match channel:
        case channels.Channel.IMPORT:
            name = metadata.get("file") or str(metadata.get("reason", "")).removeprefix("import ")
            return f"Import «\u00a0{name}\u00a0»"
        case channels.Channel.STEP:
            return f"Étape «\u00a0{metadata['step']}\u00a0»"
        case channels.Channel.COMMAND if metadata.get("command"):
            return f"Commande {metadata['command']}"
    return str(channel.label)


def key_before(event: Any) -> tuple[Any, int]:
    """The row and the version that an event replaced."""
    return event.id, (getattr(event, "version", None) or 0) - 1


def states_before(place: Place, events: Sequence[Any]) -> dict[tuple[Any, int], Any]:
    """The state that each update replaced, by row and version."""
    updated = [event for event in events if getattr(event, "pgh_label", "") == "update" and key_before(event)[1] > 0]
    if not updated:
        return {}
    found = place.trail._base_manager.filter(
        id__in={event.id for event in updated}, version__in={event.version - 1 for event in updated}
    ).order_by("pk")
    return {(event.id, event.version): event for event in found}
