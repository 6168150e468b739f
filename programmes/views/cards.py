"""What a page says of itself in its head: to search engines, to networks that show a link to it, to machines."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override

from ..linked import Node
from ..templatetags.site import absolute
from ..templatetags.words import excerpt

LONGEST: Final = 200  # signs of a description: what search engines show


@dataclass(frozen=True, kw_only=True)
class Card:
    """The head of a page: what it is called, what it says in a sentence or two, and its graph, main node first.

    Without a title of its own it is called as its window is. `parents` are the steps that lead to it (words, path);
    `kind` is what it is for networks.
    """

    title: str = ""
    description: str = ""
    kind: Literal["website", "article"] = "website"
    page: str = "WebPage"
    parents: tuple[tuple[str, str], ...] = ()
    graph: tuple[Node, ...] = ()


def described(*texts: str) -> str:
    """The beginning of the first of these texts that says something, on one line."""
    return excerpt(" ".join(next(filter(None, map(strip_tags, texts)), "").split()), LONGEST)


def address_of(request: HttpRequest, page: str, *place: Any, mark: str = "") -> str:
    """The one name of a thing in every language: the address of its French page, and a mark when it has one."""
    path = _in_french(page, place, settings.ROOT_URLCONF)
    return absolute(request, path) + (f"#{mark}" if mark else "")


@lru_cache(maxsize=4_096)
def _in_french(page: str, place: tuple[Any, ...], _addresses: str) -> str:
    with override("fr"):
        return reverse(page, args=place)


def sentence(*parts: Any) -> str:
    """Facts one after the other, those that are known."""
    return ", ".join(str(part) for part in parts if part)


def names(rows: Iterable[Any]) -> str:
    """Names one after the other."""
    return ", ".join(str(row) for row in rows)
