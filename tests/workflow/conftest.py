"""Two partners of an open campaign, each with somebody who may give its visa."""

import pytest

from programmes import workflow
from programmes.models import AnnualReport, Campaign, Edition, EditionFile, User
from tests.factories import (
    AnnualReportFactory,
    AssignmentFactory,
    CampaignFactory,
    MeetingFactory,
    ProtocolFactory,
    UserFactory,
)

CYCLE = workflow.reports


@pytest.fixture
def campaign(db: None) -> Campaign:
    """An open campaign of a protocol with two parties."""
    campaign = CampaignFactory(protocol=ProtocolFactory())
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    return campaign


@pytest.fixture
def contributor(campaign: Campaign) -> User:
    """Somebody of the first party who is in charge of the protocol."""
    user = UserFactory(contributor=True, organisation=campaign.protocol.parties.get(rank=1).organisation)
    AssignmentFactory(user=user, record=campaign.protocol)
    return user


@pytest.fixture
def first_approver(campaign: Campaign) -> User:
    """Who gives the visa of the first party."""
    return UserFactory(approver=True, organisation=campaign.protocol.parties.get(rank=1).organisation)


@pytest.fixture
def second_approver(campaign: Campaign) -> User:
    """Who gives the visa of the second party."""
    return UserFactory(approver=True, organisation=campaign.protocol.parties.get(rank=2).organisation)


@pytest.fixture
def administrator(campaign: Campaign) -> User:
    """Who adopts and publishes reports."""
    return UserFactory(administrator=True)


@pytest.fixture
def report(campaign: Campaign) -> AnnualReport:
    """The report of the campaign, with the meeting that is to adopt it."""
    return AnnualReportFactory(campaign=campaign, adopted_in=MeetingFactory(protocol=campaign.protocol))


@pytest.fixture
def candidate(report: AnnualReport, contributor: User) -> Edition:
    """A report in review with its frozen candidate and its files."""
    CYCLE.send_to_review(report, by=contributor)
    edition = CYCLE.freeze_candidate(report, {"fr": {}, "en": {}}, contains_demo=False, by=contributor)
    for language in ("fr", "en"):
        EditionFile.objects.create(edition=edition, language=language, format="pdf", sha256="0" * 64, size=1)
    return edition


@pytest.fixture
def published(
    report: AnnualReport, candidate: Edition, first_approver: User, second_approver: User, administrator: User
) -> AnnualReport:
    """The report, published."""
    CYCLE.approve_report(report, by=first_approver)
    CYCLE.approve_report(report, by=second_approver)
    CYCLE.adopt(report, by=administrator)
    CYCLE.publish_report(report, by=administrator)
    return report
