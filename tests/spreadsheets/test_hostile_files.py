"""What is no table, or a weapon, is refused in one sentence."""

import zipfile
from pathlib import Path

import pytest

from programmes.spreadsheets import Unreadable, child, read_table, sniffing
from programmes.spreadsheets.reading import sentence

from .making import ods_row, opendocument, rewritten, workbook

KNOWN = {"reference", "montant"}
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Unreadable) as refused:
        child.table_of(path, KNOWN)
    return str(refused.value)


def refusal_of_the_child(path: Path) -> str:
    """The sentence with which a file is refused, read under the limits of the child."""
    with pytest.raises(Unreadable) as refused:
        read_table(path, KNOWN)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "est vide"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "n’est pas un tableau"),
        (b"%PDF-1.7", "n’est pas un tableau"),
        (b"PK\x03\x04 coupe", "abîmé ou incomplet"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        (OLE + b"Workbook", "ancien format"),
        (b"bonjour;monsieur\n", "Aucune ligne d’en-têtes"),
        (b'Reference;Montant\n"' + b"x" * 1_100_000, "guillemet"),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "tableau.xlsx"
    path.write_bytes(content)

    assert words in refusal(path)


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/vbaProject.bin", "macros"), ("xl/workbook.bin", "XLSB"), ("word/document.xml", "pas un tableau")],
)
def test_an_archive_is_known_by_its_parts(tmp_path: Path, part: str, words: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")

    assert words in refusal(path)


def test_a_protected_opendocument_is_refused(tmp_path: Path) -> None:
    path = opendocument(tmp_path / "a.ods", more='<manifest:encryption-data manifest:checksum="x"/>')

    assert "mot de passe" in refusal(path)


def test_an_opendocument_with_macros_is_refused(tmp_path: Path) -> None:
    assert "macros" in refusal(opendocument(tmp_path / "a.ods", Basic__Standard__Module1_xml="x"))


def test_a_zip_bomb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniffing, "UNPACKED", 1_000_000)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(1_000_001))

    assert "démesuré" in refusal(path)


def test_too_large_a_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(sniffing.LARGEST + 1)

    assert "50 Mo" in refusal(path)


def test_one_cell_at_the_far_corner_does_not_kill_the_worker(tmp_path: Path) -> None:
    made = workbook(tmp_path / "a.xlsx", ["Référence"], ["a"])
    path = rewritten(
        made, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    )  # fmt: skip

    assert "cellule isolée" in refusal_of_the_child(path)


def test_repeated_cells_of_an_opendocument_do_not_kill_the_worker(tmp_path: Path) -> None:
    many = ods_row("x").replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">'
    ).replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ')  # fmt: skip
    path = opendocument(tmp_path / "a.ods", ods_row("Référence"), many)

    assert "classeur neuf" in refusal_of_the_child(path)


def test_more_than_a_hundred_thousand_lines_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Référence\n" + "a\n" * 100_100)

    assert "100 000 lignes" in refusal(path)


def test_reading_has_a_time_limit(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["Référence"], ["a"])

    with pytest.raises(Unreadable, match="trop longtemps"):
        read_table(path, KNOWN, time_limit=0.001)


@pytest.mark.parametrize(
    ("status", "errors", "words"),
    [(-24, "", "trop longtemps"), (-6, "", "mémoire"), (1, "MemoryError", "mémoire"), (1, "", "ne peut pas être lu")],
)
def test_a_death_becomes_a_sentence(status: int, errors: str, words: str) -> None:
    assert words in sentence(status, errors)
