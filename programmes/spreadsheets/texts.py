"""CSV as French offices make it: UTF-8 or Windows-1252, a mark in front, semicolons, commas or tabs."""

import csv
import io
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from .errors import Unreadable
from .headings import SEARCHED_LINES, recognised

DELIMITERS = (";", ",", "\t")
csv.field_size_limit(1_000_000)


def decoded(content: bytes) -> str:
    """The text of a file; what is no UTF-8 is Windows-1252, which nearly every byte can be."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter_of(text: str, known: Collection[str]) -> str:
    """The sign that cuts the first lines into most headings that we know, else into most cells."""

    def merit(delimiter: str) -> tuple[int, int]:
        lines = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), SEARCHED_LINES))
        return max((recognised(cells, known) for cells in lines), default=0), max(map(len, lines), default=0)

    return max(DELIMITERS, key=merit)


def lines_of(path: Path, known: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines of a CSV with their numbers. Raises Unreadable."""
    text = decoded(path.read_bytes())
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, known))
        last = 0
        for cells in reader:
            yield last + 1, cells
            last = reader.line_num
    except csv.Error as error:
        raise Unreadable(
            "Une cellule du fichier CSV est démesurée\u00a0: un guillemet n’est sans doute pas fermé."
        ) from error
