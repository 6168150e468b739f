"""What search engines are told: every page in both languages, only what may be shown, when it changed."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from programmes.views import sitemap
from tests import factories
from tests.site.conftest import Register

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client: Client, path: str = "/sitemap.xml") -> ElementTree.Element:
    """A map, read by a parser of XML."""
    answer: Any = client.get(path)
    return ElementTree.fromstring(answer.getvalue())  # noqa: S314 - written by ourselves


def places(root: ElementTree.Element) -> list[str]:
    """The addresses of a map, without the site."""
    return [str(place.text).removeprefix("http://testserver") for place in root.iter(f"{MAP}loc")]


def test_every_page_is_on_the_map_in_both_languages(
    client: Client, register: Register, published_edition: object
) -> None:
    found = places(read(client))

    assert {client.get(path).status_code for path in found} == {200}
    assert {f"/fr/themes/{register.theme.slug}/", f"/en/projects/{register.project.slug}/", "/en/open/"} <= set(found)
    assert any(path.startswith(f"/fr/rapports/{register.protocol.reference}/2024") for path in found)
    assert len(found) == len(set(found))


def test_each_address_names_its_twins_and_its_last_change(client: Client, register: Register) -> None:
    root = read(client)

    entry = next(one for one in root if one.findtext(f"{MAP}loc", "").endswith(f"/fr/actions/{register.project.slug}/"))
    assert [link.get("hreflang") for link in entry.iter(LINK)] == ["fr", "en", "x-default"]
    assert entry.findtext(f"{MAP}lastmod")


def test_what_is_not_published_or_not_defended_is_not_on_the_map(client: Client, register: Register) -> None:
    factories.ProjectFactory(slug="brouillon-action")
    factories.ThesisFactory(slug="brouillon-these", defended=True)
    defended = factories.ThesisFactory(defended=True, published=True)

    found = places(read(client))

    assert [path for path in found if "brouillon" in path or register.thesis.slug in path.split("/")] == []
    assert f"/fr/theses/{defended.slug}/" in found


def test_a_long_map_is_an_index_of_files(client: Client, register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.ProjectFactory.create_batch(2, published=True)
    monkeypatch.setattr(sitemap, "PER_FILE", 2)

    index = places(read(client))

    parts = [place for path in index for place in places(read(client, path))]
    assert "/sitemap-actions.2.xml" in index
    assert sum(path.startswith("/fr/actions/") and path != "/fr/actions/" for path in parts) == 3
    assert client.get("/sitemap-actions.3.xml").status_code == 404


def test_robots_are_led_to_the_map(client: Client, db: None) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_the_one_address_of_a_page_keeps_the_page_and_no_filter(client: Client, register: Register) -> None:
    factories.ProjectFactory.create_batch(25, published=True)

    page = client.get("/fr/actions/?sort=title&page=2").content.decode()

    assert '<link rel="canonical" href="http://testserver/fr/actions/?page=2">' in page
    assert 'hreflang="en" href="http://testserver/en/projects/?page=2"' in page


def test_the_map_takes_the_same_queries_at_two_sizes(register: Register, count_queries: Callable[[str], int]) -> None:
    few = count_queries("/sitemap.xml")

    factories.ProjectFactory.create_batch(3, published=True)

    assert count_queries("/sitemap.xml") == few
