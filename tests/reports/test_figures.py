"""Every figure of a report comes to what its list says; page, file and twin say the same."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from programmes.models import Campaign
from programmes.reports import online, paper
from programmes.reports.cells import Online
from programmes.reports.freezing import freeze
from programmes.reports.outline import outline
from programmes.sections import blocks
from tests.reports import reading, sample, situation, walking
from tests.reports.test_tracing import GRANTS


@pytest.fixture
def told(db: None) -> Campaign:
    """A year of which something of everything is known."""
    return situation.told_year()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_figure_is_what_its_list_comes_to(language: str, told: Campaign) -> None:
    report = freeze(told, language)

    assert len([one for one in walking.told(report) if one.trace]) > 20
    assert walking.wrong(report) == []


def test_the_lists_name_no_thesis_without_a_public_page(told: Campaign) -> None:
    rows = reading.table(freeze(told, "fr"), "liste-theses").rows

    assert {row[1] for row in rows if row[0] is None} <= {"thèse sans page publique"}


def test_a_figure_that_its_list_does_not_bear_out_is_found() -> None:
    figure = blocks.KeyFigure(value=5, label="subventions", trace=blocks.Trace(table="subventions"))
    lost = replace(figure, trace=blocks.Trace(table="perdu"))
    chapter = blocks.Chapter(slug="x", title="X", blocks=(blocks.Figures(figures=(figure, lost)), GRANTS))

    assert [(told, answer) for _place, told, answer in walking.wrong(sample.of(chapter))] == [
        (5, 4),
        (5, "Aucun tableau «\u00a0perdu\u00a0» dans ce rapport."),
    ]


NUMBER = re.compile(r'<td class="number">(.*?)</td>|figures__value">(.*?)</span>', re.DOTALL)


def nowhere(_what: object) -> str:
    """A twin without addresses: what it prints is then to the letter what paper prints."""
    return ""


def read_online(report: blocks.Report) -> str:
    """Every page of the twin, one after the other."""
    plain = blocks.as_plain(report)
    links = Online(place=nowhere, records=nowhere, table=nowhere, file=nowhere)
    chapters = (
        online.chapter(leaf, of["blocks"], of["parts"][leaf.first : leaf.last], "fr", links)
        for leaf in outline(plain).leaves
        if (of := plain["chapters"][leaf.index])
    )
    pages = ({"chapter": chapter, "report": report, "year": "2024"} for chapter in chapters)
    return "".join(render_to_string("programmes/reports/chapter.html", page) for page in pages)


def test_paper_and_twin_print_the_same_figures() -> None:
    report = sample.report("fr")

    figures = NUMBER.findall(read_online(report))

    assert len(figures) > 300
    assert figures == NUMBER.findall(paper.whole(report))


def test_a_long_list_shows_its_first_rows_and_leads_to_its_page() -> None:
    rows = tuple((f"ligne {at}", at) for at in range(130))
    columns = (blocks.Column(label="Quoi"), blocks.Column(label="Combien", kind="number"))
    named = blocks.Table(caption="Longue", columns=columns, rows=rows, name="longue")
    chapter = blocks.Chapter(slug="x", title="X", blocks=(named, replace(named, name="")))

    text = read_online(sample.of(chapter))

    assert (text.count("ligne 39"), text.count("ligne 129")) == (2, 1)
