"""What a list may be asked: each kind of filter reads its values and narrows the rows."""

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.functional import Promise
from django.utils.text import capfirst

from ..models.base import Mergeable

Text = str | Promise
FIRST_YEAR, LAST_YEAR = 1900, 2200
NUL = "\x00"


@dataclass(kw_only=True)
class Named:
    """A value of a facet: its words, and the keys of the rows that bear it."""

    value: str
    label: str
    label_en: str = ""
    number: int | None = None
    colour: int | None = None
    keys: set[str] = field(default_factory=set)

    def said(self, english: bool) -> str:
        """Its words in the reader's language, which is asked once a page and not once a value."""
        return (self.label_en if english else "") or self.label


class Values(forms.Field):
    """What an address says of a parameter, as typed: each value once, in order."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[str]:
        """The values; none is refused here, since the page names those that make no sense."""
        return [one for one in dict.fromkeys(word.strip() for word in value or ()) if one]


class Filter(django_filters.Filter):
    """A parameter of a list. `group`: filters of one group do not narrow each other's counts."""

    field_class = Values

    def __init__(self, *, label: Text, group: str = "") -> None:
        super().__init__(label=label)
        self.title, self.group = label, group

    def __deepcopy__(self, _memory: Any) -> "Filter":
        """A filter set has its own filters, which all share what they were declared with."""
        return copy.copy(self)

    def is_well_put(self, value: str) -> bool:
        """Whether a value of the address can be read at all."""
        return NUL not in value

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows that carry one of the values; only values that can be read come here."""
        raise NotImplementedError


class FacetFilter(Filter):
    """A repeatable parameter with counted options.

    `key` leads from the listed row to what is counted: a column, or rows of another `table`, of which `value` stands
    in addresses and the first of `names` that holds something is shown (`names_en` first to English readers);
    `number` and `colour` are those of a theme, whose number then orders the lines, else the fullest comes first.
    `words` are those of an enumeration. `repeats`: several links may lead from one row to the same value.
    `follows`: the table of which merged records answer by the one kept, so that old addresses go on working.
    """

    def __init__(
        self,
        key: str,
        *,
        label: Text,
        words: Mapping[str, Text] | None = None,
        table: Callable[[], QuerySet] | None = None,
        value: str = "slug",
        names: Sequence[str] = (),
        names_en: Sequence[str] = (),
        number: str = "",
        colour: str = "",
        repeats: bool = False,
        follows: type[Mergeable] | None = None,
    ) -> None:
        super().__init__(label=label)
        self.key, self.words, self.table, self.value = key, words or {}, table, value
        self.names, self.names_en, self.number, self.colour = names or (value,), names_en, number, colour
        self.repeats, self.follows = repeats, follows

    def named(self, name: str) -> QuerySet:
        """The rows of its table: facet, key, value, words, words in English, number, colour; no order."""
        table: Any = self.table
        return (
            table()
            .order_by()
            .values_list(
                Value(name, TextField()),
                Cast("pk", TextField()),
                Cast(self.value, TextField()),
                _first(self.names),
                _first(self.names_en),
                F(self.number) if self.number else Cast(Value(None), IntegerField()),
                F(self.colour) if self.colour else Cast(Value(None), IntegerField()),
            )
        )

    def spoken(self, key: str) -> Named:
        """A value of an enumeration, in the reader's words."""
        return Named(value=key, label=str(capfirst(str(self.words.get(key, key)))), keys={key})

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows whose key is one of these; through a link, without doubling any."""
        first, _dots, rest = self.key.partition("__")
        if first == "pk":
            return qs.filter(pk__in=value)
        relation = qs.model._meta.get_field(first)
        if not relation.one_to_many:
            return qs.filter(**{f"{self.key}__in": value})
        link = relation.related_model._base_manager
        return qs.filter(Exists(link.filter(**{relation.field.name: OuterRef("pk"), f"{rest}__in": value})))

    def kept(self, values: Iterable[str]) -> dict[str, str]:
        """Of values that were merged into others, those kept."""
        if self.follows is None:
            return {}
        column = self.value.rpartition("__")[2]
        rows = self.follows._base_manager.filter(merged_into__isnull=False).annotate(was=Cast(column, TextField()))
        found = rows.filter(was__in=list(values)).values_list("was", f"merged_into__{column}")
        return {str(old): str(new) for old, new in found}


class LinkedFilter(Filter):
    """One record that the listed ones hang on, for links from its own page: neither counted nor offered as a facet.

    `path` leads to it from the listed row, `value` is its column in addresses, `name` the one that is shown.
    """

    def __init__(self, path: str, *, label: Text, table: Callable[[], QuerySet], value: str, name: str) -> None:
        super().__init__(label=label)
        self.path, self.table, self.value, self.name = path, table, value, name

    def known(self, values: Iterable[str]) -> dict[str, str]:
        """Of these values, those of a record, with its words in the reader's language."""
        rows = self.table().order_by().filter(**{f"{self.value}__in": list(values)})
        return {getattr(row, self.value): row.tr(self.name) for row in rows}

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows that hang on one of these records, none of them doubled."""
        first, _dots, rest = self.path.partition("__")
        there = self.table().order_by().filter(**{f"{self.value}__in": value})
        if not rest:
            return qs.filter(**{f"{first}__in": there})
        between = qs.model._meta.get_field(first).related_model._base_manager
        return qs.filter(**{f"{first}__in": between.filter(**{f"{rest}__in": there}).values("pk")})


class TextFilter(Filter):
    """The words typed in the search box."""

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows that hold these words."""
        return qs.matching(value[-1])


class YearsFilter(Filter):
    """A repeatable year in four figures; `narrowed` names the method of the rows that says what a year means there.

    `counted`: an expression of the year that a row counts in, or one that gives a row for each of its years.
    """

    def __init__(self, *, label: Text, narrowed: str, counted: Any = None, group: str = "year") -> None:
        super().__init__(label=label, group=group)
        self.narrowed, self.counted = narrowed, counted

    def is_well_put(self, value: str) -> bool:
        """Four figures that can be a year of ours."""
        return value.isascii() and value.isdecimal() and len(value) == 4 and FIRST_YEAR <= int(value) <= LAST_YEAR

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows of one of these years."""
        return getattr(qs, self.narrowed)([int(year) for year in value])


class YearFilter(YearsFilter):
    """One year: an end of a period."""

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        """Rows on the right side of the year."""
        return getattr(qs, self.narrowed)(int(value[-1]))


def _first(columns: Sequence[str]) -> Any:
    """The first of the columns that holds a text."""
    texts = [NullIf(Cast(column, TextField()), Value("")) for column in columns]
    return Coalesce(*texts, Value(""), output_field=TextField()) if texts else Value("", TextField())
