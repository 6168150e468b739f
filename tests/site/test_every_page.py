"""Every public page, found from its pattern, in both languages: what the standards and the browser say of it."""

import gzip
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import html5lib
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from html5lib.html5parser import ParseError
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.site import whole
from tests.site.speaking import french_in

pytestmark = pytest.mark.usefixtures("unmeasured")

HEAVIEST = 200_000  # bytes of a first visit: the page and all it loads, pressed as they are sent
WIDTHS = {"fr": 1440, "en": 390}
NARROWEST = 320
FORMS = ["/fr/contact/", "/en/contact/"]
LOADED = """() => {
  const parts = performance.getEntriesByType("resource");
  return {
    parts: parts.map((part) => new URL(part.name).pathname),
    blocking: parts.filter((part) => part.renderBlockingStatus === "blocking").map((part) => part.name),
    elsewhere: parts.map((part) => part.name).filter((name) => !name.startsWith(location.origin)),
  };
}"""


def strict_faults(answer: Any) -> list[str]:
    """What the strict parser of the standard refuses, identifiers given twice, attributes that no standard knows."""
    text = answer.content.decode()
    twice = [name for name, times in Counter(re.findall(r'\sid="([^"]*)"', text)).items() if times > 1]
    twice += re.findall(r"\shx-[a-z-]+", text)
    try:
        html5lib.HTMLParser(strict=True).parse(text)
    except ParseError as error:
        return [*twice, str(error)]
    return twice


def policy_of(answer: Any) -> dict[str, str]:
    """The content policy of a page, directive by directive."""
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: value for name, _space, value in parts}


def test_every_page_is_strict_html_in_one_language_under_the_strict_policy(db: None, client: Client) -> None:
    campaign = whole.published_year()
    pages = {language: whole.addresses(campaign, language) for language in ("fr", "en")}
    answers = {address: client.get(address) for found in pages.values() for address in found.values()}
    policy = {name: " ".join(said) for name, said in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()}

    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 200} == {}
    assert {address: faults for address, answer in answers.items() if (faults := strict_faults(answer))} == {}
    assert {address: words for address in pages["en"].values() if (words := french_in(answers[address].text))} == {}
    assert {address for address, answer in answers.items() if policy_of(answer) != policy} == set()
    assert "unsafe" not in str(policy)


def test_every_page_is_accessible_light_and_quiet(
    transactional_db: None,
    live_server: LiveServer,
    chromium: Browser,
    accessibility_faults: Callable[[Page], list[str]],
) -> None:
    campaign = whole.published_year()
    walkers = [Walker(chromium, live_server.url, width, accessibility_faults) for width in WIDTHS.values()]

    refused = [walker.send_empty(address) for walker, address in zip(walkers, FORMS, strict=True)]
    faults = [
        walker.walk([*whole.addresses(campaign, language).values(), f"/{language}/absente/"])
        for walker, language in zip(walkers, WIDTHS, strict=True)
    ]

    assert faults == [{}, {}]
    assert refused == [[], []]


@cache
def weight_of(address: str) -> int:
    """The bytes of a file of ours, pressed as production sends it; fonts and pictures as they are."""
    found = finders.find(address.removeprefix(settings.STATIC_URL))
    assert found, address
    content = Path(found).read_bytes()
    return min(len(content), len(gzip.compress(content)))


class Walker:
    """A visitor with a browser of some width, who goes from page to page and notes what is wrong with each."""

    def __init__(
        self, chromium: Browser, site: str, width: int, accessibility_faults: Callable[[Page], list[str]]
    ) -> None:
        self.site, self.width, self.accessibility_faults = site, width, accessibility_faults
        self.page = chromium.new_context(locale="fr-FR").new_page()
        self.messages: list[str] = []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))

    def send_empty(self, address: str) -> list[str]:
        """What is wrong with the page that says what a form lacks."""
        self.page.goto(self.site + address)
        self.page.locator("main form button").click()
        self.page.locator(".error-summary").wait_for()
        return self.accessibility_faults(self.page)

    def walk(self, addresses: list[str]) -> dict[str, list[str]]:
        """What is wrong, by address; nothing for a page that is right."""
        found = {address: self._faults(address) for address in addresses}
        self.page.context.close()
        return {address: faults for address, faults in found.items() if faults}

    def _faults(self, address: str) -> list[str]:
        self.messages.clear()
        self.page.set_viewport_size({"width": self.width, "height": 900})
        self.page.goto(self.site + address)
        loaded = self.page.evaluate(LOADED)
        weight = len(gzip.compress(self.page.content().encode())) + sum(map(weight_of, loaded["parts"]))
        faults = self.accessibility_faults(self.page)
        self.page.set_viewport_size({"width": NARROWEST, "height": 900})
        over = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        blocking = [name for name in loaded["blocking"] if not name.endswith(".css")]
        return [
            *faults,
            *(f"console: {words}" for words in self.messages if "404" not in words),
            *(f"bloque: {name}" for name in blocking),
            *(f"d’ailleurs: {name}" for name in loaded["elsewhere"]),
            *([f"{weight} octets"] if weight > HEAVIEST else []),
            *([f"{over} px de trop à {NARROWEST} px"] if over > 0 else []),
        ]
