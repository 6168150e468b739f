"""How a CSV is written: for a French spreadsheet, or as open data expects it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from ..cells import STARTS, Cell, Kind

SIGNS = ", ".join(str(ord(sign)) for sign in STARTS.replace("\\", ""))
GUARDED = f"CASE WHEN ascii({{0}}) IN (39, {SIGNS}) AND {{0}} ~ '^''*[{STARTS}]' THEN '''' || {{0}} ELSE {{0}} END"
HERE = f"{{0}} AT TIME ZONE '{settings.TIME_ZONE}'"


@dataclass(frozen=True)
class Dialect:
    """What stands between two cells, and how the database words each kind of value."""

    delimiter: str
    words: Mapping[Kind, str]

    def worded(self, cell: Cell, name: str) -> str:
        """The SQL that makes a text of a cell."""
        return self.words[cell.kind].format(name)


# Digits with a comma and no spaces, so that a French spreadsheet sees a number.
FRENCH = Dialect(
    ";",
    {
        Kind.TEXT: GUARDED,
        Kind.NUMBER: "replace({0}::text, '.', ',')",
        Kind.SHARE: "replace({0}::text, '.', ',')",
        Kind.DAY: "to_char({0}, 'DD/MM/YYYY')",
        Kind.MOMENT: f"to_char({HERE}, 'DD/MM/YYYY HH24:MI')",
        Kind.FLAG: "{0}::text",
    },
)
# RFC 4180, ISO 8601 and decimal points (standards B1 and B8), whatever the language of the headings.
OPEN = Dialect(
    ",",
    {
        Kind.TEXT: GUARDED,
        Kind.NUMBER: "{0}::text",
        Kind.SHARE: "{0}::text",
        Kind.DAY: "to_char({0}, 'YYYY-MM-DD')",
        Kind.MOMENT: f"to_char({HERE}, 'YYYY-MM-DD\"T\"HH24:MI:SS')",
        Kind.FLAG: "{0}::text",
    },
)
