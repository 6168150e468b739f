"""Lists that visitors narrow down: facets with counts, and the marks of the filters at work.

A facet's parameter may be repeated; values of one facet widen the list, facets narrow it. The counts of a facet are
those of the list as the *other* filters leave it, so that each count says what one more tick would bring.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language
from django_filters.fields import MultipleChoiceField

from .models.base import Mergeable

Text = str | Promise
FIRST_YEAR, LAST_YEAR = 1900, 2200
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Option:
    """One line of a facet: its value in the address, its words, how many records it would show."""

    value: str
    label: Text
    count: int
    checked: bool
    number: int | None = None
    colour: int | None = None


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One facet as a page shows it."""

    name: str
    label: Text
    options: tuple[Option, ...]

    @property
    def shown(self) -> tuple[Option, ...]:
        """Five lines, and every ticked one."""
        return tuple(option for place, option in enumerate(self.options) if place < SHOWN or option.checked)

    @property
    def folded(self) -> tuple[Option, ...]:
        """The lines behind "n more"."""
        return tuple(option for option in self.options if option not in self.shown)


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter at work: what it is, and the address of the list without it."""

    label: Text
    value: Text
    without: str


class _AnyValue(MultipleChoiceField):
    """Takes values that no record carries: an old link then shows an empty list that says why, not an error."""

    def valid_value(self, value: Any) -> bool:
        return "\x00" not in str(value)


class FacetFilter(django_filters.MultipleChoiceFilter):
    """A repeatable parameter with counted options.

    Labels come from `words` (a mapping, for an enumeration) or from the first column of `names` that holds something;
    English readers get `names_en` first. `theme` names the way to a theme, whose number then orders the lines; else
    the fullest comes first. `only` keeps what a visitor may see of the other table; `digits`: a column of numbers.
    `follows`: the table of which merged records answer by the one kept, so that old addresses go on working.
    """

    field_class = _AnyValue

    def __init__(
        self,
        field_name: str,
        *,
        label: Text,
        words: Mapping[str, Text] | None = None,
        names: Sequence[str] = (),
        names_en: Sequence[str] = (),
        theme: str = "",
        only: Q | None = None,
        digits: bool = False,
        follows: type[Mergeable] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(field_name=field_name, label=label, choices=[], **options)
        self.follows = follows
        self.words, self.names, self.names_en = words or {}, names, names_en
        self.title = label
        self.theme, self.only, self.digits = theme, only or Q(), digits

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Rows that carry one of the values; a subquery, so that joins neither double rows nor spoil sums."""
        if not value:
            return qs
        carrying = qs.model._base_manager.filter(self.only, **{f"{self.field_name}__in": self._readable(value)})
        return qs.filter(pk__in=carrying.values("pk"))

    def _readable(self, values: Iterable[str]) -> list[str]:
        """Of what an address says, what the column may hold."""
        known = [word for word in values if "\x00" not in word]
        return [word for word in known if word.isdecimal() and len(word) < 10] if self.digits else known

    def of_kept(self, values: list[str]) -> list[str]:
        """The same values, that of a merged record replaced by that of the record kept."""
        if self.follows is None:
            return values
        column = self.field_name.rpartition("__")[2]
        named = self.follows._base_manager.filter(
            merged_into__isnull=False, **{f"{column}__in": self._readable(values)}
        )
        kept = {str(old): str(new) for old, new in named.values_list(column, f"merged_into__{column}")}
        return list(dict.fromkeys(kept.get(value, value) for value in values))

    def options(self, everything: QuerySet, others: QuerySet, chosen: Iterable[str]) -> tuple[Option, ...]:
        """Every value of the whole list, counted in the list that the other filters leave."""
        rows = (
            everything.filter(self.only)
            .exclude(**{f"{self.field_name}__isnull": True})
            .order_by()
            .values(self.field_name, *self._columns, *self._theme_columns)
            .annotate(found=Count("pk", distinct=True, filter=Q(pk__in=others.order_by().values("pk"))))
        )
        options = [self._option(row, set(chosen)) for row in rows if row[self.field_name] != ""]
        return tuple(sorted(options, key=self._place))

    @property
    def _columns(self) -> list[str]:
        return [*(self.names_en if get_language() == "en" else ()), *self.names]

    @property
    def _theme_columns(self) -> list[str]:
        return [f"{self.theme}__number", f"{self.theme}__colour"] if self.theme else []

    def _option(self, row: dict[str, Any], chosen: set[str]) -> Option:
        value = row[self.field_name]
        label = next(filter(None, (row[column] for column in self._columns)), capfirst(self.words.get(value, value)))
        number, colour = (row[column] for column in self._theme_columns) if self.theme else (None, None)
        return Option(
            value=str(value),
            label=str(label),
            count=row["found"],
            checked=str(value) in chosen,
            number=number,
            colour=colour,
        )

    def _place(self, option: Option) -> tuple[Any, ...]:
        return (option.number or 0, 0 if self.theme else -option.count, str(option.label))


