"""Forms by the keyboard alone: whatever opens is left by Escape or Tab, and one comes back to where one was."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from doctorates.models import Thesis
from projects.models import Project

from .conftest import address

pytestmark = pytest.mark.django_db(transaction=True)
FOCUSED = "document.activeElement.id"


def test_a_calendar_is_entered_and_left_by_the_keyboard(staff: Page, live_server: LiveServer) -> None:
    staff.goto(live_server.url + address(Thesis, "add"))
    staff.locator("#calendarlink0").press("Enter")
    staff.wait_for_function("document.activeElement.closest('#calendarbox0')")

    staff.keyboard.press("Escape")

    staff.wait_for_selector("#calendarbox0", state="hidden")
    assert staff.evaluate(FOCUSED) == "calendarlink0"


def test_a_searched_link_closes_and_lets_one_go_on(staff: Page, live_server: LiveServer) -> None:
    staff.goto(live_server.url + address(Thesis, "add"))
    staff.locator(".field-project .select2-selection").press("Enter")
    staff.wait_for_selector(".select2-dropdown")

    staff.keyboard.press("Escape")
    staff.keyboard.press("Tab")

    assert staff.locator(".select2-dropdown").count() == 0
    assert staff.evaluate(FOCUSED) == "add_id_project"


def test_a_text_with_buttons_is_left_by_tab(staff: Page, live_server: LiveServer) -> None:
    staff.goto(live_server.url + address(Project, "add"))
    staff.locator(".field-summary .ProseMirror").focus()

    staff.keyboard.press("Tab")

    assert not staff.evaluate("Boolean(document.activeElement.closest('.ProseMirror'))")
