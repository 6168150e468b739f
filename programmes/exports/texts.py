"""CSV that French Excel opens by a double click: UTF-8 with its mark in front, semicolons, commas in numbers."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from ..cells import Cell
from .formats import Stream, Told
from .reading import copy_lines, statement


def write(rows: QuerySet[Any], cells: Sequence[Cell], stream: Stream, _told: Told) -> int:
    """Write the rows; how many there were. The database makes the lines: it sends nothing else meanwhile."""
    head = io.StringIO()
    csv.writer(head, delimiter=";", lineterminator="\n").writerow([cell.heading for cell in cells])
    stream.write(BOM_UTF8 + head.getvalue().encode())
    return copy_lines(statement(rows, cells, as_text=True), stream.write)
