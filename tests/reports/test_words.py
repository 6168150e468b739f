"""Values of a report in words, and its tables as files."""

from datetime import date
from decimal import Decimal

import pytest

from programmes.reports import attachments
from programmes.reports.cells import Cell, cell, words
from programmes.sections import blocks
from tests.reports import sample


@pytest.mark.parametrize(
    ("value", "kind", "french", "english"),
    [
        (Decimal("7700000"), "money", "7\u202f700\u202f000\u00a0€", "€7,700,000"),
        (Decimal("12.5"), "percent", "12,5\u00a0%", "12.5%"),
        (2024, "year", "2024", "2024"),
        (2024, "number", "2\u202f024", "2,024"),
        (date(2024, 2, 1), "date", "01/02/2024", "1\u00a0Feb\u00a02024"),
        (True, "text", "oui", "yes"),
        ("=1+1", "text", "=1+1", "=1+1"),
        (blocks.Measure(value=20, precision="more_than"), "number", "plus de\u00a020", "more than\u00a020"),
        (blocks.Measure(value=3, precision="between", upper=4), "number", "de 3 à 4", "3 to 4"),
    ],
)
def test_a_value_is_worded_in_the_language_of_the_report(
    value: blocks.Value, kind: blocks.Kind, french: str, english: str
) -> None:
    assert cell(value, kind, "fr").words == french
    assert cell(value, kind, "en").words == english


def test_what_nobody_has_given_says_so() -> None:
    assert cell(None, "money", "en") == Cell(words="not provided", missing=True, right=True)
    assert cell("", "text", "fr") == Cell(words="non renseigné", missing=True)


def test_a_link_leads_inside_the_report_or_to_the_web_and_nowhere_else() -> None:
    assert cell(blocks.Link(text="a", anchor="b"), "text", "fr").href == "#b"
    assert cell(blocks.Link(text="a", url="https://example.org"), "text", "fr").href == "https://example.org"
    assert cell(blocks.Link(text="a", url="javascript:alert(1)"), "text", "fr").href == ""


def test_words_know_every_kind_of_value() -> None:
    with pytest.raises(AssertionError):
        words(1.5, "number", "fr")  # type: ignore[arg-type]


def test_a_file_holds_raw_values_that_no_spreadsheet_runs() -> None:
    table = blocks.Table(
        caption="C",
        columns=(blocks.Column(label="Libellé du poste"), blocks.Column(label="Nombre", kind="number", name="count")),
        rows=(
            ("=cmd|x", blocks.Measure(value=20, precision="more_than")),
            (blocks.Link(text="-lien", anchor="x"), Decimal("1.50")),
            (date(2024, 5, 1), None),
            (False, -3),
            (None, blocks.Measure(value=3, precision="between", upper=4)),
        ),
    )

    assert attachments.as_csv(table).split("\r\n") == [
        "libelle_du_poste,count,count_precision,count_upper",
        "'=cmd|x,20,more_than,",
        "'-lien,1.50,,",
        "2024-05-01,,,",
        "false,-3,,",
        ",3,between,4",
        "",
    ]


def test_two_tables_of_one_name_are_refused() -> None:
    table = blocks.Table(caption="C", columns=(), rows=(), name="twice")
    chapter = blocks.Chapter(slug="x", title="X", blocks=(table, table))
    report = sample.of(chapter)

    with pytest.raises(ValueError, match="même nom"):
        attachments.files(report)


def test_a_frozen_report_survives_its_journey_through_json() -> None:
    report = sample.report("fr")

    assert blocks.from_plain(blocks.as_plain(report)) == report


def test_a_frozen_report_holds_plain_values_only() -> None:
    with pytest.raises(TypeError, match="rapport figé"):
        blocks.as_plain(object())
