"""What stands before the chapters of an edition, read online: forewords, every commitment on one page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.models import Edition
from programmes.reports import pages
from programmes.sections import blocks
from tests import factories
from tests.reports import sample
from tests.reports.test_glance import page as glance
from tests.reports.test_tracing import GRANTS
from tests.site.test_browser import faults_of
from tests.site.test_reports import address

TRACE = blocks.Trace(table="subventions", how="value", column="paid", where=(("reference", "S-1"),))
SAID = (
    blocks.Quote(text=f"Une année.\n\n{'Des mots. ' * 60}", speaker="Camille Exemple", function="Présidente"),
    blocks.Quote(text="A year.", speaker="Alex Sample", language="en"),
)


def written(language: Literal["fr", "en"], promises: int = 1) -> blocks.Report:
    """The sample with a front; its second foreword is in English."""
    report = sample.report(language)
    money = blocks.Chapter(slug="subventions", title="Subventions", blocks=(GRANTS,))
    front = glance(promises, proof_trace=TRACE, proof_language="fr")
    return replace(report, forewords=SAID, glance=front, chapters=(*report.chapters, money))


def published(promises: int = 1) -> Edition:
    """A public edition in both languages."""
    content = {"fr": blocks.as_plain(written("fr", promises)), "en": blocks.as_plain(written("en", promises))}
    return factories.publish(factories.EditionFactory(content=content, report__campaign__protocol__published=True))


@pytest.fixture
def page_of(client: Client, db: None) -> Callable[..., str]:
    """The text of a page under such an edition."""
    edition = published()
    return lambda *place: client.get(address(edition, 1, *place)).content.decode()


def test_the_forewords_have_a_page_each_in_its_language(page_of: Callable[..., str]) -> None:
    text = page_of("avant-propos")

    assert '<h1 class="chapter-title">Avant-propos</h1>' in text
    assert '<blockquote lang="en"><p>A year.</p></blockquote>' in text
    assert '<a rel="next" href="' in text
    assert "une-page/" in text


def test_each_promise_leads_to_its_sheet_and_to_the_list_behind_its_proof(page_of: Callable[..., str]) -> None:
    text = page_of("une-page")

    assert "Un engagement, une page</h1>" in text
    assert '/1/engagements/#engagement-4">Lire l’engagement 1</a>' in text
    assert "/tableaux/subventions/?how=value&amp;of=paid&amp;reference=S-1" in text
    assert "Ouvrir l’instrument." in text


def test_the_first_page_of_an_edition_opens_with_its_front(page_of: Callable[..., str]) -> None:
    text = page_of()

    assert '<span class="twin-levels__count">1</span>' in text
    assert "Une année. Des mots." in text
    assert "\u00a0…</p>" in text
    assert text.count("/1/avant-propos/") == text.count("/1/une-page/") == 2


def test_an_edition_of_another_time_has_no_front(client: Client, db: None) -> None:
    content = {"fr": {name: told for name, told in blocks.as_plain(sample.report()).items() if name != "glance"}}
    edition = factories.publish(factories.EditionFactory(content=content, report__campaign__protocol__published=True))

    assert client.get(address(edition, 1, "une-page")).status_code == 404
    assert "twin-levels" not in client.get(address(edition, 1)).content.decode()


def test_who_reviews_a_candidate_reads_its_front_too() -> None:
    front = pages.twin({"fr": blocks.as_plain(written("fr"))}, "fr")["front"]

    assert [entry.anchor for entry in front["opening"]] == ["avant-propos", "une-page"]
    assert front["promises"][0].place == "#engagement-4"
    assert pages.twin({}, "fr") == {}


@pytest.mark.parametrize("place", [(), ("une-page",), ("engagements",), ("tableaux",), ("tableaux", "subventions")])
def test_a_page_of_the_twin_takes_the_same_queries_at_two_sizes(
    db: None, count_queries: Callable[[str], int], place: tuple[str, ...]
) -> None:
    few = count_queries(address(published(1), 1, *place))
    cache.clear()

    assert count_queries(address(published(9), 1, *place)) == few


def test_the_front_is_without_fault_in_english_on_a_phone(
    transactional_db: None,
    live_server: LiveServer,
    page: Page,
    accessibility_faults: Callable[[Page], list[str]],
) -> None:
    path = address(published(9), 1, "une-page").replace("/fr/rapports", "/en/reports")

    assert faults_of(page, live_server.url + path, 390, accessibility_faults) == []
