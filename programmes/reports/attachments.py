"""The tables of a report as CSV files: UTF-8, commas, raw values, ISO dates, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Mapping, Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from programmes.sections.blocks import Column, Kind, Link, Measure, Report, Said, Table, Value, bare, raw

DICTIONARY = "dictionnaire.csv"
UNITS: Mapping[Kind, tuple[str, str]] = {  # of the values of a column: their unit and their type
    "text": ("", "text"),
    "number": ("", "number"),
    "money": ("EUR", "decimal"),
    "percent": ("%", "decimal"),
    "date": ("ISO 8601", "date"),
    "year": ("", "integer"),
    "change": ("", "decimal"),
    "money_change": ("EUR", "decimal"),
}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def files(report: Report) -> list[tuple[str, str, str]]:
    """Name, content and description of each file, sorted by name. Raises ValueError when two tables share a name."""
    names = [table.name for table in report.tables]
    if len(set(names)) != len(names):
        raise ValueError("Deux tableaux du rapport portent le même nom de fichier.")
    tables = [(f"{table.name}.csv", as_csv(table), table.caption) for table in report.tables]
    if not tables:
        return []
    with translation.override(report.language):
        dictionary = (DICTIONARY, _dictionary(report.tables), _("Dictionnaire des données jointes"))
    return sorted([*tables, dictionary])


def as_csv(table: Table) -> str:
    """One line a row, no total line: a total is the reader's to compute."""
    inexact = _inexact(table)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_heads(table.columns, inexact))
    for row in table.rows:
        writer.writerow(_raw_row(row, inexact))
    return target.getvalue()


def _dictionary(tables: Sequence[Table]) -> str:
    """Each column of each file: what it means, its unit, its type. Its own columns are English, like all others."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(["file", "column", "meaning", "unit", "type"])
    for table in tables:
        for column, extra in zip(table.columns, _inexact(table), strict=True):
            writer.writerows([f"{table.name}.csv", *line] for line in _told(column, is_inexact=extra))
    return target.getvalue()


def _told(column: Column, *, is_inexact: bool) -> list[list[str]]:
    """The line of a column in the dictionary, and those of the two that stand beside an inexact figure."""
    unit, of_type = UNITS[column.kind]
    line = [column.key, _safe(column.meaning or column.label), unit, of_type]
    if not is_inexact:
        return [line]
    precision = _("exact, at_least, more_than, about ou between")
    upper = _("seconde valeur, quand la précision est between")
    return [line, [f"{column.key}_precision", precision, "", "text"], [f"{column.key}_upper", upper, unit, of_type]]


def _inexact(table: Table) -> list[bool]:
    """Which columns hold a figure that is not exact."""
    return [any(isinstance(bare(row[at]), Measure) for row in table.rows) for at in range(len(table.columns))]


def _heads(columns: Sequence[Column], inexact: Sequence[bool]) -> list[str]:
    heads = []
    for column, extra in zip(columns, inexact, strict=True):
        name = column.key
        heads += [name, f"{name}_precision", f"{name}_upper"] if extra else [name]
    return heads


def _raw_row(row: Sequence[Value], inexact: Sequence[bool]) -> list[str]:
    cells = []
    for value, extra in zip(row, inexact, strict=True):
        match bare(value):
            case Measure() as told:
                cells += [str(told.value), told.precision, raw(told.upper)]
            case plain if extra:
                cells += [_safe(plain), "", ""]
            case plain:
                cells.append(_safe(plain))
    return cells


def _safe(value: Value) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe; a number below zero stays one."""
    words = raw(value)
    return f"'{words}" if isinstance(value, str | Link | Said) and words.startswith(FORMULA_SIGNS) else words
