"""Finding the line of headings: offices put titles, dates and empty lines above it."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

SEARCHED_LINES = 30


def plain(heading: object) -> str:
    """A heading without case, accents, punctuation nor what stands between brackets: “Quotité (%)” is “quotite”."""
    letters = unicodedata.normalize("NFKD", str(heading)).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    shortened = re.sub(r"\([^)]*\)", " ", letters)
    return " ".join(re.findall(r"[a-z0-9]+", shortened if re.search(r"[a-z0-9]", shortened) else letters))


def recognised(cells: Sequence[Any], known: Collection[str]) -> int:
    """How many cells of a line are headings that we know."""
    return sum(1 for cell in cells if isinstance(cell, str) and plain(cell) in known)


def find_headings(lines: Sequence[Sequence[Any]], known: Collection[str]) -> int | None:
    """The rank of the line that holds most known headings; None when no line among the first holds one."""
    counts = [recognised(cells, known) for cells in lines[:SEARCHED_LINES]]
    best = max(counts, default=0)
    return counts.index(best) if best else None
