"""The personal address: what opens, what does not, and what never leaves the page."""

import io
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from pghistory.models import Context

from programmes import workflow
from programmes.masking import MaskedFilter, MaskedFormatter
from programmes.middleware import AddressesMasked
from programmes.models import Campaign, ResponseLink, ResponseToken, User
from programmes.views import contribute
from tests.factories import UserFactory
from tests.respondents.conftest import Response

Change = Callable[[Response], object]
DEAD: dict[str, Change] = {
    "revoked": lambda response: workflow.responses.revoke(response.link, by=UserFactory()),
    "sent anew": lambda response: workflow.responses.renew(response.link),
    "closed": lambda response: workflow.campaigns.close_campaign(response.campaign, by=User.objects.calendar()),
    "past its last day": lambda _response: Campaign.objects.update(
        contributors_due_on=None, closes_on=timezone.localdate() - timedelta(days=1)
    ),
    "unknown": lambda _response: ResponseToken.objects.all().delete(),
}


@pytest.mark.parametrize("change", DEAD.values(), ids=list(DEAD))
def test_a_dead_address_says_the_same_as_one_that_never_was(
    visitor: Client, response: Response, change: Change
) -> None:
    change(response)

    dead, guessed = visitor.get(response.page), visitor.get(f"/fr/contribuer/{'x' * 43}/")
    written = visitor.post(response.page, response.typed(response.action, headline="Trop tard."))

    response.action.refresh_from_db()
    assert (dead.status_code, guessed.status_code, written.status_code) == (404, 404, 404)
    assert dead.text.replace(response.token, "x" * 43) == guessed.text
    assert "Adèle" not in dead.text
    assert response.action.headline == ""


SEEN = ("version", "email", "sent_on", "reminded_on", "revoked_at")


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(visitor: Client, response: Response, method: str) -> None:
    before = (ResponseLink.objects.values_list(*SEEN).get(), User.objects.count(), Context.objects.count())

    answer = getattr(visitor, method)(response.page + "?action=submit-all&fait=submit")

    assert answer.status_code == 200
    assert (ResponseLink.objects.values_list(*SEEN).get(), User.objects.count(), Context.objects.count()) == before


def test_the_page_keeps_its_address_to_itself(visitor: Client, response: Response) -> None:
    answer = visitor.get(response.page)

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert 'rel="canonical"' not in answer.text
    assert answer.cookies == {}


@pytest.mark.parametrize("origin", ["cross-site", "same-site"])
def test_a_form_of_another_site_changes_nothing(visitor: Client, response: Response, origin: str) -> None:
    typed = response.typed(response.action, headline="Forgé.")

    answer = visitor.post(response.page, typed, headers={"Sec-Fetch-Site": origin})

    response.action.refresh_from_db()
    assert (answer.status_code, response.action.headline) == (404, "")


def test_only_the_hash_of_a_token_is_stored(response: Response) -> None:
    stored = [str(row) for row in ResponseToken.objects.values()]

    assert len(stored) == 1
    assert response.token not in stored[0]


def test_the_trail_holds_no_token(visitor: Client, response: Response) -> None:
    visitor.post(response.page, response.typed(response.action, headline="Ouvert."))

    addresses = [context.metadata.get("url") for context in Context.objects.filter(metadata__channel="link")]

    assert addresses == ["/fr/contribuer/***/"]


def test_journals_hold_no_token() -> None:
    stream = io.StringIO()
    handler, journal = logging.StreamHandler(stream), logging.Logger("essai")
    handler.setFormatter(MaskedFormatter())
    journal.addHandler(handler)

    journal.error("Internal Server Error: %s", "/en/contribute/secret-1/?a=b")

    assert stream.getvalue() == "Internal Server Error: /en/contribute/***/?a=b\n"


def test_the_journal_of_the_web_server_holds_no_token(rf: RequestFactory) -> None:
    request = rf.get("/fr/contribuer/secret-1/", RAW_URI="/fr/contribuer/secret-1/?a=b")
    line = logging.LogRecord("gunicorn.error", logging.ERROR, "", 1, "Error %s", ("/fr/contribuer/secret-1/",), None)

    AddressesMasked(lambda _request: contribute.HttpResponse())(request)
    MaskedFilter().filter(line)

    assert request.META["RAW_URI"] == "/fr/contribuer/***/?a=b"
    assert request.META["PATH_INFO"] == "/fr/contribuer/***/"
    assert line.getMessage() == "Error /fr/contribuer/***/"


def test_whoever_guesses_waits_and_whoever_knows_does_not(
    visitor: Client, response: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contribute, "GUESSES", 2)

    guesses = [visitor.get(f"/fr/contribuer/essai-{number}/").status_code for number in range(3)]

    assert guesses == [404, 404, 429]
    assert visitor.get(response.page).status_code == 200


def test_a_link_writes_so_many_times_in_a_quarter_of_an_hour(
    visitor: Client, response: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contribute, "WRITES", 1)
    typed = response.typed(response.action, headline="Une fois.")
    visitor.post(response.page, typed)

    answer: Any = visitor.post(response.page, response.typed(response.action, headline="Deux fois."))

    response.action.refresh_from_db()
    assert (answer.status_code, response.action.headline) == (429, "Une fois.")


def test_older_mails_still_open_the_page_until_there_are_too_many(visitor: Client, response: Response) -> None:
    newer = [workflow.responses.new_token(response.link) for _mail in range(workflow.responses.LIVE_TOKENS - 1)]
    before = visitor.get(response.page).status_code

    workflow.responses.new_token(response.link)

    assert (before, visitor.get(response.page).status_code) == (200, 404)
    assert visitor.get(f"/fr/contribuer/{newer[0]}/").status_code == 200
