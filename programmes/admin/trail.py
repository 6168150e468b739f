"""Reads the trail: who changed what, when, through which step, in words that staff use."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.contrib.admin.sites import AdminSite
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import Truncator

from .. import wording
from ..fields import MoneyField
from ..models import StatusChange, User

LATEST = 300
NOT_SHOWN = frozenset({"id", "version", "is_demo", "status"})
DONE = {"insert": "Création", "update": "Modification", "delete": "Suppression"}


@dataclass(frozen=True, kw_only=True)
class Change:
    """A field before and after, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing somebody did to a record or to a row of it."""

    when: datetime
    who: str
    what: str
    reason: str = ""
    changes: tuple[Change, ...] = ()


def events(model: type[Model], **owner: Any) -> QuerySet[Any]:
    """The trail of one table, the latest first: of one row, or of the rows that belong to a record."""
    table = model._meta.get_field("history").related_model
    return table._base_manager.filter(**owner).select_related("pgh_context").order_by("-pgh_id")  # type: ignore[union-attr]


def author_id(event: Any) -> int | None:
    """Who caused an event: the context of the request, the load or the task says so."""
    context = event.pgh_context
    return context.metadata.get("user") if context else None


def reason_of(event: Any) -> str:
    """The reason given with an event; empty for an ordinary edit."""
    context = event.pgh_context
    return str(context.metadata.get("reason", "")) if context else ""


class Reader:
    """Turns events into entries; names of people and of linked records are asked for once."""

    def __init__(self, request: HttpRequest, site: AdminSite = admin.site) -> None:
        self.request, self.site = request, site
        self.people: dict[int, str] = {}
        self.names: dict[type[Model], dict[Any, str]] = {}

    def entries(self, record: Model, tables: Sequence[tuple[type[Model], dict[str, Any]]]) -> list[Entry]:
        """Everything done to a record, to its rows and to its status, the latest first."""
        found = [(model, list(events(model, **owner)[:LATEST])) for model, owner in tables]
        self._learn_names(found)
        entries = [entry for model, rows in found for entry in self._of_table(record, model, rows)]
        entries += [
            Entry(when=step.made_at, who=str(step.made_by), what=step.label, reason=step.reason)
            for step in StatusChange.objects.about(record).select_related("made_by")[:LATEST]
        ]
        return sorted(entries, key=lambda entry: entry.when, reverse=True)

    def _of_table(self, record: Model, model: type[Model], rows: list[Any]) -> Iterable[Entry]:
        by_row: dict[Any, list[Any]] = defaultdict(list)
        for event in rows:
            by_row[event.pgh_obj_id].append(event)
        is_record = isinstance(record, model)
        for history in by_row.values():
            for event, before in zip(history, [*history[1:], None], strict=True):
                if entry := self._entry(model, event, before, is_record=is_record):
                    yield entry

    def _entry(self, model: type[Model], event: Any, before: Any, *, is_record: bool) -> Entry | None:
        gone = event.pgh_label == "delete"
        older, newer = (event, None) if gone else (before, event)
        changes = () if is_record and before is None else tuple(self.changes(model, older, newer))
        if event.pgh_label == "update" and before is not None and not changes:
            return None  # its status alone moved: the step says it
        what = DONE[event.pgh_label] + ("" if is_record else f" – {model._meta.verbose_name}")
        who = self.people.get(author_id(event) or 0, "Hors de l’administration")
        return Entry(when=event.pgh_created_at, who=who, what=what, reason=reason_of(event), changes=changes)

    def changes(self, model: type[Model], older: Any, newer: Any) -> Iterable[Change]:
        """The fields that differ between two states of a row; one of them may be missing."""
        for field in kept_fields(model):
            old, new = (getattr(state, field.attname, None) if state else None for state in (older, newer))
            if (old or None) != (new or None) or (old != new and None not in (old, new)):
                yield Change(label=str(field.verbose_name), old=self.words(field, old), new=self.words(field, new))

    def words(self, field: Any, value: Any) -> str:
        """A value as staff read it."""
        if value is not None and isinstance(field, ForeignKey):
            return self.names.get(field.related_model, {}).get(value, f"n° {value} (supprimé depuis)")
        return in_words(field, value)

    def _learn_names(self, found: list[tuple[type[Model], list[Any]]]) -> None:
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        authors = {author_id(event) or 0 for _model, rows in found for event in rows}
        self.people = {user.pk: str(user) for user in User.objects.filter(pk__in=authors)}
        for model, rows in found:
            for field in kept_fields(model):
                if isinstance(field, ForeignKey):
                    wanted[field.related_model] |= {getattr(event, field.attname) for event in rows} - {None}
        for model, keys in wanted.items():
            self.names[model] = {row.pk: str(row) for row in self._source(model).filter(pk__in=keys)}

    def _source(self, model: type[Model]) -> QuerySet[Any]:
        """Rows with what their names need, as their own list loads them."""
        if self.site.is_registered(model):
            return self.site.get_model_admin(model).get_queryset(self.request)
        return model._base_manager.all()


def kept_fields(model: type[Model]) -> list[Any]:
    """The columns of a table that its trail keeps and that mean something to staff."""
    table: Any = model._meta.get_field("history").related_model
    kept = {field.name for field in table._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.name in kept - NOT_SHOWN]


def in_words(field: Any, value: Any) -> str:
    """A value of a column in French; « non renseigné » when there is none."""
    if value in (None, ""):
        return wording.unknown("fr")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(field, value)


def _plain(field: Any, value: Any) -> str:
    match value:
        case bool():
            return wording.yes_no(value, "fr")
        case datetime():
            return f"{timezone.localtime(value):%d/%m/%Y à %-H h %M}"
        case date():
            return wording.short_day(value, "fr")
        case Decimal():
            return wording.euros(value, "fr") if isinstance(field, MoneyField) else wording.number(value, "fr")
    return Truncator(strip_tags(str(value))).chars(400)


def conflict(current: Any, seen: str) -> str:
    """Who changed this row meanwhile, and what: the sentence of a refused save."""
    model = type(current)
    latest = events(model, pgh_obj=current.pk).first()
    before = events(model, pgh_obj=current.pk, version=seen).first() if seen.isdecimal() else None
    author = User.objects.filter(pk=(author_id(latest) if latest else 0) or 0).first()
    changed = ", ".join(
        f"{field.verbose_name} « {_current_words(current, field)} »"
        for field in kept_fields(model)
        if before is not None and getattr(before, field.attname) != getattr(current, field.attname)
    )
    who = author or "Quelqu’un d’autre"
    what = f"{' : ' if changed else ''}{changed}"
    return (
        f"{who} a modifié cette fiche pendant votre saisie{what}. "
        "Votre saisie est gardée ci-dessous ; reportez-y ce changement s’il le faut, puis enregistrez de nouveau."
    )


def _current_words(current: Any, field: Any) -> str:
    if isinstance(field, ForeignKey) and getattr(current, field.attname) is not None:
        return str(getattr(current, field.name))
    return in_words(field, getattr(current, field.attname))
