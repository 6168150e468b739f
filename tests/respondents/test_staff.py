"""Staff and respondents: who sees the links, revokes them, sends them anew; what the trail says of answers."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from programmes import workflow
from programmes.models import Mail, ResponseLink, User
from tests.admin.conftest import address
from tests.factories import OrganisationFactory, UserFactory
from tests.respondents.conftest import Response


@pytest.fixture
def desk(client: Client, response: Response) -> Client:
    """An approver of the first party."""
    party = response.campaign.protocol.parties.get(rank=1)
    client.force_login(UserFactory(approver=True, organisation=party.organisation))
    return client


def page_of(response: Response) -> str:
    """The respondents of the campaign."""
    return reverse("admin:programmes_campaign_links", args=(response.campaign.pk,))


def test_staff_see_who_has_a_link(desk: Client, response: Response) -> None:
    page = desk.get(page_of(response))

    assert "Adèle Serrure" in page.text
    assert response.token not in page.text


def test_a_link_is_revoked_with_its_author(desk: Client, visitor: Client, response: Response) -> None:
    desk.post(page_of(response), {"action": "revoke", "lien": response.link.pk})

    response.link.refresh_from_db()
    assert response.link.revoked_by == User.objects.with_roles().get(pk=desk.session["_auth_user_id"])
    assert visitor.get(response.page).status_code == 404


def test_a_link_revoked_twice_keeps_its_first_author(response: Response) -> None:
    first = UserFactory()
    workflow.responses.revoke(response.link, by=first)

    workflow.responses.revoke(response.link, by=UserFactory())

    response.link.refresh_from_db()
    assert response.link.revoked_by == first


def test_a_new_link_replaces_the_old_one(desk: Client, visitor: Client, response: Response) -> None:
    page = desk.post(page_of(response), {"action": "anew", "lien": response.link.pk}, follow=True)

    assert "les adresses précédentes ne servent plus" in page.text
    assert Mail.objects.count() == 1
    assert visitor.get(response.page).status_code == 404


def test_those_who_have_no_link_yet_get_one(desk: Client, response: Response) -> None:
    ResponseLink.objects.all().delete()

    desk.post(page_of(response), {"action": "invite"})

    assert ResponseLink.objects.get().person == response.person


@pytest.mark.parametrize("chosen", ["", "x", "999999999999999999999"])
def test_nothing_chosen_nothing_done(desk: Client, response: Response, chosen: str) -> None:
    page = desk.post(page_of(response), {"action": "revoke", "lien": chosen}, follow=True)

    assert "Choisissez au moins une personne" in page.text


@pytest.mark.parametrize("role", ["reader", "contributor"])
def test_only_those_who_decide_touch_links(client: Client, response: Response, role: str) -> None:
    party = response.campaign.protocol.parties.get(rank=1)
    client.force_login(UserFactory(**{role: True}, organisation=party.organisation))

    answer = client.post(page_of(response), {"action": "revoke", "lien": response.link.pk})

    response.link.refresh_from_db()
    assert (answer.status_code, response.link.revoked_at) == (403, None)


def test_a_stranger_to_the_protocol_sees_no_link(client: Client, response: Response) -> None:
    client.force_login(UserFactory(approver=True, organisation=OrganisationFactory()))

    answer = client.get(page_of(response))

    assert "Adèle Serrure" not in answer.text


def test_links_of_a_closed_campaign_stay_as_they_are(desk: Client, response: Response) -> None:
    workflow.campaigns.close_campaign(response.campaign, by=User.objects.calendar())

    answer = desk.post(page_of(response), {"action": "anew", "lien": response.link.pk})

    assert (answer.status_code, Mail.objects.count()) == (403, 0)


def test_the_trail_names_the_respondent(desk: Client, visitor: Client, response: Response) -> None:
    visitor.post(response.page, response.typed(response.thesis, progress="Un chapitre.", action="submit"))

    history = desk.get(address(response.thesis, "history"))
    page: Any = desk.get(address(response.thesis, "change"))

    assert "Adèle Serrure" in history.text
    assert "Lien de réponse" in history.text
    assert "Adèle Serrure, par son lien" in page.text
