"""Linked data: what a page says, for machines, in the words of schema.org (standards B9). Knows no table of ours.

A node is a plain mapping. Its `@id` is the address of its French page and a mark, the same in every language and for
ever, so that what several pages say of one thing comes together. A work says in which language it is named where that
is not the page's (`inLanguage`); schema.org has no such word for bodies and terms.
"""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from .identifiers import Identifier, Scheme

Node = dict[str, Any]
LICENCE: Final = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
# What would end the element or open another one, written so that JSON reads it back unchanged.
ESCAPED: Final = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}
SAME_AS: Final = frozenset({Scheme.ROR, Scheme.ISNI, Scheme.IDREF, Scheme.ORCID, Scheme.WIKIDATA, Scheme.FUNDREF})


def node(kind: str, address: str = "", /, **facts: Any) -> Node:
    """A thing of a kind with the facts that are known; one that is only named in passing has no address."""
    known = {name: plain(value) for name, value in facts.items() if value not in (None, "", [], (), {})}
    return {"@type": kind, **({"@id": address} if address else {}), **known}


def reference(address: str) -> Node:
    """Points at a thing that another node, or another page, describes."""
    return {"@id": address}


def plain(value: Any) -> Any:
    """A value as JSON holds it: days as ISO writes them, amounts as numbers."""
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple() | list():
            return [plain(one) for one in value]
        case str() | int() | float() | dict():
            return value
    return str(value)


def property_value(name: str, value: str, url: str = "") -> Node:
    """A number by which a register knows a thing."""
    return node("PropertyValue", propertyID=name, value=value, url=url)


def known_as(identifiers: Iterable[tuple[Scheme, str]]) -> dict[str, list[Any]]:
    """Identifiers as facts of a node: each as a value of its register, and the same thing elsewhere on the web."""
    rows = [Identifier(scheme, value) for scheme, value in identifiers]
    return {
        "identifier": [property_value(str(row.scheme.value), row.value, row.url) for row in rows],
        "sameAs": [row.url for row in rows if row.scheme in SAME_AS],
    }


def amount(value: Decimal | None) -> Node | None:
    """An amount in euros."""
    return None if value is None else node("MonetaryAmount", value=value, currency="EUR")


def period(start: date | None, end: date | None) -> str:
    """From when to when, as ISO writes it; an open end stays open."""
    return f"{start.isoformat()}/{end.isoformat() if end else '..'}" if start else ""


def as_script(nodes: Iterable[Node]) -> SafeString:
    """The graph of a page as the content of its data block, which browsers never run."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign, written in ESCAPED.items():  # str.translate looks at each letter that is not ASCII: ten times as slow
        text = text.replace(sign, written)
    return mark_safe(text)  # noqa: S308 - every sign that could leave the element is escaped above
