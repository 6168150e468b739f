"""Words in another language than the report's say so, in cells too: a screen reader changes voice."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from programmes.models import Campaign, Indicator
from programmes.reports import cells, paper
from programmes.reports.attachments import as_csv
from programmes.reports.freezing import freeze
from programmes.sections import blocks, writing
from tests.reports import reading, sample, situation, walking


@pytest.fixture
def english(db: None) -> blocks.Report:
    """The English report of a year that was told in French."""
    campaign: Campaign = situation.told_year()
    Indicator.objects.update(label_en="")
    return freeze(campaign, "en")


def test_texts_and_sources_told_in_french_alone_say_so_in_english(english: blocks.Report) -> None:
    (indicator, *_others) = reading.table(english, "indicateurs").rows
    (source, *_more) = reading.table(english, "sources").rows
    doubt = reading.table(english, "doutes").rows[0]

    assert indicator[1] == blocks.Said(text="Thèses", language="fr")
    assert isinstance(source[0], blocks.Said)
    assert doubt[1] == blocks.Said(text="Autre libellé", language="fr")
    assert walking.wrong(english) == []
    assert '<span lang="fr">Thèses</span>' not in paper.whole(sample.report("en"))
    assert ' lang="fr">Autre libellé</' in paper.whole(english)


def test_a_text_in_the_report_s_own_language_is_plain() -> None:
    with override("fr"):
        assert writing.in_french("Journal") == "Journal"
    with override("en"):
        assert writing.in_french("") == ""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (blocks.Said(text="Bonjour", language="fr"), '<span lang="fr">Bonjour</span>'),
        (blocks.Said(text="Hello", language="en"), "Hello"),
        (blocks.Link(text="Ici", anchor="a", language="fr"), '<a href="#a" lang="fr">Ici</a>'),
    ],
)
def test_a_cell_announces_its_language(value: blocks.Value, told: str) -> None:
    cell = cells.cell(value, "text", "en")

    assert render_to_string("programmes/reports/cell.html", {"cell": cell}) == told


def test_a_text_of_another_language_is_written_as_any_other() -> None:
    table = blocks.Table(
        caption="T", columns=(blocks.Column(label="Quoi"),), rows=((blocks.Said(text="=1+1", language="fr"),),)
    )

    assert as_csv(table) == "quoi\r\n'=1+1\r\n"
