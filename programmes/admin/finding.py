"""The search of one list: every word, in the rows or in the records that they name, through the indexes.

What a word finds in other tables is looked up first, in one question, and named by its numbers. The list then asks its
own columns alone: the database, which knows how common a word is, either takes the indexes or walks along the list
and stops when the page is full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.utils.text import smart_split, unescape_string_literal

from .. import french
from ..models.asking import Asked
from ..models.searching import containing
from .holding import holding_word
from .searching import LONGEST, by_number

TRIGRAM = 3  # letters below which the indexes are of no use
FEW = 5000  # rows of another table that a question names by their numbers


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where a word is found outside the list: the rows that hold it, and the column of the list that names them."""

    column: str
    holding: QuerySet[Any]

    def condition(self, keys: Sequence[int]) -> Q:
        """The rows of the list that these keys name; when keys are too many, each row asks about its own."""
        if len(keys) <= FEW:
            return Q(**{f"{self.column}__in": keys})
        if self.column == "pk":
            return Q(pk__in=self.holding)
        own = self.holding.filter(pk=OuterRef(f"{self.column}_id")).values_list(Value(True))
        return Q(Subquery(own, output_field=BooleanField()))  # "exists" would be worked out for every record at once


def rows_answering(page: Any, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Among the rows of a list, those that hold every word, here or in a record that they name, or bear the number.

    One or two letters beside longer words narrow nothing.
    """
    asked = Asked(text=text[:LONGEST].replace("\x00", ""))
    words = [_phrase(word) for word in smart_split(asked.text)]
    sought = [word for word in words if len(word) >= TRIGRAM] or words
    ways = [list(_ways(page, word)) for word in sought]
    ways.append([Way(column="pk", holding=keys) for keys in by_number(page, asked)] if asked.is_number else [])
    known = iter(_keys([way.holding for some in ways for way in some]))
    *linked, numbered = [[way.condition(next(known)) for way in some] for some in ways]
    found = [reduce(or_, [*_own(page, word), *others]) for word, others in zip(sought, linked, strict=True)]
    return rows.filter(reduce(or_, [reduce(and_, found), *numbered]))


def _phrase(word: str) -> str:
    """What stands between quotation marks is looked for as it is."""
    return unescape_string_literal(word) if word[0] in "\"'" and word[0] == word[-1] and word[1:] else word


def _paths(page: Any) -> dict[str, list[str]]:
    """The columns that are searched, by the links that lead to them; those of the list itself under no link."""
    paths: dict[str, list[str]] = {"": []}
    for path in page.search_fields:
        link, _dots, column = path.rpartition("__")
        paths.setdefault(link, []).append(column)
    return paths


def _own(page: Any, word: str) -> list[Q]:
    """The columns of the list that may hold a word."""
    return list(_holding(page.model, _paths(page)[""], page.numbers, word)) or [Q(pk__in=[])]


def _ways(page: Any, word: str) -> Iterator[Way]:
    """The tables that the list names, however far, in which a word is looked for."""
    for link, columns in _paths(page).items():
        if link:
            first, _dots, further = link.partition("__")
            model = reduce(_table_behind, link.split("__"), page.model)
            for condition in _holding(model, columns, (), word):
                holding = model._base_manager.order_by().filter(condition).values("pk")
                field = page.opts.get_field(first)
                if not field.concrete:  # rows of other tables that name this one: they lead to it
                    yield Way(column="pk", holding=_leading(page.model, link, holding))
                elif further:
                    yield Way(column=first, holding=_leading(field.related_model, further, holding))
                else:
                    yield Way(column=first, holding=holding)


def _leading(model: Any, link: str, holding: QuerySet[Any]) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._base_manager.order_by().filter(**{f"{link}__in": holding}).values("pk")
    return rows


def _keys(questions: list[QuerySet[Any]]) -> list[list[int]]:
    """The keys that each of these finds, FEW and one more at most; all asked together."""
    arms = [rows.values_list(Value(rank, IntegerField()), "pk")[: FEW + 1] for rank, rows in enumerate(questions)]
    found: list[list[int]] = [[] for _rows in questions]
    for rank, key in arms[0].union(*arms[1:], all=True) if arms else ():
        found[rank].append(key)
    return found


def _holding(model: Any, columns: list[str], numbers: Sequence[str], word: str) -> Iterator[Q]:
    """Texts are asked together, as they are indexed; numbers, days and codes one by one."""
    kinds = {name: model._meta.get_field(name) for name in columns}
    texts = [name for name in columns if name not in numbers and isinstance(kinds[name], CharField | TextField)]
    if texts:
        yield holding_word(model, texts, word)
    for name in columns:
        if name not in texts:
            sought = _as_stored(word) if isinstance(kinds[name], DateField) else word
            yield containing(Cast(name, TextField()), sought)


def _as_stored(word: str) -> str:
    """A day however it is typed, as the database writes it; anything else, such as a year, as it is."""
    try:
        return french.day(word).isoformat()
    except ValueError:
        return word


def _table_behind(model: Any, name: str) -> Any:
    """The table to which a link leads."""
    return model._meta.get_field(name).related_model
