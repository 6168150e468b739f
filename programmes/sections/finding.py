"""The search across everything: kinds of records, what in each is searched, passages that answer.

A section declares its kinds; each costs one query, however many records it has.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchRank, SearchVector
from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ..models import Organisation, Person
from ..models.asking import Asked
from ..models.base import Plain
from ..models.searching import asked, beginning, containing, one_text, plain

Text = str | Promise
SHOWN, MOST, BOUND = 5, 50, 1000
SHORTEST_NAME, LONGEST_NAME = 3, 4  # letters, words
OPEN, CLOSE = "\ue000", "\ue001"  # private signs, which no text of ours holds: they become <mark> once all is escaped
MARKED = re.compile(f"{OPEN}(.*?){CLOSE}", re.DOTALL)
ALIKE = 0.45


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A record that answers: its title and a passage, the words asked for marked. `language`: of a French title."""

    title: SafeString
    url: str
    passage: SafeString
    language: str = ""
    note: Text = ""
    is_demo: bool = False


@dataclass(frozen=True, kw_only=True)
class Hits:
    """The records of a kind that answer: the best ones, how many there are, where all of them are listed."""

    name: str
    label: Text
    count: int
    hits: tuple[Hit, ...]
    url: str = ""

    @property
    def has_more(self) -> bool:
        """Whether more records answer than are counted."""
        return self.count > BOUND


class Bare(Func):
    """A text without its marks of formatting."""

    template = "regexp_replace(%(expressions)s, '<[^>]*>', ' ', 'g')"
    output_field = TextField()


