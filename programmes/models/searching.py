"""Search as French readers expect: stems of French and English words, beginnings of words, no accents nor case."""

import re
import unicodedata
from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Self, TypeVar

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorExact, SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from .base import Plain, VisibleQuerySet

M = TypeVar("M", bound=models.Model)

LONGEST, MOST_WORDS = 200, 12
SHORTEST_BEGINNING = 3
OPERATORS = re.compile(r'["]|(?:^|\s)-\w|\s(?:OR|or|OU|ou)\s')
# Words that stand in every text: their beginning is not looked for, or « les » would ask for « lessive ».
COMMON = frozenset(
    re.findall(
        r"\w+",
        "aux avec ces cette dans des donc elle elles entre est etre leur leurs les mais non nos notre nous "
        "ont par pas plus pour que qui sans ses son sont sous sur une vers vos votre vous and are for from "
        "has have into its not our that the their this was were with you your ",
    )
)


class Contains(models.Func):
    """Whether a text holds another: written so that PostgreSQL takes the index of trigrams."""

    arg_joiner = " LIKE "
    template = "%(expressions)s"
    output_field = models.BooleanField()
    conditional = True


def containing(text: Any, word: str) -> Q:
    """A word as a part of a text, in the form that the indexes of groups of letters answer."""
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    return Q(Contains(Plain(text), Plain(Value(f"%{escaped}%", output_field=models.CharField()))))


def beginning(text: Any, words: str) -> Q:
    """A text that begins with these words, whatever their accents and case."""
    escaped = re.sub(r"([\\%_])", r"\\\1", words)
    return Q(Contains(Plain(text), Plain(Value(f"{escaped}%", output_field=models.CharField()))))


def one_text(columns: Sequence[str]) -> Any:
    """Several columns as one text, exactly as `base.alike` indexes them."""
    parts = [part for name in columns for part in (Value(" "), F(name))][1:]
    return Concat(*parts, output_field=models.TextField()) if len(parts) > 1 else parts[0]


class TitleStems(models.Func):
    """The stems of titles and keywords alone: the weights A and B of a column `search`."""

    template = "ts_filter(%(expressions)s, '{a,b}')"
    output_field = SearchVectorField()


def plain(text: str) -> str:
    """A text without accents nor case."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def asked(words: str) -> Any:
    """What somebody typed, as a question of full text: every word, by its stem in either language or its beginning.

    Quotation marks, « ou » and a minus sign keep the meaning that search engines give them.
    """
    words = words.replace("\x00", " ")[:LONGEST]
    if OPERATORS.search(words):
        spelled = re.sub(r"\s(?:OU|ou)\s", " or ", words)
        return _either(spelled, "websearch")
    each = re.findall(r"\w+(?:[-’']\w+)*", words)[:MOST_WORDS]
    return reduce(and_, [_word(word) for word in each]) if each else _either(words, "plain")


def any_of(words: str) -> str:
    """The same question asked of records that hold only some of the words; nothing for a single word or operators."""
    if OPERATORS.search(words):
        return ""
    each = [word for word in re.findall(r"\w+(?:[-’']\w+)*", words)[:MOST_WORDS] if _is_telling(plain(word))]
    return " OR ".join(each) if len(each) > 1 else ""


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_BEGINNING and word not in COMMON


def _word(word: str) -> Any:
    beginning = re.sub(r"\W", "", plain(word))
    query = _either(word, "plain")
    if len(beginning) < SHORTEST_BEGINNING or beginning != plain(word) or beginning in COMMON:
        return query
    return query | SearchQuery(f"{beginning}:*", config="simple", search_type="raw")


def _either(words: str, kind: str) -> Any:
    return reduce(or_, [SearchQuery(words, config=config, search_type=kind) for config in ("fr", "english")])


class SearchedQuerySet(VisibleQuerySet[M]):
    """Records with a `search` column."""

    def matching(self, words: str) -> Self:
        """Rows that hold these words, in any order."""
        query = asked(words)
        return self.filter(Q(search=query) & (self.readable() | Q(SearchVectorExact(TitleStems("search"), query))))

    def ranked(self, words: str) -> Self:
        """The same rows with how well each answers, `relevance`."""
        return self.matching(words).annotate(relevance=SearchRank(F("search"), asked(words)))

    def readable(self) -> Q:
        """Rows of which every text may be read; of the others only titles and keywords are searched."""
        return ~Q(pk__in=[])
