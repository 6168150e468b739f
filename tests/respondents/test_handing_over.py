"""Handing one sheet over to a colleague: a link of its own, taken back at will, no way to send mails at will."""

from typing import Any

import pytest
from django.test import Client

from programmes import workflow
from programmes.models import Mail, ResponseLink, StatusChange
from programmes.views import contribute_deeds
from tests.factories import UserFactory
from tests.respondents.conftest import Response
from tests.respondents.test_mails import ADDRESS

COLLEAGUE = "collegue@exemple.invalid"


@pytest.fixture
def given(visitor: Client, response: Response) -> Response:
    """A respondent who has handed over the sheet of a thesis."""
    visitor.post(response.page, response.typed(response.thesis, action="give", email=COLLEAGUE))
    return response


def colleague_page() -> str:
    """The address that the colleague got."""
    return str(ADDRESS.findall(Mail.objects.get(to=COLLEAGUE).text)[0])


def test_the_colleague_sees_that_sheet_and_no_other(visitor: Client, given: Response) -> None:
    page = visitor.get(colleague_page()).text

    assert "Une thèse sur le froid" in page
    assert "Le grand aimant" not in page
    assert "Passer la main" not in page.split('id="contenu"')[1].split("answer--thesis")[1]


def test_what_the_colleague_sends_bears_their_address(visitor: Client, given: Response) -> None:
    visitor.post(colleague_page(), given.typed(given.thesis, progress="Fait.", action="submit"))

    change = StatusChange.objects.about(given.thesis).get()
    assert change.author == COLLEAGUE
    assert change.link == ResponseLink.objects.get(email=COLLEAGUE)


def test_the_colleague_cannot_write_another_sheet(visitor: Client, given: Response) -> None:
    answer = visitor.post(colleague_page(), given.typed(given.action, headline="Forgé."))

    given.action.refresh_from_db()
    assert (answer.status_code, given.action.headline) == (404, "")


def test_the_giver_sees_to_whom_and_takes_it_back(visitor: Client, given: Response) -> None:
    address = colleague_page()
    link = ResponseLink.objects.get(email=COLLEAGUE)
    shown = visitor.get(given.page).text

    visitor.post(given.page, {"action": f"take:{link.pk}"})

    assert f"Confiée à {COLLEAGUE}" in shown
    assert "puis reprise" in visitor.get(given.page).text
    assert visitor.get(address).status_code == 404


def test_nobody_takes_back_what_another_gave(visitor: Client, given: Response) -> None:
    link = ResponseLink.objects.get(email=COLLEAGUE)

    answer = visitor.post(colleague_page(), {"action": f"take:{link.pk}"})

    link.refresh_from_db()
    assert (answer.status_code, link.revoked_at) == (404, None)


def test_a_colleague_loses_the_sheet_with_the_giver_s_link(visitor: Client, given: Response) -> None:
    address = colleague_page()

    workflow.responses.revoke(given.link, by=UserFactory())

    assert visitor.get(address).status_code == 404


def test_a_sheet_given_goes_no_further(visitor: Client, given: Response) -> None:
    typed = given.typed(given.thesis, action="give", email="autre@exemple.invalid")

    answer = visitor.post(colleague_page(), typed)

    assert answer.status_code == 422
    assert not Mail.objects.filter(to="autre@exemple.invalid").exists()


@pytest.mark.parametrize(
    ("email", "words"),
    [("pas une adresse", "n’en est pas une"), ("Adele@exemple.invalid", "déjà la vôtre"), (COLLEAGUE, "déjà confiée")],
)
def test_an_address_that_will_not_do_is_refused(visitor: Client, given: Response, email: str, words: str) -> None:
    answer = visitor.post(given.page, given.typed(given.thesis, action="give", email=email))

    assert answer.status_code == 422
    assert words in answer.text
    assert Mail.objects.count() == 1


def test_the_page_sends_few_mails(visitor: Client, response: Response) -> None:
    emails = [f"collegue{number}@exemple.invalid" for number in range(5)]
    sent = [response.typed(response.thesis, action="give", email=email) for email in emails]

    answers = [visitor.post(response.page, typed).status_code for typed in sent]

    assert answers == [302, 302, 302, 422, 422]
    assert Mail.objects.count() == workflow.responses.GIVEN_PER_SHEET


def test_the_page_sends_mails_slowly(visitor: Client, response: Response, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contribute_deeds, "GIFTS", 1)
    sent = [response.typed(sheet, action="give", email=COLLEAGUE) for sheet in (response.thesis, response.action)]

    answers: list[Any] = [visitor.post(response.page, typed).status_code for typed in sent]

    assert answers == [302, 429]


def test_a_sheet_taken_back_can_be_given_again(visitor: Client, given: Response) -> None:
    old, link = colleague_page(), ResponseLink.objects.get(email=COLLEAGUE)
    visitor.post(given.page, {"action": f"take:{link.pk}"})
    Mail.objects.all().delete()

    visitor.post(given.page, given.typed(given.thesis, action="give", email=COLLEAGUE))

    assert visitor.get(colleague_page()).status_code == 200
    assert visitor.get(old).status_code == 404


def test_a_sheet_that_was_sent_is_not_handed_over(visitor: Client, response: Response) -> None:
    visitor.post(response.page, response.typed(response.thesis, nothing_new="on", action="submit"))

    answer = visitor.post(response.page, response.typed(response.thesis, action="give", email=COLLEAGUE))

    assert (answer.status_code, Mail.objects.count()) == (422, 0)
