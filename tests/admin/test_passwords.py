"""Passwords: chosen by their owner through a link, never typed by an administrator, never a way to guess accounts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from programmes import mails
from programmes.admin import passwords
from programmes.models import User
from tests.admin.conftest import address
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

Capture = Callable[..., Any]
EMAIL = "agent@exemple.invalid"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What workers were asked to send."""
    sent: list[tuple[Any, ...]] = []
    monkeypatch.setattr(passwords, "_send", lambda *what: sent.append(what))
    return sent


def ask(client: Client, email: str) -> str:
    return client.post(reverse("admin_password_reset"), {"email": email}, follow=True).text


@pytest.mark.django_db
def test_the_answer_is_the_same_for_an_unknown_address(
    client: Client, asked: list[Any], django_capture_on_commit_callbacks: Capture
) -> None:
    UserFactory(email=EMAIL)

    with django_capture_on_commit_callbacks(execute=True):
        answers = [ask(client, email) for email in (EMAIL, "inconnu@exemple.invalid")]

    assert answers[0] == answers[1]
    assert len(asked) == 2


@pytest.mark.django_db
def test_nobody_is_drowned_in_mails(
    client: Client, asked: list[Any], django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        [ask(client, EMAIL) for _try in range(7)]

    assert len(asked) == 5


@pytest.mark.django_db
def test_the_link_of_the_mail_lets_its_owner_choose(client: Client) -> None:
    user = UserFactory(email=EMAIL, administrator=True)
    mails.send_link(EMAIL, "reset", "registre.invalid", use_https=True)
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("https://registre.invalid/"))

    form = client.get(link.removeprefix("https://registre.invalid"), follow=True)
    chosen = "un autre mot de passe long"
    client.post(form.redirect_chain[-1][0], {"new_password1": chosen, "new_password2": chosen})

    user.refresh_from_db()
    assert user.check_password(chosen)
    sent: Any = mail.outbox[0]
    assert len(sent.alternatives) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_demo": True}, {"email": "autre@exemple.invalid"}])
def test_no_mail_goes_to_closed_or_unknown_accounts(fields: dict[str, Any]) -> None:
    UserFactory(**{"email": EMAIL} | fields)

    mails.send_link(EMAIL, "reset", "registre.invalid", use_https=True)

    assert mail.outbox == []


def test_a_new_account_is_invited(desk: Client, asked: list[Any], django_capture_on_commit_callbacks: Capture) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address(User, "add"), {"email": EMAIL, "full_name": "Nouvelle Agente"})
    mails.send_link(*asked[0][:3], use_https=asked[0][3])

    assert asked[0][:2] == (EMAIL, "invitation")
    assert mail.outbox[0].subject == "Votre compte est ouvert"


def test_nobody_gives_themselves_a_role(desk: Client, administrator: User) -> None:
    page = desk.get(address(administrator, "change"))

    assert "groups" not in page.context["adminform"].form.fields


@pytest.mark.django_db
def test_a_closed_account_is_out_at_once(client: Client) -> None:
    user = UserFactory(administrator=True)
    client.login(username=user.email, password=PASSWORD)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get(reverse("admin:index")).status_code == 302
