"""What a campaign still lacks: each gap with the address of the very field."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doctorates.sections import ThesisSection
from programmes.models import Campaign
from programmes.sections.commitments import CommitmentSection
from projects.sections import ProjectSection
from tests.factories import (
    CampaignFactory,
    CommitmentFactory,
    CommitmentSheetFactory,
    ProjectSheetFactory,
    ThesisSheetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    """A campaign."""
    return CampaignFactory()


def test_a_gap_leads_to_the_very_field(campaign: Campaign) -> None:
    sheet = ProjectSheetFactory(campaign=campaign, progress="Fait.")
    sheet.project.key_figures.create(year=2024, label="Équipes", value=3)

    gaps = ProjectSection().missing(campaign)

    page = f"/admin/projects/projectsheet/{sheet.pk}/change/#question-"
    assert [(gap.sentence, gap.url) for gap in gaps] == [
        (f"{sheet.project}\u00a0: L’année en une phrase", f"{page}headline"),
        (f"{sheet.project}\u00a0: Équipes, sa source", f"{page}key_figures"),
    ]


def test_a_sheet_with_nothing_to_report_lacks_nothing(campaign: Campaign) -> None:
    ThesisSheetFactory(campaign=campaign, nothing_new=True)

    assert ThesisSection().missing(campaign) == ()


def test_gaps_cost_the_same_for_ten_sheets_as_for_two(campaign: Campaign) -> None:
    commitments = CommitmentFactory.create_batch(2, protocol=campaign.protocol)
    [CommitmentSheetFactory(campaign=campaign, commitment=row) for row in commitments]
    ProjectSheetFactory.create_batch(2, campaign=campaign)
    before = asked(campaign)
    more = CommitmentFactory.create_batch(8, protocol=campaign.protocol)
    [CommitmentSheetFactory(campaign=campaign, commitment=row) for row in more]
    ProjectSheetFactory.create_batch(8, campaign=campaign)

    assert asked(campaign) == before


def asked(campaign: Campaign) -> int:
    """How many queries the gaps of a campaign cost."""
    with CaptureQueriesContext(connection) as queries:
        assert CommitmentSection().missing(campaign)
        assert ProjectSection().missing(campaign)
    return len(queries)
