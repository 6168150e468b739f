"""The catalogue of the open data for portals (DCAT, standards B8): one graph, written as JSON-LD and as Turtle."""

import json
from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..exports.formats import Format
from ..linked import LICENCE
from ..sections.registry import all_datasets
from ..templatetags.site import absolute
from .data import Download, Shown, home, shown
from .news import told_once
from .public import ReadOnly

PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EUROPEAN: Final = "http://publications.europa.eu/resource/authority"
LANGUAGES: Final = {"fr": f"{EUROPEAN}/language/FRA", "en": f"{EUROPEAN}/language/ENG"}
MEDIA: Final = "https://www.iana.org/assignments/media-types"
MEDIA_TYPES: Final = {kind: f"{MEDIA}/{kind.media_type.partition(';')[0]}" for kind in Format}
SEPARATOR: Final = ";\n    "
ESCAPED: Final = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r"}
Node = dict[str, Any]
Told = dict[str, list[Shown]]  # the data sets as each language tells them


@told_once
class CatalogueView(ReadOnly):
    """The catalogue, in the form that the end of its address names."""

    def get(self, request: HttpRequest, form: str) -> HttpResponse:
        """The whole graph. Raises Http404 for another form."""
        told: Told = {}
        for language in LANGUAGES:
            with override(language):
                told[language] = [shown(dataset, request) for dataset in all_datasets().values()]
        graph = [
            catalogue(told, request),
            *(node for rank in range(len(told["fr"])) for node in nodes(told, rank, request)),
        ]
        if form == "jsonld":
            text = json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1)
            return HttpResponse(text, content_type="application/ld+json")
        if form == "ttl":
            return HttpResponse("".join(turtle(graph)), content_type="text/turtle; charset=utf-8")
        raise Http404


def catalogue(told: Told, request: HttpRequest) -> Node:
    """The catalogue itself: who publishes what, under which licence."""
    with override("fr"):
        page = home(request)
    return {
        "@id": f"{page}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": [{"@value": str(settings.SITE_NAME), "@language": "fr"}],
        "dct:description": spoken(_("Tout ce que ce site publie, en fichiers entiers, à jour du dernier changement.")),
        "dct:publisher": publisher(request),
        "foaf:homepage": iri(page),
        "dct:license": iri(LICENCE),
        "dct:language": [iri(address) for address in LANGUAGES.values()],
        "dcat:dataset": [iri(f"{page}#{one.dataset.name}") for one in told["fr"]],
    }


def publisher(request: HttpRequest) -> Node:
    """Who answers for the catalogue and for each data set."""
    return {
        "@type": "foaf:Agent",
        "foaf:name": str(settings.SITE_NAME),
        "foaf:homepage": iri(absolute(request, "/fr/")),
    }


def nodes(told: Told, rank: int, request: HttpRequest) -> Iterator[Node]:
    """A data set, then its files in each language."""
    french, page = told["fr"][rank], ""
    with override("fr"):
        page, contact = home(request), absolute(request, reverse("programmes:contact"))
    files = [(language, one) for language in LANGUAGES for one in told[language][rank].downloads]
    node: Node = {
        "@id": f"{page}#{french.dataset.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": french.dataset.name,
        "dct:title": both(told, rank, "title"),
        "dct:description": both(told, rank, "summary"),
        "dcat:keyword": keywords(told, rank),
        "dct:publisher": publisher(request),
        "dct:license": iri(LICENCE),
        "dct:accrualPeriodicity": iri(f"{EUROPEAN}/frequency/CONT"),
        "dct:language": [iri(address) for address in LANGUAGES.values()],
        "dcat:landingPage": iri(f"{page}#{french.dataset.name}"),
        "dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": str(settings.SITE_NAME), "vcard:hasURL": iri(contact)},
        "dcat:distribution": [iri(one.address) for _spoken, one in files],
    }
    if french.changed_on:
        node["dct:modified"] = {"@value": french.changed_on.isoformat(), "@type": "xsd:date"}
    if french.period:
        node["dct:temporal"] = between(french.period)
    yield node
    for language, one in files:
        yield distribution(one, language, told[language][rank])


def distribution(download: Download, language: str, of: Shown) -> Node:
    """A file of a data set."""
    node: Node = {
        "@id": download.address,
        "@type": "dcat:Distribution",
        "dct:identifier": f"{of.dataset.name}.{language}.{download.format}",
        "dct:title": [{"@value": f"{of.dataset.title} ({download.name})", "@language": language}],
        "dcat:downloadURL": iri(download.address),
        "dcat:accessURL": iri(download.address),
        "dct:format": iri(f"{EUROPEAN}/file-type/{download.name}"),
        "dcat:mediaType": iri(MEDIA_TYPES[download.format]),
        "dct:language": iri(LANGUAGES[language]),
        "dct:license": iri(LICENCE),
    }
    if download.format == Format.CSV:
        node["dct:conformsTo"] = iri(of.schema)
    if download.stored:
        node["dcat:byteSize"] = {"@value": str(download.stored.size), "@type": "xsd:nonNegativeInteger"}
        node["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@value": download.stored.sha256, "@type": "xsd:hexBinary"},
        }
    return node


def iri(address: str) -> Node:
    """Points at something with an address."""
    return {"@id": address}


def between(period: str) -> Node:
    """The years that a set covers."""
    years = period.split("\u2013")
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": year(years[0]), "dcat:endDate": year(years[-1])}


def year(text: str) -> Node:
    """A year as a value."""
    return {"@value": text, "@type": "xsd:gYear"}


def spoken(sentence: Promise) -> list[Node]:
    """A sentence in each language."""
    texts = []
    for language in LANGUAGES:
        with override(language):
            texts.append({"@value": str(sentence), "@language": language})
    return texts


def both(told: Told, rank: int, name: str) -> list[Node]:
    """A text of a data set in each language."""
    texts = []
    for language, sets in told.items():
        with override(language):
            texts.append({"@value": str(getattr(sets[rank].dataset, name)), "@language": language})
    return texts


def keywords(told: Told, rank: int) -> list[Node]:
    """Its keywords in each language."""
    words = []
    for language, sets in told.items():
        with override(language):
            words += [{"@value": str(word), "@language": language} for word in sets[rank].dataset.keywords]
    return words


def turtle(graph: list[Node]) -> Iterator[str]:
    """The same graph as Turtle."""
    yield "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    for node in graph:
        facts = SEPARATOR.join(facts_of(node))
        yield f"\n<{node['@id']}> {facts} .\n"


def facts_of(node: Node) -> Iterator[str]:
    """What is said of a node, fact after fact."""
    yield f"a {node['@type']}"
    for name, values in node.items():
        if not name.startswith("@"):
            listed = values if isinstance(values, list) else [values]
            yield f"{name} {', '.join(term(value) for value in listed)}"


def term(value: Any) -> str:
    """A value: an address, a text with its language or its type, a node without an address."""
    if isinstance(value, str):
        return f'"{value.translate(ESCAPED)}"'
    if "@value" in value:
        text = f'"{value["@value"].translate(ESCAPED)}"'
        return f"{text}@{value['@language']}" if "@language" in value else f"{text}^^{value['@type']}"
    if "@type" in value:
        inside = SEPARATOR.join(facts_of(value))
        return f"[ {inside} ]"
    return f"<{value['@id']}>"
