"""The search across all records: words without accents nor case, parts of words, and any number however typed.

One query asks every table that this person may see, through the text indexes; another a kind loads what is shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    ExpressionWrapper,
    F,
    Func,
    Model,
    Q,
    QuerySet,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from ..models.asking import Asked
from ..models.base import Mergeable
from ..models.searching import plain
from .addresses import change_page, list_page
from .counting import BOUND
from .holding import holding_word

SHOWN = 5  # of each kind; the rest is one click away, in the list
LONGEST = 100
MERGED = "fusionné dans"


class Compact(Func):
    """A number without what people type between its characters."""

    template = "regexp_replace(lower(%(expressions)s), '[^a-z0-9]', '', 'g')"
    output_field = TextField()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A record that answers, and what in it does."""

    title: str
    url: str
    matches: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """The records of a kind that answer: the first ones, how many there are, the list of all."""

    name: str
    count: int
    url: str
    hits: tuple[Hit, ...]

    @property
    def has_more(self) -> bool:
        """Whether more rows answer than are counted."""
        return self.count > BOUND


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything that answers. `jump`: the page of the one record that bears this number."""

    groups: tuple[Group, ...]
    jump: str = ""

    @property
    def count(self) -> int:
        """How many records answer, as far as they are counted."""
        return sum(min(group.count, BOUND) for group in self.groups)

    @property
    def has_more(self) -> bool:
        """Whether more records answer than are counted."""
        return any(group.has_more for group in self.groups)


def search(request: HttpRequest, pages: Iterable[Any], text: str) -> Found:
    """The records of these pages that answer, as far as this person may see them."""
    asked = Asked(text=text[:LONGEST])
    shown = {page.opts.label_lower: page for page in pages if page.numbers and page.has_view_permission(request)}
    if not shown or not asked.text:
        return Found(groups=())
    queries = [_first(page, request, asked) for page in shown.values()]
    found: dict[str, list[tuple[int, int]]] = {}
    numbered = set()
    for name, pk, total, by_number, leads_to in queries[0].union(*queries[1:], all=True):
        found.setdefault(name, []).append((pk, total))
        numbered |= {(name, leads_to)} if by_number else set()
    groups = tuple(_group(page, request, asked, found[name]) for name, page in shown.items() if name in found)
    jump = ""
    if asked.is_number and len(numbered) == 1:
        name, pk = numbered.pop()
        jump = change_page(shown[name].model(pk=pk))
    return Found(groups=groups, jump=jump)


def _first(page: Any, request: HttpRequest, asked: Asked) -> QuerySet[Any]:
    """The first rows of a table that answer, those found by their number before the others, with their total.

    Of words that more than BOUND rows hold, so many rows are taken, whichever: the list has them all, in its order.
    """
    numbered = union(by_number(page, asked))
    seen = page.get_queryset(request).select_related(None).prefetch_related(None)
    arms = [rows[: BOUND + 1] for rows in _by_words(page, seen.order_by().values("pk"), asked)]
    rows = seen.filter(pk__in=union([*arms, *by_number(page, asked)]))
    columns = {
        "found_kind": Value(page.opts.label_lower, TextField()),
        "found_total": Window(Count("pk")),
        "found_number": ExpressionWrapper(Q(pk__in=numbered), output_field=BooleanField()),
        "found_page": Coalesce("merged_into_id", "pk") if issubclass(page.model, Mergeable) else F("pk"),
    }
    ordered = rows.annotate(**columns).order_by("-found_number", *page.model._meta.ordering)
    return ordered.values_list("found_kind", "pk", "found_total", "found_number", "found_page")[:SHOWN]


def union(arms: Sequence[QuerySet[Any]]) -> QuerySet[Any]:
    """The keys that any of these queries finds: each keeps to its own index."""
    return arms[0].union(*arms[1:]) if len(arms) > 1 else arms[0]


def _by_words(page: Any, rows: QuerySet[Any], asked: Asked) -> Iterator[QuerySet[Any]]:
    """Among rows, those of which the texts hold every word, then those linked to a record that does."""
    own, linked = _columns(page)
    if own:
        yield rows.filter(_holding(page.model, own, asked))
    for link, columns in linked.items():
        related = page.opts.get_field(link).related_model
        above = related._base_manager.order_by().filter(_holding(related, columns, asked)).values("pk")
        yield rows.filter(**{f"{link}__in": above})


def _columns(page: Any) -> tuple[list[str], dict[str, list[str]]]:
    """The columns that the list of a table searches: its own, and those of the records it names."""
    own: list[str] = []
    linked: dict[str, list[str]] = {}
    for path in page.search_fields:
        link, _dots, column = path.partition("__")
        if path in page.numbers or "__" in column:
            continue
        if column:
            linked.setdefault(link, []).append(column)
        else:
            own.append(path)
    return own, linked


def _holding(model: type[Model], columns: Sequence[str], asked: Asked) -> Q:
    """Every word in one of the columns, as a part of a word or as a stem."""
    texts = [name for name in columns if isinstance(model._meta.get_field(name), CharField | TextField)]
    return reduce(and_, [holding_word(model, texts, word) for word in asked.words])


def by_number(page: Any, asked: Asked) -> list[QuerySet[Any]]:
    """Rows that bear this number: as it is stored, or with anything between its characters."""
    rows = page.model._base_manager.order_by().values("pk")
    arms = [rows.filter(**{f"{path}__in": asked.spellings}) for path in page.numbers]
    if asked.compact:
        arms += [
            rows.alias(compact_number=Compact(name)).filter(compact_number=asked.compact) for name in page.loose_numbers
        ]
    if asked.unit and "unit_codes__number" in page.numbers:
        kind, number = asked.unit
        arms.append(rows.filter(unit_codes__type=kind, unit_codes__number=number))
    return arms


def _group(page: Any, request: HttpRequest, asked: Asked, found: list[tuple[int, int]]) -> Group:
    """The rows of a kind, loaded with what their names need, in the order found."""
    kept = ("merged_into",) if issubclass(page.model, Mergeable) else ()
    rows = page.get_queryset(request).prefetch_related(*_many(page), *kept).in_bulk([pk for pk, _total in found])
    hits = [_hit(page, rows[pk], asked) for pk, _total in found if pk in rows]
    name = str(page.opts.verbose_name_plural)
    return Group(
        name=name[:1].upper() + name[1:],
        count=found[0][1],
        url=list_page(page.model, q=asked.text),
        hits=tuple(hits),
    )


def _many(page: Any) -> list[str]:
    """The links to several rows among the numbers."""
    return sorted({path.partition("__")[0] for path in page.numbers if "__" in path})


def _hit(page: Any, row: Any, asked: Asked) -> Hit:
    """A record that answers; one that was merged says where it went, and leads there."""
    if kept := getattr(row, "merged_into", None):
        return Hit(title=str(row), url=change_page(kept), matches=((MERGED, str(kept)),))
    return Hit(title=str(row), url=change_page(row), matches=tuple(_matches(page, row, asked))[:2])


def _matches(page: Any, row: Any, asked: Asked) -> Iterator[tuple[str, str]]:
    """What answers in a record, beyond its name: the label of the column and its value."""
    title = plain(str(row))
    words = [plain(word) for word in asked.words]
    if all(word in title for word in words):
        return
    for path in dict.fromkeys((*page.numbers, *page.loose_numbers, *page.search_fields)):
        for label, value in _values(row, path):
            found = plain(value)
            is_number = bool(asked.compact) and re.sub("[^a-z0-9]", "", found) == asked.compact
            if is_number or any(word in found for word in words):
                yield label, value
                break


def _values(row: Any, path: str) -> Iterator[tuple[str, str]]:
    """The label and the text of each value at the end of a path."""
    name, _dots, rest = path.partition("__")
    field = row._meta.get_field(name)
    value: Any = getattr(row, field.get_accessor_name() if field.auto_created else name, None)
    if not rest:
        if value not in (None, ""):
            yield str(field.verbose_name), str(value)
    elif field.one_to_many:
        yield from ((str(one._meta.verbose_name), str(one)) for one in value.all())
    elif value is not None and "__" not in rest:
        yield from _values(value, rest)
