"""References are read back by tools that nobody here wrote, whatever signs a title or a name holds."""

import json
from datetime import date
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from programmes.citations import Citation, Name, as_bibtex, as_csl, as_ris, as_sentence

HARD = "Coûts à 100 % & clés {a_1}, ~50 $ #2 \\alpha ^ «\u00a0X\u00a0»"


@pytest.fixture
def hard() -> Citation:
    """A thesis whose words hold every sign that a format could stumble on."""
    return Citation(
        kind="thesis",
        key="these-1",
        title=HARD,
        address="https://theses.fr/2024NORM0001?a=1&b={2}",
        language="fr",
        genre="thèse de doctorat",
        authors=(Name(family="de La Rivière, fils", given="Zoé"), Name(family="Anderson and Sons")),
        directors=(Name(family="Aubrécourt", given="Maëlle"),),
        publisher="Université de Rouen & Cie",
        issued=date(2024, 11, 15),
        number="2024NORM0001",
        abstract="Une ligne.\r\nER  - fin\n}\n@misc{x}",
        keywords=("catalyse", "à l’eau"),
    )


def bibtex_fields(citation: Citation) -> dict[str, Any]:
    """The fields of the one entry that a BibTeX parser finds."""
    library = bibtexparser.parse_string(as_bibtex(citation), append_middleware=[LatexDecodingMiddleware()])
    assert (library.failed_blocks, len(library.blocks)) == ([], 1)
    return {field.key: field.value for field in library.entries[0].fields}


def test_a_bibtex_parser_finds_the_very_words(hard: Citation) -> None:
    fields = bibtex_fields(hard)

    assert fields["title"].startswith("Coûts à 100 % & clés")
    assert "a_1" in fields["title"]
    assert "50 $ #2 \\alpha" in fields["title"]
    assert fields["school"] == "Université de Rouen & Cie"
    assert (fields["year"], fields["number"]) == ("2024", "2024NORM0001")


def test_a_ris_parser_finds_the_very_words(hard: Citation) -> None:
    (entry,) = rispy.loads(as_ris(hard))

    assert (entry["type_of_reference"], entry["title"]) == ("THES", " ".join(HARD.split()))
    assert entry["authors"] == ["de La Rivière, fils, Zoé", "Anderson and Sons"]
    assert entry["tertiary_authors"] == ["Aubrécourt, Maëlle"]
    assert entry["keywords"] == ["catalyse", "à l’eau"]
    assert entry["abstract"] == "Une ligne. ER - fin } @misc{x}"


def test_csl_json_holds_one_item_with_its_date(hard: Citation) -> None:
    (item,) = json.loads(as_csl(hard))

    assert (item["type"], item["issued"]) == ("thesis", {"date-parts": [[2024, 11, 15]]})
    assert item["author"][1] == {"literal": "Anderson and Sons"}


def test_a_body_is_one_name_and_a_comma_does_not_part_a_family(hard: Citation) -> None:
    assert "author = {{de La Rivière, fils}, Zoé and {Anderson and Sons}}" in as_bibtex(hard)


def test_what_is_not_known_is_left_out() -> None:
    bare = Citation(kind="page", key="a", title="Une action", address="https://a.test/", language="fr", genre="fiche")

    assert bibtex_fields(bare).keys() == {"title", "type", "url", "language"}
    assert rispy.loads(as_ris(bare))[0].keys() >= {"title", "urls"}
    assert json.loads(as_csl(bare))[0].keys() == {"id", "type", "title", "genre", "URL", "language"}
    assert as_sentence(bare) == "«\u00a0Une action\u00a0», fiche, https://a.test/"


def test_a_sentence_says_who_what_and_when(hard: Citation) -> None:
    sentence = as_sentence(hard)

    assert sentence.startswith("Zoé de La Rivière, fils, Anderson and Sons, «\u00a0Coûts")
    assert "sous la direction de Maëlle Aubrécourt, Université de Rouen & Cie, 2024" in sentence
