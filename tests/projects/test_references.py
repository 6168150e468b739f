"""References as people paste them."""

import pytest

from projects.enums import OutputKind
from projects.references import Reference, read

BIBTEX = """@article{dupont2024,
  title = {L'{\\'e}tude des {ARN} \\`a Rouen},
  author = {Dupont, A.},
  year = 2024,
  doi = {10.1021/acs.analchem.4c01234}
}"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10.1021/abc", Reference(title="10.1021/abc", doi="10.1021/abc")),
        ("https://doi.org/10.1021/abc", Reference(title="10.1021/abc", doi="10.1021/abc")),
        ("10.1021/abc – Un titre", Reference(title="Un titre", doi="10.1021/abc")),
        ("hal-04512345", Reference(title="hal-04512345", hal_id="hal-04512345")),
    ],
)
def test_an_identifier_is_read_with_the_title_that_follows_it(line: str, expected: Reference) -> None:
    assert read(line).references == [expected]


def test_a_bibtex_entry_is_read_with_its_accents() -> None:
    found = read(BIBTEX)

    assert found.references == [
        Reference(title="L'étude des ARN à Rouen", year=2024, doi="10.1021/acs.analchem.4c01234")
    ]


def test_what_is_no_publication_says_what_it_is() -> None:
    found = read('@dataset{x, title = "Spectres", date = "2023-05-01"}\n@misc{y, title = {Divers}}')

    assert [(one.kind, one.year) for one in found.references] == [(OutputKind.DATA_SET, 2023), (OutputKind.OTHER, None)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\nn’importe quoi", "Ligne 2\u00a0: «\u00a0n’importe quoi\u00a0» n’est ni un DOI, ni un identifiant HAL"),
        ("@article{x, title = {Sans fin}", "ne se ferme pas"),
        ("@article{x, year = 2024}", "sans titre"),
        ("@article{x, title = {Un titre}, doi = {abc}}", "donne un DOI qui n’en est pas un\u00a0: abc"),
        ("10.1021/abc\n" * 201, "200 références au plus"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, sentence: str) -> None:
    assert sentence in read(text).faults[0]


def test_what_can_be_read_is_read_beside_what_cannot() -> None:
    found = read("10.1021/abc\nrien\n\n" + BIBTEX)

    assert (len(found.references), len(found.faults)) == (2, 1)