class TextFilter(django_filters.CharFilter):
    """The words typed in the search box."""

    def filter(self, qs: Any, value: Any) -> Any:
        """Rows that hold these words."""
        return qs.matching(value) if value else qs


class YearsFilter(django_filters.MultipleChoiceFilter):
    """A repeatable year in four figures; `method` of the filter set says what a year means there."""

    field_class = _AnyValue


class YearFilter(django_filters.Filter):
    """A year in four figures."""

    field_class: type[forms.Field] = forms.IntegerField

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, **options)


def years_of(values: Iterable[Any]) -> list[int]:
    """The years among what an address says; anything else is left out."""
    found = [int(value) for value in values if str(value).isdecimal() and len(str(value)) == len("2021")]
    return [year for year in found if FIRST_YEAR <= year <= LAST_YEAR]


class FacetedFilterSet(django_filters.FilterSet):
    """Filters of a public list. Subclasses declare filters; facets, chips and counts follow."""

    def __init__(self, data: QueryDict | None = None, *args: Any, **options: Any) -> None:
        # Without a query the form would be unbound, and an unbound form cleans nothing.
        super().__init__(QueryDict() if data is None else self._of_kept(data), *args, **options)

    def _of_kept(self, data: QueryDict) -> QueryDict:
        """The same question, asked of the records kept."""
        asked = data.copy()
        for name, facet in self.base_filters.items():  # type: ignore[attr-defined]  # by its metaclass
            if isinstance(facet, FacetFilter) and facet.follows and name in asked:
                asked.setlist(name, facet.of_kept(asked.getlist(name)))
        return asked

    @cached_property
    def qs(self) -> QuerySet:
        """The list as every filter leaves it; values that cannot be read are left out."""
        return self._narrowed()

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Each facet with its lines; one query a facet."""
        return tuple(
            Facet(
                name=name,
                label=facet.title,
                options=facet.options(self.queryset, self._narrowed(but=name), self._chosen(name)),
            )
            for name, facet in self.filters.items()
            if isinstance(facet, FacetFilter)
        )

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """The filters at work, in the order of their declaration."""
        words = {(facet.name, option.value): option.label for facet in self.facets for option in facet.options}
        return tuple(
            Chip(
                label=str(self.filters[name].label),
                value=words.get((name, value), value),
                without=self._address_without(name, value),
            )
            for name in self.filters
            for value in self._chosen(name)
        )

    def _narrowed(self, but: str = "") -> QuerySet:
        self.form.is_valid()
        rows = self.queryset.all()
        for name, value in self.form.cleaned_data.items():
            if name != but:
                rows = self.filters[name].filter(rows, value)
        return rows

    def _chosen(self, name: str) -> list[str]:
        """What the address says of a filter, as far as it could be read."""
        if name not in self.form.cleaned_data or not isinstance(self.data, QueryDict):
            return []
        return [value for value in dict.fromkeys(self.data.getlist(name)) if value]

    def _address_without(self, name: str, value: str) -> str:
        left = self.data.copy()
        left.setlist(name, [other for other in left.getlist(name) if other != value])
        left.pop("page", None)
        return f"?{left.urlencode()}"
