"""XLSX, written line by line into its archive: a sheet of a hundred thousand lines never stands in memory.

Every text is a cell of text: nothing that somebody typed is ever a formula.
"""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from ..cells import Cell, Kind
from .formats import Stream, Told
from .reading import CHUNK, statement, typed_lines
from .values import in_words, kind_of, worded

FIRST_DAY = date(1899, 12, 30).toordinal()
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLE = {Kind.DAY: 2, Kind.MOMENT: 3}
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def write(rows: QuerySet[Any], cells: Sequence[Cell], stream: Stream, told: Told) -> int:
    """Write the rows; how many there were."""
    return write_lines(typed_lines(statement(rows, cells)), cells, stream, told)


def write_lines(lines: Iterable[tuple[Any, ...]], cells: Sequence[Cell], stream: Stream, told: Told) -> int:
    """Write lines that are no rows of a table; how many there were."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in PARTS.items():
            archive.writestr(entry(name), HEAD + content)
        with archive.open(entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            sheet.write(opening(cells).encode())
            count = body(lines, cells, sheet.write, told)
            sheet.write(f'</sheetData><autoFilter ref="A1:{letters(len(cells))}{count + 1}"/></worksheet>'.encode())
    return count


def entry(name: str) -> zipfile.ZipInfo:
    """A file of the archive, under a date that never moves: the same lines make the same bytes."""
    info = zipfile.ZipInfo(name)
    info.compress_type, info._compresslevel = zipfile.ZIP_DEFLATED, 1  # type: ignore[attr-defined]
    return info


def opening(cells: Sequence[Cell]) -> str:
    """The first line, which stays in sight, and widths that show most headings."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{max(12, min(40, len(cell.heading) + 3))}" customWidth="1"/>'
        for n, cell in enumerate(cells, start=1)
    )
    head = "".join(f'<c s="1" t="inlineStr"><is><t>{worded(cell.heading)}</t></is></c>' for cell in cells)
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{head}</row>'
    )


def body(lines: Iterable[tuple[Any, ...]], cells: Sequence[Cell], send: Callable[[bytes], Any], told: Told) -> int:
    """Every line; how many there were."""
    places = [letters(rank) for rank in range(1, len(cells) + 1)]
    count, pieces = 0, []
    for count, line in enumerate(lines, start=1):
        number = count + 1
        pieces.append(f'<row r="{number}">')
        pieces += [
            f'<c r="{place}{number}"{inside(cell, value)}'
            for place, cell, value in zip(places, cells, line, strict=True)
            if value not in (None, "")
        ]
        pieces.append("</row>")
        if count % CHUNK == 0:
            send("".join(pieces).encode())
            pieces.clear()
            told(count)
    send("".join(pieces).encode())
    return count


def inside(cell: Cell, value: Any) -> str:
    """The end of a cell's mark: its type, then its value."""
    kind = cell.kind if cell.kind is Kind.TEXT else kind_of(cell, value)
    if kind is Kind.TEXT:
        text = worded(value if type(value) is str else in_words(value))
        return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if kind is Kind.NUMBER:
        return f"><v>{value}</v></c>"
    if kind is Kind.FLAG:
        return f' t="b"><v>{value:d}</v></c>'
    return f' s="{STYLE[kind]}"><v>{serial(value)}</v></c>'


def serial(value: date) -> float:
    """The number of a day, or of a moment, as spreadsheets count them."""
    if not isinstance(value, datetime):
        return value.toordinal() - FIRST_DAY
    local = value.astimezone(ZoneInfo(settings.TIME_ZONE))
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return local.toordinal() - FIRST_DAY + round(seconds / 86400, 6)


def letters(rank: int) -> str:
    """The name of a column: A is the first, AA the twenty-seventh."""
    name = ""
    while rank:
        rank, rest = divmod(rank - 1, 26)
        name = chr(65 + rest) + name
    return name
