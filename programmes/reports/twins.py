"""A published edition as it is read online: its addresses, its pages worded once and kept.

An edition never changes: its outline and its chapters stay in the cache. Only what a page shows is read from the
content.
"""

import zlib
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.core.cache import cache
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from programmes.sections.blocks import Report, Table, Trace, from_plain

from ..models import Edition
from . import front, online, sources
from .cells import Online
from .outline import Leaf, Outline, Shelved, outline

KEPT_FOR = 86_400  # seconds in the cache

T = TypeVar("T")


class Twin:
    """A published edition as it is read online, in one language.

    `outline` raises LookupError for a language that its content does not have.
    """

    def __init__(self, edition: Edition, language: str) -> None:
        self.edition = edition
        self.language = language
        campaign = edition.report.campaign
        self.place = [campaign.protocol.reference, (campaign.year, campaign.kind), edition.number]
        self.online = Online(place=self.anchor, records=self.records, table=self.table_page, file=self.table_file)

    @cached_property
    def outline(self) -> Outline:
        """Its pages and lists."""
        return self._kept("outline", self._outline)

    def _outline(self) -> Outline:
        (found,) = self._pieces("")
        if not found:
            raise LookupError(self.language)
        return outline(found[0])

    def address(self, leaf: Leaf) -> str:
        """The page of a chapter, or of some of its sheets."""
        if leaf.rank == 1:
            return reverse("programmes:twin_chapter", args=[*self.place, leaf.slug])
        return reverse("programmes:twin_sheets", args=[*self.place, leaf.slug, leaf.rank])

    def anchor(self, name: str) -> str:
        """Where a place stands; nothing when the content does not have it."""
        if (at := self.outline.anchors.get(name)) is None:
            return ""
        return f"{self.address(self.outline.leaves[at])}#{name}"

    def table_page(self, name: str) -> str:
        """The page of a list; nothing when the content does not have it."""
        return reverse("programmes:twin_table", args=[*self.place, name]) if name in self.outline.tables else ""

    def table_file(self, name: str) -> str:
        """The CSV file of a list; nothing when the content does not have it."""
        return reverse("programmes:twin_file", args=[*self.place, name]) if name in self.outline.tables else ""

    @property
    def lists(self) -> str:
        """The page of all lists."""
        return reverse("programmes:twin_tables", args=self.place)

    def records(self, trace: Trace) -> str:
        """The page of the records behind a figure."""
        page, asked = self.table_page(trace.table), urlencode(online.query(trace))
        return f"{page}?{asked}" if page and asked else page

    def chapter(self, at: int) -> SafeString:
        """A page of the twin, worded."""
        return mark_safe(zlib.decompress(self._kept(f"leaf-{at}", lambda: self._chapter(at))).decode())  # noqa: S308

    def _chapter(self, at: int) -> bytes:
        leaf = self.outline.leaves[at]
        if leaf.of != "chapter":
            opening = {"report": self.head, "level": 1, **front.context(self.head, {}, online=self.online)}
            return zlib.compress(render_to_string(f"programmes/reports/online/{leaf.of}.html", opening).encode(), 1)
        place = f".chapters[{leaf.index}]"
        last = max(leaf.last - 1, leaf.first)
        own, sheets = self._pieces(f"{place}.blocks[*]", f"{place}.parts[{leaf.first} to {last}]")
        shown = online.chapter(leaf, own, sheets, self.language, self.online)
        context = {"chapter": shown, "report": self.outline.head, "year": str(self.outline.head["year"])}
        return zlib.compress(render_to_string("programmes/reports/chapter.html", context).encode(), 1)

    @cached_property
    def head(self) -> Report:
        """The report without its chapters."""
        found: Report = from_plain(dict(self.outline.head))
        return found

    def excerpt(self) -> dict[str, Any]:
        """What the first page of the edition shows of what stands before its chapters, with the way there."""
        found = front.excerpt(self.head, self.online)
        places = {"foreword": front.FOREWORDS, "glance": front.GLANCE}
        return {name: {**told, "address": self.anchor(places[name]).partition("#")[0]} for name, told in found.items()}

    def table(self, shelved: Shelved) -> Table:
        """A list with all its rows."""
        steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in shelved.path)
        ((plain,),) = self._pieces(steps)
        table: Table = from_plain(plain)
        return table

    def _pieces(self, *paths: str) -> list[list[Any]]:
        return Edition.objects.filter(pk=self.edition.pk).pieces(*(f'$."{self.language}"{path}' for path in paths))

    def _kept(self, what: str, make: Callable[[], T]) -> T:
        edition = f"{self.edition.pk}-{self.edition.checksum}"
        found: Any = cache.get_or_set(f"twin-{sources.code()}-{edition}-{self.language}-{what}", make, KEPT_FOR)
        return cast(T, found)

    def contents(self) -> list[dict[str, Any]]:
        """The chapters with their sheets and addresses, in their order."""
        chapters: dict[int, dict[str, Any]] = {}
        for leaf in self.outline.leaves:
            address = self.address(leaf)
            entry = chapters.setdefault(leaf.index, {"leaf": leaf, "address": address, "sheets": []})
            entry["sheets"] += [{"title": one.title, "address": f"{address}#{one.anchor}"} for one in leaf.sheets]
        return list(chapters.values())
