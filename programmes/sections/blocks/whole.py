"""The whole of a frozen report: chapters, their sheets, what stands on the cover."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .front import Glance
from .numbers import Chart, Facts, Figures, Table
from .texts import Bullets, Heading, Missing, Paragraph, Pill, Quote, Remark, Rich

# Of frozen content: one more when a field is added or changes its meaning; `Report` then reads the older ones.
# 2: figures name the lists behind them. 3: texts of cells, links and doubts say their language; proofs, their list.
SCHEMA = 3
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

    `colophon`: what only the records know for the imprint page; `glance`: every commitment on one page.
    Raises ValueError for a `schema` newer than this code.
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
    forewords: tuple[Quote, ...] = ()
    glance: Glance | None = None
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
