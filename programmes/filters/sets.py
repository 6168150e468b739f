"""The filters of one list, asked by one address: rows, facets, chips, and what in the address makes no sense."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .counting import Counts, count, kept, names_of
from .declared import FacetFilter, Filter, LinkedFilter, Named, TextFilter, YearsFilter
from .pages import BOUND
from .plain import SHOWN, Chip, Facet, Option, Wrong

# What an address of a list may hold beside its filters.
BESIDE = ("sort", "page", "after", "before", "facet", "format")
LONGEST = 60


class FacetedFilterSet(django_filters.FilterSet):
    """Filters of a public list. Subclasses declare filters; facets, chips and counts follow.

    A facet's parameter may be repeated; values of one facet widen the list, facets narrow it. The counts of a facet
    are those of the list as the *other* filters leave it, so that each count says what one more tick would bring.
    `stamp` stands for what is public now: counts are kept under it, and nothing else is.
    A value that nobody knows finds nothing, and is told: a wrong address never shows the whole list as its answer.
    """

    base_filters: ClassVar[Mapping[str, Filter]]

    def __init__(self, data: QueryDict, queryset: Any, stamp: str = "") -> None:
        super().__init__(data.copy(), queryset)
        self.stamp = stamp
        self.form.full_clean()
        self.asked: dict[str, list[str]] = {name: said for name, said in self.form.cleaned_data.items() if said}
        self._follow_merged()

    @classmethod
    @cache
    def get_form_class(cls) -> Any:
        """The form that reads the address; the same for every reader."""
        return type(f"{cls.__name__}Form", (forms.Form,), {name: one.field for name, one in cls.base_filters.items()})

    @cached_property
    def qs(self) -> Any:
        """The list as every filter leaves it."""
        return self._narrowed()

    @cached_property
    def whole(self) -> Counts:
        """Counts of the list before any filter, with the names of all that can be ticked."""
        return kept(self.__class__.__qualname__, self.stamp, self._count_whole)

    def _count_whole(self) -> Counts:
        found = count(self.queryset, dict.fromkeys(self.counted, self.queryset), self.filters)
        return Counts(found=found, names=names_of(found, self.filters))

    @cached_property
    def counts(self) -> Counts:
        """Counts of the list as the filters leave it."""
        if not self.asked:
            return self.whole
        asked = f"{self.__class__.__qualname__} {sorted(self.asked.items())}"
        return kept(asked, self.stamp, self._count_narrowed)

    def _count_narrowed(self) -> Counts:
        groups = {name: self._bounded(self._narrowed(but=self._together(name))) for name in self.counted}
        return Counts(found=count(self._bounded(self.qs), groups, self.filters))

    def _bounded(self, rows: Any) -> Any:
        """Of a search, as many rows as are ranked and one more: common words are everywhere, and all alike."""
        if not self.words:
            return rows
        return rows.model._default_manager.filter(pk__in=rows.order_by().values("pk")[: BOUND + 1])

    @cached_property
    def words(self) -> str:
        """The words that are searched, if any."""
        return next(reversed(self.known.get("q", {})), "")

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The filters of which each value is counted."""
        return tuple(
            name
            for name, one in self.filters.items()
            if isinstance(one, FacetFilter) or (isinstance(one, YearsFilter) and one.counted is not None)
        )

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Each facet with its lines: every value of the whole list, counted in the list of the other filters."""
        return tuple(self._facet(name, one) for name, one in self.filters.items() if isinstance(one, FacetFilter))

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """The filters at work, in the order of their declaration."""
        return tuple(
            Chip(label=self.filters[name].label, value=words, without=self.without(name, value))
            for name, values in self.known.items()
            for value, words in values.items()
        )

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """Of each filter at work, the values that mean something, with their words."""
        return {name: dict(self._known(name, values)) for name, values in self.asked.items()}

    @property
    def linked(self) -> list[tuple[str, str]]:
        """The records that a link to the list named, which its form has no box for."""
        return [
            (name, value)
            for name in self.known
            if isinstance(self.filters[name], LinkedFilter)
            for value in self.known[name]
        ]

    @cached_property
    def wrong(self) -> tuple[Wrong, ...]:
        """What in the address makes no sense, each in a sentence."""
        return (*self._wrong_values(), *self._wrong_spans(), *self._wrong_names(), *self._wrong_facets())

    def without(self, name: str, value: str | None = None) -> str:
        """The address without a value, or without a parameter."""
        left = self.data.copy()
        left.setlist(name, [other for other in left.getlist(name) if value is not None and other.strip() != value])
        for place in ("page", "after", "before"):
            left.pop(place, None)
        return f"?{left.urlencode()}"

    def replacing(self, **values: str) -> str:
        """The address with other values of some parameters, on its first page."""
        asked = self.data.copy()
        for place in ("page", "after", "before"):
            asked.pop(place, None)
        for name, value in values.items():
            asked[name] = value
        return f"?{asked.urlencode()}"

    def _facet(self, name: str, one: FacetFilter) -> Facet:
        chosen, english = self.known.get(name, {}), get_language() == "en"
        options = [
            Option(
                value=named.value,
                label=named.said(english),
                count=self.counts.of(name, named),
                checked=named.value in chosen,
                number=named.number,
                colour=named.colour,
            )
            for named in self._values(name, one).values()
        ]
        ordered = sorted(options, key=lambda option: (option.number or 0, -option.count, option.label))
        asked = self.data.getlist("facet")
        return Facet(
            name=name,
            label=one.title,
            options=tuple(ordered),
            is_whole=name in asked,
            whole=f"{self.replacing(facet=name)}#facette-{name}" if len(ordered) > SHOWN else "",
        )

    def _values(self, name: str, one: FacetFilter) -> Mapping[str, Named]:
        """Every value that the whole list holds."""
        if one.words:
            return {key: one.spoken(key) for key in self.whole.found.get(name, {}) if key}
        return self.whole.names.get(name, {})

    def _known(self, name: str, values: list[str]) -> Iterator[tuple[str, str]]:
        one = self.filters[name]
        put = [value for value in values if one.is_well_put(value)]
        if isinstance(one, LinkedFilter):
            return iter(one.known(put).items())
        if not isinstance(one, FacetFilter):
            return ((value, value) for value in put)
        held = self._values(name, one)
        english = get_language() == "en"
        words = {value: held[value].said(english) for value in put if value in held}
        words |= _named_elsewhere(name, one, [value for value in put if value not in held])
        return ((value, words[value]) for value in put if value in words)

    def _follow_merged(self) -> None:
        """Ask of the records kept what is asked of records merged into them."""
        for name, values in self.asked.items():
            one = self.filters[name]
            if not isinstance(one, FacetFilter) or one.follows is None:
                continue
            unknown = [value for value in values if one.is_well_put(value) and value not in self._values(name, one)]
            kept = one.kept(unknown) if unknown else {}
            if kept:
                self.asked[name] = list(dict.fromkeys(kept.get(value, value) for value in values))
                self.data.setlist(name, self.asked[name])

    def _narrowed(self, but: tuple[str, ...] = ()) -> Any:
        rows = self.queryset
        for name in self.asked:
            if name not in but:
                rows = self._narrow(name, rows)
        return rows

    def _narrow(self, name: str, rows: Any) -> Any:
        one, known = self.filters[name], list(self.known[name])
        if not known:
            return rows.none()
        if isinstance(one, FacetFilter):
            held = self._values(name, one)
            known = sorted(key for value in known if value in held for key in held[value].keys)
        return one.filter(rows, known)

    def _together(self, name: str) -> tuple[str, ...]:
        """A filter and those that say the same in another way."""
        group = self.filters[name].group
        return tuple(other for other, one in self.filters.items() if other == name or (group and one.group == group))

    def _wrong_values(self) -> Iterator[Wrong]:
        for name, values in self.asked.items():
            for value in values:
                if value not in self.known[name]:
                    yield Wrong(sentence=self._sentence(name, value), without=self.without(name, value))

    def _sentence(self, name: str, value: str) -> str:
        about = {"value": shortened(value), "name": self.filters[name].label}
        if isinstance(self.filters[name], YearsFilter):
            return _("«\u00a0%(value)s\u00a0» n’est pas une année\u00a0: rien ne peut lui répondre.") % about
        if isinstance(self.filters[name], TextFilter):
            return _("«\u00a0%(value)s\u00a0» ne peut pas être cherché.") % about
        sentence = _(
            "«\u00a0%(value)s\u00a0» n’est pas une valeur connue de «\u00a0%(name)s\u00a0»\u00a0: rien n’y répond."
        )
        return sentence % about

    def _wrong_spans(self) -> Iterator[Wrong]:
        since, until = (max(self.known.get(name, {}), default="") for name in ("year_from", "year_to"))
        if since and until and since > until:
            sentence = _("La période demandée commence en %(since)s et finit en %(until)s\u00a0: rien n’y répond.")
            yield Wrong(sentence=sentence % {"since": since, "until": until}, without=self.without("year_to"))

    def _wrong_facets(self) -> Iterator[Wrong]:
        for name in self.data.getlist("facet"):
            if name and not isinstance(self.filters.get(name), FacetFilter):
                sentence = _("«\u00a0%(name)s\u00a0» n’est pas un filtre de cette liste\u00a0: il est laissé de côté.")
                yield Wrong(sentence=sentence % {"name": shortened(name)}, without=self.without("facet", name))

    def _wrong_names(self) -> Iterator[Wrong]:
        for name in self.data:
            if name not in self.filters and name not in BESIDE and not name.startswith("utm_"):
                sentence = _("«\u00a0%(name)s\u00a0» n’est pas un filtre de cette liste\u00a0: il est laissé de côté.")
                yield Wrong(sentence=sentence % {"name": shortened(name)}, without=self.without(name))


def shortened(text: str) -> str:
    """What somebody typed, as far as a sentence can hold it."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def _named_elsewhere(name: str, one: FacetFilter, values: list[str]) -> dict[str, str]:
    """Of values that no record of the list bears, those that exist all the same, with their words."""
    if one.table is None:
        return {value: one.spoken(value).label for value in values if value in one.words}
    if not values:
        return {}
    rows = one.named(name).alias(asked=Cast(one.value, TextField())).filter(asked__in=values)
    return {row[2]: row[4] if get_language() == "en" and row[4] else row[3] for row in rows}
