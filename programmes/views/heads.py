"""The heads of the pages of the foundation: what each says to search engines, to networks and to machines."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ..models import Commitment, Laboratory, Protocol, Theme
from ..templatetags.worded import address
from ..templatetags.words import day
from . import linked
from .cards import Card, address_of, described, names, sentence
from .levels import ShownLevel


def home(headline: str, lead: str, protocol: Protocol | None, themes: Sequence[Theme], request: HttpRequest) -> Card:
    """The agreement and its themes: what everything else hangs on."""
    graph = (linked.protocol(protocol, request), linked.theme_set(protocol, themes, request)) if protocol else ()
    return Card(title=headline, description=described(lead, headline), graph=graph)


def protocol(row: Protocol, request: HttpRequest) -> Card:
    """One agreement."""
    signed = _("%(title)s, signé le %(day)s.") % {"title": row.tr("title"), "day": day(row.signed_on)}
    return Card(
        title=row.tr("title"),
        description=described(row.tr("summary"), signed),
        kind="article",
        graph=(linked.protocol(row, request),),
    )


def commitments(rows: Iterable[Commitment], request: HttpRequest) -> Card:
    """Every promise, in order."""
    nodes = [linked.commitment_name(row, request) for row in rows]
    return Card(
        title=_("Les engagements"),
        description=_(
            "Ce que les partenaires se sont promis, dans les termes du protocole, et où en est chaque promesse."
        ),
        page="CollectionPage",
        graph=(linked.listed(nodes, address_of(request, "programmes:commitments", mark="list")),),
    )


def commitment(row: Commitment, level: ShownLevel, request: HttpRequest) -> Card:
    """One promise, in its official wording."""
    return Card(
        title=f"{row.number}. {row.tr('label')}",
        description=described(row.tr("wording")),
        kind="article",
        parents=((_("Engagements"), address("programmes:commitments")),),
        graph=(linked.commitment(row, str(level.label), request),),
    )


def themes(groups: Iterable[Mapping[str, Any]], request: HttpRequest) -> Card:
    """The themes of each protocol."""
    return Card(
        title=_("Les thématiques prioritaires"),
        description=_(
            "Les sujets que les partenaires ont choisi de soutenir d’abord, avec leurs laboratoires, leurs actions "
            "et leurs thèses. Les intitulés sont ceux du protocole."
        ),
        page="CollectionPage",
        graph=tuple(
            linked.theme_set(group["protocol"], [row.theme for row in group["rows"]], request) for group in groups
        ),
    )


def theme(row: Any, request: HttpRequest) -> Card:
    """One theme and its laboratories, its shown links."""
    number = _("Thématique prioritaire %(number)s") % {"number": row.number}
    return Card(
        title=row.tr("label"),
        description=described(row.tr("summary"), sentence(number, names(one.laboratory for one in row.shown_links))),
        kind="article",
        parents=((_("Thèmes"), address("programmes:themes")),),
        graph=(linked.theme(row, request),),
    )


def laboratories(rows: Iterable[Laboratory], request: HttpRequest) -> Card:
    """Every laboratory that the register knows."""
    nodes = [linked.laboratory_name(row, request) for row in rows]
    return Card(
        title=_("Les laboratoires"),
        description=_(
            "Les unités de recherche que le registre connaît en Normandie, avec leurs tutelles et leur numéro au "
            "répertoire national."
        ),
        page="CollectionPage",
        graph=(linked.listed(nodes, address_of(request, "programmes:laboratories", mark="list")),),
    )


def laboratory(row: Any, request: HttpRequest) -> Card:
    """One laboratory. Load its codes, supervising bodies, numbers and shown themes first."""
    bodies = names(one.organisation.tr("name") for one in row.supervisions.all())
    return Card(
        title=str(row),
        description=described(row.tr("summary"), sentence(row.tr("name"), row.unit_code, row.city, bodies)),
        kind="article",
        parents=((_("Laboratoires"), address("programmes:laboratories")),),
        graph=(linked.laboratory(row, [link.theme for link in row.shown_themes], request),),
    )