class Near(Func):
    """How much of what was typed is found, letters in order, in a text."""

    function = "word_similarity"
    output_field = FloatField()


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A kind of record that can be found.

    `rows` are those that the viewer may see. `titles` and `texts` name columns with an
    English twin, `names` columns without; a table that keeps its stems in a column answers by it. `numbers` finds keys
    by what is no word of the record: a number of a register, a person. `listed` is the address of their list.
    Of two that answer as well, `order` says which comes first.
    `is_spoken`: the rows are those of the reader's language already, and have no English twins.
    """

    name: str
    label: Text
    rows: Any
    url: Callable[[Any], str]
    titles: Sequence[str] = ("title",)
    texts: Sequence[str] = ()
    names: Sequence[str] = ()
    keeps_stems: bool = False
    is_spoken: bool = False
    order: Sequence[str] = ("pk",)
    numbers: Callable[[Asked], list[int]] = lambda _asked: []
    passage: Any = None
    listed: str = ""
    note: Callable[[Any], Text] = lambda _row: ""

    def search(self, words: str, most: int = SHOWN) -> Hits | None:
        """The best records that hold these words; None when there is none."""
        query, numbered = asked(words), self.numbers(Asked(text=words))
        found, stems = self._in_kept_stems(words, numbered) if self.keeps_stems else self._in_texts(query, numbered)
        rows = found.annotate(
            by_number=ExpressionWrapper(Q(pk__in=numbered), output_field=BooleanField()) if numbered else Value(False),
            relevance=SearchRank(stems, query),
            total=Window(Count("pk")),
        )
        return self._hits(rows.order_by("-by_number", "-relevance", *self.order)[:most], query)

    def nearest(self, words: str) -> Hits | None:
        """The records whose titles are spelled nearly so."""
        spelled = Plain(Concat(*self._joined(self.titles), output_field=TextField()))
        rows = self.rows.annotate(near=Near(Value(plain(words)), spelled), total=Window(Count("pk")))
        return self._hits(rows.filter(near__gte=ALIKE).order_by("-near", *self.order)[:SHOWN], asked(words))

    def _in_kept_stems(self, words: str, numbered: list[int]) -> tuple[Any, Any]:
        """The first rows that answer, as many as are counted, by the column of stems."""
        keys = self.rows.matching(words).order_by().values("pk")[: BOUND + 1]
        if numbered:
            keys = keys.union(self.rows.order_by().filter(pk__in=numbered).values("pk"))
        return self.rows.order_by().filter(pk__in=keys), F("search")

    def _in_texts(self, query: Any, numbered: list[int]) -> tuple[Any, Any]:
        """The rows that answer, of a table small enough to be read."""
        vector: Any = SearchVector(*self.titles, *self.names, weight="A", config="fr")
        vector += SearchVector(*(f"{name}_en" for name in self.titles), weight="B", config="english")
        if self.texts:
            vector += SearchVector(*self.texts, weight="C", config="fr")
            vector += SearchVector(*(f"{name}_en" for name in self.texts), weight="D", config="english")
        rows = self.rows.order_by().annotate(stems=vector)
        return rows.filter(Q(stems=query) | Q(pk__in=numbered)), F("stems")

    def _hits(self, rows: Any, query: Any) -> Hits | None:
        config = "english" if get_language() == "en" else "fr"
        marks: dict[str, Any] = {"start_sel": OPEN, "stop_sel": CLOSE, "config": config}
        passage = (
            self.passage
            if self.passage is not None
            else Concat(*self._joined(self.texts), Value(""), Value(""), output_field=TextField())
        )
        shown = list(
            rows.annotate(
                found_title=SearchHeadline(self._spoken(self.titles[0]), query, highlight_all=True, **marks),
                found_passage=SearchHeadline(Bare(passage), query, max_words=34, min_words=16, **marks),
            )
        )
        if not shown:
            return None
        hits = tuple(self._hit(row) for row in shown)
        return Hits(name=self.name, label=self.label, count=shown[0].total, hits=hits, url=self.listed)

    def _hit(self, row: Any) -> Hit:
        return Hit(
            title=marked(row.found_title),
            url=self.url(row),
            passage=marked(_whole(row.found_passage)),
            language=row.language_of(self.titles[0]),
            note=self.note(row),
            is_demo=row.is_demo,
        )

    def _joined(self, names: Sequence[str]) -> list[Any]:
        return [part for name in names for part in (self._spoken(name), Value(" "))]

    def _spoken(self, name: str) -> Any:
        return F(name) if self.is_spoken else _spoken(name)


def people(typed: Asked) -> QuerySet | None:
    """Those who bear this name or this number; None when it can be neither."""
    every = Person.objects.order_by()
    if typed.is_number:
        return every.filter(identifiers__value__in=typed.spellings).values("pk")
    words = [word for word in typed.words if len(word) >= SHORTEST_NAME]
    if not words or len(words) != len(typed.words) or len(words) > LONGEST_NAME:
        return None
    name = one_text(["family_name", "given_name"])
    return every.filter(*(containing(name, word) for word in words)).values("pk")[:MOST]


def bodies(typed: Asked) -> QuerySet | None:
    """The bodies whose name, or acronym, begins with what was typed; None when that is too short to tell."""
    if len(typed.compact) < SHORTEST_NAME:
        return None
    called = [beginning(F(name), typed.text.strip()) for name in Organisation.called]
    return Organisation.objects.order_by().filter(reduce(or_, called)).values("pk")[:MOST]


def _spoken(name: str) -> Any:
    """A text in the reader's language, French when there is no other."""
    french = Coalesce(F(name), Value(""), output_field=TextField())
    if get_language() != "en":
        return french
    return Coalesce(NullIf(F(f"{name}_en"), Value("")), french, output_field=TextField())


def _whole(passage: str) -> str:
    """A passage that ends in the middle of a sentence says so."""
    text = passage.rstrip(" –")
    return f"{text}\u00a0…" if text and text[-1].isalnum() and " " in text else text


def marked(text: str) -> SafeString:
    """A passage made safe, the words that answer between marks."""
    safe = escape(re.sub(r"\s+", " ", html.unescape(text)).strip())
    return mark_safe(re.sub(f"[{OPEN}{CLOSE}]", "", MARKED.sub(r"<mark>\1</mark>", safe)))  # noqa: S308 - escaped above
