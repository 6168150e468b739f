"""Two partners of an open campaign, each with somebody who may give its visa."""

import pytest

from programmes import workflow
from programmes.models import Campaign, User
from tests.factories import AssignmentFactory, CampaignFactory, ProtocolFactory, UserFactory


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
