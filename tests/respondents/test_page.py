"""The page of a respondent: what it shows, what it keeps, what it sends."""

from django.test import Client

from programmes.enums import SheetStatus
from programmes.models import StatusChange
from tests.respondents.conftest import Response


def test_one_page_holds_all_the_sheets(visitor: Client, response: Response) -> None:
    page = visitor.get(response.page)

    assert page.status_code == 200
    assert "Adèle Serrure" in page.text
    assert "Le grand aimant" in page.text
    assert "Une thèse sur le froid" in page.text
    assert "L’aimant est froid." in page.text
    assert "Entre partenaires" in page.text


def test_what_is_typed_is_kept(visitor: Client, response: Response) -> None:
    answer = visitor.post(
        response.page, response.typed(response.action, progress="Ouvert\r\nà tous.", headline="Ouvert.")
    )

    response.action.refresh_from_db()
    assert answer.status_code == 302
    assert (response.action.headline, response.action.progress) == ("Ouvert.", "Ouvert\nà tous.")


def test_a_sheet_is_sent_in_the_name_of_the_respondent(visitor: Client, response: Response) -> None:
    typed = response.typed(response.thesis, progress="Un chapitre est écrit.", action="submit")

    page = visitor.post(response.page, typed, follow=True)

    response.thesis.refresh_from_db()
    change = StatusChange.objects.about(response.thesis).get()
    assert "La fiche est envoyée" in page.text
    assert (response.thesis.status, response.thesis.behalf_of) == (SheetStatus.SUBMITTED, response.person)
    assert (change.author, change.link) == ("Adèle Serrure", response.link)
