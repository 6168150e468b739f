"""The outline of a frozen content: on which page of the web twin each place stands, where each table lies.

A chapter that is too long for one page is cut before a sheet. Read from plain data, without building a block, so that
the page of one chapter never opens the others.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from . import front

FORE: Final = -2  # the rank of the forewords, before the first chapter, which is 0
UPPER: Final = -1  # that of the page with every commitment
LEAF = 110_000  # signs of plain data on a page; some 300 kB of HTML


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A place that the contents name: a chapter's head or a sheet."""

    anchor: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page of the twin: a chapter, or some of its sheets. `rank` counts its pages from 1, `index` the chapters.

    What stands before the chapters has an index below 0; `of` says what it is.
    """

    slug: str
    rank: int
    index: int
    title: str
    theme: int | None
    tone: str
    eyebrow: str
    lead: str
    first: int
    last: int
    sheets: tuple[Entry, ...]
    of: Literal["chapter", "forewords", "glance"] = "chapter"


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """A named table: the keys that lead to it in the content, and the page it is shown on."""

    name: str
    caption: str
    rows: int
    printed: bool
    path: tuple[str | int, ...]
    leaf: int


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The pages in their order, the named tables by name, the page of each anchor; `head`: all but the chapters."""

    leaves: tuple[Leaf, ...]
    tables: Mapping[str, Shelved]
    anchors: Mapping[str, int]
    head: Mapping[str, Any]

    def leaf(self, slug: str, rank: int) -> int:
        """The place of a page in the order. Raises KeyError when there is no such page."""
        return {(one.slug, one.rank): at for at, one in enumerate(self.leaves)}[slug, rank]


def outline(content: Mapping[str, Any]) -> Outline:
    """The outline of a report's plain form."""
    chapters = (leaf for index, chapter in enumerate(content["chapters"]) for leaf in _leaves(index, chapter))
    leaves = (*_front(content), *chapters)
    anchors: dict[str, int] = {}
    for at, leaf in enumerate(leaves):
        anchors.setdefault(leaf.slug, at)
        anchors |= {sheet.anchor: at for sheet in leaf.sheets}
    tables = {
        table.name: table
        for at, leaf in enumerate(leaves)
        if leaf.of == "chapter"
        for table in _tables(at, leaf, content["chapters"][leaf.index])
    }
    head = {name: value for name, value in content.items() if name not in {"chapters", "colophon"}}
    return Outline(leaves=leaves, tables=dict(sorted(tables.items())), anchors=anchors, head=head)


def _front(content: Mapping[str, Any]) -> Iterator[Leaf]:
    """What an edition has before its chapters; an older one has less of it."""
    if content.get("forewords"):
        yield _opening(FORE, front.FOREWORDS, front.forewords_title(), "forewords")
    if content.get("glance"):
        yield _opening(UPPER, front.GLANCE, content["glance"]["title"], "glance")


def _opening(index: int, slug: str, title: str, of: Literal["forewords", "glance"]) -> Leaf:
    return Leaf(
        slug=slug, rank=1, index=index, title=title, theme=None, tone="", eyebrow="", lead="", first=0, last=0,
        sheets=(), of=of,
    )  # fmt: skip


def _leaves(index: int, chapter: Mapping[str, Any]) -> Iterator[Leaf]:
    parts = chapter["parts"]
    for rank, (first, last) in enumerate(_shares(chapter), start=1):
        yield Leaf(
            slug=chapter["slug"],
            rank=rank,
            index=index,
            title=chapter["title"],
            theme=chapter["theme"],
            tone=chapter["tone"],
            eyebrow=chapter["eyebrow"],
            lead=chapter["lead"],
            first=first,
            last=last,
            sheets=tuple(Entry(anchor=part["anchor"], title=part["title"]) for part in parts[first:last]),
        )


def _shares(chapter: Mapping[str, Any]) -> list[tuple[int, int]]:
    """From which sheet to which each page goes; the first page also carries the chapter's own blocks."""
    weights = [_weight(part) for part in chapter["parts"]]
    cuts, heavy = [0], _weight(chapter["blocks"])
    for at, weight in enumerate(weights):
        if heavy and heavy + weight > LEAF and at > cuts[-1]:
            cuts.append(at)
            heavy = 0
        heavy += weight
    return list(zip(cuts, [*cuts[1:], len(weights)], strict=True))


def _tables(at: int, leaf: Leaf, chapter: Mapping[str, Any]) -> Iterator[Shelved]:
    places: list[tuple[tuple[str | int, ...], Sequence[Any]]] = [
        (("parts", rank), chapter["parts"][rank]["blocks"]) for rank in range(leaf.first, leaf.last)
    ]
    for keys, blocks in ([((), chapter["blocks"])] if leaf.rank == 1 else []) + places:
        for rank, block in enumerate(blocks):
            if block["type"] == "Table" and block["name"]:
                yield Shelved(
                    name=block["name"],
                    caption=block["caption"],
                    rows=len(block["rows"]),
                    printed=block["printed"],
                    path=("chapters", leaf.index, *keys, "blocks", rank),
                    leaf=at,
                )


def _weight(plain: Any) -> int:
    return len(json.dumps(plain, ensure_ascii=False))
