"""An export from the list on screen to the file: what was asked, who may, the work itself."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from django.core.files import File
from django.db import models
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.timezone import localdate

from ..cells import Cell
from ..models import Job, User
from ..workflow import Refused
from . import documents, texts, workbooks
from .formats import Format, Stream, Told
from .offering import link_of, offer

Source = Callable[[User, type[models.Model], str], QuerySet[Any]]
Progress = Callable[[int, str], None]
WRITERS = {Format.CSV: texts.write, Format.XLSX: workbooks.write, Format.ODS: documents.write}
SOURCES: list[Source] = []


@dataclass(frozen=True, kw_only=True)
class Export:
    """What was asked: the list of a table with its address, the columns, the format."""

    table: str  # like "doctorates.thesis"
    query: str  # what stands after the ? of the list's address
    headings: tuple[str, ...]
    format: str

    @property
    def model(self) -> type[models.Model]:
        """The table."""
        return apps.get_model(self.table)

    @property
    def cells(self) -> list[Cell]:
        """The columns chosen, in the order in which they are offered, then the link to the record."""
        chosen = [one.cell for one in offer(self.model) if one.heading in self.headings]
        return [*chosen, link_of(self.model)]

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{slugify(str(self.model._meta.verbose_name_plural))}-{localdate():%Y-%m-%d}.{self.format}"

    def options(self) -> dict[str, Any]:
        """What the job remembers."""
        return {**asdict(self), "headings": list(self.headings)}


def register_source(source: Source) -> None:
    """Say how the rows of a list are found for a member of staff: the administration does, once.

    The source raises Refused when this person may not, or no longer, read the list.
    """
    SOURCES[:] = [source]


def write(
    rows: QuerySet[Any], cells: Sequence[Cell], kind: str, stream: Stream, told: Told = lambda _lines: None
) -> int:
    """Write the rows into a stream; how many there were. Raises Refused when the format cannot hold them."""
    wanted = Format(kind)
    refusal = too_many(wanted, rows.count() if wanted.most else 0)
    if refusal:
        raise Refused(refusal)
    return WRITERS[wanted](rows, cells, stream, told)


def too_many(kind: Format, lines: int) -> str:
    """Why a format cannot hold so many lines; empty when it can."""
    if kind.most is None or lines <= kind.most:
        return ""
    most = f"{kind.most:,}".replace(",", "\u202f")
    return f"Un fichier {kind.value.upper()} va jusqu’à {most} lignes ici. Filtrez la liste, ou choisissez CSV ou XLSX."


def run(job: Job, progress: Progress) -> None:
    """Do an export in the background, with the rights that its author has now. Raises Refused."""
    options = job.options
    asked = Export(**{**options, "headings": tuple(options["headings"])})
    rows = SOURCES[0](job.asked_by, asked.model, asked.query)
    total = max(rows.count(), 1)
    progress(1, f"{total} lignes à écrire")
    with tempfile.TemporaryFile() as stream:
        lines = write(
            rows, asked.cells, asked.format, stream,
            lambda done: progress(min(5 + 90 * done // total, 95), f"Ligne {done} sur {total}"),
        )  # fmt: skip
        progress(96, f"{lines} lignes écrites")
        stream.seek(0)
        job.file.save(asked.name, File(stream), save=False)
    Job.objects.filter(pk=job.pk).update(file=job.file.name)
