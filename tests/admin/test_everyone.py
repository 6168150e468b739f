"""Every kind of page, for everybody: the rules of accessibility, nothing refused nor English, any screen and theme."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from pghistory.models import Context
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes import merge
from programmes.models import Laboratory
from projects.models import Grant
from tests.factories import CommitmentSheetFactory, GrantFactory, LaboratoryFactory, ThemeFactory, UserFactory

from .conftest import WATCH, address, step_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("unmeasured")]
Faults = Callable[[Page], list[str]]
DESK: Any = {"width": 1440, "height": 900}
TELEPHONE: Any = {"width": 390, "height": 800}
LAPTOP: Any = {"width": 1024, "height": 768}
SAID = """[...document.querySelectorAll("[title], [aria-label], [placeholder], [alt], [type=submit]")].flatMap(
  (element) => ["title", "aria-label", "placeholder", "alt", "value"].map((name) => element.getAttribute(name))
).concat(document.body.innerText).join(" | ")"""
ENGLISH = re.compile(r"\b(?:the|search|delete|add|save|select|loading|view|home|remove|choose|today|none|true|false)\b")
LONG = "Institut normand de recherche sur les choses dont le nom ne finit jamais"


def wrong_with(page: Page, faults: Faults) -> dict[str, Any]:
    """What is wrong with the page on screen."""
    found = {
        "refused": page.evaluate("window.refused"),
        "too wide": page.evaluate("document.documentElement.scrollWidth > window.innerWidth"),
        "English": ENGLISH.findall(page.evaluate(SAID).lower()),
        "axe": faults(page),
    }
    return {what: why for what, why in found.items() if why}


def opened(page: Page, address: str) -> Page:
    """The page at an address, once its scripts have run."""
    page.goto(address)
    page.wait_for_timeout(100)
    return page


def pages_of_two_records() -> list[str]:
    """A merge to confirm, a merge that can be undone, an earlier state beside the present one, the board."""
    agent = UserFactory(administrator=True)
    kept, other, gone = LaboratoryFactory.create_batch(3)
    done = merge.join(kept, gone, by=agent, reason="Même unité.")
    earlier = Context.objects.latest("created_at").pk
    Laboratory.objects.filter(pk=kept.pk).update(name="Autre nom")
    sheet = CommitmentSheetFactory()
    return [
        f"{address(kept, 'merge')}?avec={other.pk}",
        address(done, "change"),
        reverse("admin:programmes_laboratory_restore", args=(kept.pk, earlier)),
        reverse("admin:programmes_campaign_board", args=(sheet.campaign_id,)),
    ]


@pytest.mark.parametrize(("size", "theme"), [(DESK, "light"), (TELEPHONE, "dark")], ids=["desk", "telephone"])
def test_no_kind_of_page_breaks_a_rule(
    staff: Page, live_server: LiveServer, accessibility_faults: Faults, size: Any, theme: Any
) -> None:
    grant, theme_record = GrantFactory(), ThemeFactory()
    lists = address(Grant, "changelist")
    pages = [f"{lists}?_facets=True", f"{lists}?q=licorne", address(Grant, "totals"), address(Grant, "export")]
    pages += [address(Grant, "add"), address(grant, "delete"), step_of(theme_record, "submit"), reverse("admin:trail")]
    pages += [*pages_of_two_records(), reverse("admin:guide"), reverse("admin:roles")]
    pages += [reverse("admin:duplicates"), f"{reverse('admin:search')}?q=licorne", reverse("admin:password_change")]
    staff.set_viewport_size(size)
    staff.emulate_media(color_scheme=theme)

    wrong = [wrong_with(opened(staff, live_server.url + path), accessibility_faults) | {"path": path} for path in pages]

    assert wrong == [{"path": path} for path in pages]


@pytest.mark.parametrize("size", [DESK, LAPTOP, TELEPHONE], ids=["desk", "laptop", "telephone"])
def test_a_list_with_long_names_fits_the_screen(staff: Page, live_server: LiveServer, size: Any) -> None:
    GrantFactory(organisation__name=LONG, beneficiary__name=LONG, project__title=LONG, amount=12_345_678)
    staff.set_viewport_size(size)

    results = opened(staff, live_server.url + address(Grant, "changelist")).locator(".results")

    assert results.evaluate("(table) => table.scrollWidth - table.clientWidth") <= 0


def test_filters_wait_under_a_button_where_there_is_no_room(staff: Page, live_server: LiveServer) -> None:
    GrantFactory()
    staff.set_viewport_size(LAPTOP)
    opened(staff, live_server.url + address(Grant, "changelist"))
    at_first = staff.locator("#changelist-filter").is_visible()

    staff.get_by_role("button", name="Filtres").press("Enter")

    assert not at_first
    assert staff.locator("#changelist-filter").is_visible()
    assert staff.evaluate("Boolean(document.activeElement.closest('#changelist-filter'))")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_doors_break_no_rule(page: Page, live_server: LiveServer, accessibility_faults: Faults, theme: Any) -> None:
    page.add_init_script(WATCH)
    page.emulate_media(color_scheme=theme)
    paths = [reverse("admin:login"), reverse("admin_password_reset"), "/admin/nulle-part/"]

    wrong = [wrong_with(opened(page, live_server.url + path), accessibility_faults) for path in paths]

    assert wrong == [{}] * len(paths)
