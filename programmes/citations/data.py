"""What a reference says, whatever the tool that reads it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Name:
    """Somebody, or a body when there is no given name."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A thesis, a report or a page to be cited. Unknown facts stay empty and are left out.

    `key` names it in a bibliography, `genre` is what it is in words, `publisher` the body that awards or publishes,
    `number` the one of its register (NNT), `language` that of the title.
    """

    kind: Literal["thesis", "report", "page"]
    key: str
    title: str
    address: str
    language: str
    genre: str
    authors: tuple[Name, ...] = ()
    directors: tuple[Name, ...] = ()
    publisher: str = ""
    issued: date | None = None
    number: str = ""
    doi: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    note: str = ""


def on_one_line(text: str) -> str:
    """Without line breaks nor control characters, which end a field in one format or another."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
