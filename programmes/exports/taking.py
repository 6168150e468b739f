"""Public lists and data sets as files: every row, streamed, so that a long list never stands in memory."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..linked import LICENCE
from ..sections.datasets import BETWEEN, Column, Dataset, Place
from . import texts, workbooks
from .dialects import OPEN
from .formats import Format
from .reading import statement, typed_lines

ENOUGH = 65_536  # bytes sent at a time


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Rows of a data set to be written: all of them, or those of a list, in its order."""

    dataset: Dataset
    rows: QuerySet[Any]
    viewer: Any
    place: Place
    address: str  # where the same is read on the site
    is_whole: bool = False  # the CSV of a whole data set is headed by the names of its columns

    def pieces(self, kind: Format) -> Iterator[bytes]:
        """The file, piece by piece."""
        match kind:
            case Format.CSV:
                cells = self.dataset.cells(self.viewer, self.place, by_name=self.is_whole)
                return gathered(texts.lines(self.rows, cells, OPEN))
            case Format.JSON:
                return gathered(self._json())
        return self._workbook()

    def _workbook(self) -> Iterator[bytes]:
        with tempfile.TemporaryFile() as stream:
            workbooks.write(self.rows, self.dataset.cells(self.viewer, self.place), stream, lambda _lines: None)
            stream.seek(0)
            yield from in_pieces(stream)

    def _json(self) -> Iterator[bytes]:
        columns = self.dataset.columns(self.viewer)
        asked = statement(self.rows, [column.cell(self.place) for column in columns])
        head = {"title": str(self.dataset.title), "source": self.address, "licence": LICENCE}
        yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "rows": ['
        before = b"\n"
        for line in typed_lines(asked):
            row = {column.name: plain(column, value) for column, value in zip(columns, line, strict=True)}
            yield before + json.dumps(row, ensure_ascii=False).encode()
            before = b",\n"
        yield b"\n]}\n"


def plain(column: Column, value: Any) -> Any:
    """A value as JSON holds it: dates as ISO 8601 words, several values as a list, nothing as null."""
    if column.is_many:
        return value.split(BETWEEN) if value else []
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return None if value == "" else value


def gathered(lines: Iterable[Any]) -> Iterator[bytes]:
    """The same bytes in larger pieces."""
    held, size = [], 0
    for line in lines:
        held.append(bytes(line))
        size += len(held[-1])
        if size >= ENOUGH:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def in_pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """An open file, piece by piece."""
    while piece := stream.read(ENOUGH):
        yield piece


def name_of(dataset: Dataset, day: date, kind: Format) -> str:
    """Under which name a file is kept by those who take it."""
    return f"{_('donnees')}-{dataset.name}-{day:%Y-%m-%d}.{kind}"
