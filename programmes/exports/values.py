"""What workbooks share: which value of a cell is what, and words that XML can hold."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from ..cells import Cell, Kind, guarded

LONGEST = 32_767  # characters of a cell, in every spreadsheet
EARLIEST = date(1900, 3, 1)  # before, spreadsheets do not agree on the number of a day
SPECIAL = re.compile("[&<>\x00-\x1f\ufffe\uffff]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "\n", "\t": "\t", "\r": "&#13;"}


def worded(text: str) -> str:
    """A text as XML holds it; signs that it cannot hold, which word processors leave behind, become spaces."""
    text = guarded(text)[:LONGEST]
    return SPECIAL.sub(lambda sign: ENTITIES.get(sign[0], " "), text) if SPECIAL.search(text) else text


def kind_of(cell: Cell, value: Any) -> Kind:
    """How a value is written: as its column, or as text where a spreadsheet would read it otherwise."""
    if cell.kind is Kind.DAY and value < EARLIEST:
        return Kind.TEXT
    if cell.kind is Kind.SHARE:
        return Kind.TEXT if 0 < value <= 1 else Kind.NUMBER
    return cell.kind


def in_words(value: Any) -> str:
    """A value that is written as text."""
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)
