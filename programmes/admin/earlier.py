"""A record beside an earlier state of it: what differs, and what a browser would send to bring it back."""

import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import FileField, ForeignKey
from django.http import HttpRequest, QueryDict
from pghistory.models import Context

from ..models import RoleHeld
from ..models.base import Mergeable
from . import sending, telling, trail
from .actions import Reader
from .telling import Change
from .trail import Place

BY_WORKFLOW = "se change par une étape du circuit, pas ici"
BY_NOBODY = "ne se modifie pas sur cette page"
GONE = "la fiche citée a été supprimée depuis"
MERGED = "la fiche citée a été fusionnée depuis"
LOST = "le fichier d’alors n’est plus conservé"
ROLES = "groups"  # the box of an account’s roles


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A difference with the earlier state, to tick; `refused` says why it cannot be."""

    name: str
    change: Change
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """The differences of the record itself, or of one of its rows."""

    title: str
    offers: list[Offer]


class Earlier:
    """A record beside its earlier state: what differs, and what a browser would send to bring it back."""

    def __init__(self, page: Any, request: HttpRequest, record: Any, action: Context) -> None:
        self.page, self.request, self.record, self.action = page, request, record, action
        self.form, self.formsets, inlines = sending.untouched(page, request, record)
        self.tables = [
            (table, inline)
            for table, inline in zip(self.formsets, inlines, strict=True)
            if trail.has_trail(inline.model) and inline.has_change_permission(request, record)
        ]
        self.reader = Reader(request, page.admin_site)
        places = trail.places_of(page.model, [inline for _table, inline in self.tables])
        self.past = {place.model: self._states(place) for place in places if trail.has_trail(place.model)}
        for model, states in self.past.items():
            self.reader.learn_links(model, list(states.values()))

    def _states(self, place: Place) -> dict[Any, Any]:
        """The rows as they stood when the action was over, by number; those deleted by then left out."""
        events = place.of(self.record).filter(pgh_context__created_at__lte=self.action.created_at)
        latest = events.order_by("id", "-pgh_id").distinct("id")
        return {event.id: event for event in latest if event.pgh_label != "delete"}

    # -- what differs

    def groups(self) -> list[Part]:
        """What differs, the record first, then its rows."""
        groups = [Part(title="", offers=[*self._of_record(), *self._of_roles()])]
        for table, inline in self.tables:
            groups += self._of_table(table, inline)
        return [group for group in groups if group.offers]

    def _of_record(self) -> list[Offer]:
        state = self.past.get(self.page.model, {}).get(self.record.pk)
        return self._of_row(self.form, self.record, state) if state else []

    def _roles_then(self) -> set[int]:
        return {held.group_id for held in self.past.get(RoleHeld, {}).values()}

    def _of_roles(self) -> list[Offer]:
        """The roles of an account, when whoever restores may give them."""
        if ROLES not in self.form.fields:
            return []
        now, then = set(self.form[ROLES].value()), self._roles_then()
        names = dict(Group.objects.filter(pk__in=now | then).values_list("pk", "name"))
        words = [", ".join(sorted(names[key] for key in keys)) or "aucun" for keys in (now, then)]
        return [Offer(name=ROLES, change=Change(name=ROLES, label="Rôles", old=words[0], new=words[1]))] * (now != then)

    def _of_row(self, form: Any, row: Any, state: Any) -> list[Offer]:
        """The fields of a row that differ from its earlier state."""
        self.reader.learn_links(type(row), [row])
        return [
            Offer(
                name=form.add_prefix(field.name),
                change=telling.change(field, self.reader.words(field, now), self.reader.words(field, then)),
                refused=self._refusal(form, field, then),
            )
            for field, now, then in telling.differing(type(row), row, state)
        ]

    def _refusal(self, form: Any, field: Any, then: Any) -> str:
        if field.name == "status":
            return BY_WORKFLOW
        if field.name not in form.fields:
            return BY_NOBODY
        if isinstance(field, FileField):
            return LOST if then and not sending.is_stored(then) else ""
        if not isinstance(field, ForeignKey) or then is None:
            return ""
        if then not in self.reader.names.get(field.related_model, {}):
            return GONE
        return MERGED if is_merged(field.related_model, then) else ""

    def _of_table(self, table: Any, inline: Any) -> list[Part]:
        states = self.past.get(inline.model, {})
        name = str(inline.model._meta.verbose_name).capitalize()
        groups = []
        for form in table.initial_forms:
            row = form.instance
            if row.pk in states:
                groups.append(Part(title=f"{name} «\u00a0{row}\u00a0»", offers=self._of_row(form, row, states[row.pk])))
            elif inline.has_delete_permission(self.request, self.record):
                groups.append(self._whole(f"{form.prefix}-DELETE", name, str(row), "présente", "absente"))
        present = {form.instance.pk for form in table.initial_forms}
        if inline.has_add_permission(self.request, self.record):
            for number, state in states.items():
                if number not in present:
                    named = telling.name_in_trail(inline.model, state)
                    groups.append(self._whole(f"{table.prefix}-{number}-back", name, named, "supprimée", "présente"))
        return groups

    def _whole(self, tick: str, kind: str, name: str, now: str, then: str) -> Part:
        change = Change(name="row", label="Ligne entière", old=now, new=then)
        return Part(title=f"{kind} «\u00a0{name}\u00a0»", offers=[Offer(name=tick, change=change)])

    def seen(self) -> str:
        """The versions on which the comparison rests: somebody else's change makes it another one."""
        rows = [self.record, *(form.instance for table, _inline in self.tables for form in table.initial_forms)]
        return " ".join(f"{row._meta.model_name}{row.pk}.{getattr(row, 'version', 0)}" for row in rows)

    # -- what is sent

    def sent(self, ticked: set[str]) -> tuple[QueryDict, sending.Files]:
        """What a browser would send after typing the ticked values, and the files that it would send again."""
        data, files = sending.sent_by_page(self.form, self.formsets), sending.Files()
        state = self.past.get(self.page.model, {}).get(self.record.pk)
        if state:
            files |= self._lay_row(data, self.form, state, ticked)
        if ROLES in ticked:
            data.setlist(ROLES, [str(key) for key in sorted(self._roles_then())])
        for table, inline in self.tables:
            files |= self._lay_table(data, table, inline.model, ticked)
        return data, files

    def _lay_table(self, data: QueryDict, table: Any, model: Any, ticked: set[str]) -> sending.Files:
        """The rows of a table as they were, deleted or back."""
        states, files = self.past.get(model, {}), sending.Files()
        for form in table.initial_forms:
            if form.instance.pk in states:
                files |= self._lay_row(data, form, states[form.instance.pk], ticked)
            elif f"{form.prefix}-DELETE" in ticked:
                data[f"{form.prefix}-DELETE"] = "on"
        for number, state in states.items():
            if f"{table.prefix}-{number}-back" in ticked:
                files |= sending.add_row(data, table, as_row(model, state))
        return files

    def _lay_row(self, data: QueryDict, form: Any, state: Any, ticked: set[str]) -> sending.Files:
        past = sending.form_like(form, dressed(form.instance, state))
        wanted = [
            name for name in form.fields if form.add_prefix(name) in ticked and name in past.fields and name != ROLES
        ]
        for name in wanted:
            for sent in sending.names_of(form[name]):
                data.pop(sent, None)
            sending.lay_over(data, sending.sent_by(past[name]))
            if isinstance(past.fields[name], forms.FileField) and not past[name].value():
                data[f"{past.add_prefix(name)}-clear"] = "on"
        return sending.files_of(past[name] for name in wanted)


def is_merged(model: Any, number: Any) -> bool:
    """Whether a record went into another: nobody chooses it any more."""
    return issubclass(model, Mergeable) and model._base_manager.filter(pk=number, merged_into__isnull=False).exists()


def dressed(row: Any, state: Any) -> Any:
    """A row with the values of an earlier state of it."""
    past = copy.copy(row)
    past._state = copy.copy(row._state)
    past._state.fields_cache = {}
    for field in telling.kept_fields(type(row)):
        setattr(past, field.attname, getattr(state, field.attname))
    return past


def as_row(model: Any, state: Any) -> Any:
    """A row that is no longer there, as it was, without its number."""
    return model(**{field.attname: getattr(state, field.attname) for field in telling.kept_fields(model)})
