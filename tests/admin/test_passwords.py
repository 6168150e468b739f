"""Passwords: chosen by their owner through a link, never typed by an administrator, never a way to guess accounts."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from programmes import mails
from programmes.mails import MailKind, sending
from programmes.models import Mail, User
from tests.admin.conftest import address
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

EMAIL = "agent@exemple.invalid"
SITE = "http://testserver"


def ask(client: Client, email: str) -> str:
    return client.post(reverse("admin_password_reset"), {"email": email}, follow=True).text


@pytest.mark.django_db
def test_the_answer_is_the_same_for_an_unknown_address(client: Client) -> None:
    UserFactory(email=EMAIL)

    answers = [ask(client, email) for email in (EMAIL, "inconnu@exemple.invalid")]

    assert answers[0] == answers[1]
    assert [mail.text for mail in Mail.objects.all()] == ["", ""]


@pytest.mark.django_db
def test_nobody_is_drowned_in_mails(client: Client) -> None:
    [ask(client, EMAIL) for _try in range(7)]

    assert Mail.objects.count() == 5


@pytest.mark.django_db
def test_the_link_of_the_mail_lets_its_owner_choose(client: Client) -> None:
    user = UserFactory(email=EMAIL, administrator=True)
    ask(client, EMAIL)
    sending.send_due()
    link = next(word for word in mail.outbox[0].body.split() if word.startswith(SITE))

    form = client.get(link.removeprefix(SITE), follow=True)
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

    mails.post_late("reset", to=EMAIL, kind=MailKind.ACCOUNT, site=SITE)
    sending.send_due()

    assert mail.outbox == []
    assert not Mail.objects.exists()


def test_a_new_account_is_invited(desk: Client) -> None:
    desk.post(address(User, "add"), {"email": EMAIL, "full_name": "Nouvelle Agente"})
    sending.send_due()

    assert mail.outbox[0].to == [EMAIL]
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
