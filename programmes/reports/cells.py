"""Words for one value of a frozen report, in its language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from programmes import wording
from programmes.sections.blocks import Kind, Link, Measure, Said, Trace, Value, bare

RIGHT = frozenset({"number", "money", "percent", "change", "money_change"})  # kinds that are aligned on the right


@dataclass(frozen=True, kw_only=True)
class Online:
    """Where the web twin leads: from an anchor to its page, from a figure to its records, from a list
    to its page and to its file. Each gives nothing for what the content does not have.
    """

    place: Callable[[str], str]
    records: Callable[[Trace], str]
    table: Callable[[str], str]
    file: Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A value as it is printed; `missing` when nobody has given it, `traced` when it leads to its records.

    `whole`: it stays on one line. `language`: to announce, none when it is the report's own.
    """

    words: str
    href: str = ""
    missing: bool = False
    right: bool = False
    traced: bool = False
    whole: bool = False
    language: str = ""


def cell(value: Value, kind: Kind, language: str, online: Online | None = None) -> Cell:
    """A value in words, with where it leads and on which side it stands."""
    match value := bare(value):
        case None | "":
            return Cell(words=wording.unknown(language), missing=True, right=kind in RIGHT)
        case Link():
            return Cell(words=value.text, href=link_target(value, online), language=other(value.language, language))
        case Said():
            return Cell(words=value.text, language=other(value.language, language))
    return Cell(words=words(value, kind, language), right=kind in RIGHT, whole=isinstance(value, date))


def other(language: str, own: str) -> str:
    """The language to announce: none when the words are in the report's own."""
    return "" if language == own else language


def link_target(link: Link, online: Online | None = None) -> str:
    """Inside the report an anchor, outside it a web address and nothing else; a page of the site in the twin only."""
    if online and (place := (link.anchor and online.place(link.anchor)) or _own(link.path)):
        return place
    if link.anchor:
        return f"#{link.anchor}"
    return link.url if link.url.startswith(("https://", "http://")) else ""


def _own(path: str) -> str:
    """A path of this site, never an address of another one."""
    return path if path.startswith("/") and not path.startswith("//") else ""


def words(value: str | int | Decimal | date | bool | Measure, kind: Kind, language: str) -> str:
    """The words alone. A year takes no thousands separator; text stays as it is."""
    match value:
        case bool():
            return wording.yes_no(value, language)
        case str():
            return value
        case date():
            return wording.short_day(value, language)
        case int() | Decimal():
            return _figure(value, kind, language)
        case Measure():
            upper = "" if value.upper is None else _figure(value.upper, kind, language)
            return wording.precise(_figure(value.value, kind, language), value.precision, upper, language)
    assert_never(value)


def short_words(value: int | Decimal, kind: Kind, language: str) -> str:
    """Words for a key figure: money in thousands or millions."""
    return wording.short_euros(value, language) if kind == "money" else _figure(value, kind, language)


def _figure(value: int | Decimal, kind: Kind, language: str) -> str:
    match kind:
        case "money":
            return wording.euros(value, language)
        case "percent":
            return wording.percent(value, language)
        case "year":
            return str(value)
        case "change":
            return _signed(wording.number(value, language), value)
        case "money_change":
            return _signed(wording.euros(value, language), value)
    return wording.number(value, language)


def _signed(words: str, value: int | Decimal) -> str:
    """A difference with its sign; none for no difference."""
    return f"+{words}" if value > 0 else words
