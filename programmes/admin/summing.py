"""Actions of the trail in one line each: how many rows of which records they touched, and what in short."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, IntegerField, Max, Min, QuerySet, TextField, Value
from django.http import HttpRequest
from django.urls import reverse
from pghistory.models import Context

from .. import wording
from . import telling
from .actions import Entry, Reader, key_before, states_before
from .addresses import change_page
from .trail import Place, Reading, action_link

FEW = 20  # rows of an action up to which its changed fields are named
NAMED = 4  # fields named on a line
STEP = "step"
DONE = {"insert": ("création", "créations"), "update": ("modification", "modifications"),
        "delete": ("suppression", "suppressions")}  # fmt: skip


@dataclass(frozen=True)
class Touch:
    """What an action did to the rows of one table: how many, and to which records they belong."""

    action: Any
    done: str
    kind: int
    place: int
    rows: int
    lowest: int
    highest: int


@dataclass(kw_only=True)
class Line:
    """An action in one line."""

    entry: Entry
    touches: list[Touch] = field(default_factory=list)
    record: str = ""
    address: str = ""
    revive: str = ""
    what: str = ""
    list: str = ""


class Summary:
    """Lines of the page of recent changes."""

    def __init__(self, request: HttpRequest, site: AdminSite, reading: Reading) -> None:
        self.request, self.site, self.reading = request, site, reading
        self.reader = Reader(request, site)
        self.sources = reading.sources()

    def lines(self, actions: Sequence[Context]) -> list[Line]:
        """These actions, each in one line."""
        self.reader.learn_people(actions)
        lines = {action.pk: Line(entry=self.reader.entry(action)) for action in actions}
        for touch in self._touches(list(lines)):
            lines[touch.action].touches.append(touch)
        labels = self._labels(lines)
        subjects = {key: subject for key, line in lines.items() if (subject := self._subject(line.touches))}
        names = self._names(subjects.values())
        for key, line in lines.items():
            line.what = in_short(line.touches, labels.get(key, []))
            if key in subjects:
                self._name(line, *subjects[key], names)
            else:
                line.list = reverse("admin:trail_action", args=(key,))
                line.record = self._kinds(line.touches)
        return list(lines.values())

    def _touches(self, keys: list[Any]) -> list[Touch]:
        """One query over the tables of the trail: only the rows of these actions are read."""
        parts = [sums(rank, place, rows, keys) for rank, (place, rows) in enumerate(self.sources)]
        if not parts or not keys:
            return []
        first, *others = parts
        return [Touch(*row) for row in (first.union(*others, all=True) if others else first)]

    def _place(self, touch: Touch) -> Place:
        return self.sources[touch.place][0]

    def _subject(self, touches: Sequence[Touch]) -> tuple[Any, int] | None:
        """The record that an action touched, when it touched only one."""
        found = {(self._record_of(touch), number) for touch in touches for number in (touch.lowest, touch.highest)}
        return found.pop() if len(found) == 1 else None

    def _record_of(self, touch: Touch) -> Any:
        record = self._place(touch).record
        return record or ContentType.objects.get_for_id(touch.kind).model_class()

    def _names(self, subjects: Any) -> dict[Any, dict[Any, str]]:
        wanted: dict[Any, set[int]] = defaultdict(set)
        for model, number in subjects:
            wanted[model].add(number)
        return {model: self.reader.names_of(model, numbers) for model, numbers in wanted.items()}

    def _name(self, line: Line, model: Any, number: int, names: dict[Any, dict[Any, str]]) -> None:
        page: Any = self.site._registry.get(model)
        if number in names[model]:
            line.record = names[model][number]
            line.address = change_page(model(pk=number)) if page else ""
            return
        trail = telling.history_of(model)._base_manager.filter(id=number).order_by("-pgh_id").first()
        line.record = f"{telling.name_in_trail(model, trail)} (supprimé depuis)" if trail else f"n° {number}"
        if page and page.has_add_permission(self.request) and any(touch.done == "delete" for touch in line.touches):
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}_revive"
            line.revive = reverse(name, args=(number,))

    def _kinds(self, touches: Sequence[Touch]) -> str:
        """How many rows of which kinds an action touched."""
        numbers: dict[Any, int] = defaultdict(int)
        for touch in touches:
            if touch.done != STEP:
                numbers[self._place(touch).model] += touch.rows
        ordered = sorted(numbers.items(), key=lambda item: -item[1])[:NAMED]
        words = [
            wording.count(number, str(model._meta.verbose_name), str(model._meta.verbose_name_plural), "fr")
            for model, number in ordered
        ]
        return ", ".join([*words, *(["…"] if len(numbers) > NAMED else [])])

    def _labels(self, lines: dict[Any, Line]) -> dict[Any, list[str]]:
        """The fields that each of these actions changed, where it changed few rows."""
        wanted: dict[int, list[Any]] = defaultdict(list)
        for key, line in lines.items():
            for touch in line.touches:
                if touch.done == "update" and touch.rows <= FEW:
                    wanted[touch.place].append(key)
        labels: dict[Any, list[str]] = defaultdict(list)
        for rank, keys in wanted.items():
            place, rows = self.sources[rank]
            events = list(rows.filter(pgh_context__in=keys, pgh_label="update").order_by("pk"))
            before = states_before(place, events)
            for event in events:
                older = before.get(key_before(event))
                for column, _old, _new in telling.differing(place.model, older, event) if older else ():
                    labels[event.pgh_context_id].append(str(column.verbose_name))
        return {key: list(dict.fromkeys(found)) for key, found in labels.items()}


def sums(rank: int, place: Place, rows: QuerySet[Any], keys: list[Any]) -> QuerySet[Any, Any]:
    """What these actions did to one table."""
    link = action_link(place)
    is_event = link == "pgh_context_id"
    kind = Value(0, IntegerField()) if place.record else F("content_type_id")
    return (
        rows.filter(**{f"{link}__in": keys})
        .annotate(
            sum_action=F(link), sum_done=F("pgh_label") if is_event else Value(STEP, TextField()), sum_kind=kind,
            sum_place=Value(rank, IntegerField()),
        )
        .values("sum_action", "sum_done", "sum_kind", "sum_place")
        .annotate(sum_rows=Count("pk"), sum_lowest=Min(place.link), sum_highest=Max(place.link))
        .values_list("sum_action", "sum_done", "sum_kind", "sum_place", "sum_rows", "sum_lowest", "sum_highest")
    )  # fmt: skip


def in_short(touches: Sequence[Touch], labels: Sequence[str]) -> str:
    """What an action did, in a few words: how many rows came, changed, went; which fields."""
    numbers: dict[str, int] = defaultdict(int)
    for touch in touches:
        numbers[touch.done] += touch.rows
    done = [wording.count(numbers[name], *words, "fr") for name, words in DONE.items() if numbers[name]]
    if sum(numbers[name] for name in DONE) == 1:
        done = [words[0].capitalize() for name, words in DONE.items() if numbers[name]]
    named = ", ".join([*labels[:NAMED], *(["…"] if len(labels) > NAMED else [])])
    fields = f"\u00a0: {named}" if named else ""
    return ", ".join(done) + fields if done else "Étape"
