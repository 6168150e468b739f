"""Files as offices make them, and as enemies do."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Feuille1">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{more}</manifest:manifest>'
)


def workbook(path: Path, *lines: Sequence[Any]) -> Path:
    """An XLSX of one sheet."""
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(list(line))
    book.save(path)
    return path


def opendocument(path: Path, *rows: str, more: str = "", **parts: str) -> Path:
    """An ODS of one sheet, from the XML of its rows."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODS_TYPE)
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(kind=ODS_TYPE, more=more))
        archive.writestr("content.xml", ODS_HEAD + "".join(rows) + ODS_TAIL)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def ods_row(*cells: str) -> str:
    """A row of texts; a cell that begins with < is taken as XML."""
    made = [
        cell
        if cell.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    ]
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def rewritten(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of a workbook with one part changed, as no office program would."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return target
