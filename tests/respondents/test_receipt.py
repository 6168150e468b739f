"""The receipt: what was answered, when, by whom, as it was sent; and how much a visit costs."""

import io
import json
from datetime import date
from typing import Any

import pikepdf
import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from programmes import questions
from programmes.reports import files, receipts
from programmes.views import contribute
from projects.models import Milestone
from tests.factories import ThesisFactory, ThesisSheetFactory
from tests.respondents.conftest import Response


@pytest.fixture
def sent(visitor: Client, response: Response) -> Response:
    """A respondent who has sent a sheet."""
    visitor.post(response.page, response.typed(response.thesis, progress="Un chapitre.", action="submit"))
    return response


def kept(content: Any, _progress: Any) -> bytes:
    """What would be printed."""
    return json.dumps(content["receipt"], ensure_ascii=False).encode()


def test_a_receipt_is_an_accessible_file(visitor: Client, sent: Response) -> None:
    answer = visitor.get(f"{sent.page}recu.pdf")

    pdf = pikepdf.open(io.BytesIO(answer.content))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="recu-2024.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "fr"


def test_a_receipt_keeps_what_was_sent_whatever_came_after(
    visitor: Client, sent: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "render", kept)
    type(sent.thesis).objects.update(progress="Corrigé par un gestionnaire.")

    told = json.loads(visitor.get(f"/en/contribute/{sent.token}/receipt.pdf").content)

    (sheet,) = told["sheets"]
    answer = sheet["answers"][0]
    assert (told["who"], told["email"], told["title"]) == ("Adèle Serrure", sent.link.email, "Your 2024 sheets")
    assert (answer["label"], answer["texts"]) == ("Main facts", [{"language": "fr", "text": "Un chapitre."}])
    assert "by Adèle Serrure" in sheet["sent"]


def test_a_receipt_tells_the_rows_that_were_sent(
    visitor: Client, response: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "render", kept)
    project = response.action.project
    milestone = project.milestones.create(rank=1, label="Aimant livré", reached_on=date(2024, 4, 2))
    visitor.post(response.page, response.typed(response.action, nothing_new="on", action="submit"))
    Milestone.objects.filter(pk=milestone.pk).update(reached_on=date(2024, 9, 9))

    told = json.loads(visitor.get(f"{response.page}recu.pdf").content)

    (sheet,) = told["sheets"]
    assert [line["text"] for answer in sheet["answers"] for line in answer["texts"]] == [
        "Aimant livré – Atteint le\u00a0: 2\u00a0avril\u00a02024"
    ]


def test_a_receipt_is_written_in_its_language(sent: Response) -> None:
    receipt = {"language": "en", "title": "Your 2024 sheets", "sheets": [{"title": "A", "nothing_new": True}]}

    page = receipts.html(receipt)

    assert '<html lang="en">' in page
    assert "Nothing to report" in page


def test_nothing_sent_no_receipt(visitor: Client, response: Response) -> None:
    assert visitor.get(f"{response.page}recu.pdf").status_code == 404


def test_receipts_are_not_made_without_end(visitor: Client, sent: Response, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "render", kept)
    monkeypatch.setattr(contribute, "RECEIPTS", 1)

    answers = [visitor.get(f"{sent.page}recu.pdf").status_code for _time in range(2)]

    assert answers == [200, 404]


def test_the_page_offers_the_receipt_once_something_is_sent(visitor: Client, sent: Response) -> None:
    page = visitor.get(sent.page).text

    assert "Télécharger le reçu" in page
    assert f'href="{sent.page}recu.pdf"' in page


@pytest.mark.parametrize("more", [0, 5])
def test_a_visit_costs_the_same_however_many_sheets(
    visitor: Client, sent: Response, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    theses = ThesisFactory.create_batch(more, published=True, laboratory=sent.laboratory)
    [ThesisSheetFactory(campaign=sent.campaign, thesis=thesis) for thesis in theses]
    visitor.get(sent.page)

    with django_assert_num_queries(12):
        page = visitor.get(sent.page)

    assert page.text.count("answer--thesis") == 1 + more


def test_what_respondents_are_asked_is_in_english_too(visitor: Client, response: Response) -> None:
    asked = [question for question in (*questions.OF_ACTIONS, *questions.OF_THESES) if question.is_text]

    page = visitor.get(f"/en/contribute/{response.token}/").text

    assert [question.label for question in asked if question.label in page] == []
    assert [question.why for question in asked if question.why in page] == []
