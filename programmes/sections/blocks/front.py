"""What stands before the chapters: every commitment on one page, and the decisions awaited."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .texts import Pill
from .values import Trace

Move = Literal["up", "down", "same", "new", "none"]


@dataclass(frozen=True, kw_only=True)
class Pledge:
    """A commitment on the page that shows them all: the exact wording, the agreed level, what proves it, where to read.

    `move` is the arrow since the last edition and `since` its words; `anchor` names the sheet in the report. A proof
    that tells a figure of ours names its list (`proof_trace`).
    """

    number: int
    wording: str
    level: Pill
    since: str
    proof: str
    anchor: str
    move: Move = "none"
    proof_url: str = ""
    language: str = ""
    proof_language: str = ""
    proof_trace: Trace | None = None


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """A decision that was taken and is still to be carried out: by whom, by when."""

    text: str
    owner: str = ""
    due_on: date | None = None
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Glance:
    """Every commitment on one page, and the decisions awaited; `more` of them are in the chapter of the agreement."""

    title: str
    lead: str
    promises: tuple[Pledge, ...]
    decisions: tuple[Awaited, ...] = ()
    more: int = 0
