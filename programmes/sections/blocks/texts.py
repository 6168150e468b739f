"""Blocks made of words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .values import Link, Trace


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Plain text; line breaks begin a new paragraph. `lead` opens a chapter, `note` and `source` are small print.

    `language` when it differs from the report's, here and below: screen readers change voice. A sentence that tells
    a count of ours names its list (`trace`); words that people wrote have none.
    """

    text: str
    style: Literal["lead", "text", "note", "source"] = "text"
    language: str = ""
    trace: Trace | None = None


@dataclass(frozen=True, kw_only=True)
class Rich:
    """Text written by staff with bold, italics, links and lists, as sanitised HTML; headings become bold lines."""

    html: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Official or spoken words, kept to the letter."""

    text: str
    speaker: str = ""
    function: str = ""
    day: date | None = None
    source: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading inside a chapter or a part; the level follows from the place."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list of short lines."""

    items: tuple[str | Link, ...]


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Sources that disagree: what is said here, and what the other source says."""

    text: str
    source: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A sentence about what is not known."""

    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Pill:
    """A state in a word; `state` (reached, on_track, to_strengthen, returned, unknown) picks colour and icon."""

    state: str
    label: str
