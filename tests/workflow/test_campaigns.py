"""A campaign: its deadlines move with a reason, its levels are of its kind, its sheets reopen until the freeze."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone

from programmes import workflow
from programmes.enums import CampaignKind, Level, SheetStatus
from programmes.models import Campaign, CommitmentSheet, StatusChange, User
from tests.factories import AnnualReportFactory, AssessmentFactory, CampaignFactory, CommitmentSheetFactory

SOON = timezone.localdate() + timedelta(days=10)
LATER = SOON + timedelta(days=20)
CYCLE = workflow.campaigns


@pytest.fixture
def missed(campaign: Campaign, administrator: User) -> CommitmentSheet:
    """A sheet that was not handed in when the campaign closed."""
    sheet = CommitmentSheetFactory(campaign=campaign)
    CYCLE.close_campaign(campaign, by=administrator)
    sheet.refresh_from_db()
    return sheet


def test_a_deadline_moves_with_a_reason_that_the_trail_keeps(campaign: Campaign, administrator: User) -> None:
    party = campaign.protocol.parties.get(rank=2)

    CYCLE.postpone(campaign, by=administrator, reason="Trois laboratoires absents", closes_on=LATER,
                   contributors_due_on=SOON, parties={party.pk: LATER})  # fmt: skip

    change: Any = StatusChange.objects.about(campaign).first()
    assert (campaign.contributors_due_on, campaign.closes_on) == (SOON, LATER)
    assert campaign.deadlines.get().due_on == LATER
    assert (change.reason, change.details["dates"]["closes_on"]) == (
        "Trois laboratoires absents",
        [None, LATER.isoformat()],
    )


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Aucune date n’a changé"),
        ({"closes_on": date(2020, 1, 1)}, "aujourd’hui ou plus tard"),
        ({"closes_on": SOON, "contributors_due_on": LATER}, "La clôture suit l’échéance"),
    ],
)
def test_a_deadline_that_makes_no_sense_is_refused(
    campaign: Campaign, administrator: User, given: dict[str, date], sentence: str
) -> None:
    with pytest.raises(workflow.Refused, match=sentence):
        CYCLE.postpone(campaign, by=administrator, reason="Retard", **given)


def test_a_deadline_never_moves_without_a_reason_nor_by_an_approver(
    campaign: Campaign, administrator: User, first_approver: User
) -> None:
    with pytest.raises(workflow.Refused, match="demande un motif"):
        CYCLE.postpone(campaign, by=administrator, closes_on=SOON)
    with pytest.raises(PermissionDenied):
        CYCLE.postpone(campaign, by=first_approver, reason="Retard", closes_on=SOON)


def test_what_was_not_handed_in_reopens_and_is_handed_in_until_the_freeze(
    missed: CommitmentSheet, first_approver: User, contributor: User
) -> None:
    workflow.sheets.reopen_sheet(missed, by=first_approver, reason="Reçue par courrier")
    CommitmentSheet.objects.filter(pk=missed.pk).update(progress="Fait.")

    workflow.sheets.submit_sheet(missed, by=contributor)

    assert missed.status == SheetStatus.SUBMITTED


def test_nothing_moves_once_the_report_is_frozen(
    missed: CommitmentSheet, first_approver: User, contributor: User
) -> None:
    report = AnnualReportFactory(campaign=missed.campaign)
    workflow.reports.send_to_review(report, by=contributor)

    with pytest.raises(workflow.Refused, match="Le rapport de cette campagne est figé"):
        workflow.sheets.reopen_sheet(missed, by=first_approver, reason="Reçue par courrier")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "level", "sentence"),
    [
        (CampaignKind.YEARLY, Level.KEPT, "appartiennent au bilan final"),
        (CampaignKind.FOLLOW_UP, Level.NOT_KEPT, "appartiennent au bilan final"),
        (CampaignKind.FINAL, Level.ON_TRACK, "Un bilan final dit d’un engagement"),
    ],
)
def test_the_levels_of_a_final_campaign_stay_in_it(kind: CampaignKind, level: Level, sentence: str) -> None:
    sheet = CommitmentSheetFactory(campaign=CampaignFactory(kind=kind))

    with pytest.raises(IntegrityError, match=sentence):
        AssessmentFactory(sheet=sheet, level=level)


@pytest.mark.django_db
def test_a_final_campaign_says_whether_a_commitment_was_kept() -> None:
    sheet = CommitmentSheetFactory(campaign=CampaignFactory(kind=CampaignKind.FINAL))

    assert AssessmentFactory(sheet=sheet, level=Level.PARTLY_KEPT).pk


def test_the_kind_of_an_open_campaign_no_longer_changes(campaign: Campaign) -> None:
    with pytest.raises(IntegrityError, match="La nature d’une campagne ouverte ne change plus"):
        Campaign.objects.filter(pk=campaign.pk).update(kind=CampaignKind.FINAL)
