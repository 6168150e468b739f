"""The whole public site of an invented year: every address that its patterns allow, so that no page is forgotten."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import override

from doctorates.models import Thesis
from programmes.enums import CampaignKind
from programmes.models import Campaign, Edition, EditionFile, Laboratory, Theme
from programmes.reports import passages
from programmes.reports.freezing import freeze
from programmes.sections import blocks
from projects.models import Project, ProjectTheme
from tests import factories
from tests.reports import situation

# What is no page of its own: redirects, personal addresses, files. Everything else is walked through.
NO_PAGES = {
    "programmes:commitment_shortcut",
    "programmes:report_shortcut",
    "programmes:contribute",
    "programmes:news",
    "programmes:open_calendar",
    "programmes:open_feed",
    "programmes:receipt",
    "programmes:review",
    "programmes:review_file",
    "programmes:reminders",
    "programmes:calendar",
    "programmes:edition_file",
    "programmes:data_file",
    "programmes:data_schema",
    "programmes:edition_citation",
    "programmes:twin_file",
    "projects:leaflet",
    "projects:document",
    "projects:citation",
    "doctorates:leaflet",
    "doctorates:citation",
}


def published_year() -> Campaign:
    """The register with something of everything, two actions in a theme, its report published and readable online."""
    campaign = situation.told_year()
    part = Project.objects.published().get(acronym="Volet")
    ProjectTheme.objects.create(project=part, theme=Theme.objects.published().earliest("pk"))
    content = {language: blocks.as_plain(freeze(campaign, language)) for language in ("fr", "en")}
    edition = factories.publish(factories.EditionFactory(content=content, report__campaign=campaign))
    EditionFile.objects.create(
        edition=edition, language="fr", format="pdf", file="rapport.pdf", sha256="0" * 64, size=612_345, pages=72
    )
    passages.keep_all()
    return campaign


def names() -> Iterator[str]:
    """The names of every address under a language."""
    roots = [part for part in get_resolver().url_patterns if isinstance(part.pattern, LocalePrefixPattern)]
    for root in roots:
        yield from _names(root, "")


def _names(part: Any, space: str) -> Iterator[str]:
    if isinstance(part, URLPattern):
        yield f"{space}{part.name}"
    elif isinstance(part, URLResolver):
        inner = f"{part.namespace}:" if part.namespace else space
        for below in part.url_patterns:
            yield from _names(below, inner)


def without_parts() -> set[str]:
    """Those whose address has no variable part."""
    return {name for name in names() if name not in NO_PAGES and not _parts(name)}


def fixed_addresses() -> set[str]:
    """Those that the home leads to, as addresses in both languages; an acknowledgement follows a form alone."""
    return {address for language in ("fr", "en") for address in _fixed(language)}


def _fixed(language: str) -> list[str]:
    with override(language):
        return [reverse(name) for name in without_parts() - {"programmes:letter_received"}]


def _parts(name: str) -> list[str]:
    """The variable parts of an address."""
    space, _colon, bare = name.rpartition(":")
    resolver: Any = get_resolver()
    for _space in filter(None, [space]):
        resolver = resolver.namespace_dict[space][1]
    return list(resolver.reverse_dict[bare][0][0][1])


def pages(campaign: Campaign) -> dict[str, dict[str, Any]]:
    """What each address with a variable part is tried with."""
    protocol = campaign.protocol
    commitment = protocol.commitments.filter(status="published").earliest("pk")
    project = Project.objects.published().filter(acronym="SPECTRO").get()
    thesis = Thesis.objects.published().filter(defended_on__isnull=False).earliest("pk")
    key = (campaign.year, CampaignKind.YEARLY)
    edition = {
        "protocol": protocol.reference,
        "campaign": key,
        "number": Edition.objects.get(report__campaign=campaign).number,
    }
    return {
        "programmes:protocol_of": {"reference": protocol.reference},
        "programmes:commitment": {"protocol": protocol.reference, "number": commitment.number},
        "programmes:theme": {"slug": Theme.objects.published().earliest("pk").slug},
        "programmes:laboratory": {"slug": Laboratory.objects.published().earliest("pk").slug},
        "programmes:report": {"protocol": protocol.reference, "campaign": key},
        "programmes:edition": edition,
        "programmes:twin_tables": edition,
        "programmes:twin_table": {**edition, "name": "liste-theses"},
        "programmes:twin_chapter": {**edition, "slug": "actions"},
        "programmes:twin_sheets": {**edition, "slug": "actions", "rank": 1},
        "programmes:report_error": {"kind": "thesis", "key": thesis.reference},
        "projects:detail": {"slug": project.slug},
        "doctorates:detail": {"slug": thesis.slug},
    }


def addresses(campaign: Campaign, language: str) -> dict[str, str]:
    """Every page in a language, by name. Raises KeyError for a new page that nobody described above."""
    described = pages(campaign)
    with override(language):
        return {
            name: reverse(name, kwargs=described[name] if _parts(name) else {})
            for name in names()
            if name not in NO_PAGES
        }
