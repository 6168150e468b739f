"""The words of a frozen edition, place by place, as the search of the site reads them."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..models import Edition, Passage, Stamp
from ..models.stamps import ANYWHERE
from .outline import Leaf, outline

# The fields of blocks that hold words for readers, in the order in which a page says them.
SAID: Final = (
    "label", "title", "lead", "caption", "text", "html", "speaker", "function", "items", "facts", "figures", "value",
    "unit", "note", "rows", "total", "empty",
)  # fmt: skip
BLOCK: Final = re.compile(r"</?(?:p|br|ul|ol|li|h\d)\b[^>]*>")
TAG: Final = re.compile(r"</?[a-z][^>]*>")
BETWEEN: Final = " – "
AT_ONCE: Final = 200


def keep_all() -> None:
    """Take the passages of the editions of which nobody took them yet; several may do it at once."""
    for edition in Edition.objects.unread():
        Passage.objects.bulk_create(passages(edition), batch_size=AT_ONCE, ignore_conflicts=True)
        Stamp.objects.touch(ANYWHERE)


def passages(edition: Edition) -> Iterator[Passage]:
    """What the edition says, in each of its languages: the report itself, then chapters and sheets in their order."""
    for language, content in edition.content.items():
        for rank, place in enumerate(_places(content) if content else ()):
            yield Passage(
                edition=edition,
                language=language,
                rank=rank,
                chapter=place.chapter,
                page=place.page,
                anchor=place.anchor,
                above=place.above,
                title=place.title,
                text=BETWEEN.join(_words(place.told)),
            )


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something is told; the report itself has no chapter. `told`: plain data, whose words are read."""

    title: str
    told: Any
    above: str = ""
    chapter: str = ""
    page: int = 1
    anchor: str = ""


def _places(content: Mapping[str, Any]) -> Iterator[Place]:
    """Each place with what stands there."""
    title = f"{content['title']} {content['year']}"
    yield Place(title=title, above=title, told=[content["subtitle"], content["protocol"], content["parties"]])
    for leaf in outline(content).leaves:
        for anchor, title, told in _on(leaf, content):
            yield Place(title=title, told=told, above=leaf.title, chapter=leaf.slug, page=leaf.rank, anchor=anchor)


def _on(leaf: Leaf, content: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """The places of a page: anchor, title and what stands there."""
    if leaf.of == "forewords":
        yield leaf.slug, leaf.title, content["forewords"]
    elif leaf.of == "chapter":
        chapter = content["chapters"][leaf.index]
        if leaf.rank == 1:
            yield leaf.slug, leaf.title, [{"text": leaf.lead}, *chapter["blocks"]]
        for part in chapter["parts"][leaf.first : leaf.last]:
            yield part["anchor"], part["title"], part["blocks"]


def _words(plain: Any) -> Iterator[str]:
    """The words of plain data, but for numbers, addresses, drawings and lists that are not printed."""
    if isinstance(plain, str):
        text = " ".join(html.unescape(TAG.sub("", BLOCK.sub(" ", plain))).split())
        if text:
            yield text
    elif isinstance(plain, Sequence):
        for one in plain:
            yield from _words(one)
    elif isinstance(plain, Mapping) and plain.get("printed", True):
        for name in SAID:
            yield from _words(plain.get(name))
