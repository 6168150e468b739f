"""The report as HTML for paper: whole, or its front and its pieces apart, to be joined once each page has a number."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from programmes import wording
from programmes.sections.blocks import Report

from . import front as fronts
from .finish import CROSSING
from .pages import PrintedChapter, blocks_of, chapter_of, chapters, tone_of
from .pieces import Piece
from .printed import Frame


def whole(report: Report) -> str:
    """The document in one piece; the layout finds the numbers of the pages."""
    return _paper(report, front={}, chapters=chapters(report), is_piece=False)


def front(report: Report, numbers: Mapping[str, int]) -> str:
    """Cover, imprint and contents; `numbers` says on which page each place stands, from 1."""
    return _crossing(_paper(report, front=numbers))


def glance(report: Report, numbers: Mapping[str, int]) -> str:
    """Every commitment on a page of its own; `numbers` are those of the pages of the report itself."""
    return _paper(report, front=numbers, alone=True, is_piece=False)


def body(report: Report, piece: Piece) -> str:
    """The portions of a piece. One that continues a chapter carries its running heads from its first page on."""
    printed = [
        chapter_of(portion.chapter, portion.index, report.language, continues=portion.continues)
        for portion in piece.portions
    ]
    heads = _heads(report, printed[0]) if piece.continues else {}
    return _crossing(_paper(report, chapters=printed, heads=heads))


def digits() -> str:
    """Ten pages with nothing on them but a digit: the numbers of the pages are made of these."""
    return render_to_string("programmes/reports/digits.html", {"leaves": range(10)})


def cover_tones(report: Report) -> list[str]:
    """The tones of the themes, in their order: the dots of the cover."""
    return [tone_of(chapter) for chapter in report.chapters if chapter.theme is not None]


def _paper(
    report: Report,
    *,
    front: Mapping[str, int] | None = None,
    alone: bool = False,
    chapters: Sequence[PrintedChapter] = (),
    **context: Any,
) -> str:
    """One document: the front when its pages are given, then the chapters; `alone`: the page of commitments only."""
    with translation.override(report.language):
        opening = {} if front is None else {"front": True, **fronts.context(report, front, alone=alone)}
        return render_to_string(
            "programmes/reports/paper.html",
            {
                "report": report,
                "paper": True,
                "is_piece": True,
                "year": str(report.year),  # a template would put a space between its thousands
                "demo": _demo() if report.contains_demo else "",
                "colophon": blocks_of(report.colophon, Frame(language=report.language, level=2)),
                "period": wording.period(report.period_start, report.period_end, report.language),
                "as_of": wording.day(report.as_of, report.language),
                "files": [f"{table.name}.csv" for table in report.tables],
                "extract": fronts.extract(report) if alone else "",
                "chapters": chapters,
                **opening,
                **context,
            },
        )


def _demo() -> str:
    return _("Données de démonstration\u00a0: ce document contient des fiches, des noms et des montants inventés.")


def _heads(report: Report, printed: PrintedChapter) -> dict[str, SafeString]:
    return {"chapter": _quoted(printed.chapter.title), "title": _quoted(f"{report.title} {report.year}")}


def _quoted(text: str) -> SafeString:
    """A text as a string of a style sheet, whatever signs it holds."""
    escaped = re.sub(r"[^\w .,’-]", lambda sign: f"\\{ord(sign[0]):x} ", text)
    return mark_safe(f'"{escaped}"')  # noqa: S308 - no sign is left that could end the string


def _crossing(text: str) -> str:
    """Links to places of other pieces get an address that the joining recognises."""
    here = set(re.findall(r' id="([^"]+)"', text))
    return re.sub(
        r' href="#([^"]+)"',
        lambda link: link[0] if link[1] in here else f' href="{CROSSING}{link[1]}"',
        text,
    )
