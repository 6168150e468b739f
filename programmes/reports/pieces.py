"""A report cut into pieces of some forty pages, which are laid out apart and joined again.

A cut falls before a chapter, where a page ends anyway, or before a sheet, which then begins a page: the sheets of a
chapter follow each other as its text does. A piece whose content has not changed need not be laid out again.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from programmes.sections.blocks import Chapter, Part, Report, as_plain

WEIGHT = 160_000  # signs of plain data; some forty pages


@dataclass(frozen=True, kw_only=True)
class Portion:
    """A chapter, or some of its sheets; `index` is its rank in the report, `continues` says that it began before."""

    index: int
    chapter: Chapter
    continues: bool = False


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Portions that stand one after another. One that continues a chapter holds nothing else."""

    portions: tuple[Portion, ...]

    @property
    def continues(self) -> bool:
        """Whether it begins in the middle of a chapter."""
        return self.portions[0].continues

    @property
    def title(self) -> str:
        """The chapters it holds, to say where the work stands or failed."""
        first, last = self.portions[0].chapter.title, self.portions[-1].chapter.title
        return f"«\u00a0{first}\u00a0»" if first == last else f"«\u00a0{first}\u00a0» à «\u00a0{last}\u00a0»"


def cut(report: Report, weight: int = WEIGHT) -> list[Piece]:
    """The pieces of a report, in their order; a report of which nothing is known has none."""
    pieces: list[Piece] = []
    gathered: list[Portion] = []
    heavy = 0
    for portion, its_weight in _portions(report.chapters, weight):
        if gathered and (heavy + its_weight > weight or portion.continues or gathered[-1].continues):
            pieces.append(Piece(portions=tuple(gathered)))
            gathered, heavy = [], 0
        gathered.append(portion)
        heavy += its_weight
    return [*pieces, Piece(portions=tuple(gathered))] if gathered else pieces


def _portions(chapters: Sequence[Chapter], weight: int) -> Iterator[tuple[Portion, int]]:
    for index, chapter in enumerate(chapters, start=1):
        head = _weight(replace(chapter, parts=()))
        for rank, (parts, heavy) in enumerate(_shares(chapter.parts, head, weight)):
            words = {} if rank == 0 else {"blocks": (), "lead": ""}
            yield Portion(index=index, chapter=replace(chapter, parts=parts, **words), continues=rank > 0), heavy  # type: ignore[arg-type]


def _shares(parts: Sequence[Part], head: int, weight: int) -> Iterator[tuple[tuple[Part, ...], int]]:
    """The sheets of a chapter in shares of about the weight; the first one also carries the head of the chapter."""
    share: list[Part] = []
    heavy = head
    for part in parts:
        its_weight = _weight(part)
        if share and heavy + its_weight > weight:
            yield tuple(share), heavy
            share, heavy = [], 0
        share.append(part)
        heavy += its_weight
    yield tuple(share), heavy


def _weight(block: Chapter | Part) -> int:
    return len(json.dumps(as_plain(block), ensure_ascii=False))
