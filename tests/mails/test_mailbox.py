"""Without a mail server, what would have left stays on this machine, where administrators read it."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from programmes import tasks
from programmes.mails import mailbox
from programmes.models import Mail
from tests import factories
from tests.mails.conftest import LINK, post_secret

pytestmark = pytest.mark.django_db


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Path]:
    """An embedded start: mails are kept in its data folder."""
    with override_settings(EMAIL_BACKEND=mailbox.BACKEND, EMAIL_FILE_PATH=tmp_path / "mails"):
        yield tmp_path / "mails"


@pytest.fixture
def administrator(client: Client) -> Client:
    """At their desk."""
    client.force_login(factories.UserFactory(administrator=True))
    return client


def test_a_mail_is_read_where_nothing_leaves(local: Path, administrator: Client) -> None:
    post_secret(), tasks.send_mails()
    (letter,) = mailbox.letters(10)

    listed = administrator.get(reverse("admin:mailbox"))
    shown = administrator.get(reverse("admin:mailbox_letter", args=(letter.name,)))
    page = administrator.get(reverse("admin:mailbox_html", args=(letter.name,)))

    assert "Votre compte est ouvert" in listed.text
    assert LINK in shown.text
    assert f'href="{LINK}"' in page.text
    assert {"script-src 'none'", "frame-ancestors 'self'"} <= set(page.headers["Content-Security-Policy"].split("; "))
    assert "Courrier local" in administrator.get(reverse("admin:index")).text


def test_the_secret_stays_in_the_mailbox_and_not_in_the_table(local: Path) -> None:
    mail = post_secret()

    tasks.send_mails()

    mail.refresh_from_db()
    (file,) = local.iterdir()
    assert (mail.text, stat.S_IMODE(file.stat().st_mode)) == ("", 0o600)


def test_a_mail_sent_twice_is_one_letter(local: Path, secret: Mail) -> None:
    tasks.send_mails()
    Mail.objects.update(sent_at=None, not_before=secret.created_at)

    tasks.send_mails()

    assert len(mailbox.letters(10)) == 1


def test_invented_people_are_written_to_here(local: Path) -> None:
    mail = post_secret()
    Mail.objects.update(is_demo=True)

    tasks.send_mails()

    mail.refresh_from_db()
    assert mail.sent_at is not None


def test_old_letters_go(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "KEPT", 1)

    post_secret("un@exemple.invalid"), post_secret("deux@exemple.invalid"), tasks.send_mails()

    assert [letter.to for letter in mailbox.letters(10)] == ["deux@exemple.invalid"]


@pytest.mark.parametrize("page", ["mailbox", "mailbox_letter", "mailbox_html"])
@pytest.mark.parametrize("role", ["reader", "contributor", "approver"])
def test_nobody_else_reads_the_mails(local: Path, client: Client, role: str, page: str) -> None:
    post_secret(), tasks.send_mails()
    client.force_login(factories.UserFactory(**{role: True}))
    arguments = () if page == "mailbox" else (mailbox.letters(1)[0].name,)

    assert client.get(reverse(f"admin:{page}", args=arguments)).status_code == 403


def test_the_mailbox_does_not_exist_where_mails_leave(administrator: Client) -> None:
    assert administrator.get(reverse("admin:mailbox")).status_code == 404
    assert "Courrier local" not in administrator.get(reverse("admin:index")).text


def test_a_letter_that_is_not_there_is_not_found(local: Path, administrator: Client) -> None:
    assert administrator.get(reverse("admin:mailbox_letter", args=("rien",))).status_code == 404
    assert "Aucun message n’est encore parti." in administrator.get(reverse("admin:mailbox")).text
