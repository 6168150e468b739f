"""Cells that hold no value: Excel errors and formulas that nobody calculated. Readers give them as blanks.

Runs in the child process, under its limits; expat itself stops the expansion of entities.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .sniffing import Kind

Faults = dict[tuple[int, int], str]
NOT_CALCULATED = "formule jamais calculée"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CALC_EXTENSION = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# A cell that is an error or a formula: its attributes, then what it holds.
CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
VALUE = re.compile(rb"<(?:\w+:)?v[^>/]*>([^<]*)</")
PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')


def faults_of(path: Path, kind: Kind, sheet: str) -> Faults:
    """What each faulty cell of a sheet holds, by line and column, both counted from one."""
    with zipfile.ZipFile(path) as archive:
        if kind is Kind.ODS:
            return dict(_ods_faults(archive.read("content.xml"), sheet))
        part = _xlsx_part(archive, sheet)
        return dict(_xlsx_faults(archive.read(part))) if part in archive.namelist() else {}


def _xlsx_part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Where a workbook keeps a sheet."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - in the child
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - in the child
    wanted = {element.get(RELATION) for element in workbook.iter() if element.get("name") == sheet}
    target = next((link.get("Target", "") for link in links if link.get("Id") in wanted), "")
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _xlsx_faults(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' not in content and b"<f" not in content and b":f" not in content:
        return
    for attributes, inside in CELL.findall(content):
        place = PLACE.search(b" " + attributes)
        is_error, is_formula = b't="e"' in attributes, re.search(rb"<(?:\w+:)?f[ />]", inside)
        if place is None or not (is_error or is_formula):
            continue
        value = VALUE.search(inside)
        text = value[1].decode(errors="replace") if value else ""
        if is_error or not (text or b't="str"' in attributes):  # an empty text is a result
            yield (int(place[2]), _column(place[1].decode())), text or NOT_CALCULATED


def _column(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _ods_faults(content: bytes, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    if b"table:formula" not in content and b'value-type="error"' not in content:
        return
    tables = ElementTree.fromstring(content).iter(f"{TABLE}table")  # noqa: S314 - in the child
    wanted = next((table for table in tables if table.get(f"{TABLE}name") == sheet), None)
    line = 1
    for row in wanted.iter(f"{TABLE}table-row") if wanted is not None else ():
        column = 1
        for cell in row:
            if text := _ods_fault(cell):
                yield (line, column), text
            column += int(cell.get(f"{TABLE}number-columns-repeated", 1))
        line += int(row.get(f"{TABLE}number-rows-repeated", 1))


def _ods_fault(cell: ElementTree.Element) -> str:
    """What a faulty cell shows; empty for a sound one."""
    if cell.get(f"{CALC_EXTENSION}value-type") == "error":
        return "".join(cell.itertext()) or "erreur"
    return NOT_CALCULATED if cell.get(f"{TABLE}formula") and not cell.get(f"{OFFICE}value-type") else ""
