"""The report's page on method tells the figure of the board."""

import pytest
from django.utils import translation

from programmes.models import Campaign
from programmes.sections.base import Frame
from programmes.sections.method import MethodSection
from programmes.sections.registry import progress_of
from tests.factories import CampaignFactory, CommitmentSheetFactory, ThesisSheetFactory
from tests.reports import reading

pytestmark = pytest.mark.django_db


def test_the_page_on_method_tells_the_figure_of_the_board() -> None:
    campaign: Campaign = CampaignFactory()
    CommitmentSheetFactory(campaign=campaign)
    ThesisSheetFactory(campaign=campaign)

    with translation.override("en"):
        (chapter,) = MethodSection().freeze(Frame(campaign=campaign, language="en"))

    whole = progress_of(campaign)
    assert f"{whole.percent}% of the sheets due are approved: 0 of {whole.total}." in reading.words(chapter.blocks)
    assert [row[:2] for row in chapter.blocks[2].rows] == [  # type: ignore[union-attr]
        ("Commitments", 1),
        ("Projects", 0),
        ("Theses", 1),
    ]


def test_a_year_whose_sheets_nobody_opened_says_so() -> None:
    (chapter,) = MethodSection().freeze(Frame(campaign=CampaignFactory(), language="fr"))

    assert "Aucune fiche annuelle n’a été ouverte" in reading.words(chapter.blocks)
