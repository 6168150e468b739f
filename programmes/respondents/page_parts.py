"""What the page of a respondent is made of, as plain data."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ..models import ResponseLink
from ..questions import Question
from .saved import Saved


@dataclass(frozen=True, kw_only=True)
class Box:
    """A text to type: its name in the form, its language, what is wrong with it, what somebody else wrote meanwhile."""

    id: str
    name: str
    label: str
    language: str
    value: str
    rows: int
    before: str = ""
    fault: str = ""
    theirs: str | None = None
    most: int = 0


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a row. `kind`: date, number, text, select; `seen` what the register holds, and `theirs` in words."""

    id: str
    name: str
    label: str
    kind: str
    value: str
    seen: str
    choices: tuple[tuple[str, str], ...] = ()
    is_needed: bool = False
    fault: str = ""
    theirs: str | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the register with its cells."""

    name: str
    label: str
    cells: tuple[Cell, ...]
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class AskedHere:
    """A question as a respondent reads it."""

    id: str
    question: Question
    label: str
    why: str
    appears: str
    reader: str
    example: str
    boxes: tuple[Box, ...]
    is_public: bool
    demand: str = ""
    year: str = ""
    lines: tuple[Line, ...] = ()
    known: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    paste: Box | None = None

    @property
    def places(self) -> tuple[Box | Cell, ...]:
        """Everything to type in."""
        cells = tuple(cell for line in self.lines for cell in line.cells)
        return (*self.boxes, *cells, *([self.paste] if self.paste else ()))

    @property
    def is_answered(self) -> bool:
        """Whether something stands there."""
        return bool(self.known) or any(place.value for place in self.places)

    @property
    def before(self) -> str:
        """The text of the campaign before, in French or else in English."""
        return next((box.before for box in self.boxes if box.before), "")


@dataclass(frozen=True, kw_only=True)
class SheetHere:
    """A sheet as a respondent reads it."""

    sheet: Any
    key: str
    title: str
    language: str
    label: str
    tone: str
    is_open: bool
    minutes: int
    asked: tuple[AskedHere, ...]
    lacks: tuple[tuple[str, str], ...]
    given: tuple[ResponseLink, ...]
    nothing_new: bool
    sent: str = ""
    reason: str = ""
    saved: Saved = field(default_factory=Saved)
    is_whole: bool = True

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """Boxes with something wrong, each with a sentence that names it."""
        boxes = [(asked, box) for asked in self.asked for box in asked.places]
        wrong = [(box.id, f"{asked.label}\u00a0: {box.fault}") for asked, box in boxes if box.fault]
        both = _("quelqu’un d’autre a écrit autre chose entre-temps.")
        return (*wrong, *((box.id, f"{asked.label}\u00a0: {both}") for asked, box in boxes if box.theirs is not None))


@dataclass(frozen=True, kw_only=True)
class Group:
    """The theses of a laboratory, one a line."""

    laboratory: str
    sheets: tuple[SheetHere, ...]
