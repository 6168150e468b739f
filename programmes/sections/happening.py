"""What a section counts and what it saw happen in the period of a report: the year, compared and told."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .blocks import Kind, Link, Trace, Value

Turn = Literal["new", "ended", "slipped"]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A figure compared from one edition to the next; its label never changes with the number or the year.

    `trace`: the list behind it; none when there is nothing to list.
    """

    label: str
    value: Value
    kind: Kind = "number"
    trace: Trace | None = None


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that began, ended, or was planned for a day that has passed.

    One that counts several records holds `each` of them, under its own turn and nature.
    """

    turn: Turn
    what: Link | str
    nature: Link | str
    planned: date | None = None
    done: date | None = None
    each: tuple["Happening", ...] = ()
