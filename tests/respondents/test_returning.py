"""Something handed back is told at once, to whoever sent it; people without an address are reached all the same."""

import pytest
from django.test import Client

from programmes import respondents, workflow
from programmes.models import Mail, ReminderSettings, ResponseLink, User
from programmes.models.reminding import Pace
from projects.enums import TeamRole
from tests.factories import CampaignFactory, PersonFactory, UserFactory
from tests.respondents.conftest import Response


@pytest.fixture
def approver(response: Response) -> User:
    """Somebody who hands back."""
    organisation = response.campaign.protocol.parties.get(rank=1).organisation
    return UserFactory(approver=True, organisation=organisation)


@pytest.fixture
def administrator(response: Response, client: Client) -> User:
    """An administrator at work."""
    user = UserFactory(administrator=True)
    client.force_login(user)
    return user


def test_a_respondent_reads_at_once_why_a_sheet_came_back(visitor: Client, response: Response, approver: User) -> None:
    visitor.post(response.page, response.typed(response.thesis, progress="Un chapitre.", action="submit"))
    response.thesis.refresh_from_db()

    workflow.sheets.hand_back_sheet(
        response.thesis, by=approver, reason="Dites lequel.", fields={"progress": "Lequel ?"}
    )

    mail = Mail.objects.get(template="response_returned")
    assert (mail.to, mail.is_secret) == ("adele@exemple.invalid", True)
    assert "Dites lequel." in mail.text
    assert "Faits marquants\u00a0: Lequel ?" in mail.text
    assert "/fr/contribuer/" in mail.text


@pytest.mark.parametrize(("pace", "written"), [(Pace.DATES, 2), (Pace.NONE, 0)])
def test_staff_read_each_return_at_once_unless_they_stopped_mails(
    response: Response, approver: User, pace: str, written: int
) -> None:
    clerk = UserFactory(administrator=True)
    ReminderSettings.objects.update_or_create(user=clerk, defaults={"pace": pace})
    type(response.action).objects.filter(pk=response.action.pk).update(nothing_new=True)
    response.action.refresh_from_db()

    workflow.sheets.submit_sheet(response.action, by=clerk)
    workflow.sheets.hand_back_sheet(response.action, by=approver, reason="Une fois.")
    workflow.sheets.submit_sheet(response.action, by=clerk)
    workflow.sheets.hand_back_sheet(response.action, by=approver, reason="Deux fois.")

    assert Mail.objects.filter(template="returned", to=clerk.email).count() == written


def test_a_leader_without_any_address_is_reached_by_what_staff_type(
    client: Client, visitor: Client, response: Response, administrator: User
) -> None:
    leader = PersonFactory(family_name="Aimant")
    response.action.project.members.create(person=leader, role=TeamRole.LEAD)
    page = f"/admin/programmes/campaign/{response.campaign.pk}/repondants/"
    shown = client.get(page).text

    client.post(page, {"action": "reach", f"adresse-{leader.pk}": "leader@exemple.invalid", "adresse-0": "x@y.z"})

    link = ResponseLink.objects.get(person=leader)
    token = workflow.responses.new_token(link)
    assert "Sans adresse connue" in shown
    assert (link.email, respondents.without_address(response.campaign)) == ("leader@exemple.invalid", [])
    assert "Le grand aimant" in visitor.get(f"/fr/contribuer/{token}/").text


def test_an_address_is_known_again_in_the_next_campaign(response: Response) -> None:
    leader = PersonFactory()
    response.action.project.members.create(person=leader, role=TeamRole.LEAD)
    respondents.invite_at(response.campaign, {leader.pk: "leader@exemple.invalid"})
    following = CampaignFactory(protocol=response.campaign.protocol, year=2025)
    workflow.campaigns.open_campaign(following, by=User.objects.calendar())
    type(response.action).objects.create(campaign=following, project=response.action.project)

    respondents.invite_all(following)

    assert following.response_links.get(person=leader).email == "leader@exemple.invalid"


@pytest.mark.parametrize("typed", ["", "pas une adresse"])
def test_an_address_that_is_none_makes_no_link(
    client: Client, response: Response, administrator: User, typed: str
) -> None:
    leader = PersonFactory()
    response.action.project.members.create(person=leader, role=TeamRole.LEAD)
    page = f"/admin/programmes/campaign/{response.campaign.pk}/repondants/"

    client.post(page, {"action": "reach", f"adresse-{leader.pk}": typed})

    assert not ResponseLink.objects.filter(person=leader).exists()
