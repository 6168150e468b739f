"""The files of an edition: made once, stored with their checksum, never made again."""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
from django.core.files.base import ContentFile

from ..enums import FileFormat, Language
from ..models import Edition, EditionFile
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


def missing_languages(edition: Edition) -> list[str]:
    """The languages whose PDF is still to be made, French first."""
    made = set(edition.files.filter(format=FileFormat.PDF).values_list("language", flat=True))
    return [language for language in Language.values if language not in made]


def store_pdf(edition: Edition, language: str, data: bytes) -> EditionFile:
    """Store the PDF of an edition with its SHA-256, size in bytes and number of pages."""
    file = EditionFile(
        edition=edition,
        language=language,
        format=FileFormat.PDF,
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
