"""A workbook as Excel itself saves it: shared and inline strings, styles, a merged title, days as serial numbers."""

import zipfile
from pathlib import Path

import pytest

from programmes.spreadsheets import read_table

KNOWN = {"reference", "montant", "date", "siret"}
SHARED = ("Subventions votées", "Référence", "Montant (€)", "Date", "SIRET", "sub-1")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = (
    f'<worksheet xmlns="{MAIN}"><dimension ref="A1:D8"/><sheetData>'
    '<row r="1" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>'
    '<row r="3" spans="1:4"><c r="A3" s="1" t="s"><v>1</v></c><c r="B3" s="1" t="s"><v>2</v></c>'
    '<c r="C3" s="1" t="s"><v>3</v></c><c r="D3" s="1" t="s"><v>4</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4"><v>45000.5</v></c><c r="C4" s="2"><v>{day}</v></c>'
    '<c r="D4"><v>1.3002526500013E13</v></c></row>'
    '<row r="5"><c r="A5" t="inlineStr"><is><r><t>sub</t></r><r><rPr><b/></rPr><t>-2</t></r></is></c></row>'
    '<row r="7"/><row r="8"><c r="A8" s="1"/></row>'
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>'
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font><name val="Calibri"/></font><font><b/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>'
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def links(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{rank}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def saved_by_excel(path: Path, *, day: int, since_1904: bool) -> Path:
    """The parts that Excel writes, in its own way."""
    texts = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in SHARED)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{since_1904:d}"/>'
        '<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="{len(SHARED)}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": SHEET.format(day=day),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{content}')
    return path


@pytest.mark.parametrize(("day", "since_1904"), [(44444, False), (42982, True)], ids=["since 1900", "since 1904"])
def test_a_workbook_saved_by_excel_is_read_as_it_shows(day: int, since_1904: bool, tmp_path: Path) -> None:
    table = read_table(saved_by_excel(tmp_path / "excel.xlsx", day=day, since_1904=since_1904), KNOWN)

    assert (table.sheet, table.line) == ("Feuil1", 3)
    assert [(line, [str(cell) for cell in cells]) for line, cells in table.rows] == [
        (4, ["sub-1", "45000.5", "2021-09-05", "13002526500013"]),
        (5, ["sub-2", "", "", ""]),
    ]
