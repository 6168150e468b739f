"""ODS: dates are dates, amounts are numbers, and a text keeps its lines, its tabs and its runs of spaces."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from ..cells import Cell, Kind
from .formats import MEDIA_TYPES, Format, Stream, Told
from .reading import CHUNK, statement, typed_lines
from .values import in_words, kind_of, worded

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"
    for name, place in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("number", "datastyle")),
        ("fo", "xsl-fo-compatible"),
    )
}
MANIFEST = (
    f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{MEDIA_TYPES[Format.ODS]}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
DAY = (
    '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/>'
)
HOUR = (
    '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/>'
)
OPENING = (
    f"{HEAD}<office:document-content"
    + "".join(f' xmlns:{name}="{place}"' for name, place in SPACES.items())
    + ' office:version="1.2"><office:automatic-styles>'
    f'<number:date-style style:name="d">{DAY}</number:date-style>'
    f'<number:date-style style:name="m">{DAY}{HOUR}</number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="d"/>'
    '<style:style style:name="moment" style:family="table-cell" style:data-style-name="m"/>'
    '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
    '<table:table table:name="Export">'
)
CLOSING = "</table:table></office:spreadsheet></office:body></office:document-content>"
WIDE = re.compile(r"[\t\r]|  |^ | $|^\n|\n$|\n ", re.MULTILINE)


def write(rows: QuerySet[Any], cells: Sequence[Cell], stream: Stream, told: Told) -> int:
    """Write the rows; how many there were."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", MEDIA_TYPES[Format.ODS], zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            content.write(OPENING.encode())
            heads = "".join(text_cell(cell.heading, ' table:style-name="head"') for cell in cells)
            content.write(f"<table:table-row>{heads}</table:table-row>".encode())
            count = 0
            for count, line in enumerate(typed_lines(statement(rows, cells)), start=1):
                content.write(row(cells, line).encode())
                if count % CHUNK == 0:
                    told(count)
            content.write(CLOSING.encode())
    return count


def row(cells: Sequence[Cell], line: Iterable[Any]) -> str:
    """One line."""
    inside = "".join(cell_of(cell, value) for cell, value in zip(cells, line, strict=True))
    return f"<table:table-row>{inside}</table:table-row>"


def cell_of(cell: Cell, value: Any) -> str:
    """One cell, with the value that calculations take and the words that people see."""
    if value in (None, ""):
        return "<table:table-cell/>"
    match kind_of(cell, value):
        case Kind.NUMBER:
            words = paragraph(in_words(value))
            return f'<table:table-cell office:value-type="float" office:value="{value}">{words}</table:table-cell>'
        case Kind.DAY:
            return dated(value.isoformat(), f"{value:%d/%m/%Y}", "day")
        case Kind.MOMENT:
            local = value.astimezone(ZoneInfo(settings.TIME_ZONE)) if isinstance(value, datetime) else value
            return dated(f"{local:%Y-%m-%dT%H:%M:%S}", f"{local:%d/%m/%Y %H:%M}", "moment")
    return text_cell(value if isinstance(value, str) else in_words(value))


def dated(value: str, words: str, style: str) -> str:
    """A cell that holds a date."""
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{value}">'
        f"{paragraph(words)}</table:table-cell>"
    )


def text_cell(text: str, style: str = "") -> str:
    """A cell of text; where XML would lose blanks, the text is said again whole, for those who read it by machine."""
    words = worded(text)
    whole = ""
    if WIDE.search(text):
        value = words.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
        whole = f' office:string-value="{value}"'
    lines = "".join(paragraph(line) for line in words.replace("&#13;", "").split("\n"))
    return f'<table:table-cell{style} office:value-type="string"{whole}>{lines}</table:table-cell>'


def paragraph(words: str) -> str:
    """A line of a cell, as people see it."""
    return f"<text:p>{words}</text:p>"
