"""Records of the foundation as nodes of linked data, built from what their pages show and nothing else."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest

from .. import linked
from ..enums import OrganisationKind
from ..identifiers import Scheme
from ..linked import Node
from ..models import Commitment, Identifier, Laboratory, Organisation, Person, Protocol, Theme
from .cards import address_of

KINDS: Final = {
    OrganisationKind.LOCAL_AUTHORITY: "GovernmentOrganization",
    OrganisationKind.STATE: "GovernmentOrganization",
    OrganisationKind.EUROPE: "GovernmentOrganization",
    OrganisationKind.RESEARCH_BODY: "ResearchOrganization",
    OrganisationKind.INSTITUTE: "ResearchOrganization",
    OrganisationKind.TEAM: "ResearchOrganization",
    OrganisationKind.UNIVERSITY: "CollegeOrUniversity",
    OrganisationKind.SCHOOL: "CollegeOrUniversity",
    OrganisationKind.COMMUNITY: "CollegeOrUniversity",
    OrganisationKind.COMPANY: "Corporation",
}


def identified(rows: Iterable[Identifier]) -> dict[str, list[Any]]:
    """The identifiers of a body or a person as facts of its node."""
    return linked.known_as((Scheme(row.scheme), row.value) for row in rows)


def organisation(row: Organisation, request: HttpRequest, identifiers: Iterable[Identifier] = ()) -> Node:
    """A body; give its identifiers when they were loaded."""
    return linked.node(
        KINDS.get(OrganisationKind(row.kind), "Organization"),
        address_of(request, "programmes:home", mark=f"organisation-{row.reference}"),
        name=row.tr("name"),
        alternateName=row.acronym,
        url=row.website,
        **identified(identifiers),
    )


def person(row: Person, identifiers: Iterable[Identifier] = (), **facts: Any) -> Node:
    """Somebody who is named on the page."""
    known = identified(identifiers)
    return linked.node("Person", name=str(row), familyName=row.family_name, givenName=row.given_name, **known, **facts)


def protocol_name(row: Protocol, request: HttpRequest) -> Node:
    """A protocol, named in passing."""
    address = address_of(request, "programmes:protocol_of", row.reference, mark="protocol")
    return linked.node("CreativeWork", address, name=row.tr("title"), inLanguage=row.language_of("title"))


def protocol(row: Protocol, request: HttpRequest) -> Node:
    """The agreement: who signed it, for how long, about which themes. Load with_agreement() first."""
    parties = list(row.parties.all())
    signed = [one for party in parties for one in party.signatures.all()]
    return protocol_name(row, request) | linked.node(
        "CreativeWork",
        alternateName=row.tr("short_title"),
        description=row.tr("summary"),
        url=address_of(request, "programmes:protocol_of", row.reference),
        dateCreated=row.signed_on,
        temporalCoverage=linked.period(row.starts_on, row.term),
        locationCreated=linked.node("Place", name=row.signed_at_place) if row.signed_at_place else None,
        creator=[organisation(party.organisation, request) for party in parties],
        accountablePerson=[person(one.person, jobTitle=one.tr("function")) for one in signed],
        identifier=row.legal_reference,
        about=linked.reference(term_set(row, request)),
    )


def term_set(row: Protocol, request: HttpRequest) -> str:
    """The name of the set of the themes of a protocol."""
    return address_of(request, "programmes:themes", mark=f"themes-{row.reference}")


def theme_name(row: Theme, request: HttpRequest) -> Node:
    """A theme, named in passing."""
    address = address_of(request, "programmes:theme", row.slug, mark="theme")
    return linked.node("DefinedTerm", address, name=row.tr("label"), termCode=str(row.number))


def theme(row: Theme, request: HttpRequest) -> Node:
    """A priority theme; its laboratories and what is about it point at it from their own pages."""
    return theme_name(row, request) | linked.node(
        "DefinedTerm",
        alternateName=row.tr("short_label"),
        description=row.tr("summary"),
        url=address_of(request, "programmes:theme", row.slug),
        identifier=row.reference,
        inDefinedTermSet=linked.reference(term_set(row.protocol, request)),
    )


def theme_set(row: Protocol, themes: Iterable[Theme], request: HttpRequest) -> Node:
    """The themes of a protocol, in its order."""
    terms = [theme_name(one, request) for one in themes]
    return linked.node("DefinedTermSet", term_set(row, request), name=row.tr("short_title"), hasDefinedTerm=terms)


def commitment_name(row: Commitment, request: HttpRequest) -> Node:
    """A commitment, named in passing."""
    address = address_of(request, "programmes:commitment", row.protocol.reference, row.number, mark="commitment")
    return linked.node(
        "CreativeWork", address, name=row.tr("label"), position=row.number, inLanguage=row.language_of("label")
    )


def commitment(row: Commitment, level: str, request: HttpRequest) -> Node:
    """A promise in its official wording, and where the partners say it stands."""
    return commitment_name(row, request) | linked.node(
        "CreativeWork",
        text=row.tr("wording"),
        url=address_of(request, "programmes:commitment", row.protocol.reference, row.number),
        identifier=row.reference,
        creativeWorkStatus=level,
        isPartOf=protocol_name(row.protocol, request),
    )


def laboratory_name(row: Laboratory, request: HttpRequest) -> Node:
    """A laboratory, named in passing."""
    address = address_of(request, "programmes:laboratory", row.slug, mark="laboratory")
    return linked.node("ResearchOrganization", address, name=row.tr("name"), alternateName=row.acronym)


def laboratory(row: Laboratory, themes: Iterable[Theme], request: HttpRequest) -> Node:
    """A research unit: its codes and numbers, its supervising bodies, all loaded beforehand; where it is."""
    codes = [str(code) for code in row.unit_codes.all()]
    place = linked.node("PostalAddress", addressLocality=row.city, addressCountry="FR") if row.city else None
    known = row.latitude is not None and row.longitude is not None
    return laboratory_name(row, request) | linked.node(
        "ResearchOrganization",
        alternateName=[name for name in (row.acronym, *codes) if name],
        description=row.tr("summary"),
        url=row.website or address_of(request, "programmes:laboratory", row.slug),
        foundingDate=row.opened_on,
        dissolutionDate=row.closed_on,
        address=place,
        location=linked.node(
            "Place",
            name=row.city,
            geo=linked.node("GeoCoordinates", latitude=row.latitude, longitude=row.longitude),
        )
        if known
        else None,
        parentOrganization=[organisation(one.organisation, request) for one in row.supervisions.all()],
        knowsAbout=[theme_name(one, request) for one in themes],
        **identified(row.identifiers.all()),
    )


def listed(nodes: Iterable[Node], address: str) -> Node:
    """Things in the order of a page."""
    items = [linked.node("ListItem", position=rank, item=one) for rank, one in enumerate(nodes, start=1)]
    return linked.node("ItemList", address, numberOfItems=len(items), itemListElement=items)
