"""How many records each value of each facet would show: one query for all of them, another for their names."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Count, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from .declared import FacetFilter, Filter, Named, YearsFilter

T = TypeVar("T")
PLACES, KEPT_FOR = 4_000, 86_400  # counts at once; seconds
Found = dict[str, dict[str, int]]
Names = dict[str, dict[str, Named]]
EVERY = ""  # the place of the whole among the facets


@dataclass(kw_only=True)
class Counts:
    """Counts by facet and key, and what the keys stand for."""

    found: Found
    names: Names = field(default_factory=dict)

    @property
    def every(self) -> int:
        """How many records there are in all."""
        return self.found.get(EVERY, {}).get(EVERY, 0)

    def of(self, facet: str, named: Named) -> int:
        """How many records bear a value."""
        counts = self.found.get(facet, {})
        return sum(counts.get(key, 0) for key in named.keys)

    def by_year(self, name: str) -> dict[int, int]:
        """How many records each year holds, from the first year to the last."""
        years = {int(year): count for year, count in self.found.get(name, {}).items()}
        return {year: years.get(year, 0) for year in range(min(years), max(years) + 1)} if years else {}


def count(every: QuerySet, narrowed: Mapping[str, QuerySet], filters: Mapping[str, Filter]) -> Found:
    """The rows in all, and for each facet those that bear each key, in one query."""
    arms = [_arm(every, EVERY, Value(EVERY), repeats=False)]
    for name, rows in narrowed.items():
        one = filters[name]
        if isinstance(one, FacetFilter):
            arms.append(_arm(rows, name, one.key, repeats=one.repeats))
        elif isinstance(one, YearsFilter) and one.counted is not None:
            arms.append(_arm(rows, name, one.counted, repeats=False))
    found: Found = {}
    for facet, key, number in arms[0].union(*arms[1:], all=True):
        if key is not None:
            found.setdefault(facet, {})[key] = number
    return found


def by_key(names: Mapping[str, Named]) -> dict[str, Named]:
    """The values of a facet by what rows bear."""
    return {key: named for named in names.values() for key in named.keys}


def kept(of: str, stamp: str, make: Callable[[], T]) -> T:
    """Counts once made, for as long as nothing public changed. `stamp` says what they were made of; none keeps nothing.

    Answers to invented questions must not fill the shared cache: each kind of count has so many places, no more.
    """
    if not stamp:
        return make()
    place = f"counts-{zlib.crc32(of.encode()) % PLACES}"
    found = cache.get(place)
    if found is None or found[0] != (of, stamp):
        found = ((of, stamp), make())
        cache.set(place, found, KEPT_FOR)
    made: T = found[1]
    return made


def _arm(rows: QuerySet, name: str, key: Any, *, repeats: bool) -> QuerySet:
    grouped = rows.order_by().values(facet=Value(name, TextField()), counted=Cast(key, TextField()))
    found = Count("pk", distinct=True) if repeats else Count("*")
    return grouped.annotate(found=Cast(found, IntegerField())).values_list("facet", "counted", "found")


def names_of(found: Found, filters: Mapping[str, Filter]) -> Names:
    """What the keys that were counted stand for, by facet and value, in one query."""
    arms = []
    for name, one in filters.items():
        if isinstance(one, FacetFilter) and one.table is not None and name in found:
            arms.append(one.named(name).filter(pk__in=[int(key) for key in found[name]]))
    names: Names = {}
    for facet, key, value, label, label_en, number, colour in arms[0].union(*arms[1:], all=True) if arms else ():
        if value:
            unnamed = Named(value=value, label=label, label_en=label_en, number=number, colour=colour)
            names.setdefault(facet, {}).setdefault(value, unnamed).keys.add(key)
    return names
