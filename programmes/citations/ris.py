"""RIS: one tag a line, lines ended as its readers expect, no line break inside a value."""

from collections.abc import Iterator
from typing import Final

from .data import Citation, Name, on_one_line

KINDS: Final = {"thesis": "THES", "report": "RPRT", "page": "ELEC"}


def as_ris(one: Citation) -> str:
    """The reference, from TY to ER."""
    lines = [f"{tag}  - {value}" for tag, text in _tags(one) if (value := on_one_line(text))]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tags(one: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", KINDS[one.kind]
    yield "ID", one.key
    yield "TI", one.title
    yield from (("AU", _name(name)) for name in one.authors)
    yield from (("A3", _name(name)) for name in one.directors)
    yield "PB", one.publisher
    yield "M3", one.genre
    yield "PY", str(one.issued.year) if one.issued else ""
    yield "DA", f"{one.issued:%Y/%m/%d}" if one.issued else ""
    yield "AN", one.number
    yield "DO", one.doi
    yield "UR", one.address
    yield from (("KW", word) for word in one.keywords)
    yield "AB", one.abstract
    yield "LA", one.language
    yield "N1", one.note


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family
