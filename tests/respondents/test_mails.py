"""Mails to respondents: one link a person and campaign, reminders that say what is missing, once a day."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from programmes import respondents, workflow
from programmes.models import Mail, ResponseLink
from tests.factories import PersonFactory, UserFactory
from tests.respondents.conftest import Response

ADDRESS = re.compile(r"/(?:fr/contribuer|en/contribute)/[\w-]{43}/")


@pytest.fixture
def rested(response: Response) -> Response:
    """A respondent to whom nobody has written today."""
    ResponseLink.objects.update(sent_on=timezone.now() - timedelta(days=3))
    return response


def test_the_opening_writes_once_to_each_respondent(response: Response) -> None:
    ResponseLink.objects.all().delete()

    first, second = respondents.invite_all(response.campaign), respondents.invite_all(response.campaign)

    mail = Mail.objects.get()
    assert (first, second) == (1, 0)
    assert (mail.to, mail.is_secret) == ("adele@exemple.invalid", True)
    assert "Le grand aimant" in mail.text
    assert "Une thèse sur le froid" in mail.text


def test_the_address_in_a_mail_opens_the_page_in_both_languages(visitor: Client, response: Response) -> None:
    ResponseLink.objects.all().delete()
    respondents.invite_all(response.campaign)

    addresses = ADDRESS.findall(Mail.objects.get().text)

    assert [visitor.get(address).status_code for address in addresses] == [200, 200]


def test_real_people_are_not_asked_about_an_invented_campaign(response: Response) -> None:
    ResponseLink.objects.all().delete()
    type(response.campaign).objects.update(is_demo=True)
    response.campaign.refresh_from_db()

    assert respondents.invite_all(response.campaign) == 0


def test_a_reminder_says_exactly_what_is_missing(rested: Response) -> None:
    type(rested.action).objects.update(headline="Ouvert.")

    reminded = respondents.remind(rested.campaign, [rested.link])

    text = Mail.objects.get().text
    assert reminded.sent == (rested.link,)
    assert re.findall(r"- (.*)\n  (.*)", text) == [
        ("Le grand aimant", "Faits marquants"),
        ("Une thèse sur le froid", "Faits marquants"),
    ]


def test_a_reminder_leaves_once_a_day(rested: Response) -> None:
    respondents.remind(rested.campaign, [rested.link])

    again = respondents.remind(rested.campaign, [rested.link])

    assert (again.sent, again.too_soon) == ((), (rested.link,))
    assert Mail.objects.count() == 1


def test_the_address_of_the_mail_before_a_reminder_still_works(visitor: Client, rested: Response) -> None:
    respondents.remind(rested.campaign, [rested.link])

    assert visitor.get(rested.page).status_code == 200


def test_whoever_has_sent_everything_is_left_in_peace(visitor: Client, rested: Response) -> None:
    visitor.post(rested.page, rested.typed(rested.action, nothing_new="on", action="submit"))
    visitor.post(rested.page, rested.typed(rested.thesis, nothing_new="on", action="submit"))

    reminded = respondents.remind(rested.campaign, [rested.link])

    assert reminded.done == (rested.link,)
    assert not Mail.objects.exists()


def test_a_revoked_link_gets_no_reminder(rested: Response) -> None:
    workflow.responses.revoke(rested.link, by=UserFactory())

    reminded = respondents.remind(rested.campaign, [rested.link])

    assert reminded == respondents.Reminded(sent=(), done=(), too_soon=())


def test_a_respondent_who_answers_in_english_is_reminded_in_english(visitor: Client, rested: Response) -> None:
    page = f"/en/contribute/{rested.token}/"
    visitor.post(page, rested.typed(rested.thesis, progress_en="A chapter is written."))

    respondents.remind(rested.campaign, [rested.link])

    mail = Mail.objects.get()
    assert mail.subject == "Your 2024 sheets: what is still missing"
    assert "complete, it only has to be sent" in mail.text


def test_a_link_sent_anew_replaces_every_address_before(visitor: Client, rested: Response) -> None:
    workflow.responses.revoke(rested.link, by=UserFactory())
    rested.link.refresh_from_db()

    respondents.send_anew(rested.link)

    (french, _english) = ADDRESS.findall(Mail.objects.get().text)
    assert visitor.get(rested.page).status_code == 404
    assert visitor.get(french).status_code == 200


def test_nobody_has_two_links_in_a_campaign(response: Response) -> None:
    other = PersonFactory()

    made = workflow.responses.invite(
        response.campaign, [(response.person, "b@exemple.invalid"), (other, "c@exemple.invalid")]
    )

    assert [link.person for link in made] == [other]
