"""The PDF itself, made by WeasyPrint in this process: PDF/UA-1 and PDF/A-3a in one file, the tables attached."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

import weasyprint

from programmes.sections.blocks import from_plain

from . import attachments, closed, finish, pages

Progress = Callable[[int, str], None]


def pdf(content: object, progress: Progress) -> bytes:
    """The PDF of a frozen report (its plain form). Raises FatalURLFetchingError when the report asks for a file."""
    report = from_plain(content)
    progress(2, "Composition des chapitres")
    text = closed.legible(pages.html(report))
    fetcher = closed.ClosedFetcher(closed.files(pages.cover_tones(report)))
    as_of = datetime.combine(report.as_of, time(), tzinfo=UTC)
    data = [
        weasyprint.Attachment(
            string=csv, name=name, description=caption, relationship="Data", created=as_of, modified=as_of
        )
        for name, csv, caption in attachments.files(report)
    ]
    document = weasyprint.HTML(string=text, base_url="report:", url_fetcher=fetcher)
    with _steps(progress):
        return bytes(document.write_pdf(pdf_variant="pdf/a-3a", finisher=finish.finish, attachments=data))


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
        """Layout runs from 10 to 75 percent, page after page; writing takes the rest."""
        words = record.getMessage()
        if match := re.search(r"Step 5.* Page (\d+)", words):
            self.page = max(self.page, int(match[1]))  # a second pass begins at the first page again
            self.progress(10 + 65 * self.page // (self.page + 40), f"Mise en page, page {self.page}")
        elif words.startswith("Step 6"):
            self.progress(76, "Écriture du fichier")
