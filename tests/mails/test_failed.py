"""Mails that did not go: administrators read why, and have them sent again."""

import pytest
from django.test import Client
from django.urls import reverse

from programmes.models import Mail
from programmes.models.mails import MOST_ATTEMPTS
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def failed(**fields: object) -> Mail:
    """A mail that a server refused so often that it is given up."""
    given = {"kind": "notice", "template": "returned", "to": "a@exemple.invalid", "attempts": MOST_ATTEMPTS}
    return Mail.objects.create(**(given | {"last_error": "SMTPRecipientsRefused: 550"} | fields))


def test_a_mail_that_failed_is_sent_again_under_its_message_id(client: Client) -> None:
    mail, lost = failed(text="Bonjour", subject="À corriger"), failed(is_secret=True, to="b@exemple.invalid")
    client.force_login(UserFactory(administrator=True))
    shown = client.get(reverse("admin:failed_mails")).text

    told = client.post(reverse("admin:failed_mails"), {"mail": [mail.pk, lost.pk, "x"]}, follow=True).text

    again = Mail.objects.get(pk=mail.pk)
    assert "550" in shown
    assert "n’est plus gardé" in shown
    assert (again.attempts, again.message_id) == (0, mail.message_id)
    assert Mail.objects.get(pk=lost.pk).attempts == MOST_ATTEMPTS
    assert "b@exemple.invalid" in told


def test_nothing_chosen_sends_nothing(client: Client) -> None:
    client.force_login(UserFactory(administrator=True))

    assert "Choisissez au moins un message" in client.post(reverse("admin:failed_mails"), follow=True).text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["reader", "contributor", "approver"])
def test_others_neither_read_nor_send_them(client: Client, method: str, role: str) -> None:
    mail = failed(text="Bonjour")
    client.force_login(UserFactory(**{role: True}))

    answer = getattr(client, method)(reverse("admin:failed_mails"), {"mail": mail.pk})

    assert answer.status_code == 403
    assert Mail.objects.get(pk=mail.pk).attempts == MOST_ATTEMPTS
