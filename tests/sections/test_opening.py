"""Opening a campaign makes the sheets that are due, each once."""

from datetime import date
from typing import Any

import pytest

from doctorates.sections import ThesisSection
from programmes.models import Commitment
from programmes.sections.commitments import CommitmentSection
from projects.enums import ProjectState
from projects.models import Project
from projects.sections import ProjectSection
from tests.factories import CampaignFactory, CommitmentFactory, ProjectFactory, ProjectSheetFactory, ThesisFactory

pytestmark = pytest.mark.django_db


def serving(commitment: Commitment, **fields: Any) -> Project:
    """A published action that serves a commitment."""
    project = ProjectFactory(published=True, **fields)
    project.commitment_links.create(commitment=commitment)
    return project


def test_each_action_under_way_gets_one_sheet() -> None:
    commitment = CommitmentFactory()
    running, proposed = serving(commitment), serving(commitment, state=ProjectState.PROPOSED)
    campaign = CampaignFactory(protocol=commitment.protocol, year=2024)

    made = [ProjectSection().open(campaign), ProjectSection().open(campaign)]

    assert made == [1, 0]
    assert running.sheets.get().campaign == campaign
    assert not proposed.sheets.exists()


def test_the_sheet_of_the_campaign_before_stands_beside_and_is_not_copied() -> None:
    commitment = CommitmentFactory()
    project = serving(commitment)
    last = CampaignFactory(protocol=commitment.protocol, year=2023)
    older = CampaignFactory(protocol=commitment.protocol, year=2022)
    previous = ProjectSheetFactory(campaign=last, project=project, progress="Fait.", next_steps="Livrer l’aimant.")
    ProjectSheetFactory(campaign=older, project=project, progress="Fait.", next_steps="Commander l’aimant.")

    ProjectSection().open(CampaignFactory(protocol=commitment.protocol, year=2024))

    sheet = project.sheets.get(campaign__year=2024)
    assert (sheet.progress, sheet.next_steps, sheet.previous) == ("", "", previous)


def test_a_real_sheet_never_rests_on_an_invented_one() -> None:
    commitment = CommitmentFactory()
    project = serving(commitment)
    ProjectSheetFactory(
        campaign=CampaignFactory(protocol=commitment.protocol, year=2023), project=project, is_demo=True
    )

    ProjectSection().open(CampaignFactory(protocol=commitment.protocol, year=2024))

    assert project.sheets.get(campaign__year=2024).previous is None


def test_a_thesis_over_before_the_period_gets_no_sheet() -> None:
    project = serving(CommitmentFactory())
    defended = ThesisFactory(project=project, published=True, defended=True, defended_on=date(2023, 12, 1))
    going_on = ThesisFactory(project=project, published=True, title_is_public=False)

    ThesisSection().open(CampaignFactory(protocol=project.commitment_links.get().commitment.protocol, year=2024))

    assert not defended.sheets.exists()
    assert going_on.sheets.count() == 1


def test_each_published_commitment_gets_a_sheet() -> None:
    commitment = CommitmentFactory(published=True, protocol__published=True)
    draft = CommitmentFactory(protocol=commitment.protocol)

    made = CommitmentSection().open(CampaignFactory(protocol=commitment.protocol))

    assert made == 1
    assert commitment.sheets.count() == 1
    assert not draft.sheets.exists()


def test_the_sheet_of_an_invented_record_is_invented() -> None:
    commitment = CommitmentFactory()
    project = serving(commitment, is_demo=True)

    ProjectSection().open(CampaignFactory(protocol=commitment.protocol))

    assert project.sheets.get().is_demo
