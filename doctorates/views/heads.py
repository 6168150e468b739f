"""The head of the page of a thesis, and the thesis as linked data: what its page shows and nothing else."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from programmes import linked as nodes
from programmes.linked import Node
from programmes.templatetags.worded import address
from programmes.views import linked
from programmes.views.cards import Card, address_of, described, sentence
from projects.views.heads import project_name

from ..enums import ThesisState
from ..models import Thesis
from .citing import Entry, words_of


def thesis_card(row: Thesis, registers: Sequence[Entry], request: HttpRequest) -> Card:
    """The head of the page; nobody is named there. Attach its lists first."""
    laboratory = row.laboratory if row.laboratory.is_published else ""
    year = row.defended_on.year if row.defended_on else ""
    told = sentence(_("Thèse cofinancée"), row.tr("discipline"), laboratory, row.shown_state.label, year)
    return Card(
        title=row.tr("title"),
        description=described(readable_abstract(row), told),
        kind="article",
        parents=((_("Thèses"), address("doctorates:list")),),
        graph=(thesis_node(row, registers, request),),
    )


def readable_abstract(row: Thesis) -> str:
    """The abstract in the reader's language; nothing as long as it is kept back."""
    return "" if row.is_confidential_on(localdate()) else row.tr("abstract")


def thesis_node(row: Thesis, registers: Sequence[Entry], request: HttpRequest) -> Node:
    """The thesis. Its candidate is named only as the rule of the record allows; a date only once it is defended."""
    laboratory = row.laboratory if row.laboratory.is_published else None
    candidate = row.public_candidate
    defended = row.state == ThesisState.DEFENDED
    return nodes.node(
        "Thesis",
        address_of(request, "doctorates:detail", row.slug, mark="thesis"),
        name=row.tr("title"),
        inLanguage=row.language_of("title"),
        url=address_of(request, "doctorates:detail", row.slug),
        abstract=readable_abstract(row),
        keywords=list(words_of(row.tr("keywords"))),
        author=linked.person(candidate) if candidate else None,
        contributor=[
            linked.person(one.person, one.person.identifiers.all(), jobTitle=one.get_role_display())
            for one in row.supervisions.all()
        ],
        inSupportOf=_("doctorat") if defended else "",
        creativeWorkStatus=str(row.shown_state.label),
        datePublished=row.defended_on if defended else None,
        sourceOrganization=_origins(row, request),
        producer=linked.laboratory_name(laboratory, request) if laboratory else None,
        about=[linked.theme_name(link.theme, request) for link in row.theme_links.all()],
        funder=[linked.organisation(one.organisation, request) for one in row.fundings.all()],
        identifier=[row.reference, *(nodes.property_value(one.label, one.value, one.url) for one in registers)],
        sameAs=[one.url for one in registers if one.url],
    )


def _origins(row: Thesis, request: HttpRequest) -> list[Node]:
    """The body that awards it, and its action: to schema.org a project of research is a body, not a whole of works."""
    body = row.awarding_body or row.registering_body
    bodies = [linked.organisation(body, request)] if body else []
    return [*bodies, *([project_name(row.project, request)] if row.project.is_published else [])]
