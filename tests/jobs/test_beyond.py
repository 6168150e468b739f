"""Beyond one protocol: follow-up campaigns ask for what still runs; campaigns of two protocols stand side by side."""

import pytest

from doctorates.models import ThesisSheet
from programmes import tasks, workflow
from programmes.enums import CampaignKind, ContinuationKind, JobKind
from programmes.models import Campaign, Commitment, CommitmentContinuation, CommitmentSheet, Job, Protocol, User
from projects.enums import ProjectState
from projects.models import Project, ProjectSheet
from tests.factories import (
    CampaignFactory,
    CommitmentFactory,
    ProjectFactory,
    ProjectSheetFactory,
    ProtocolFactory,
    ThesisFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured_children")]


def opened(campaign: Campaign) -> Campaign:
    """The campaign with its sheets."""
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    tasks.run_job(Job.objects.get(kind=JobKind.OPENING, options__campaign=campaign.pk).pk)
    return campaign


def promised(protocol: Protocol, **project: object) -> tuple[Commitment, Project]:
    """A promise and an action that serves it."""
    commitment = CommitmentFactory(published=True, protocol=protocol)
    action = ProjectFactory(published=True, **project)
    action.commitment_links.create(commitment=commitment)
    return commitment, action


def test_after_the_term_only_what_still_runs_is_asked_for() -> None:
    protocol, following = ProtocolFactory(published=True), ProtocolFactory(published=True)
    taken_up, running = promised(protocol)
    left, _over = promised(protocol, state=ProjectState.COMPLETED)
    successor = CommitmentFactory(published=True, protocol=following)
    CommitmentContinuation.objects.create(predecessor=taken_up, successor=successor, kind=ContinuationKind.RENEWED)
    thesis = ThesisFactory(published=True, project=running)
    final = CampaignFactory(protocol=protocol, year=2025, kind=CampaignKind.FINAL)
    before = ProjectSheetFactory(campaign=final, project=running)

    campaign = opened(CampaignFactory(protocol=protocol, year=2025, kind=CampaignKind.FOLLOW_UP))

    sheet = ProjectSheet.objects.get(campaign=campaign)
    assert (sheet.project, sheet.previous) == (running, before)
    assert CommitmentSheet.objects.get(campaign=campaign).commitment == left
    assert ThesisSheet.objects.get(campaign=campaign).thesis == thesis


def test_campaigns_of_two_protocols_stand_side_by_side() -> None:
    old, new = ProtocolFactory(published=True), ProtocolFactory(published=True)
    _promise, both = promised(old)
    promise, own = promised(new)
    both.commitment_links.create(commitment=promise)

    first, second = (opened(CampaignFactory(protocol=protocol)) for protocol in (old, new))
    workflow.campaigns.close_campaign(first, by=User.objects.calendar())

    asked = {
        campaign: set(ProjectSheet.objects.filter(campaign=campaign).values_list("project", flat=True))
        for campaign in (first, second)
    }
    assert asked == {first: {both.pk}, second: {both.pk, own.pk}}
    assert set(ProjectSheet.objects.filter(campaign=second).values_list("status", flat=True)) == {"to_fill"}
    assert Job.objects.of_campaign(first)[0].message == "2\u00a0fiches marquées «\u00a0non remise\u00a0»"
    assert not Job.objects.of_campaign(second).filter(kind=JobKind.CLOSING).exists()
