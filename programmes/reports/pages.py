"""The chapters of a report with their blocks worded, for paper and for its twin on the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from programmes.charts import palette
from programmes.sections.blocks import Block, Chapter, Missing, Paragraph, Part, Report, Table, from_plain

from . import front
from .cells import Online
from .printed import Frame, all_printed

TAB_TOP = 92  # millimetres: the first thumb tab stands below the band that opens a theme
TAB_STEP = 18  # millimetres from one thumb tab to the next
SENTENCES = 6  # of a chapter that does not fill a page of its own
TABS = 8  # as many as the height of a page takes


@dataclass(frozen=True, kw_only=True)
class PrintedPart:
    """A sheet, its blocks worded."""

    part: Part
    level: int
    blocks: Sequence[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class PrintedChapter:
    """A chapter, its blocks worded; `mark` names its page style, `tab` its height in millimetres.

    One that `continues` has begun before: its head is not printed again. One that is `slight` has a few sentences to
    say: it follows the chapter before it instead of standing alone on a page.
    """

    chapter: Chapter
    mark: str
    colour: str
    tone: str
    tab: int
    level: int
    blocks: Sequence[dict[str, Any]]
    parts: Sequence[PrintedPart]
    continues: bool = False
    slight: bool = False


def chapters(report: Report, level: int = 1) -> list[PrintedChapter]:
    """The chapters ready to be printed, their titles at level 1 on paper, 2 below the title of a web page."""
    return [
        chapter_of(chapter, index, report.language, level) for index, chapter in enumerate(report.chapters, start=1)
    ]


def twin(content: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What the web page of an edition reads: its chapters in the reader's language. Empty for an empty content."""
    if language not in content:
        return {}
    report: Report = from_plain(content[language])
    opening = front.context(report, {})
    return {"report": report, "chapters": chapters(report, level=2), "year": str(report.year), "front": opening}


def tone_of(chapter: Chapter) -> str:
    """The key of a chapter's colour: its theme's, else ink."""
    return chapter.tone or ("ink" if chapter.theme is None else palette.theme_tone(chapter.theme))


def chapter_of(
    chapter: Chapter,
    index: int,
    language: str,
    level: int = 1,
    *,
    continues: bool = False,
    online: Online | None = None,
) -> PrintedChapter:
    """A chapter ready to be printed, or to be read `online`; `index` is its rank in the report, from 1."""
    frame = Frame(language=language, level=level + 1, online=online)
    return PrintedChapter(
        chapter=chapter,
        mark=f"chapter-{index}",
        colour=palette.colour(tone_of(chapter)),
        tone=tone_of(chapter),
        tab=TAB_TOP + TAB_STEP * (((chapter.theme or 1) - 1) % TABS),
        level=level,
        blocks=blocks_of(chapter.blocks, frame),
        parts=[_part(part, level + 1, replace(frame, level=level + 2)) for part in chapter.parts],
        continues=continues,
        slight=_is_slight(chapter),
    )


def _is_slight(chapter: Chapter) -> bool:
    """Sentences alone, at most six: a table without rows prints one."""
    printed = [one for one in chapter.blocks if not (isinstance(one, Table) and not one.printed)]
    sentences = all(
        isinstance(one, Missing | Paragraph) or (isinstance(one, Table) and not one.rows) for one in printed
    )
    return chapter.theme is None and not chapter.parts and sentences and len(printed) <= SENTENCES


def part_of(part: Part, language: str) -> PrintedPart:
    """A sheet that is a document of its own."""
    return _part(part, 1, Frame(language=language, level=2))


def _part(part: Part, level: int, frame: Frame) -> PrintedPart:
    return PrintedPart(part=part, level=level, blocks=blocks_of(part.blocks, frame))


def blocks_of(blocks: Sequence[Block], frame: Frame) -> list[dict[str, Any]]:
    """Blocks ready for their templates."""
    return all_printed(blocks, frame)
