"""The filters of a list in a real browser: the list follows each tick, its address too, and the page stays."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.site.conftest import make_register


def test_a_tick_changes_the_list_its_address_and_nothing_else(
    transactional_db: None, live_server: LiveServer, page: Page
) -> None:
    make_register()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(f"{live_server.url}/fr/theses/")

    box = page.locator('[name=state][value="E"]')
    box.check()
    expect(page.locator(".chip")).to_have_text("État : En préparationRetirer « En préparation »")
    expect(page.locator("#annonce")).to_have_text("1 réponse")
    expect(box).to_be_focused()
    assert page.url.endswith("/fr/theses/?state=E")
    page.locator(".chip a").click()

    expect(page.locator(".chip")).to_have_count(0)
    expect(box).not_to_be_checked()
    assert (page.url.endswith("/fr/theses/"), messages) == (True, [])
