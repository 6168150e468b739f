"""Two people at one sheet: nothing typed is lost, nothing of another is overwritten unseen."""

from typing import Any

import pytest
from django.test import Client

from projects.models import ProjectSheet
from tests.respondents.conftest import Response

JSON = {"Accept": "application/json"}


@pytest.fixture
def outdated(response: Response) -> dict[str, str]:
    """What a form sends that was opened before a member of staff changed the sentence."""
    typed = response.typed(response.action)
    ProjectSheet.objects.filter(pk=response.action.pk).update(headline="D’un gestionnaire.")
    return typed


def test_both_texts_are_shown_when_two_people_changed_one(
    visitor: Client, response: Response, outdated: dict[str, str]
) -> None:
    answer = visitor.post(response.page, outdated | {"headline": "De la directrice."})

    response.action.refresh_from_db()
    assert answer.status_code == 409
    assert "D’un gestionnaire." in answer.text
    assert "De la directrice." in answer.text
    assert response.action.headline == "D’un gestionnaire."


def test_what_only_the_other_changed_stays_theirs(
    visitor: Client, response: Response, outdated: dict[str, str]
) -> None:
    answer = visitor.post(response.page, outdated | {"headline": "", "progress": "Ouvert."}, headers=JSON)

    response.action.refresh_from_db()
    told: dict[str, Any] = answer.json()
    assert (response.action.headline, response.action.progress) == ("D’un gestionnaire.", "Ouvert.")
    assert told["texts"]["headline"] == "D’un gestionnaire."
    assert told["version"] == response.action.version


def test_a_version_that_never_was_overwrites_nothing(visitor: Client, response: Response) -> None:
    ProjectSheet.objects.filter(pk=response.action.pk).update(headline="D’un gestionnaire.")
    typed = response.typed(response.action, headline="De la directrice.") | {"version": "x"}

    answer = visitor.post(response.page, typed, headers=JSON)

    assert (answer.status_code, answer.json()["clashes"]) == (409, {"headline": "D’un gestionnaire."})


def test_a_text_too_long_is_named_and_the_others_are_kept(visitor: Client, response: Response) -> None:
    typed = response.typed(response.action, headline="mot " * 60, progress="Ouvert.")

    answer = visitor.post(response.page, typed)

    response.action.refresh_from_db()
    assert answer.status_code == 422
    assert "L’année en une phrase\u00a0: 239 caractères\u00a0: 160 au plus" in answer.text
    assert "mot mot mot" in answer.text
    assert (response.action.headline, response.action.progress) == ("", "Ouvert.")


def test_errors_name_the_field_in_english(visitor: Client, response: Response) -> None:
    typed = response.typed(response.action, headline_en="word " * 60)

    answer = visitor.post(f"/en/contribute/{response.token}/", typed)

    assert "The year in one sentence\u00a0: 299 characters: 160 at most" in answer.text


def test_an_incomplete_sheet_is_kept_and_says_what_is_missing(visitor: Client, response: Response) -> None:
    typed = response.typed(response.action, headline="Ouvert.", action="submit")

    answer = visitor.post(response.page, typed)

    response.action.refresh_from_db()
    assert (answer.status_code, response.action.headline, response.action.status) == (422, "Ouvert.", "to_fill")
    assert f'<a href="#projectsheet-{response.action.pk}-progress">Faits marquants</a>' in answer.text


def test_complete_sheets_leave_together_and_the_others_are_named(visitor: Client, response: Response) -> None:
    visitor.post(response.page, response.typed(response.thesis, nothing_new="on"))

    answer = visitor.post(response.page, {"action": "submit-all"})

    response.thesis.refresh_from_db()
    response.action.refresh_from_db()
    assert (response.thesis.status, response.action.status) == ("submitted", "to_fill")
    assert "1 fiche est envoyée." in answer.text
    assert "Le grand aimant\u00a0: L’année en une phrase, Faits marquants" in answer.text


def test_the_text_of_last_year_is_taken_up(visitor: Client, response: Response) -> None:
    typed = response.typed(response.action, headline="Ouvert.", action="resume:progress")

    page = visitor.post(response.page, typed, follow=True)

    response.action.refresh_from_db()
    assert (response.action.headline, response.action.progress) == ("Ouvert.", "L’aimant est froid.")
    assert "relisez-le" in page.text


@pytest.mark.parametrize("action", ["resume:status", "resume:milestones"])
def test_what_is_no_text_is_never_taken_up(visitor: Client, response: Response, action: str) -> None:
    answer = visitor.post(response.page, response.typed(response.action, action=action))

    assert answer.status_code == 422
