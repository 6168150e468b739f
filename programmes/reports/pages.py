"""The report as HTML: the whole paper document, and the same chapters for its twin on the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from programmes import wording
from programmes.charts import palette
from programmes.sections.blocks import Block, Chapter, Part, Report, from_plain

from .printed import Frame, printed

TAB_TOP = 92  # millimetres: the first thumb tab stands below the band that opens a theme
TAB_STEP = 18  # millimetres from one thumb tab to the next
TABS = 8  # as many as the height of a page takes


@dataclass(frozen=True, kw_only=True)
class PrintedPart:
    """A sheet, its blocks worded."""

    part: Part
    level: int
    blocks: Sequence[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class PrintedChapter:
    """A chapter, its blocks worded; `mark` names its page style, `tab` its height in millimetres."""

    chapter: Chapter
    mark: str
    colour: str
    tone: str
    tab: int
    level: int
    blocks: Sequence[dict[str, Any]]
    parts: Sequence[PrintedPart]


def chapters(report: Report, level: int = 1) -> list[PrintedChapter]:
    """The chapters ready to be printed, their titles at level 1 on paper, 2 below the title of a web page."""
    return [_chapter(chapter, index, report.language, level) for index, chapter in enumerate(report.chapters, start=1)]


def twin(content: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What the web page of an edition reads: its chapters in the reader's language. Empty for an empty content."""
    if language not in content:
        return {}
    report: Report = from_plain(content[language])
    return {"report": report, "chapters": chapters(report, level=2), "year": str(report.year)}


def html(report: Report) -> str:
    """The whole document for paper, in the report's language."""
    context = {
        "report": report,
        "paper": True,
        "year": str(report.year),  # a template would put a space between its thousands
        "chapters": chapters(report),
        "colophon": _blocks(report.colophon, Frame(language=report.language, level=2)),
        "period": wording.period(report.period_start, report.period_end, report.language),
        "as_of": wording.day(report.as_of, report.language),
        "files": [f"{table.name}.csv" for table in report.tables],
    }
    with translation.override(report.language):
        return render_to_string("programmes/reports/paper.html", context)


def cover_tones(report: Report) -> list[str]:
    """The tones of the themes, in their order: the dots of the cover."""
    return [_tone(chapter) for chapter in report.chapters if chapter.theme is not None]


def _tone(chapter: Chapter) -> str:
    return chapter.tone or ("ink" if chapter.theme is None else palette.theme_tone(chapter.theme))


def _chapter(chapter: Chapter, index: int, language: str, level: int) -> PrintedChapter:
    return PrintedChapter(
        chapter=chapter,
        mark=f"chapter-{index}",
        colour=palette.colour(_tone(chapter)),
        tone=_tone(chapter),
        tab=TAB_TOP + TAB_STEP * (((chapter.theme or 1) - 1) % TABS),
        level=level,
        blocks=_blocks(chapter.blocks, Frame(language=language, level=level + 1)),
        parts=[_part(part, language, level + 1) for part in chapter.parts],
    )


def _part(part: Part, language: str, level: int) -> PrintedPart:
    return PrintedPart(part=part, level=level, blocks=_blocks(part.blocks, Frame(language=language, level=level + 1)))


def _blocks(blocks: Sequence[Block], frame: Frame) -> list[dict[str, Any]]:
    return [printed(block, frame) for block in blocks]
