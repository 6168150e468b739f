"""The PDF itself, made by WeasyPrint: PDF/UA-1 and PDF/A-3a in one file, the tables attached.

The pieces of a report are laid out apart (`workshop`), then its front, which knows their pages; then all are joined.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from programmes.sections.blocks import Chapter, Report, from_plain

from . import attachments, joining, paper, workshop
from .pieces import WEIGHT, Piece, cut
from .typesetting import document, laid_out
from .workshop import Shelf, Task

Progress = Callable[[int, str], None]
GLANCE_TABLE = "engagements"  # the table that the page of commitments carries
LAYOUT, JOINING = 85, 90  # percent at which the pieces are ready, then the front


def pdf(content: object, progress: Progress, *, afresh: bool = False, weight: int = WEIGHT) -> bytes:
    """The PDF of a frozen report (its plain form), in pieces of about this weight.

    `afresh`: nothing is taken from what was laid out before. Raises FatalURLFetchingError when the report asks for a
    file, PieceFailedError when a piece cannot be laid out.
    """
    report = from_plain(content)
    progress(1, "Composition des chapitres")
    pieces = cut(report, weight)
    tasks = [_task(report, piece) for piece in pieces]
    shelf = workshop.shelf(is_used=not afresh)
    if len(tasks) > 1:
        made = workshop.laid_out(tasks, shelf, _until(LAYOUT, progress))
    else:
        with _steps(_until(LAYOUT, progress)):
            made = [shelf.taken_or(task, lambda task=task: laid_out(task.text)) for task in tasks]  # type: ignore[misc]
    return _joined(report, pieces, made, shelf, progress)


def one_page(content: object, pages: Mapping[str, int], progress: Progress) -> bytes:
    """Every commitment on one page, a file of its own; `pages` are those of the report. Raises as `pdf` does."""
    report = from_plain(content)
    progress(10, "Mise en page")
    laid = laid_out(paper.glance(report, pages))
    told = tuple(table for table in report.tables if table.name == GLANCE_TABLE)
    carried = replace(report, chapters=(Chapter(slug="engagements", title="", blocks=told),))
    return joining.join(laid, [], _digits(), joining.Enclosed(files=attachments.files(carried), day=report.as_of))


def _digits() -> bytes:
    return bytes(document(paper.digits()).write_pdf())


def _task(report: Report, piece: Piece) -> Task:
    chapters = [portion.index for portion in piece.portions]
    return Task(text=paper.body(report, piece), title=piece.title, chapters=chapters)


def _joined(report: Report, pieces: Sequence[Piece], made: Sequence[bytes], shelf: Shelf, progress: Progress) -> bytes:
    progress(LAYOUT, "Sommaire")
    front = _front(report, [joining.places(data) for data in made], shelf)
    digits = Task(text=paper.digits(), title="numéros")
    progress(JOINING, "Écriture du fichier")
    return joining.join(
        front,
        [joining.Sheaf(data=data, continues=piece.continues) for data, piece in zip(made, pieces, strict=True)],
        shelf.taken_or(digits, _digits),
        joining.Enclosed(files=attachments.files(report), day=report.as_of),
    )


def _front(report: Report, found: Sequence[tuple[int, dict[str, int]]], shelf: Shelf) -> bytes:
    """What stands before the chapters: laid out once to count its pages, which move all the others, then for good."""
    tones = paper.cover_tones(report)
    draft = Task(text=paper.front(report, _pages_of(found, 1)), title="sommaire", tones=tones)

    def made() -> bytes:
        opening = len(document(draft.text, tones).render().pages)
        return laid_out(paper.front(report, _pages_of(found, opening)), tones)

    return shelf.taken_or(draft, made)


def _pages_of(found: Sequence[tuple[int, dict[str, int]]], opening: int) -> dict[str, int]:
    """The number of the page of each place, from 1, when `opening` pages come before the first piece."""
    pages: dict[str, int] = {}
    before = opening
    for count, places in found:
        pages |= {name: before + page + 1 for name, page in places.items()}
        before += count
    return pages


def _until(share: int, progress: Progress) -> Progress:
    """The progress of a stage that ends at this percentage."""
    return lambda percent, words: progress(percent * share // 100, words)


@contextmanager
def _steps(progress: Progress) -> Iterator[None]:
    logger = logging.getLogger("weasyprint.progress")
    handler, level = _Steps(progress), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _Steps(logging.Handler):
    """Turns WeasyPrint's own messages into a share of the work; its number of pages is not known before the end."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress
        self.page = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Layout runs to 85 percent, page after page; writing takes the rest."""
        words = record.getMessage()
        if match := re.search(r"Step 5.* Page (\d+)", words):
            self.page = max(self.page, int(match[1]))  # a second pass begins at the first page again
            self.progress(5 + 80 * self.page // (self.page + 40), f"Mise en page, page {self.page}")
