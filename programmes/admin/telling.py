"""Values of records and what differs between two of them, in words that staff read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils import timezone
from django.utils.html import strip_tags

from .. import wording
from ..fields import MoneyField

NOT_SHOWN = frozenset({"id", "version", "is_demo"})
NAMED_BY_DJANGO = {"group": "rôle"}  # its own link of accounts and roles has no French name
LONG = 60  # characters from which a text is compared word by word
ALIKE = 0.3  # share of common words under which two texts are told whole
AROUND = 8  # words kept on each side of a difference
ENDS_OF_LINES = re.compile(r"</(p|li|h[1-6]|div|tr)>|<br\s*/?>", re.IGNORECASE)


class Segment(NamedTuple):
    """A stretch of a text: kept ("same"), taken out ("old"), put in ("new")."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """A field before and after, in words; of a long text, only what differs and a few words around."""

    name: str
    label: str
    old: str
    new: str
    segments: tuple[Segment, ...] = ()


def kept_fields(model: type[Model]) -> list[Any]:
    """The columns of a table that its trail keeps and that mean something to staff."""
    kept = {field.name for field in history_of(model)._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.name in kept - NOT_SHOWN]


def history_of(model: Any) -> Any:
    """The table of the trail that tells of a table."""
    return next(iter(model.pgh_event_models.values()))


def differing(model: type[Model], older: Any, newer: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The fields that differ between two states of a row, with both values; one of the states may be missing."""
    for field in kept_fields(model):
        old, new = (getattr(state, field.attname, None) if state else None for state in (older, newer))
        if is_other(old, new):
            yield field, old, new


def is_other(old: Any, new: Any) -> bool:
    """Whether two values differ; nothing typed and nothing known are the same."""
    return bool((old or None) != (new or None) or (old != new and None not in (old, new) and "" not in (old, new)))


def change(field: Any, old: str, new: str) -> Change:
    """A difference between two values in words."""
    is_long = max(len(old), len(new)) > LONG and wording.unknown("fr") not in (old, new)
    segments = tuple(shortened(segments_of(old, new))) if is_long and are_alike(old, new) else ()
    label = NAMED_BY_DJANGO.get(field.name) or str(field.verbose_name)
    return Change(name=field.name, label=label, old=old, new=new, segments=segments)


def are_alike(old: str, new: str) -> bool:
    """Whether two texts share enough words to be compared by them."""
    return SequenceMatcher(None, words_of(old), words_of(new), autojunk=False).ratio() > ALIKE


def segments_of(old: str, new: str) -> Iterator[Segment]:
    """Two texts compared word by word."""
    before, after = words_of(old), words_of(new)
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Segment("same", "".join(before[start:end]))
            continue
        if end > start:
            yield Segment("old", "".join(before[start:end]))
        if last > first:
            yield Segment("new", "".join(after[first:last]))


def words_of(text: str) -> list[str]:
    """A text cut into words, each with the space that follows it."""
    return re.findall(r"\S+\s*", text)


def shortened(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Only a few words around each difference: the rest of a long text has not changed."""
    found = list(segments)
    for rank, segment in enumerate(found):
        words = words_of(segment.text)
        if segment.kind != "same" or len(words) <= 2 * AROUND:
            yield segment
            continue
        head = "" if rank == 0 else "".join(words[:AROUND])
        tail = "" if rank == len(found) - 1 else "".join(words[-AROUND:])
        yield Segment("same", f"{head}[…] {tail}")


def in_words(field: Any, value: Any) -> str:
    """A value of a column in French; « non renseigné » when there is none. Links: see `Reader.words`."""
    if value in (None, ""):
        return wording.unknown("fr")
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, value))
    match value:
        case bool():
            return wording.yes_no(value, "fr")
        case datetime():
            return f"{timezone.localtime(value):%d/%m/%Y à %-H h %M}"
        case date():
            return wording.short_day(value, "fr")
        case Decimal():
            return wording.euros(value, "fr") if isinstance(field, MoneyField) else wording.number(value, "fr")
    return plain(str(value))


def plain(text: str) -> str:
    """A text without its marks of formatting; the ends of its paragraphs stay."""
    return strip_tags(ENDS_OF_LINES.sub("\n", text)).strip() if "<" in text else text


def name_in_trail(model: type[Model], event: Any) -> str:
    """What a row that is no longer there was called."""
    for name in ("short_label", "label", "title", "name", "full_name", "family_name", "reference", "value", "year"):
        if value := getattr(event, name, None):
            return str(value)

    return f"n° {event.id}"
