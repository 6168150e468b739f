"""BibTeX: an entry as the national portal of theses writes it, in UTF-8, with what TeX reads as a command escaped."""

from collections.abc import Iterator
from typing import Final

from .data import Citation, Name, on_one_line
from .sentence import supervised

KINDS: Final = {"thesis": "phdthesis", "report": "techreport", "page": "misc"}
PUBLISHERS: Final = {"thesis": "school", "report": "institution", "page": "organization"}
ESCAPED: Final = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def as_bibtex(one: Citation) -> str:
    """The entry. Titles stand in double braces: styles would lower their capitals."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(one) if value)
    return f"@{KINDS[one.kind]}{{{one.key},\n{fields}\n}}\n"


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    day = one.issued
    yield "title", f"{{{_safe(one.title)}}}"
    yield "author", " and ".join(_name(name) for name in one.authors)
    yield PUBLISHERS[one.kind], _safe(one.publisher)
    yield "type", _safe(one.genre)
    yield "year", str(day.year) if day else ""
    yield "month", f"{day.month:02}" if day else ""
    yield "number", _safe(one.number)
    yield "doi", _address(one.doi)
    yield "url", _address(one.address)
    yield "keywords", _safe(", ".join(one.keywords))
    yield "abstract", _safe(one.abstract)
    yield "language", one.language
    yield "note", _safe(", ".join(filter(None, (supervised(one), one.note))))


def _name(name: Name) -> str:
    """Family name first; a body stands in braces, so that nothing takes its words apart."""
    return f"{_part(name.family)}, {_part(name.given)}" if name.given else f"{{{_safe(name.family)}}}"


def _part(text: str) -> str:
    """A part of a name; one that holds a comma or the word “and” stands in braces."""
    safe = _safe(text)
    return f"{{{safe}}}" if "," in safe or " and " in f" {safe} " else safe


def _safe(text: str) -> str:
    return on_one_line(text).translate(ESCAPED)


def _address(text: str) -> str:
    """An address is read as it stands, but for the two signs that would end the field early."""
    return on_one_line(text).replace("{", "%7B").replace("}", "%7D")
