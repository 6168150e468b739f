"""The public pages in a real browser: at home on a phone, without a script; every page is walked elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from programmes.models import EditionFile
from tests import factories
from tests.site.conftest import Register, make_register

WIDTHS = [1440, 320]


@pytest.fixture
def open_register(transactional_db: None) -> Register:
    """The small register, with money and milestones to draw, and a report to download."""
    register = make_register()
    edition = factories.publish(factories.EditionFactory(report__campaign__protocol=register.protocol))
    for language in ("fr", "en"):
        EditionFile.objects.create(
            edition=edition,
            language=language,
            format="pdf",
            file="rapport.pdf",
            sha256="0" * 64,
            size=612_345,
            pages=72,
        )
    contribution = factories.ContributionFactory(project=register.project)
    contribution.funder_links.create(organisation=factories.OrganisationFactory(kind="company"))
    factories.IndicatorValueFactory(indicator__commitment=register.commitment)
    return register


def faults_of(page: Page, address: str, width: int, accessibility_faults: Callable[[Page], list[str]]) -> list[str]:
    """What is wrong with a page at a width: broken rules, messages of the browser, a page wider than the window."""
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    too_wide = [f"{overflow} px de trop"] if overflow > 0 else []
    ours = [words for words in messages if "404" not in words]
    return [*accessibility_faults(page), *ours, *too_wide]


def test_the_menu_and_the_filters_of_a_phone_open_without_a_script(
    open_register: Register, live_server: LiveServer, chromium: Browser
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/fr/theses/")

    page.locator(".menu summary").click()
    menu = page.locator(".main-nav").is_visible()
    page.goto(f"{live_server.url}/fr/theses/")
    page.locator(".filters-button").click()
    filters = page.locator("#filtres").is_visible()
    context.close()

    assert (menu, filters) == (True, True)


def test_a_visitor_narrows_a_list_by_ticking(open_register: Register, live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/fr/theses/")

    page.get_by_label("En préparation").check()
    page.get_by_role("button", name="Appliquer les filtres").click()

    expect(page.get_by_text("État\u00a0: En préparation")).to_be_visible()


def test_what_is_defended_still_differs_where_colours_are_forced(
    open_register: Register, live_server: LiveServer, page: Page
) -> None:
    page.emulate_media(forced_colors="active")
    factories.ThesisFactory(project=open_register.project, defended=True, published=True)

    page.goto(f"{live_server.url}/fr/")

    grounds = page.evaluate(
        "[...document.querySelectorAll('.legend i')].map((dot) => getComputedStyle(dot).background)"
    )
    assert len(set(grounds)) == 2


def test_what_is_printed_keeps_its_columns(open_register: Register, live_server: LiveServer, page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})

    page.goto(f"{live_server.url}/fr/theses/")

    assert page.evaluate("getComputedStyle(document.querySelector('.results tbody tr')).display") == "table-row"
