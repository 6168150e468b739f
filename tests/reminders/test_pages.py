"""Reminders are everybody's own: a page, a link that stops them, a secret address for an agenda."""

from email import policy
from email.parser import Parser
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from programmes.models import ReminderSettings, User
from programmes.models.reminding import Pace
from programmes.reminders import links
from tests import factories
from tests.reminders.conftest import TUESDAY, written_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> User:
    """Somebody at their desk."""
    user = factories.UserFactory(reader=True)
    client.force_login(user)
    return user


def pace_of(user: User) -> str:
    return ReminderSettings.objects.of(user).pace


def stopping_path(user: User, language: str = "fr") -> str:
    return urlsplit(links.stopping_page(user, language)).path


def test_everybody_chooses_their_pace(client: Client, reader: User) -> None:
    page = client.get(reverse("admin:reminders"))

    client.post(reverse("admin:reminders"), {"pace": "weekly"})

    assert page.status_code == 200
    assert pace_of(reader) == Pace.WEEKLY


def test_a_pace_that_does_not_exist_is_refused(client: Client, reader: User) -> None:
    page = client.post(reverse("admin:reminders"), {"pace": "hourly"})

    assert (page.status_code, pace_of(reader)) == (200, Pace.DATES)


@pytest.mark.parametrize("page", ["admin:reminders", "admin:reminders_calendar"])
def test_the_page_needs_an_account(client: Client, page: str) -> None:
    assert client.post(reverse(page), {"pace": "none"}).status_code == 302
    assert not ReminderSettings.objects.exists()


def test_looking_at_the_link_of_a_mail_changes_nothing(client: Client) -> None:
    user = factories.UserFactory()

    page = client.get(stopping_path(user))

    assert "Ne plus recevoir de rappels" in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert pace_of(user) == Pace.DATES


def test_one_click_stops_reminders_and_another_brings_them_back() -> None:
    user, mail_program = factories.UserFactory(), Client(enforce_csrf_checks=True)

    stopped = mail_program.post(stopping_path(user), {"List-Unsubscribe": "One-Click"})
    pace = pace_of(user)
    mail_program.post(stopping_path(user), {"resume": "1"})

    assert "Vous ne recevez plus de rappels" in stopped.text
    assert (pace, pace_of(user)) == (Pace.NONE, Pace.DATES)


def test_the_header_of_a_digest_is_the_link_that_stops(client: Client, contributor: User) -> None:
    (mail,) = written_to(contributor, TUESDAY)
    header = Parser(policy=policy.default).parsestr(f"List-Unsubscribe: {mail.headers['List-Unsubscribe']}\n\n")
    link = str(header["List-Unsubscribe"]).strip("<>")

    client.post(urlsplit(link).path, {"List-Unsubscribe": "One-Click"})

    assert pace_of(contributor) == Pace.NONE
    assert link in mail.text


@pytest.mark.parametrize("token", ["1~devine", "rien", "~"])
def test_a_guessed_link_gets_a_courteous_page(client: Client, token: str) -> None:
    factories.UserFactory()

    pages = [client.get(f"/fr/rappels/{token}/"), client.post(f"/fr/rappels/{token}/")]

    assert [page.status_code for page in pages] == [404, 404]
    assert "Ce lien ne sert plus" in pages[0].text
    assert not ReminderSettings.objects.exists()


def test_the_page_that_stops_reminders_speaks_english_too(client: Client) -> None:
    page = client.get(stopping_path(factories.UserFactory(), "en"))

    assert "Stop receiving reminders?" in page.text
