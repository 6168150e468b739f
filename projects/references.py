"""References as people paste them: DOIs, HAL identifiers, BibTeX. What cannot be read is named, line by line."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from programmes.identifiers import Scheme, parse

from .enums import OutputKind

KINDS = {
    "dataset": OutputKind.DATA_SET,
    "software": OutputKind.SOFTWARE,
    "patent": OutputKind.PATENT,
    "misc": OutputKind.OTHER,
}
ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327"}
SHAPES = {Scheme.DOI: r"10\.\d{4,9}(\.\d+)*/\S+", Scheme.HAL_DOCUMENT: r"[a-z]{2,20}[-_]\d{6,9}(v\d+)?"}
MOST = 200  # references at a time
LONGEST = 300  # characters of a title


@dataclass(frozen=True, kw_only=True)
class Reference:
    """An output, as a reference gives it; without a title it is called by its identifier."""

    title: str
    kind: OutputKind = OutputKind.PUBLICATION
    year: int | None = None
    doi: str = ""
    hal_id: str = ""


@dataclass(kw_only=True)
class Pasted:
    """What was read, and a sentence for each line that was not."""

    references: list[Reference] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(text: str) -> Pasted:
    """Read references pasted together, one a line, BibTeX entries over several."""
    found = Pasted()
    for number, chunk in chunks(text):
        if len(found.references) == MOST:
            found.faults.append(f"Ligne {number}\u00a0: {MOST} références au plus à la fois.")
            break
        try:
            found.references.append(_entry(chunk) if chunk.startswith("@") else _line(chunk))
        except ValueError as error:
            found.faults.append(f"Ligne {number}\u00a0: «\u00a0{chunk.splitlines()[0][:80]}\u00a0» {error}")
    return found


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Lines, and BibTeX entries whole, each with the number of its first line."""
    held: list[str] = []
    first = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not held and not line.strip():
            continue
        if not held and not line.lstrip().startswith("@"):
            yield number, line.strip()
            continue
        first = first if held else number
        held.append(line.strip())
        if sum(part.count("{") - part.count("}") for part in held) <= 0:
            yield first, "\n".join(held)
            held = []
    if held:
        yield first, "\n".join(held)


def _line(line: str) -> Reference:
    """An identifier, and perhaps a title after it. Raises ValueError with the end of a sentence."""
    for scheme, shape in SHAPES.items():
        found = re.search(shape, line, flags=re.IGNORECASE)
        if found and (value := _identifier(scheme, found[0].rstrip(".,;"))):
            title = line[found.end() :].strip(" .;,:–—-")[:LONGEST] or value
            doi, hal_id = (value, "") if scheme == Scheme.DOI else ("", value)
            return Reference(title=title, doi=doi, hal_id=hal_id)
    raise ValueError("n’est ni un DOI, ni un identifiant HAL, ni du BibTeX.")


def _entry(text: str) -> Reference:
    """A BibTeX entry. Raises ValueError with the end of a sentence."""
    head = re.match(r"@(\w+)\s*\{", text)
    if not head or text.count("{") != text.count("}"):
        raise ValueError("est une entrée BibTeX qui ne se ferme pas.")
    fields = dict(_fields(text[head.end() :]))
    title = fields.get("title", "")
    if not title:
        raise ValueError("est une entrée BibTeX sans titre.")
    doi = fields.get("doi", "")
    if doi and not _identifier(Scheme.DOI, doi):
        raise ValueError(f"donne un DOI qui n’en est pas un\u00a0: {doi}.")
    year = fields.get("year") or fields.get("date", "")[:4]
    return Reference(
        title=title[:LONGEST],
        kind=KINDS.get(head[1].lower(), OutputKind.PUBLICATION),
        year=int(year) if re.fullmatch(r"(19|20)\d\d", year) else None,
        doi=_identifier(Scheme.DOI, doi),
        hal_id=_identifier(Scheme.HAL_DOCUMENT, fields.get("hal_id", "")),
    )


def _fields(body: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"(\w+)\s*=\s*", body):
        yield found[1].lower(), _plain(_value(body[found.end() :]))


def _value(text: str) -> str:
    """The value that begins a text: in braces, in quotes, or bare."""
    if text.startswith("{"):
        depth = 0
        for place, character in enumerate(text):
            depth += {"{": 1, "}": -1}.get(character, 0)
            if not depth:
                return text[1:place]
    if text.startswith('"'):
        return text[1:].partition('"')[0]
    return re.split(r"[,}\s]", text, maxsplit=1)[0]


def _plain(text: str) -> str:
    """TeX accents as letters, braces and line ends left out."""

    def accented(found: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", found[2] + ACCENTS[found[1]])

    text = re.sub(r"\\(['`^\"~c])\s*\{?\\?([A-Za-z])\}?", accented, text)
    return " ".join(re.sub(r"[{}]|\\(?=[&%_#])", "", text).split())


def _identifier(scheme: Scheme, text: str) -> str:
    """An identifier in its one spelling; empty when it is none."""
    try:
        return parse(scheme, text).value if text else ""
    except ValidationError:
        return ""
