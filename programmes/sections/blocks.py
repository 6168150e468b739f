"""What a frozen report is made of: plain, immutable data that sections write and the report engine prints.

Values stay raw and are worded at rendering in the report's language; None prints as "non renseigné". Text is already
in that language. `as_plain` and `from_plain` carry the whole tree through JSON without losing a digit.
"""

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.utils.functional import Promise

from programmes.charts import figures


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure that is not exact: "plus de 20" is `Measure(value=20, precision="more_than")`.

    `upper` is the second value of a figure between two values.
    """

    value: int | Decimal
    precision: Literal["exact", "at_least", "more_than", "about", "between"] = "exact"
    upper: int | Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """Words that lead to another part of the report (`anchor`) or to a public address (`url`, http or https)."""

    text: str
    anchor: str = ""
    url: str = ""


SCHEMA = 1  # of frozen content; one more when a field changes its meaning, and `Report` then reads the older ones
Value = str | int | Decimal | date | bool | Measure | Link | None
Kind = Literal["text", "number", "money", "percent", "date", "year"]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Plain text; line breaks begin a new paragraph. `lead` opens a chapter, `note` and `source` are small print.

    `language` when it differs from the report's, here and below: screen readers change voice.
    """

    text: str
    style: Literal["lead", "text", "note", "source"] = "text"
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Rich:
    """Text written by staff with bold, italics, links and lists, as sanitised HTML; headings become bold lines."""

    html: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Official or spoken words, kept to the letter."""

    text: str
    speaker: str = ""
    function: str = ""
    day: date | None = None
    source: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading inside a chapter or a part; the level follows from the place."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of an identity: who leads, which laboratory, from when to when."""

    label: str
    value: Value
    kind: Kind = "text"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The identity of a record, printed as a row of at most four; more facts make more rows."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A large number with its words: "8,4 M€ documentés, pour deux actions sur six"."""

    value: Value
    label: str
    kind: Kind = "number"
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its printed head, how values are worded, its share of the width in percent, its name in the CSV."""

    label: str
    kind: Kind = "text"
    width: int | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under heads. `name` (ASCII, unique, no extension) makes it a CSV file attached to the PDF.

    An empty table prints `empty`, or that nothing is known; without `printed` it is for the attached file only.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    name: str = ""
    total: tuple[Value, ...] = ()
    empty: str = ""
    note: str = ""
    source: str = ""
    printed: bool = True


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list of short lines."""

    items: tuple[str | Link, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing. `title` says the finding, `alt` is a full sentence for those who do not see it.

    `table` names the table (printed nearby or attached) that holds the same figures.
    """

    figure: figures.Figure
    title: str
    alt: str
    note: str = ""
    table: str = ""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Sources that disagree: what is said here, and what the other source says."""

    text: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A sentence about what is not known."""

    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Pill:
    """A state in a word; `state` (reached, on_track, to_strengthen, returned, unknown) picks colour and icon."""

    state: str
    label: str


Block = Paragraph | Rich | Quote | Heading | Facts | Figures | Table | Bullets | Chart | Remark | Missing


@dataclass(frozen=True, kw_only=True)
class Part:
    """A sheet inside a chapter: an action, a commitment, a group of theses. `anchor` is unique in the report.

    `tone` ("theme-3") colours its headings; the eyebrow then names the theme's number.
    """

    anchor: str
    title: str
    eyebrow: str = ""
    pill: Pill | None = None
    tone: str = ""
    blocks: tuple[Block, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter. With a theme's number and tone it opens on a page of its colour and carries a thumb tab."""

    slug: str
    title: str
    theme: int | None = None
    tone: str = ""
    eyebrow: str = ""
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole report. `edition` is empty for a draft ("aperçu"); `as_of` also dates the file, so bytes repeat.

    `colophon`: what only the records know for the imprint page. Raises ValueError for a `schema` newer than this code.
    """

    language: Literal["fr", "en"]
    kind: str
    title: str
    protocol: str
    year: int
    as_of: date
    subtitle: str = ""
    period_start: date | None = None
    period_end: date | None = None
    parties: tuple[str, ...] = ()
    edition: str = ""
    contains_demo: bool = False
    colophon: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    schema: int = SCHEMA

    def __post_init__(self) -> None:
        if self.schema > SCHEMA:
            raise ValueError(f"Ce contenu figé a la forme n° {self.schema}\u202f; ce code lit jusqu’à la n° {SCHEMA}.")

    @property
    def tables(self) -> tuple[Table, ...]:
        """The named tables in the order of their names: the files attached to the PDF."""
        blocks = [block for chapter in self.chapters for block in chapter.blocks]
        blocks += [block for chapter in self.chapters for part in chapter.parts for block in part.blocks]
        named = [block for block in blocks if isinstance(block, Table) and block.name]
        return tuple(sorted(named, key=lambda table: table.name))


_TYPES: dict[str, Any] = {
    name: kind
    for module in (vars(figures), globals())
    for name, kind in module.items()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}


def as_plain(value: Any) -> Any:
    """Turn blocks into what JSON can hold. Raises TypeError for a value that a frozen report may not contain."""
    match value:
        case None | bool() | int() | str():
            return value
        case Promise():
            return str(value)
        case Decimal():
            return {"decimal": str(value)}
        case float():
            return {"float": repr(value)}
        case date() if type(value) is date:
            return {"date": value.isoformat()}
        case tuple() | list():
            return [as_plain(item) for item in value]
    if _TYPES.get(name := type(value).__name__) is not type(value):
        raise TypeError(f"{name} ne peut pas entrer dans un rapport figé.")
    fields = {field.name: as_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return {"type": name} | fields


def from_plain(plain: Any) -> Any:
    """The way back from `as_plain`; lists become tuples. Raises KeyError or TypeError for a shape of another time."""
    match plain:
        case {"decimal": str(digits)}:
            return Decimal(digits)
        case {"float": str(digits)}:
            return float(digits)
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"type": str(name), **fields}:
            return _TYPES[name](**{str(key): from_plain(item) for key, item in fields.items()})
        case list():
            return tuple(from_plain(item) for item in plain)
    return plain
