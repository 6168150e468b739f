"""What a file says of a record: for each column what the database is asked for, and how a spreadsheet holds it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

# What a spreadsheet would run as a formula, full-width signs included. Apostrophes in front are counted, so that
# taking one off is always the reverse of putting one on.
STARTS = "=+\\-@\t\n\r＝＋－＠"
GUARDED = re.compile(f"'+[{STARTS}]")
RISKY = re.compile(f"'*[{STARTS}]")


class Kind(StrEnum):
    """How a spreadsheet holds a cell."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # a percentage: below one, a number would be read again as a fraction
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"  # true or false


@dataclass(frozen=True, eq=False)
class Beside:
    """Rows of another table, told together for each record: `owner` is the link to it."""

    rows: QuerySet[Any]
    owner: str
    sums: dict[str, Any] = field(default_factory=dict)  # aggregates that the cells are made of


@dataclass(frozen=True)
class Cell:
    """A column of an export: its heading, what is asked of the record or of the rows beside it."""

    heading: str
    value: Any
    kind: Kind = Kind.TEXT
    beside: Beside | None = None


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes in front of a risky one."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if GUARDED.match(text) else text
