"""Rows that somebody else deleted while a page was open: what was typed there comes back or goes, as one chooses."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict

from . import telling, writers

BACK, DROP = "back", "drop"


@dataclass(frozen=True, kw_only=True)
class Gone:
    """A row of a page that is no longer there."""

    title: str
    who: str
    choice: str  # under which name the choice is sent
    chosen: str
    values: list[tuple[str, str]]

    @property
    def sentence(self) -> str:
        """Who deleted what."""
        return f"{self.who} a supprimé pendant votre saisie\u00a0: {self.title}."


def without_gone(table: Any) -> tuple[Any, list[Gone]]:
    """What was posted without the rows that are no longer there, those to bring back as new ones; and these rows."""
    prefix, data = table.prefix, table.data
    counts = [str(data.get(f"{prefix}-{name}_FORMS", "")) for name in ("INITIAL", "TOTAL")]
    if not all(count.isascii() and count.isdecimal() for count in counts):
        return data, []
    initial, total = (min(int(count), table.absolute_max) for count in counts)
    key = table.model._meta.pk.name
    posted = {rank: str(data.get(f"{prefix}-{rank}-{key}", "")) for rank in range(initial)}
    present = {str(number) for number in table.get_queryset().values_list("pk", flat=True)} if initial else set()
    lost = [rank for rank, number in posted.items() if number.isdecimal() and number not in present]
    if not lost:
        return data, []
    gone = {rank: _told(table, rank, posted[rank]) for rank in lost}
    back = [rank for rank in lost if gone[rank].chosen == BACK]
    order = [rank for rank in range(initial) if rank not in gone] + [*range(initial, total), *back]
    return _ordered(data, prefix, key, order, initial - len(lost), set(back)), list(gone.values())


def _ordered(data: Any, prefix: str, key: str, order: list[int], initial: int, back: set[int]) -> Any:
    """The same rows under other ranks."""
    ranks = {old: new for new, old in enumerate(order)}
    place = re.compile(rf"^((?:choice-|due-|decided-)?){re.escape(prefix)}-(\d+)-(.+)$")
    moved: dict[str, list[Any]] = {}
    for name, values in data.lists():
        found = place.match(name)
        if found is None:
            moved[name] = values
        elif (old := int(found[2])) in ranks:
            anew = old in back and found[3] in (key, "seen_version")
            moved[f"{found[1]}{prefix}-{ranks[old]}-{found[3]}"] = [""] if anew else values
    moved[f"{prefix}-INITIAL_FORMS"] = [str(initial)]
    moved[f"{prefix}-TOTAL_FORMS"] = [str(len(order))]
    return MultiValueDict(moved)


def _told(table: Any, rank: int, number: str) -> Gone:
    """A row that is no longer there: who deleted it, and what was typed in it."""
    model, prefix = table.model, f"{table.prefix}-{rank}"
    row = model(pk=int(number))
    latest = writers.trail_of(row).first()
    name = telling.name_in_trail(model, latest) if latest else f"n° {number}"
    choice = f"choice-{prefix}-gone"
    chosen = str(table.data.get(choice, ""))
    labels = {column.name: str(column.verbose_name) for column in telling.kept_fields(model)}
    values = [(label, str(text)) for field, label in labels.items() if (text := table.data.get(f"{prefix}-{field}"))]
    return Gone(
        title=f"{model._meta.verbose_name} «\u00a0{name}\u00a0»", who=writers.author_of(row), choice=choice,
        chosen=chosen if chosen in (BACK, DROP) else "", values=values,
    )  # fmt: skip
