"""The web twin of a report: the frozen chapters on the page of their edition, in the reader's language."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.models import Edition
from programmes.sections.blocks import as_plain
from tests import factories
from tests.reports import sample
from tests.site.test_browser import WIDTHS, faults_of
from tests.site.test_reports import address


def published() -> Edition:
    """A published edition whose French content is the sample of the report's tests."""
    content = {"fr": as_plain(sample.report("fr"))}
    return factories.publish(factories.EditionFactory(content=content, report__campaign__protocol__published=True))


@pytest.mark.django_db
def test_an_edition_can_be_read_online_as_it_was_frozen(client: Client) -> None:
    page = client.get(address(published())).content.decode()

    assert '<h2 class="chapter-title" data-running="Rapport annuel 2024">Les neuf engagements</h2>' in page
    assert "<title>47 thèses cofinancées sur 50 visées, dont 22 avant le protocole.</title>" in page
    assert "4\u202f650\u202f000\u00a0€" in page


@pytest.mark.django_db
def test_an_edition_without_content_in_a_language_shows_its_files_only(client: Client) -> None:
    page = client.get(address(published()).replace("/fr/rapports", "/en/reports")).content.decode()

    assert 'class="twin"' not in page


@pytest.mark.parametrize("width", WIDTHS)
def test_the_twin_is_without_fault(
    width: int,
    transactional_db: None,
    live_server: LiveServer,
    page: Page,
    accessibility_faults: Callable[[Page], list[str]],
) -> None:
    path = address(published())

    assert faults_of(page, live_server.url + path, width, accessibility_faults) == []
