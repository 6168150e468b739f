"""Tables as French offices send them are read as they stand on screen."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import python_calamine as calamine

from programmes.spreadsheets import Table, Unreadable, child, plain, read_table
from programmes.spreadsheets.reading import Fault

from .making import ods_row, opendocument, rewritten, workbook

KNOWN = {"reference", "montant", "date"}


def unable(_path: Path) -> None:
    """A reader that gives up."""
    raise calamine.CalamineError


@pytest.mark.parametrize(
    ("written", "read"),
    [("Référence", "reference"), ("QUOTITÉ (%)", "quotite"), ("  N° de  mandat * ", "n de mandat"), ("(€)", "")],
)
def test_a_heading_is_known_without_case_accents_nor_unit(written: str, read: str) -> None:
    assert plain(written) == read


def test_titles_above_the_headings_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["Subventions de l’année"],
        [],
        ["Référence", "Montant (€)", "Date"],
        ["sub-1", 45000.5, datetime(2021, 9, 5)],  # noqa: DTZ001 - spreadsheets have no time zone
        [],
        ["sub-2", 45000.0, date(2021, 9, 6)],
        ["", "  ", ""],
    )

    table = read_table(path, KNOWN)

    assert table == Table(
        "Sheet",
        3,
        ["Référence", "Montant (€)", "Date"],
        [(4, ["sub-1", 45000.5, "2021-09-05"]), (6, ["sub-2", 45000, "2021-09-06"])],
    )


def test_the_sheet_with_most_headings_is_read(tmp_path: Path) -> None:
    import_file = workbook(tmp_path / "a.xlsx", ["Montant"], [1])
    path = tmp_path / "b.ods"
    opendocument(path, ods_row("Référence", "Date"), ods_row("x", "2021-09-05"))

    assert read_table(import_file, KNOWN).headings == ["Montant"]
    assert read_table(path, KNOWN).rows == [(2, ["x", "2021-09-05"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_of_any_office_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    lines = [["Liste arrêtée à l’été"], ["Référence", "Montant"], ["é-1", '"45 000,50 €"'], [""]]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))

    table = child.table_of(path, KNOWN)

    assert table == {
        "sheet": "",
        "line": 2,
        "headings": ["Référence", "Montant"],
        "rows": [(3, ["é-1", "45 000,50 €"])],
    }


def test_a_line_of_a_csv_keeps_its_number_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Référence;Montant\n"un\ndeux";1\nb;2\n')

    assert [line for line, _cells in read_table(path, KNOWN).rows] == [2, 4]


def test_errors_and_formulas_never_calculated_are_named(tmp_path: Path) -> None:
    lines = ["Référence", "Montant"], ["a", "=1/0"], ["b", 3]
    made = workbook(tmp_path / "a.xlsx", *lines)
    path = rewritten(
        made, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="B3" t="n"><v>3</v>', b'<c r="B3" t="e"><v>#N/A</v>'),
    )  # fmt: skip

    table = read_table(path, KNOWN)

    assert table.rows == [(2, ["a", "formule jamais calculée"]), (3, ["b", "#N/A"])]
    assert all(isinstance(cells[1], Fault) for _line, cells in table.rows)


def test_errors_of_an_opendocument_are_named(tmp_path: Path) -> None:
    error = '<table:table-cell calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    path = opendocument(
        tmp_path / "a.ods",
        ods_row("Référence", "Montant"),
        ods_row("a", error),
        ods_row("b", '<table:table-cell table:formula="of:=1"/>'),
    )

    assert [cells[1] for _line, cells in read_table(path, KNOWN).rows] == ["#DIV/0!", "formule jamais calculée"]


def test_what_the_first_reader_cannot_open_the_second_tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", ["Référence", "Date"], ["a", datetime(2021, 9, 5, 14, 30)], ["b", None])  # noqa: DTZ001
    monkeypatch.setattr(calamine, "load_workbook", unable)

    table = child.table_of(path, KNOWN)

    assert table["rows"] == [(2, ["a", "2021-09-05 14:30:00"]), (3, ["b", ""])]


def test_what_no_reader_can_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workbook(tmp_path / "a.xlsx", ["Référence"], ["a"])
    path = rewritten(made, tmp_path / "b.xlsx", "xl/workbook.xml", lambda xml: xml[: len(xml) // 2])

    with pytest.raises(Unreadable, match="ne peut pas être lu"):
        child.table_of(path, KNOWN)


def test_hidden_sheets_are_left_aside(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Référence"])
    hidden = book.create_sheet("Listes")
    hidden.append(["Référence", "Montant", "Date"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    assert child.table_of(tmp_path / "a.xlsx", KNOWN)["headings"] == ["Référence"]


@pytest.mark.parametrize(("name", "yes"), [("libreoffice.xlsx", True), ("libreoffice.ods", 1)])
def test_a_workbook_that_libreoffice_saved_is_read_as_it_was_typed(name: str, yes: object) -> None:
    known = {plain(word) for word in ("Référence", "1re inscription", "Code", "Montant", "Taux", "Observations")}

    table = read_table(Path(__file__).parent / "files" / name, known)

    assert (table.sheet, table.line, len(table.rows)) == ("Thèses 2024", 3, 6)
    assert table.rows[0][1][2:4] == ["2021-09-05", "2024-11-03"]
    assert table.rows[0][1][6:] == [yes, "th-0-x", 45000.5, 0.5]
    assert table.rows[-1][1][5] == "0012"
    assert isinstance(table.rows[-1][1][7], Fault)
