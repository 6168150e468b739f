"""CSL-JSON: what Zotero, Pandoc and the citation processors read."""

import json
from typing import Any, Final

from .data import Citation, Name, on_one_line

KINDS: Final = {"thesis": "thesis", "report": "report", "page": "webpage"}


def as_csl(one: Citation) -> str:
    """A list of one item, with the facts that are known."""
    issued = {"date-parts": [[one.issued.year, one.issued.month, one.issued.day]]} if one.issued else None
    item: dict[str, Any] = {
        "id": one.key,
        "type": KINDS[one.kind],
        "title": on_one_line(one.title),
        "author": [_name(name) for name in one.authors],
        "contributor": [_name(name) for name in one.directors],
        "issued": issued,
        "publisher": one.publisher,
        "genre": one.genre,
        "number": one.number,
        "DOI": one.doi,
        "URL": one.address,
        "keyword": ", ".join(one.keywords),
        "abstract": on_one_line(one.abstract),
        "language": one.language,
        "note": on_one_line(one.note),
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
