"""The outbox: what is posted leaves, late perhaps, twice at worst, under one Message-ID; secrets are not kept."""

from datetime import timedelta

import psycopg
import pytest
from django.core import mail as locmem
from django.db import connection, transaction
from django.test.utils import override_settings
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from programmes import mails, tasks
from programmes.mails import MailKind, sending
from programmes.models import Mail
from programmes.models.mails import MOST_ATTEMPTS
from tests.factories import UserFactory
from tests.mails.conftest import LINK, post_secret
from tests.mails.server import MailServer

pytestmark = pytest.mark.django_db


def hours_later() -> None:
    """The delay of every mail has passed."""
    Mail.objects.update(not_before=timezone.now() - timedelta(hours=1))


def test_a_mail_goes_with_what_it_tells_or_not_at_all() -> None:
    with transaction.atomic():
        post_secret()
        transaction.set_rollback(True)

    assert not Mail.objects.exists()


def test_a_mail_that_is_kept_rings_the_bell(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as rung:
        post_secret()

    assert len(rung) == 1


def test_a_secret_leaves_the_table_with_its_mail(secret: Mail, mail_server: MailServer) -> None:
    assert LINK in secret.text

    tasks.send_mails()

    (received,) = mail_server.messages
    secret.refresh_from_db()
    assert LINK in received.get_body(("plain",)).get_content()
    assert LINK in received.get_body(("html",)).get_content()
    assert (received["Message-ID"], received["Subject"]) == (secret.message_id, "Votre compte est ouvert")
    assert (secret.text, secret.html, secret.subject) == ("", "", "Votre compte est ouvert")
    assert secret.sent_at is not None


def test_a_mail_without_secret_keeps_its_text(mail_server: MailServer) -> None:
    context = {"user": UserFactory(), "link": LINK}
    mail = mails.post("invitation", to="agent@exemple.invalid", kind=MailKind.NOTICE, context=context)

    tasks.send_mails()

    mail.refresh_from_db()
    assert LINK in mail.text


def test_a_server_that_is_down_delays_and_loses_nothing(mail_server: MailServer) -> None:
    waiting = [post_secret(f"agent{number}@exemple.invalid") for number in range(2)]
    with override_settings(EMAIL_PORT=1):
        tasks.send_mails()
    tried = [Mail.objects.get(pk=mail.pk).attempts for mail in waiting]
    hours_later()

    tasks.send_mails()

    assert tried == [1, 0]
    assert {got["Message-ID"] for got in mail_server.messages} == {mail.message_id for mail in waiting}
    assert not Mail.objects.waiting().exists()


def test_each_failure_makes_the_next_attempt_wait_longer(secret: Mail) -> None:
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1):
        tasks.send_mails()
        tasks.send_mails()
        secret.refresh_from_db()
        first, attempts = secret.not_before - timezone.now(), secret.attempts
        hours_later()
        tasks.send_mails()

    secret.refresh_from_db()
    assert attempts == 1
    assert timedelta(minutes=1) < first < secret.not_before - timezone.now()
    assert secret.last_error.startswith("ConnectionRefusedError")


def test_an_address_that_is_refused_keeps_no_other_from_leaving(mail_server: MailServer) -> None:
    refused, sound = post_secret("inconnu@exemple.invalid"), post_secret("autre@exemple.invalid")
    mail_server.refused["RCPT TO:<INCONNU"] = 550

    tasks.send_mails()

    refused.refresh_from_db()
    sound.refresh_from_db()
    assert (refused.sent_at, refused.attempts) == (None, 1)
    assert sound.sent_at is not None


def test_a_server_that_refuses_is_asked_again(secret: Mail, mail_server: MailServer) -> None:
    mail_server.refused["RCPT"] = 450
    tasks.send_mails()
    secret.refresh_from_db()
    error = secret.last_error
    mail_server.refused.clear()
    hours_later()

    tasks.send_mails()

    assert error.startswith("SMTPRecipientsRefused")
    assert len(mail_server.messages) == 1


def test_a_worker_killed_before_noting_sends_again_under_the_same_message_id(
    secret: Mail, mail_server: MailServer
) -> None:
    tasks.send_mails()
    Mail.objects.filter(pk=secret.pk).update(sent_at=None, text=secret.text, html=secret.html)
    hours_later()

    tasks.send_mails()

    assert [got["Message-ID"] for got in mail_server.messages] == [secret.message_id] * 2
    assert mail_server.messages[0]["Date"] == mail_server.messages[1]["Date"]


def test_one_worker_at_a_time_has_the_outbox(secret: Mail) -> None:
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("SELECT pg_advisory_lock(%s, 0)", [sending.OUTBOX])
        tasks.send_mails()

    assert locmem.outbox == []


def test_the_minute_rings_for_what_waits(
    secret: Mail, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as rung:
        tasks.tick()
        Mail.objects.update(sent_at=timezone.now())
        tasks.tick()

    assert len(rung) == 1


def test_a_mail_that_never_goes_is_given_up_and_forgets_its_secret(secret: Mail) -> None:
    Mail.objects.update(attempts=MOST_ATTEMPTS - 1)
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1):
        tasks.send_mails()

    secret.refresh_from_db()
    assert secret.is_given_up
    assert secret.text == ""
    assert str(secret) == "Votre compte est ouvert, agent@exemple.invalid"


def test_nothing_invented_leaves_for_a_real_server(mail_server: MailServer) -> None:
    context = {"user": "Agent", "link": LINK}
    invented = UserFactory(is_demo=True)
    mail = mails.post("invitation", to=invented.email, kind=MailKind.NOTICE, context=context, user=invented)

    tasks.send_mails()

    mail.refresh_from_db()
    assert (mail.is_given_up, mail_server.messages) == (True, [])


def test_what_is_posted_for_the_same_reason_is_posted_once() -> None:
    first, second = post_secret(key="campagne-1"), post_secret(key="campagne-1")

    assert first == second
    assert Mail.objects.count() == 1


def test_a_mail_that_cannot_be_composed_is_noted_and_skipped(secret: Mail, caplog: pytest.LogCaptureFixture) -> None:
    late = mails.post_late("reset", to="agent@exemple.invalid", kind=MailKind.ACCOUNT)

    tasks.send_mails()

    late.refresh_from_db()
    assert (late.last_error, len(locmem.outbox)) == ("KeyError", 1)
    assert caplog.messages == [f"mail {late.pk} cannot be composed"]


def test_the_outbox_forgets_after_a_year(secret: Mail) -> None:
    tasks.send_mails()
    Mail.objects.update(created_at=timezone.now() - timedelta(days=366))

    tasks.send_mails()

    assert not Mail.objects.exists()


def test_more_mails_than_a_round_ring_again(
    secret: Mail, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 1)

    with django_capture_on_commit_callbacks() as rung:
        tasks.send_mails()

    assert len(rung) == 1
