"""Two people on one record, each in a browser: the second chooses between both values, and nothing is lost."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from programmes.models import Theme
from tests.admin.conftest import address
from tests.factories import ThemeFactory, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("unmeasured")]
Opening = Callable[[str, str], Page]


@pytest.fixture
def opened(chromium: Browser, live_server: LiveServer) -> Opening:
    """A page as somebody has it open, in a browser of their own."""

    def by(name: str, path: str) -> Page:
        client = Client()
        client.force_login(UserFactory(administrator=True, full_name=name))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = chromium.new_context()
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    return by


def save(page: Page) -> None:
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()


def test_the_second_person_chooses_and_both_keep_what_they_typed(opened: Opening) -> None:
    theme = ThemeFactory(label="Ancien", short_label="Court")
    ada, line = (opened(name, address(theme, "change")) for name in ("Ada Martin", "Line Petit"))
    ada.fill("#id_label", "Mer et littoral")
    line.fill("#id_label", "Les océans")
    line.fill("#id_short_label", "Océans")

    save(ada)
    save(line)
    line.get_by_role("group", name="Intitulé officiel").get_by_label("Celle de Ada Martin").check()
    line.get_by_role("button", name="Enregistrer").click()

    expect(line.locator("#id_short_label")).to_have_value("Océans")
    assert Theme.objects.values_list("label", "short_label").get() == ("Mer et littoral", "Océans")
