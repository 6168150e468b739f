"""The formats: what they are called, how many lines each may hold, who writes them."""

from collections.abc import Callable
from enum import StrEnum
from typing import IO, Any


class Format(StrEnum):
    """A format of file; the value ends its name."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    JSON = "json"

    @property
    def label(self) -> str:
        """What the format is called on screen."""
        return LABELS[self]

    @property
    def most(self) -> int | None:
        """How many lines a file of this format may hold; None: any number."""
        return MOST.get(self)

    @property
    def media_type(self) -> str:
        """What browsers are told."""
        return MEDIA_TYPES[self]


LABELS = {
    Format.CSV: "CSV (texte, s’ouvre dans tous les tableurs)",
    Format.XLSX: "XLSX (Excel)",
    Format.ODS: "ODS (LibreOffice), 10 000 lignes au plus",
}
MOST = {Format.ODS: 10_000, Format.XLSX: 1_048_575}
MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.JSON: "application/json",
}
LONGEST_WORKBOOK = 100_000  # rows of a workbook made while a visitor waits: twenty seconds or so
STAFF = (Format.CSV, Format.XLSX, Format.ODS)  # offered in the administration
OPEN = (Format.CSV, Format.XLSX, Format.JSON)  # offered to everybody
Stream = IO[bytes]
Told = Callable[[int], Any]
