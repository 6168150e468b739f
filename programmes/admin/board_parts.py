"""What the board of a campaign is made of, as plain data: its cells, its rows, its groups, its filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils import timezone

from .. import wording
from ..enums import SheetStatus
from ..sections.board import OPEN, SheetLine
from ..sections.progress import SHARES, Share, shares_of

MOST_SQUARES: Final = 24  # beyond, a bar says the same
IN_LINE: Final = 12
STEP: Final = 17
STANDINGS: Final = {**dict(SHARES), SheetStatus.NOT_APPLICABLE.value: "sans objet"}
VERDICTS: Final[Mapping[str, str]] = {
    SheetStatus.NOT_APPLICABLE: "sans objet",
    SheetStatus.NOT_HANDED_IN: "non remise",
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in a cell: its words, where they lead, its tone (done, lack, advice, ask, back, none)."""

    words: str = "–"
    tone: str = "none"
    url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A sheet in the grid."""

    line: SheetLine
    cells: Sequence[Cell]
    visas: Sequence[Cell]
    percent: int
    verdict: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A value of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One filter of the board."""

    name: str
    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True, kw_only=True)
class Group:
    """The sheets of a theme, a laboratory, a person: squares when they are few, a bar when they are many."""

    key: int
    name: str
    mark: str
    counts: Mapping[str, int]
    lacks: int
    query: str

    @property
    def total(self) -> int:
        """Sheets that are due."""
        return sum(number for name, number in self.counts.items() if name != SheetStatus.NOT_APPLICABLE)

    @property
    def approved(self) -> int:
        """Sheets with every visa."""
        return self.counts.get(SheetStatus.APPROVED, 0)

    @property
    def shares(self) -> list[Share]:
        """The same as a bar."""
        return shares_of(self.counts)

    @property
    def squares(self) -> list[tuple[int, int, str]]:
        """Where each square stands, twelve a line, and its status; none when there are too many."""
        if self.total > MOST_SQUARES:
            return []
        names = [name for name, _label in SHARES for _one in range(self.counts.get(name, 0))]
        return [(STEP * (rank % IN_LINE), STEP * (rank // IN_LINE), name) for rank, name in enumerate(names)]

    @property
    def size(self) -> tuple[int, int]:
        """The room that its squares take."""
        return STEP * min(self.total, IN_LINE), STEP * -(-self.total // IN_LINE)

    @property
    def words(self) -> str:
        """The same for those who do not see it."""
        return ", ".join(f"{share.count} {share.label}" for share in self.shares) or "aucune fiche due"


@dataclass(frozen=True, kw_only=True)
class Summary:
    """One axis: its groups, and the address of all of them when only the first stand here."""

    axis: str
    title: str
    head: str
    groups: Sequence[Group]
    number: int
    more: str


def answer(line: SheetLine, column: str) -> Cell:
    """What a sheet says, or still lacks, in a column; a gap leads to its very field."""
    if line.status in VERDICTS:
        return Cell(words=VERDICTS[line.status])
    if line.is_quiet:
        return Cell(words="rien à signaler", tone="aside")
    lacks = line.lacks_of(column)
    if not lacks:
        return Cell(words="complet", tone="done")
    awaits_visas = line.status == SheetStatus.SUBMITTED
    blocking = [lack for lack in lacks if lack.blocks or (awaits_visas and lack.party)]
    shown = blocking or lacks
    told = "\u202f; ".join(lack.sentence for lack in shown)
    address = f"{line.url}#{shown[0].anchor}"
    if blocking:
        words = f"{len(blocking)}\u00a0{'manque' if len(blocking) == 1 else 'manquent'}"
        return Cell(words=words, tone="lack", url=address, note=told)
    return Cell(
        words=f"{len(shown)}\u00a0conseillé{'s' if len(shown) > 1 else ''}", tone="advice", url=address, note=told
    )


def short(moment: datetime) -> str:
    """A day for a cell."""
    return wording.short_day(timezone.localtime(moment).date(), "fr")


def visa(line: SheetLine, party: int) -> Cell:
    """Where a party stands with a sheet."""
    if given := line.visas.get(party):
        return Cell(words="visa donné", tone="done", note=f"{given.who}, {short(given.at)}")
    if line.returned_by == party and line.status == SheetStatus.RETURNED:
        return Cell(words="renvoyée", tone="back", url=line.url)
    if line.status == SheetStatus.SUBMITTED:
        return Cell(words="à viser", tone="ask", url=line.url)
    if line.status in OPEN and not line.blocking:
        return Cell(words="à soumettre", tone="advice", url=line.url)
    return Cell()
