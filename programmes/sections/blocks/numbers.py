"""Blocks made of figures: facts, key figures, tables, drawings. Each figure says which list it comes from."""

from dataclasses import dataclass

from django.utils.text import slugify

from programmes.charts import figures

from .values import Kind, Trace, Value


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of an identity: who leads, which laboratory, from when to when."""

    label: str
    value: Value
    kind: Kind = "text"
    trace: Trace | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The identity of a record, printed as a row of at most five; more facts make more rows."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A large number with its words: "8,4 M€ documentés, pour deux actions sur six".

    `trace`: the list behind the number; `note_trace`: behind the figure that the note tells.
    """

    value: Value
    label: str
    kind: Kind = "number"
    unit: str = ""
    note: str = ""
    trace: Trace | None = None
    note_trace: Trace | None = None


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its printed head, how values are worded, its share of the width in percent, its name in the CSV.

    `name` is English, the same in every language, needed as soon as a `Trace` speaks of the column; `meaning` is what
    the data dictionary says of it. `trace`: the list behind each figure of the column, see `Trace.by`.
    """

    label: str
    kind: Kind = "text"
    width: int | None = None
    name: str = ""
    meaning: str = ""
    trace: Trace | None = None

    @property
    def key(self) -> str:
        """What the CSV files and the addresses of the twin call it."""
        return self.name or slugify(self.label).replace("-", "_")


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under heads. `name` (ASCII, unique, no extension) makes it a CSV file attached to the PDF.

    An empty table prints `empty`, or that nothing is known; without `printed` it is for the attached file only, and
    has a page of its own in the twin.

    The rule of tracing: every figure of the report is either a fact of one record, standing in a table with `records`
    (each row is one record as it was frozen; give it the record's reference, and a `Link` with its `path` where it
    has a public page), or it carries a `Trace` to such a table. A list too long for paper is `printed=False`.
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
    records: bool = False


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing. `title` says the finding, `alt` is a full sentence for those who do not see it.

    `table` names the table (printed nearby or attached) that holds the same figures, one cell for each that is drawn:
    its columns carry the traces. A drawing of one figure, or of one record, names its list by `trace` instead.
    """

    figure: figures.Figure
    title: str
    alt: str
    note: str = ""
    table: str = ""
    trace: Trace | None = None
