"""What is not published, what is private, who is not to be named: nowhere in all that outsiders can reach."""

import pytest
from django.test import Client

from tests.reports import markers
from tests.site import whole
from tests.site.crawling import Crawl

pytestmark = pytest.mark.usefixtures("unmeasured")

# Sitemaps, feeds and files are found from these: pages and robots.txt name them.
CHANNELS = (
    "sitemap.xml",
    "format=csv",
    "format=xlsx",
    "format=json",
    "/data.",
    ".ics",
    ".atom",
    "citation.bib",
    "q=fuites",
)
STARTS = ("/fr/", "/en/", "/robots.txt", "/.well-known/security.txt")


def test_nothing_private_is_reached_and_nothing_reached_is_broken(db: None, client: Client) -> None:
    campaign = whole.published_year()
    markers.everywhere(campaign)
    markers.private_fields()
    markers.private_figures()
    markers.unpublished_rows()

    crawl = Crawl(client).run(*STARTS)

    assert [address for address, text in crawl.texts.items() if markers.marked(text)] == []
    assert crawl.broken == {}
    assert any("SPECTRO" in text for text in crawl.texts.values())
    assert [channel for channel in CHANNELS if channel not in " ".join(crawl.texts)] == []
    assert whole.fixed_addresses() - crawl.texts.keys() == set()
