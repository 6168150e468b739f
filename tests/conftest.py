"""What every test may ask for: files in a temporary folder, a real browser, the accessibility rules."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as project_settings
from django.core.cache import cache
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker, Settings

from programmes.views.duties import known_conformity
from tests.database import send_others_away

# Playwright's synchronous interface keeps an event loop in this thread, and Django would refuse queries beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure() -> None:
    """Passwords of the tests protect nothing: the quick hasher saves a tenth of a second for each account.

    Nor is a static file read before it is asked for: each test's client would look at every file first.
    """
    project_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    project_settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database can be dropped at the end, whatever still holds a connection to it."""
    yield
    with django_db_blocker.unblock():
        send_others_away()


@pytest.fixture(autouse=True)
def _own_files_and_cache(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Uploaded files go to the test's own folder, and no test sees what another has cached."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.REPORT_PIECES = tmp_path / "pieces"
    yield
    cache.clear()
    known_conformity.cache_clear()


@pytest.fixture(autouse=True)
def _pages_made_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is small enough to be kept: a test may look at what each was made of (`tests/site/test_unchanged…`).

    Nor are the counts of lists: stamps tell transactions apart, and a test is one transaction.
    """
    monkeypatch.setattr("programmes.middleware.keeping.LARGEST", 0)
    monkeypatch.setattr("programmes.filters.counting.KEPT_FOR", 0)


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    """Each test begins in French, whatever page another has read in English."""
    with translation.override("fr"):
        yield


@pytest.fixture
def unmeasured_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coverage of the processes that a test starts is not taken: tests of what they run take it once."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture
def unmeasured(unmeasured_children: None) -> Iterator[None]:
    """Nor is its own, for a walk over everything whose parts have tests of their own: measuring takes a third more."""
    tracers = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    yield
    sys.settrace(tracers[0])
    threading.settrace(tracers[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium: CHROMIUM names it, else it is found on the path."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not program:
        pytest.fail("pas de Chromium ici : ./test l’installe")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, unmeasured: None) -> Iterator[Page]:
    """A fresh visitor: no cookie, nothing cached."""
    context = chromium.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture
def accessibility_faults() -> Callable[[Page], list[str]]:
    """Asks axe, size of targets included: each broken rule of the page with its first elements, or an empty list."""
    options = {"rules": {"target-size": {"enabled": True}}}

    def faults(page: Page) -> list[str]:
        found = Axe().run(page, options=options).response["violations"]
        return [f"{rule['id']}: {rule['help']} {[node['target'] for node in rule['nodes'][:3]]}" for rule in found]

    return faults
