"""What a section offers as open data: sets of public rows, and what each of their columns means.

The names of the columns are those of the JSON files and of any interface to come; their headings and meanings are read
in the language of the page. A column asks only for what a page shows to everybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isfunction
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, CharField, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..cells import Beside, Cell, Kind

Text = str | Promise
BETWEEN = " | "  # between the values of a cell that holds several
TYPES: Mapping[Kind, Text] = {
    Kind.TEXT: _("texte"),
    Kind.NUMBER: _("nombre"),
    Kind.SHARE: _("nombre"),
    Kind.DAY: _("date (AAAA-MM-JJ)"),
    Kind.MOMENT: _("date et heure"),
    Kind.FLAG: _("vrai ou faux"),
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a file is read: the address of the site, before every link to a record."""

    site: str


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, its heading and its meaning for people, what the database is asked for.

    A value that depends on the language or on the site's address is a function of the place.
    """

    name: str
    heading: Text
    meaning: Text
    value: Any
    kind: Kind = Kind.TEXT
    unit: Text = ""
    beside: Beside | None = None
    codes: tuple[tuple[str, Text], ...] = ()
    is_many: bool = False  # a cell may hold several values

    def cell(self, place: Place, *, by_name: bool = False) -> Cell:
        """The column as the writers of files take it, headed in the reader's language or by its name."""
        return Cell(self.name if by_name else str(self.heading), asked_at(place, self.value), self.kind, self.beside)

    @property
    def type(self) -> Text:
        """What its values are, in words."""
        return _("textes séparés par «\u00a0|\u00a0»") if self.is_many else TYPES[self.kind]


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A set of rows that everybody may take: `rows` are those that a viewer may see, in the order of the file.

    `first` and `last` name the dates, or the years, that bound its period; `keywords` are for catalogues.
    """

    name: str
    title: Text
    summary: Text
    rows: Callable[[Any], QuerySet[Any]]
    columns: Callable[[Any], tuple[Column, ...]]
    first: str = ""
    last: str = ""
    keywords: tuple[Text, ...] = ()

    def cells(self, viewer: Any, place: Place, *, by_name: bool = False) -> list[Cell]:
        """Its columns as cells."""
        return [column.cell(place, by_name=by_name) for column in self.columns(viewer)]


def asked_at(place: Place, value: Any) -> Any:
    """An expression, made at the time of asking when it depends on the place or the language."""
    return value(place) if isfunction(value) else value


def in_words(path: str, choices: Any) -> Callable[[Place], Case]:
    """The label of a code, in the reader's language."""

    def asked(_place: Place) -> Case:
        labels = (When(**{path: code}, then=Value(capfirst(str(label)))) for code, label in choices)
        return Case(*labels, default=Value(""), output_field=CharField())

    return asked


def tr(path: str) -> Callable[[Place], Any]:
    """A text in the reader's language, French when there is no other."""

    def asked(_place: Place) -> Any:
        return Coalesce(NullIf(f"{path}_en", Value("")), path) if get_language() == "en" else F(path)

    return asked


def only(shown: Q, value: Any) -> Case:
    """A value that is told on a condition; nothing otherwise."""
    return Case(When(shown, then=value), default=None)


def page_of(route: str, *paths: str) -> Callable[[Place], Any]:
    """The whole address of a record's page, in the reader's language; `paths` fill its places, in their order."""

    def asked(place: Place) -> Any:
        marks = [mark for mark, _path in zip(("97531", "97532"), paths, strict=False)]
        parts: list[Any] = []
        rest = f"{place.site}{reverse(route, args=marks)}"
        for mark, path in zip(marks, paths, strict=True):
            before, rest = rest.split(mark)
            parts += [Value(before), Cast(path, CharField())]
        return Concat(*parts, Value(rest), output_field=CharField())

    return asked


def several(name: str, heading: Text, meaning: Text, beside: Beside, value: Any) -> Column:
    """A column that tells rows of another table, one after the other."""

    def joined(place: Place) -> StringAgg:
        return StringAgg(Cast(asked_at(place, value), TextField()), BETWEEN, order_by=("pk",))

    return Column(name, heading, meaning, joined, beside=beside, is_many=True)


def invented() -> Column:
    """Whether the row is part of the demonstration set."""
    meaning = _("Vrai pour une ligne inventée pour la démonstration.")
    return Column("is_demo", _("Donnée de démonstration"), meaning, F("is_demo"), Kind.FLAG)


def source() -> Column:
    """Where the fact comes from."""
    return Column("source", _("Source"), _("D’où vient l’information."), F("source"))


def link(route: str, *paths: str) -> Column:
    """The page of the record."""
    meaning = _("Page publique de la fiche, dans la langue du fichier.")
    return Column("url", _("Adresse"), meaning, page_of(route, *paths))
