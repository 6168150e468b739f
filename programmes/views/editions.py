"""An edition of a report as pages show it: its heading, its files, how it is cited, what its head says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import linked as nodes
from ..citations import Citation, Name
from ..enums import CampaignKind, FileFormat, Language
from ..linked import Node
from ..models import AnnualReport, Campaign, Edition, EditionFile, EditionPublication, SteeringMeeting
from ..templatetags.site import absolute
from ..templatetags.words import day, language
from . import linked
from .cards import Card, address_of, sentence

MIME = {FileFormat.PDF: "application/pdf", FileFormat.PAGE: "application/pdf", FileFormat.CSV: "text/csv"}


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """A file of an edition, as a line to click."""

    row: EditionFile
    words: str
    address: str


@dataclass(frozen=True, kw_only=True)
class ShownEdition:
    """An edition with its heading, its address and its files."""

    row: Edition
    heading: str
    address: str
    files: tuple[ShownFile, ...]

    @property
    def published_on(self) -> date | None:
        """The day it was made public; None for a candidate."""
        publication: EditionPublication | None = getattr(self.row, "publication", None)
        return publication.published_at.date() if publication else None


def shown_edition(row: Edition) -> ShownEdition:
    """An edition ready to be listed; load latest_first() before."""
    campaign = row.report.campaign
    place = [campaign.protocol.reference, (campaign.year, campaign.kind), row.number]
    files = tuple(
        ShownFile(
            row=file,
            words=file_words(file),
            address=reverse("programmes:edition_file", args=[*place, file.language, file.format]),
        )
        for file in sorted(row.files.all(), key=lambda file: FileFormat.values.index(file.format))
    )
    return ShownEdition(
        row=row, heading=heading(campaign), address=reverse("programmes:edition", args=place), files=files
    )


def heading(campaign: Campaign) -> str:
    """What a report is called."""
    match campaign.kind:
        case CampaignKind.YEARLY:
            words = _("Rapport annuel %(year)s")
        case CampaignKind.MID_TERM:
            words = _("Bilan à mi-parcours %(year)s")
        case CampaignKind.FINAL:
            words = _("Bilan final %(year)s")
        case _kind:
            words = _("Suivi après le terme %(year)s")
    return words % {"year": campaign.year}


def adopting(edition: Edition, report: AnnualReport) -> SteeringMeeting | None:
    """The meeting that adopted an edition; that of its report for one published before editions said so themselves."""
    publication: EditionPublication | None = getattr(edition, "publication", None)
    return (publication and publication.adopted_in) or (report.adopted_in if edition.number == 1 else None)


def file_words(file: EditionFile) -> str:
    """What a click on a file gives."""
    match file.format, file.language:
        case FileFormat.PDF, Language.FRENCH:
            return _("Télécharger en français")
        case FileFormat.PDF, Language.ENGLISH:
            return _("Télécharger en anglais")
        case FileFormat.PAGE, Language.FRENCH:
            return _("Les engagements sur une page, en français")
        case FileFormat.PAGE, Language.ENGLISH:
            return _("Les engagements sur une page, en anglais")
    return f"{file.get_format_display()} ({file.get_language_display()})"


def edition_citation(edition: ShownEdition, address: str) -> Citation:
    """How an edition is cited: by the parties that adopted it, with its number."""
    row, campaign = edition.row, edition.row.report.campaign
    number = _("Édition %(number)s") % {"number": row.number}
    invented = _("Référence de démonstration, inventée") if row.contains_demo else ""
    return Citation(
        kind="report",
        key=f"{campaign.protocol.reference}-{campaign.year}-{row.number}",
        title=f"{edition.heading}, {campaign.protocol.tr('short_title')}",
        language=language(),
        genre=_("rapport"),
        address=address,
        authors=tuple(
            Name(family=party.organisation.tr("name"))
            for party in campaign.protocol.parties.select_related("organisation")
        ),
        issued=edition.published_on,
        note=sentence(number, invented),
    )


def edition_node(edition: ShownEdition, request: HttpRequest) -> Node:
    """An edition as linked data: its files with their checksums, the protocol it reports on."""
    row, campaign = edition.row, edition.row.report.campaign
    place = (campaign.protocol.reference, (campaign.year, campaign.kind), row.number)
    files = [
        nodes.node(
            "MediaObject",
            contentUrl=absolute(request, file.address),
            encodingFormat=MIME.get(FileFormat(file.row.format), ""),
            contentSize=str(file.row.size),
            sha256=file.row.sha256,
            inLanguage=file.row.language,
        )
        for file in edition.files
    ]
    return nodes.node(
        "Report",
        address_of(request, "programmes:edition", *place, mark="report"),
        name=edition.heading,
        url=address_of(request, "programmes:edition", *place),
        version=row.number,
        datePublished=edition.published_on,
        temporalCoverage=nodes.period(campaign.starts_on, campaign.ends_on),
        about=linked.protocol_name(campaign.protocol, request),
        encoding=files,
        license=nodes.LICENCE,
    )


def edition_card(edition: ShownEdition, request: HttpRequest) -> Card:
    """The head of the page of an edition."""
    published = _("publiée le %(day)s") % {"day": day(edition.published_on)} if edition.published_on else ""
    number = _("Édition %(number)s") % {"number": edition.row.number}
    return Card(
        title=edition.heading,
        description=sentence(edition.heading, edition.row.report.campaign.protocol.tr("title"), number, published),
        kind="article",
        parents=((_("Rapports"), reverse("programmes:reports")),),
        graph=(edition_node(edition, request),),
    )


def reports_card(editions: Iterable[ShownEdition], request: HttpRequest) -> Card:
    """The head of the page of all reports."""
    return Card(
        title=_("Les rapports annuels"),
        description=_(
            "Ce que les partenaires déclarent ensemble, année après année. Une édition publiée ne change plus\u202f; "
            "un erratum est une nouvelle édition."
        ),
        page="CollectionPage",
        graph=(
            linked.listed(
                [edition_node(one, request) for one in editions], address_of(request, "programmes:reports", mark="list")
            ),
        ),
    )
