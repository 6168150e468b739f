"""Workbooks: the cells of each visible sheet, as the two readers give them. Runs in the child process only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import python_calamine as calamine

from .errors import Unreadable
from .faults import Faults, faults_of
from .sniffing import Kind

Line = tuple[int, list[Any]]
PASSWORD = "Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe."  # noqa: S105 - a sentence
UNREAD = "Le classeur ne peut pas être lu. Copiez le tableau dans un classeur neuf, puis renvoyez-le."


def sheets_of(path: Path, kind: Kind) -> Iterator[tuple[str, Iterator[Line], Faults]]:
    """The name, the lines with their numbers and the faulty cells of each visible sheet. Raises Unreadable."""
    try:
        workbook = calamine.load_workbook(path)
    except calamine.PasswordError as error:
        raise Unreadable(PASSWORD) from error
    except calamine.CalamineError as error:
        if kind is not Kind.XLSX:
            raise Unreadable(UNREAD) from error
        yield from _by_second_reader(path)
        return
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.visible is calamine.SheetVisibleEnum.Visible and sheet.typ is calamine.SheetTypeEnum.WorkSheet:
            yield sheet.name, _lines(workbook, number), faults_of(path, kind, sheet.name)


def _lines(workbook: calamine.CalamineWorkbook, number: int) -> Iterator[Line]:
    """Lines keep the numbers and the columns that the spreadsheet shows."""
    try:
        sheet = workbook.get_sheet_by_index(number)
        first, left = sheet.start or (0, 0)
        for line, cells in enumerate(sheet.to_python(skip_empty_area=True), start=first + 1):
            yield line, [""] * left + cells
    except calamine.CalamineError as error:
        raise Unreadable(UNREAD) from error


def _by_second_reader(path: Path) -> Iterator[tuple[str, Iterator[Line], Faults]]:
    """Some honest files only the slower reader can read; errors come as their own text there."""
    import openpyxl  # late: half a second that nearly no file needs

    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                lines = ((row[0].row, [cell.value for cell in row]) for row in sheet.iter_rows() if row)
                yield sheet.title, lines, {}
    except Exception as error:  # a hostile file breaks the reader in any way it likes
        raise Unreadable(UNREAD) from error
