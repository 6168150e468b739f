"""The web twin of an edition: a page a chapter, a page and a file a list, as frozen, in the reader's language."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.models import Edition
from programmes.reports import outline
from programmes.reports.attachments import as_csv
from programmes.sections import blocks
from tests import factories
from tests.reports import reading, sample
from tests.reports.test_tracing import GRANTS
from tests.site.conftest import Register
from tests.site.test_browser import WIDTHS, faults_of
from tests.site.test_reports import address

BY_FUNDER = blocks.Table(
    caption="Par financeur",
    columns=(
        blocks.Column(label="Financeur", name="funder"),
        blocks.Column(
            label="Voté",
            kind="money",
            trace=blocks.Trace(table="subventions", how="sum", column="voted", by=(("funder", "funder"),)),
        ),
    ),
    rows=(("Région", GRANTS.rows[0][3]),),
)


def published(**words: Any) -> Edition:
    """A published edition whose French content is the sample of the report's tests."""
    report = sample.report("fr")
    traced = blocks.Chapter(slug="traces", title="Traces", blocks=(BY_FUNDER, GRANTS))
    content = {"fr": blocks.as_plain(sample.of(traced)) | {"chapters": _chapters(report, traced)}}
    words = words or {"report__campaign__protocol__published": True}
    return factories.publish(factories.EditionFactory(content=content, **words))


def _chapters(report: blocks.Report, more: blocks.Chapter) -> Any:
    return blocks.as_plain((*report.chapters, more))


@pytest.fixture
def page_of(client: Client, db: None) -> Callable[..., str]:
    """The text of a page under a published edition."""
    edition = published()
    return lambda *place, **query: client.get(address(edition, 1, *place), query).content.decode()


def test_a_chapter_has_a_page_of_its_own(page_of: Callable[..., str]) -> None:
    page = page_of("engagements")

    assert '<h1 class="chapter-title" data-running="Rapport annuel 2024">Les neuf engagements</h1>' in page
    assert "<title>47 thèses cofinancées sur 50 visées, dont 22 avant le protocole.</title>" in page
    assert "Annexe financière" in page  # in the contents beside it


def test_a_link_to_another_chapter_leads_to_its_page(page_of: Callable[..., str]) -> None:
    page = page_of("theme-1")

    assert '/1/engagements/#engagement-4">Engagement 4</a>' in page
    assert "4\u202f650\u202f000\u00a0€" in page


def test_a_figure_leads_to_the_records_behind_it(page_of: Callable[..., str]) -> None:
    chapter = page_of("traces")
    records = page_of("tableaux", "subventions", how="sum", of="voted", funder="Région")

    assert "/tableaux/subventions/?how=sum&amp;of=voted&amp;funder=R%C3%A9gion" in chapter
    assert "150,30\u00a0€\u00a0: somme de «\u00a0Voté\u00a0»" in records
    assert "S-2" in records
    assert "S-3" not in records


def test_the_file_of_a_list_is_the_one_attached_to_the_pdf(client: Client, db: None) -> None:
    edition = published()
    place = address(edition, 1, "tableaux", "finances.csv").rstrip("/")

    assert client.get(place).content.decode() == as_csv(reading.table(sample.report("fr"), "finances"))
    assert client.get(f"{place}?funder=Action 7").content.decode().splitlines()[1:] == ["Action 7,7000,6300,5600,-5,0"]


@pytest.mark.parametrize(
    ("place", "query"),
    [
        ("inconnu", {}),
        ("engagements/2", {}),
        ("tableaux/inconnu", {}),
        ("tableaux/subventions", {"color": "red"}),
        ("tableaux/subventions", {"how": "x"}),
    ],
)
def test_what_the_content_does_not_have_has_no_page(
    place: str, query: dict[str, str], client: Client, db: None
) -> None:
    assert client.get(address(published(), 1, place), query).status_code == 404


def test_every_list_is_named_with_its_file(page_of: Callable[..., str]) -> None:
    page = page_of("tableaux")

    assert "Données brutes" in page
    assert "60 lignes · finances.csv" in page


def test_a_page_that_did_not_change_is_not_sent_again(client: Client, db: None) -> None:
    place = address(published(), 1, "finances")

    first = client.get(place)

    assert client.get(place, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_replaced_edition_leads_to_the_one_in_force_and_is_not_indexed(client: Client, register: Register) -> None:
    first = published(report__campaign=factories.CampaignFactory(protocol=register.protocol))
    before = client.get(address(first, 1, "finances")).content.decode()
    factories.publish(factories.EditionFactory(report=first.report, content=first.content, reason="Un total."))

    after = client.get(address(first, 1, "finances")).content.decode()

    assert "noindex" not in before
    assert "noindex" in after
    assert "Lire l’édition 2, en vigueur" in after


def test_an_edition_without_content_in_a_language_shows_its_files_only(client: Client, db: None) -> None:
    place = address(published()).replace("/fr/rapports", "/en/reports")

    assert "twin-contents" not in client.get(place).content.decode()
    assert client.get(f"{place}1/finances/").status_code == 404


def long_chapter() -> blocks.Chapter:
    """Three sheets, of which a page takes two; the last one leads to the first, and to a place that does not exist."""
    links = blocks.Bullets(items=(blocks.Link(text="Un", anchor="a-1"), blocks.Link(text="Rien", anchor="perdu")))
    sheets = tuple(
        blocks.Part(anchor=f"a-{n}", title=f"Fiche {n}", blocks=(blocks.Paragraph(text="x" * 50_000), links))
        for n in "123"
    )
    return blocks.Chapter(slug="actions", title="Actions", parts=sheets)


def test_a_long_chapter_is_cut_before_a_sheet() -> None:
    found = outline.outline(blocks.as_plain(sample.of(long_chapter())))

    assert [(leaf.rank, leaf.first, leaf.last) for leaf in found.leaves] == [(1, 0, 2), (2, 2, 3)]
    assert found.anchors == {"actions": 0, "a-1": 0, "a-2": 0, "a-3": 1}


def test_the_rest_of_a_long_chapter_has_a_page(client: Client, db: None) -> None:
    edition = factories.EditionFactory(
        content={"fr": blocks.as_plain(sample.of(long_chapter()))}, report__campaign__protocol__published=True
    )
    factories.publish(edition)

    page = client.get(address(edition, 1, "actions", 2)).content.decode()

    assert "Actions <small>(suite)</small>" in page
    assert ['id="a-3"' in page, 'id="a-2"' in page] == [True, False]
    assert '/1/actions/#a-1">Un</a>' in page
    assert '<a href="#perdu">Rien</a>' in page


@pytest.mark.parametrize("width", WIDTHS)
def test_the_twin_is_without_fault(
    width: int,
    transactional_db: None,
    live_server: LiveServer,
    page: Page,
    accessibility_faults: Callable[[Page], list[str]],
) -> None:
    path = address(published(), 1, "theme-1")

    assert faults_of(page, live_server.url + path, width, accessibility_faults) == []
