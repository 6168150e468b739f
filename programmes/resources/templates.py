"""The template of a kind of file: headings, two lines of example, lists to choose from, what each column means."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .base import RecordResource
from .columns import Column
from .widgets import BooleanWidget, ChoiceWidget

LAST = 5000  # lines in which a cell offers its list
HEAD, REQUIRED = PatternFill("solid", fgColor="DCE6F1"), PatternFill("solid", fgColor="F8CBAD")


def workbook(resource: RecordResource) -> bytes:
    """The template, as the bytes of an XLSX."""
    book = Workbook()
    sheet, lists, guide = book.active, book.create_sheet("Listes"), book.create_sheet("Aide")
    sheet.title = resource.title[:31]
    sheet.freeze_panes = "A2"
    guide.append(["Colonne", "Obligatoire", "Ce qu’elle contient"])
    for rank, column in enumerate(resource.all_columns, start=1):
        _head(sheet, rank, column)
        guide.append([column.heading, "oui" if column.required else "", column.hint])
        _offer(sheet, lists, rank, choices_of(column))
    guide.column_dimensions["A"].width, guide.column_dimensions["C"].width = 32, 90
    lists.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(sheet: Any, rank: int, column: Column) -> None:
    """A heading and its examples; cells of text, so that a number keeps its digits."""
    head = sheet.cell(1, rank, column.heading)
    head.font, head.fill = Font(bold=True), REQUIRED if column.required else HEAD
    first = column.heading == sheet.cell(1, 1).value
    for line, example in ((2, column.example), (3, f"{column.example}-2" if first else column.example)):
        sheet.cell(line, rank, example if example != "" else None).font = Font(italic=True, color="808080")
    letter = get_column_letter(rank)
    sheet.column_dimensions[letter].width = max(14, len(column.heading) + 2)
    sheet.column_dimensions[letter].number_format = "@"


def choices_of(column: Column) -> list[str]:
    """The words that a column accepts, when they are few."""
    widget = column.widget
    if isinstance(widget, ChoiceWidget):
        return list(widget.labels.values())
    return ["oui", "non"] if isinstance(widget, BooleanWidget) else []


def _offer(sheet: Any, lists: Any, rank: int, words: list[str]) -> None:
    """Offer a list in the cells of a column."""
    if not words:
        return
    letter = get_column_letter(rank)
    for line, word in enumerate(words, start=1):
        lists.cell(line, rank, word)
    offer = DataValidation(type="list", formula1=f"Listes!${letter}$1:${letter}${len(words)}", allow_blank=True)
    sheet.add_data_validation(offer)
    offer.add(f"{letter}2:{letter}{LAST}")
