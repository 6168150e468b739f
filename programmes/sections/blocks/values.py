"""The values of a frozen report: raw, worded at rendering; and how a figure names the records behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "number", "money", "percent", "date", "year", "change", "money_change"]


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
    """Words that lead to another part of the report (`anchor`) or to a public address (`url`, http or https).

    `path` is the record's own public page on this site ("/fr/actions/ft-icr/"), in the report's language: lists of
    records give it, only the web twin follows it. A record's own page belongs here, never in `url`. `language` when it
    differs from the report's.
    """

    text: str
    anchor: str = ""
    url: str = ""
    path: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text of a cell in another language than the report's: screen readers change voice."""

    text: str
    language: str


Plain = str | int | Decimal | date | bool | Measure | Link | Said | None
Pairs = tuple[tuple[str, Plain], ...]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """How a figure follows from a frozen list: the rows of the named `table` that answer `where`, taken as `how`.

    `where`: pairs (column's name, value); the same column twice means either value. A pair's value is compared in
    the words of the CSV file, so 2024 and "2024" are the same. `by`, on a `Column` only: pairs (column of the list,
    column of this table): each row of this table asks for its own value; a total row asks for none.

    `how`: `count` the rows · `distinct` values of `column` · `sum` of `column`, unknown ones left out, unknown when
    all are · `difference`: the sum of `column` less that of `less`, unknown when the first is · `value` of `column`
    in the one row found · `share`: percent of rows answering `where` among those answering `among`.
    """

    table: str
    where: Pairs = ()
    by: tuple[tuple[str, str], ...] = ()
    how: Literal["count", "distinct", "sum", "difference", "value", "share"] = "count"
    column: str = ""
    less: str = ""
    among: Pairs = ()


@dataclass(frozen=True, kw_only=True)
class Traced:
    """A figure of a cell that has a list of its own; where a whole column has one, say it once, on the `Column`.

    A text, when the figure stands among words: "5 soutenances".
    """

    value: str | int | Decimal | Measure | None
    trace: Trace


Value = Plain | Traced


def bare(value: Value) -> Plain:
    """The value itself, without its trace."""
    return value.value if isinstance(value, Traced) else value


def raw(value: Value) -> str:
    """A value as the CSV files write it: no thousands separator, ISO dates, nothing for what is not known."""
    match value:
        case None:
            return ""
        case Traced():
            return raw(value.value)
        case Measure():
            return str(value.value)
        case Link() | Said():
            return value.text
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
    return str(value)
