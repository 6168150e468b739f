"""From a figure to the frozen records behind it."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from programmes.reports import online
from programmes.reports.attachments import as_csv
from programmes.reports.cells import Online, link_target
from programmes.reports.tracing import asked, found
from programmes.sections import blocks
from tests.reports import sample

GRANTS = blocks.Table(
    caption="Subventions",
    name="subventions",
    records=True,
    columns=(
        blocks.Column(label="Subvention", name="reference"),
        blocks.Column(label="Financeur", name="funder"),
        blocks.Column(label="Année", kind="year", name="year"),
        blocks.Column(label="Voté", kind="money", name="voted"),
        blocks.Column(label="Mandaté", kind="money", name="paid"),
    ),
    rows=(
        ("S-1", "Région", 2023, Decimal("100.10"), Decimal(40)),
        ("S-2", "Région", 2024, Decimal("50.20"), None),
        ("S-3", "CNRS", 2024, blocks.Measure(value=7, precision="about"), None),
        ("S-4", "Ville", 2024, None, None),
    ),
)
BODY = blocks.Column(label="Qui", name="body")
REPORT = sample.of(blocks.Chapter(slug="finances", title="Finances", blocks=(GRANTS,)))


@pytest.mark.parametrize(
    ("words", "value", "rows"),
    [
        ({}, 4, 4),
        ({"where": (("year", 2024),)}, 3, 3),
        ({"where": (("year", "2024"), ("funder", "CNRS"), ("funder", "Ville"))}, 2, 2),
        ({"how": "distinct", "column": "funder"}, 3, 4),
        ({"how": "sum", "column": "voted"}, Decimal("157.30"), 4),
        ({"how": "sum", "column": "voted", "where": (("funder", "Ville"),)}, None, 1),
        ({"how": "difference", "column": "voted", "less": "paid"}, Decimal("117.30"), 4),
        ({"how": "difference", "column": "voted", "less": "paid", "where": (("funder", "Ville"),)}, None, 1),
        ({"how": "value", "column": "voted", "where": (("reference", "S-2"),)}, Decimal("50.20"), 1),
        ({"how": "value", "column": "voted"}, None, 4),
        ({"how": "share", "where": (("funder", "CNRS"),), "among": (("year", 2024),)}, Decimal(100) / 3, 1),
        ({"how": "share", "where": (("funder", "CNRS"),), "among": (("year", 1999),)}, None, 1),
    ],
)
def test_a_figure_is_what_its_rows_come_to(words: dict[str, Any], value: Any, rows: int) -> None:
    trace = blocks.Trace(table="subventions", **words)

    answer = found(REPORT, trace)

    assert (answer.value, len(answer.rows)) == (value, rows)


def test_a_column_asks_for_the_value_of_each_row() -> None:
    trace = blocks.Trace(table="subventions", how="sum", column="voted", by=(("funder", "body"),))
    sums = blocks.Table(caption="Par financeur", columns=(BODY,), rows=(("Région",),))

    answer = found(REPORT, asked(trace, sums, sums.rows[0]))

    assert answer.value == Decimal("150.30")


@pytest.mark.parametrize("words", [{"table": "inconnu"}, {"table": "subventions", "where": (("color", "red"),)}])
def test_a_list_that_does_not_exist_is_said(words: dict[str, Any]) -> None:
    with pytest.raises(LookupError, match="Aucun"):
        found(REPORT, blocks.Trace(**words))


def test_a_traced_figure_is_written_as_the_figure_itself() -> None:
    traced = blocks.Traced(value=Decimal("-5.50"), trace=blocks.Trace(table="subventions"))
    table = blocks.Table(caption="Écarts", columns=(blocks.Column(label="Écart", kind="money"),), rows=((traced,),))

    assert as_csv(table) == "ecart\r\n-5.50\r\n"


def test_traces_pass_through_the_frozen_form() -> None:
    trace = blocks.Trace(table="subventions", where=(("year", 2024),), by=(("funder", "body"),), how="sum")
    figure = blocks.KeyFigure(value=3, label="subventions", trace=trace)
    report = replace(REPORT, colophon=(blocks.Figures(figures=(figure,)),))

    assert blocks.from_plain(json.loads(json.dumps(blocks.as_plain(report)))) == report


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({}, "4 lignes"),
        ({"how": "distinct", "column": "funder"}, "3\u00a0: valeurs différentes de «\u00a0Financeur\u00a0»"),
        ({"how": "sum", "column": "paid"}, "40\u00a0€\u00a0: somme de «\u00a0Mandaté\u00a0»"),
        (
            {"how": "difference", "column": "voted", "less": "paid"},
            "117,30\u00a0€\u00a0: somme de «\u00a0Voté\u00a0», moins celle de «\u00a0Mandaté\u00a0»",
        ),
        ({"how": "share", "where": (("funder", "CNRS"),)}, "25\u00a0% des lignes du tout"),
        (
            {"how": "value", "column": "paid", "where": (("reference", "S-1"),)},
            "40\u00a0€\u00a0: «\u00a0Mandaté\u00a0»",
        ),
    ],
)
def test_the_page_of_a_list_says_how_the_figure_was_found(words: dict[str, Any], told: str) -> None:
    trace = blocks.Trace(table="subventions", **words)

    assert online.records(GRANTS, trace, "fr").told == told
    assert online.read("subventions", online.query(trace)) == replace(
        trace, where=tuple((name, blocks.raw(value)) for name, value in trace.where)
    )


def test_a_page_of_the_site_is_followed_in_the_twin_alone() -> None:
    links = Online(place=str, records=str, table=str, file=str)

    assert link_target(blocks.Link(text="A", path="/fr/actions/a/"), links) == "/fr/actions/a/"
    assert link_target(blocks.Link(text="A", path="//example.org/"), links) == ""
    assert link_target(blocks.Link(text="A", path="/fr/actions/a/")) == ""
