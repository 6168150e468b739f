"""The tables of a report as CSV files: UTF-8, commas, raw values, ISO dates, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from programmes.sections.blocks import Column, Link, Measure, Report, Table, Value, bare, raw

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def files(report: Report) -> list[tuple[str, str, str]]:
    """Name, content and description of each file, sorted by name. Raises ValueError when two tables share a name."""
    names = [table.name for table in report.tables]
    if len(set(names)) != len(names):
        raise ValueError("Deux tableaux du rapport portent le même nom de fichier.")
    return [(f"{table.name}.csv", as_csv(table), table.caption) for table in report.tables]


def as_csv(table: Table) -> str:
    """One line a row, no total line: a total is the reader's to compute."""
    inexact = [any(isinstance(bare(row[at]), Measure) for row in table.rows) for at in range(len(table.columns))]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_heads(table.columns, inexact))
    for row in table.rows:
        writer.writerow(_raw_row(row, inexact))
    return target.getvalue()


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
    return f"'{words}" if isinstance(value, str | Link) and words.startswith(FORMULA_SIGNS) else words
