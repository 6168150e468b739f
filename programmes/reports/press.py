"""The PDF itself, made by WeasyPrint in this process: PDF/UA-1 and PDF/A-3a in one file, the tables attached."""

import logging
from collections.abc import Callable
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
    logging.getLogger("weasyprint.progress").addHandler(_Steps(progress))
    logging.getLogger("weasyprint.progress").setLevel(logging.INFO)
    as_of = datetime.combine(report.as_of, time(), tzinfo=UTC)
    data = [
        weasyprint.Attachment(
            string=csv, name=name, description=caption, relationship="Data", created=as_of, modified=as_of
        )
        for name, csv, caption in attachments.files(report)
    ]
    document = weasyprint.HTML(string=text, base_url="report:", url_fetcher=fetcher)
    return bytes(document.write_pdf(pdf_variant="pdf/a-3a", finisher=finish.finish, attachments=data))


class _Steps(logging.Handler):
    """Turns WeasyPrint's own messages into a share of the work; its number of pages is not known before the end."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        """Layout runs from 10 to 75 percent, page after page; writing takes the rest."""
        if "Page %d" in str(record.msg):
            page = record.args[0] if isinstance(record.args, tuple) else 0
            done = int(str(page))
            self.progress(10 + 65 * done // (done + 40), f"Mise en page, page {done}")
        elif str(record.msg).startswith("Step 6"):
            self.progress(76, "Écriture du fichier")
