"""The files of an edition: made once, stored with their checksum, never made again."""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
from django.core.files.base import ContentFile

from ..enums import FileFormat
from ..models import Edition, EditionFile
from . import joining
from .child import render_in_child
from .versions import made_with

Progress = Callable[[int, str], None]


def render(content: dict[str, object], progress: Progress, *, afresh: bool = False) -> bytes:
    """The PDF of a frozen content; `afresh`: nothing is taken from an earlier rendering.

    Raises RenderingError with a French sentence.
    """
    with tempfile.TemporaryDirectory() as folder:
        return render_in_child(content, Path(folder) / "report.pdf", progress, afresh=afresh).read_bytes()


def share_of(progress: Progress, rank: int, parts: int) -> Progress:
    """The progress of one file among equal ones."""
    return lambda percent, words: progress((100 * rank + percent) // parts, words)


def one_page(content: dict[str, object], whole: bytes, progress: Progress) -> bytes:
    """The PDF of the page of commitments, with the page numbers of the report's own PDF. Raises RenderingError."""
    _count, places = joining.places(whole)
    pages = {name: page + 1 for name, page in places.items()}
    return render({"one_page": content, "pages": pages}, progress)


def missing(edition: Edition) -> list[tuple[str, str]]:
    """Language and format of the files still to be made: the reports, then the pages that quote their numbers."""
    made = set(edition.files.values_list("language", "format"))
    return [due for due in edition.files_due if due not in made]


def make(edition: Edition, language: str, file_format: str, progress: Progress) -> EditionFile:
    """Make a file of an edition from its frozen content, and store it. Raises RenderingError."""
    content = edition.content[language]
    if file_format == FileFormat.PDF:
        return store_pdf(edition, language, render(content, progress))
    with edition.files.get(language=language, format=FileFormat.PDF).file.open("rb") as stored:
        data = one_page(content, stored.read(), progress)
    return store_pdf(edition, language, data, FileFormat.PAGE)


def store_pdf(edition: Edition, language: str, data: bytes, file_format: str = FileFormat.PDF) -> EditionFile:
    """Store a PDF of an edition with its SHA-256, size in bytes and number of pages."""
    file = EditionFile(
        edition=edition,
        language=language,
        format=file_format,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=count_pages(data),
        made_with=made_with(),
    )
    field = file._meta.get_field("file")
    name = field.generate_filename(file, "report.pdf")
    file.file.storage.delete(name)  # a worker killed between the file and its row left this one behind
    file.file.save("report.pdf", ContentFile(data), save=False)
    file.save(force_insert=True)
    return file


def count_pages(data: bytes) -> int:
    """Pages of a PDF."""
    with tempfile.TemporaryFile() as copy:
        copy.write(data)
        with pikepdf.open(copy) as pdf:
            return len(pdf.pages)
