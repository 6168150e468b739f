"""The page of a respondent in a real browser: saved as typed, usable without scripts, readable by everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from programmes.enums import SheetStatus
from projects.models import ProjectSheet
from tests.respondents.conftest import Response, respondent

pytestmark = pytest.mark.django_db(transaction=True)
Faults = Callable[[Page], list[str]]


@pytest.fixture
def open_response(transactional_db: None) -> Response:
    """The respondent, for a browser."""
    return respondent()


@pytest.mark.parametrize(("address", "width"), [("/fr/contribuer/", 320), ("/en/contribute/", 1440)])
def test_the_page_breaks_no_rule(
    page: Page, live_server: LiveServer, open_response: Response, accessibility_faults: Faults, address: str, width: int
) -> None:
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}{address}{open_response.token}/")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")

    assert accessibility_faults(page) == []
    assert messages == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_typed_is_saved_and_a_conflict_loses_nothing(
    page: Page, live_server: LiveServer, open_response: Response
) -> None:
    page.goto(live_server.url + open_response.page)
    field = page.locator("textarea[name=headline]").first
    field.fill("Ouvert en mai.")
    field.blur()
    page.get_by_text("Enregistré à").first.wait_for()
    saved = ProjectSheet.objects.get(pk=open_response.action.pk).headline
    ProjectSheet.objects.filter(pk=open_response.action.pk).update(headline="Texte d’un gestionnaire.")

    field.fill("Ouvert en juin.")
    field.blur()
    page.get_by_text("Texte d’un gestionnaire.").wait_for()
    kept = field.input_value()
    page.get_by_role("button", name="Garder mon texte").click()
    page.get_by_text("Enregistré à").first.wait_for()

    assert (saved, kept) == ("Ouvert en mai.", "Ouvert en juin.")
    assert ProjectSheet.objects.get(pk=open_response.action.pk).headline == "Ouvert en juin."
    assert page.evaluate("window.localStorage.length") == 0


def test_everything_is_done_without_scripts(
    chromium: Browser, live_server: LiveServer, open_response: Response
) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(live_server.url + open_response.page)

    page.locator("textarea[name=headline]").first.fill("Ouvert en mai.")
    page.get_by_role("button", name="Reprendre ce texte").first.click()
    page.get_by_role("button", name="Envoyer la fiche").first.click()

    sheet = ProjectSheet.objects.get(pk=open_response.action.pk)
    assert "La fiche est envoyée" in page.content()
    assert (sheet.headline, sheet.progress) == ("Ouvert en mai.", "L’aimant est froid.")
    assert sheet.status == SheetStatus.SUBMITTED
    context.close()
