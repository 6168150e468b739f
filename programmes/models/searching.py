"""Search as French readers expect: stems of French and English words, or letters without accents nor case."""

from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.search import SearchQuery, SearchVectorExact, SearchVectorField
from django.db import models
from django.db.models import Q, Value

from .base import Plain, VisibleQuerySet

M = TypeVar("M", bound=models.Model)


class TitleStems(models.Func):
    """The stems of titles and keywords alone: the weights A and B of a column `search`."""

    template = "ts_filter(%(expressions)s, '{a,b}')"
    output_field = SearchVectorField()


class SearchedQuerySet(VisibleQuerySet[M]):
    """Records with a `search` column; `letters` are the columns in which a part of a word is found too."""

    letters: ClassVar[tuple[str, ...]] = ("title", "title_en")

    def matching(self, words: str) -> Self:
        """Rows that hold these words, in any order, or this part of a word."""
        french = SearchQuery(words, config="fr", search_type="websearch")
        english = SearchQuery(words, config="english", search_type="websearch")
        found = self._holding(french) | self._holding(english)
        plain: dict[str, Any] = {f"plain_{name}": Plain(name) for name in self.letters}
        for name in plain:
            found |= Q(**{f"{name}__contains": Plain(Value(words.strip()))})
        return self.alias(**plain).filter(found)

    def readable(self) -> Q:
        """Rows of which every text may be read; of the others only titles and keywords are searched."""
        return ~Q(pk__in=[])

    def _holding(self, query: SearchQuery) -> Q:
        return (Q(search=query) & self.readable()) | Q(SearchVectorExact(TitleStems("search"), query))
