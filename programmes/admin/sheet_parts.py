"""What the page of a yearly sheet is made of, as plain data."""

from dataclasses import dataclass
from typing import Any

from ..questions import Lack, Question


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What the sheet of the campaign before says: the text, whether it was published, whether it is taken up as is."""

    year: str
    text: str
    text_en: str = ""
    is_same: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as the page shows it. `mark`: done, todo, fix, free (not needed)."""

    question: Question
    mark: str
    text: str = ""
    text_en: str = ""
    field: Any = None
    field_en: Any = None
    beside: Beside | None = None
    demand: str = ""
    before: str | None = None
    tables: tuple[Any, ...] = ()
    grids: tuple[Any, ...] = ()
    known: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def mark_words(self) -> str:
        """The mark in words, never by its colour alone."""
        return {"done": "rempli", "todo": "à remplir", "fix": "à corriger", "free": "facultatif"}[self.mark]


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A point of the timeline. `tone`: done, bad, now, ahead; a visa that was cancelled is struck through."""

    label: str
    day: str = ""
    who: str = ""
    tone: str = "done"
    is_struck: bool = False


@dataclass(frozen=True, kw_only=True)
class PartyVisa:
    """Where a party stands. `tone`: given, cancelled, asked, awaited."""

    party: str
    words: str
    note: str = ""
    tone: str = "awaited"


@dataclass(frozen=True, kw_only=True)
class Demand:
    """The correction that a party asks for."""

    who: str
    day: str
    reason: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class SheetPage:
    """Everything the page of a sheet shows beside Django's own form."""

    asked: tuple[Asked, ...]
    moments: tuple[Moment, ...]
    visas: tuple[PartyVisa, ...]
    demand: Demand | None
    left: str
    blocking: tuple[Lack, ...]
    year: str
    minutes: int
    due: str
    is_open: bool
    own_lacks: tuple[Lack, ...] = ()
