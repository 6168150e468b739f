"""The head of the page of a joint action, and the action as linked data: what its page shows and nothing else."""

from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from programmes import linked as nodes
from programmes.linked import Node
from programmes.templatetags.worded import address
from programmes.views import linked
from programmes.views.cards import Card, address_of, described

from ..enums import OutputKind, ParticipationRole, ProjectKind
from ..models import Contribution, Event, Output, Project
from .page import ProjectPage

OUTPUTS: Final = {OutputKind.PUBLICATION: "ScholarlyArticle", OutputKind.DATA_SET: "Dataset"} | {
    OutputKind.SOFTWARE: "SoftwareSourceCode"
}


def project_card(row: Project, page: ProjectPage, request: HttpRequest) -> Card:
    """The head of the page. Attach its lists first."""
    return Card(
        title=row.tr("title"),
        description=described(row.tr("summary"), f"{row.tr('title')}, {row.shown_kind.label}"),
        kind="article",
        parents=((_("Actions"), address("projects:list")),),
        graph=(project_node(row, page, request), *_instrument(row, request), *_outputs(row, request)),
    )


def project_name(row: Project, request: HttpRequest) -> Node:
    """An action, named in passing."""
    known_as = address_of(request, "projects:detail", row.slug, mark="project")
    return nodes.node("ResearchProject", known_as, name=row.tr("title"))


def project_node(row: Project, page: ProjectPage, request: HttpRequest) -> Node:
    """The action: when, with whom, with which money, what it produced."""
    whole = row.part_of if row.part_of and row.part_of.is_published else None
    themes = [linked.theme_name(link.theme, request) for link in row.theme_links.all()]
    promises = [linked.commitment_name(link.commitment, request) for link in row.commitment_links.all()]
    return project_name(row, request) | nodes.node(
        "ResearchProject",
        alternateName=row.tr("acronym"),
        description=described(row.tr("summary")),
        url=address_of(request, "projects:detail", row.slug),
        sameAs=[row.website] if row.website else [],
        identifier=[row.reference, *_european(page)],
        foundingDate=row.start,
        dissolutionDate=row.end,
        parentOrganization=project_name(whole, request) if whole else None,
        subOrganization=[project_name(one, request) for one in page.parts],
        knowsAbout=themes,
        subjectOf=promises,
        member=[
            *(_body(body, request) for body, _roles in page.partners),
            *(
                linked.person(one.person, one.person.identifiers.all(), jobTitle=one.get_role_display())
                for one in row.members.all()
            ),
        ],
        funding=[_grant(one, row, request) for one in row.contributions.all()],
        event=[_event(one, row, request) for one in page.events],
    )


def _european(page: ProjectPage) -> list[Node]:
    return [nodes.property_value("cordis", one.value, one.url) for one in page.registers]


def _body(body: Any, request: HttpRequest) -> Node:
    """A partner, organisation or laboratory, with its identifiers."""
    identifiers = linked.identified(body.identifiers.all())
    if hasattr(body, "slug"):
        return linked.laboratory_name(body, request) | identifiers
    return linked.organisation(body, request, body.identifiers.all())


def _grant(one: Contribution, row: Project, request: HttpRequest) -> Node:
    """A planned contribution; several funders when the split is not known."""
    return nodes.node(
        "MonetaryGrant",
        address_of(request, "projects:detail", row.slug, mark=f"grant-{one.reference}"),
        identifier=one.reference,
        description=one.tr("purpose"),
        amount=nodes.amount(one.amount),
        funder=[linked.organisation(link.organisation, request) for link in one.funder_links.all()],
        fundedItem=nodes.reference(project_name(row, request)["@id"]),
    )


def _event(one: Event, row: Project, request: HttpRequest) -> Node:
    return nodes.node(
        "Event",
        address_of(request, "projects:detail", row.slug, mark=f"event-{one.reference}"),
        name=one.tr("title"),
        inLanguage=one.language_of("title"),
        startDate=one.starts_on,
        endDate=one.ends_on,
        location=nodes.node("Place", name=one.place) if one.place else None,
        organizer=nodes.reference(project_name(row, request)["@id"]),
        url=one.website,
    )


def _outputs(row: Project, request: HttpRequest) -> tuple[Node, ...]:
    """What the action produced, under the numbers by which others know it."""
    by = nodes.reference(project_name(row, request)["@id"])
    return tuple(_output(one, by) for one in row.outputs.all())


def _output(one: Output, producer: Node) -> Node:
    known = nodes.known_as((entry.scheme, entry.value) for entry in one.registers)
    kind = OUTPUTS.get(OutputKind(one.kind), "CreativeWork")
    return nodes.node(
        kind,
        name=one.tr("title"),
        inLanguage=one.language_of("title"),
        datePublished=str(one.year),
        url=one.url,
        producer=producer,
        **known,
    )


def _instrument(row: Project, request: HttpRequest) -> tuple[Node, ...]:
    """The instrument of an action that is one: schema.org has no class for research infrastructure (standards B9)."""
    if row.kind != ProjectKind.EQUIPMENT:
        return ()
    makers = [one.organisation for one in row.participations.all() if one.role == ParticipationRole.MAKER]
    lead = row.lead_laboratory if row.lead_laboratory and row.lead_laboratory.is_published else None
    return (
        nodes.node(
            "IndividualProduct",
            address_of(request, "projects:detail", row.slug, mark="instrument"),
            name=row.tr("title"),
            alternateName=row.tr("acronym"),
            manufacturer=[linked.organisation(maker, request) for maker in makers if maker],
            owner=linked.laboratory_name(lead, request) if lead else None,
            funding=[nodes.reference(_grant(one, row, request)["@id"]) for one in row.contributions.all()],
        ),
    )
