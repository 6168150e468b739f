"""Attempts are counted by network address too, behind our proxy as well; a broker that is down reveals nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from celery.canvas import Signature
from django.test import Client, RequestFactory
from django.urls import reverse
from kombu.exceptions import OperationalError
from pytest_django import Settings

from programmes.admin import throttling
from tests.factories import UserFactory


def test_an_address_that_tries_many_accounts_waits(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttling, "PER_ADDRESS", 3)
    sent = [{"username": f"agent{n}@exemple.invalid", "password": "faux"} for n in range(4)]

    answers = [client.post(reverse("admin:login"), values).text for values in sent]

    assert ["Trop d’essais" in answer for answer in answers] == [False, False, False, True]


@pytest.mark.parametrize(("header", "expected"), [(None, "10.0.0.1"), (("HTTP_X_PROTO", "https"), "192.0.2.7")])
def test_behind_our_proxy_the_address_is_the_one_it_wrote(
    header: tuple[str, str] | None, expected: str, rf: RequestFactory, settings: Settings
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = header
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.7")

    assert throttling.sender(request) == expected


def refuse(*_arguments: object, **_options: object) -> None:
    """What kombu says of a broker that is down."""
    raise OperationalError("connection refused")


@pytest.mark.django_db
def test_a_broker_that_is_down_changes_nothing_to_the_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    UserFactory(email="agent@exemple.invalid")
    monkeypatch.setattr(Signature, "apply_async", refuse)
    page = reverse("admin_password_reset")

    with django_capture_on_commit_callbacks(execute=True) as asked:
        answers = [client.post(page, {"email": f"{who}@exemple.invalid"}, follow=True) for who in ("agent", "inconnu")]

    assert len(asked) == 2
    assert answers[0].text == answers[1].text
    assert "Si un compte ouvert porte cette adresse" in answers[0].text
