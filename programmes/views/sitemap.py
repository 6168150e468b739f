"""The map of the site for search engines, and what robots may read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import localtime
from django.utils.translation import override

from ..models import Edition
from ..sections.indexed import Indexed
from ..sections.registry import all_sections
from ..templatetags.site import absolute
from .editions import shown_edition
from .news import told_once
from .public import ReadOnly
from .site_map import GROUPS

MOST: Final = 50_000  # addresses of a file, as search engines want it
LANGUAGES: Final = [language for language, _name in settings.LANGUAGES]
PER_FILE: Final = MOST // len(LANGUAGES)
HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
MARKS: Final = ("97531", "97532")


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page: its path in each language, when it last changed."""

    paths: dict[str, str]
    changed_at: datetime | None = None


@told_once
class SitemapView(ReadOnly):
    """Every page that search engines may show, in both languages; several files once there are too many."""

    def get(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """One file, or the index of several."""
        kinds = indexed(request.user)
        sizes = {kind.name: kind.rows.count() for kind in kinds}
        if sum(sizes.values()) <= PER_FILE - 100:  # pages that are no records are fewer than that
            return written(chain(plain_pages(), edition_pages(request), *map(record_pages, kinds)), request)
        names = ["pages.1", *(f"{name}.{n}" for name, size in sizes.items() for n in range(1, 1 - (-size // PER_FILE)))]
        places = "".join(
            f"<sitemap><loc>{escape(absolute(request, f'/sitemap-{name}.xml'))}</loc></sitemap>" for name in names
        )
        return HttpResponse(f"{HEAD}<sitemapindex {SPACES}>{places}</sitemapindex>\n", content_type="application/xml")


@told_once
class SitemapPartView(ReadOnly):
    """A file of the index."""

    def get(self, request: HttpRequest, name: str, number: int) -> StreamingHttpResponse:
        """The pages of a kind. Raises Http404 for a kind or a number that does not exist."""
        if name == "pages" and number == 1:
            return written(chain(plain_pages(), edition_pages(request)), request)
        kind = next((one for one in indexed(request.user) if one.name == name), None)
        first = (number - 1) * PER_FILE
        if kind is None or number < 1 or first >= kind.rows.count():
            raise Http404
        return written(record_pages(kind, first, first + PER_FILE), request)


def indexed(viewer: Any) -> list[Indexed]:
    """The records of every section that have a page to be found."""
    return [kind for section in all_sections() for kind in section.indexed(viewer)]


def in_each(route: str, *values: Any) -> dict[str, str]:
    """The path of a page in each language."""
    paths = {}
    for language in LANGUAGES:
        with override(language):
            paths[language] = reverse(route, args=values)
    return paths


def plain_pages() -> Iterator[Page]:
    """Pages that are no records."""
    return (Page(paths=in_each(route)) for _group, entries in GROUPS for route, _label in entries)


def edition_pages(request: HttpRequest) -> Iterator[Page]:
    """The current edition of each report."""
    for row in Edition.objects.visible_to(request.user).current().latest_first():
        paths = {}
        for language in LANGUAGES:
            with override(language):
                paths[language] = shown_edition(row).address
        yield Page(paths=paths, changed_at=row.publication.published_at)


def record_pages(kind: Indexed, first: int = 0, last: int | None = None) -> Iterator[Page]:
    """The pages of records; their addresses are made of one, since a hundred thousand are asked for at once."""
    marks = MARKS[: len(kind.paths)]
    models = in_each(kind.route, *marks)
    for *values, changed_at in kind.dated[first:last].iterator(chunk_size=2000):
        paths = dict(models)
        for mark, value in zip(marks, values, strict=True):
            paths = {language: path.replace(mark, str(value)) for language, path in paths.items()}
        yield Page(paths=paths, changed_at=changed_at)


def written(pages: Iterator[Page], request: HttpRequest) -> StreamingHttpResponse:
    """The file, page after page."""
    site = absolute(request, "/")[:-1]

    def lines() -> Iterator[str]:
        yield f"{HEAD}<urlset {SPACES}>\n"
        yield from (entry(page, site) for page in pages)
        yield "</urlset>\n"

    return StreamingHttpResponse(lines(), content_type="application/xml")


def entry(page: Page, site: str) -> str:
    """A page in each language, each entry naming all of them."""
    named = {**page.paths, "x-default": page.paths[LANGUAGES[0]]}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(site + path)}"/>'
        for language, path in named.items()
    )
    day = f"<lastmod>{localtime(page.changed_at).isoformat(timespec='seconds')}</lastmod>" if page.changed_at else ""
    return "".join(f"<url><loc>{escape(site + path)}</loc>{day}{others}</url>\n" for path in page.paths.values())


class RobotsView(ReadOnly):
    """What robots may read, and where the map is."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The rules: files of lists are for people, and made anew at each request."""
        rules = ("User-agent: *", "Disallow: /admin/", "Disallow: /*?*format=", "")
        text = "\n".join([*rules, f"Sitemap: {absolute(request, '/sitemap.xml')}", ""])
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
