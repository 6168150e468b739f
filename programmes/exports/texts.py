"""CSV: UTF-8 with its mark in front, so that spreadsheets read every letter; the database writes the lines."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from ..cells import Cell
from .dialects import FRENCH, Dialect
from .formats import Stream, Told
from .reading import copied_lines, statement


def write(rows: QuerySet[Any], cells: Sequence[Cell], stream: Stream, _told: Told) -> int:
    """Write the rows for a French Excel, which opens them by a double click; how many there were."""
    return sum(bool(stream.write(line)) for line in lines(rows, cells, FRENCH)) - 1


def lines(rows: QuerySet[Any], cells: Sequence[Cell], dialect: Dialect) -> Iterator[Any]:
    """The headings, then a line a row, one after the other: a long list never stands in memory."""
    head = io.StringIO()
    csv.writer(head, delimiter=dialect.delimiter, lineterminator="\n").writerow([cell.heading for cell in cells])
    yield BOM_UTF8 + head.getvalue().encode()
    yield from copied_lines(statement(rows, cells, dialect=dialect), dialect)
