"""« Relancer » writes to the respondents whom one chooses, once a day, and nobody else may."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from programmes.models import Mail
from tests.factories import CampaignFactory, UserFactory
from tests.respondents.conftest import Response, respondent


@pytest.fixture
def response(db: None) -> Response:
    """A respondent with two sheets to fill in."""
    return respondent()


@pytest.fixture
def address(response: Response) -> str:
    """Where one chooses whom to remind."""
    return reverse("admin:programmes_campaign_remind", args=(response.campaign.pk,))


def told(answer: object) -> list[str]:
    """What the next page says."""
    return [str(message) for message in get_messages(answer.wsgi_request)]  # type: ignore[attr-defined]


def test_the_board_leads_to_the_reminder_that_says_what_is_missing(
    response: Response, desk: Client, address: str
) -> None:
    board = desk.get(reverse("admin:programmes_campaign_board", args=(response.campaign.pk,)))
    page = desk.get(address).content.decode()

    answer = desk.post(address, {"link": [response.link.pk]})

    assert address in board.content.decode()
    assert "Serrure" in page
    assert told(answer) == ["1\u00a0relance envoyée."]
    assert Mail.objects.get().to == "adele@exemple.invalid"


def test_nobody_is_reminded_twice_in_a_day(response: Response, desk: Client, address: str) -> None:
    desk.post(address, {"link": [response.link.pk]})

    answer = desk.post(address, {"link": [response.link.pk]})

    assert "Déjà écrit depuis hier à\u00a0: Adèle Serrure." in told(answer)
    assert Mail.objects.count() == 1


def test_nobody_chosen_is_nobody_reminded(response: Response, desk: Client, address: str) -> None:
    answer = desk.post(address, {"link": ["0", "abc"]})

    assert told(answer) == ["Personne n’était choisi\u00a0: aucun courriel n’est parti."]
    assert not Mail.objects.exists()


def test_whoever_lacks_nothing_is_left_in_peace(response: Response, desk: Client, address: str) -> None:
    response.action.delete()
    response.thesis.delete()

    answer = desk.post(address, {"link": [response.link.pk]})

    assert told(answer) == ["Rien ne manque à\u00a0: Adèle Serrure."]


@pytest.mark.parametrize("role", ["reader", "contributor"])
def test_those_who_may_not_write_the_links_remind_nobody(
    response: Response, client: Client, address: str, role: str
) -> None:
    body = response.campaign.protocol.parties.get(rank=1).organisation
    client.force_login(UserFactory(**{role: True}, organisation=body))

    codes = client.get(address).status_code, client.post(address, {"link": [response.link.pk]}).status_code

    assert codes == (403, 403)
    assert not Mail.objects.exists()


def test_a_campaign_that_does_not_exist_reminds_nobody(desk: Client) -> None:
    assert desk.get(reverse("admin:programmes_campaign_remind", args=(0,))).status_code == 404


def test_a_campaign_without_links_says_that_there_is_nobody_to_remind(response: Response, desk: Client) -> None:
    other = CampaignFactory(protocol=response.campaign.protocol, year=2030)

    answer = desk.get(reverse("admin:programmes_campaign_remind", args=(other.pk,)))

    assert "il n’y a personne à relancer" in told(answer)[0]
