"""Public pages of the annual reports: editions, their files, and what stays of a withdrawn one."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import RedirectView, TemplateView, View

from ..citations import Citation, Name
from ..enums import CampaignKind, FileFormat, Language
from ..models import (
    AnnualReport,
    Campaign,
    Edition,
    EditionFile,
    EditionPublication,
    EditionWithdrawal,
    SteeringMeeting,
)
from ..models.reports import EditionQuerySet
from ..reports.twins import Twin
from ..templatetags.site import absolute
from ..templatetags.words import language
from .citing import citation_file, shown_citation

CampaignKey = tuple[int, str]


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


class ReportsView(TemplateView):
    """The current edition of each published report, protocol by protocol."""

    template_name = "programmes/reports.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The editions, the latest year first."""
        current = Edition.objects.visible_to(self.request.user).current().latest_first()
        rows = sorted(current, key=lambda row: row.report.campaign.protocol_id, reverse=True)
        groups = [
            {"protocol": protocol, "editions": [shown_edition(row) for row in editions]}
            for protocol, editions in groupby(rows, key=lambda row: row.report.campaign.protocol)
        ]
        return super().get_context_data(**context) | {
            "groups": groups,
            "has_demo": any(row.contains_demo for row in rows),
        }


class ReportShortcut(RedirectView):
    """A year alone leads to the report of the protocol in force, or of the last one."""

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        """The full address. Raises Http404 when no report of this year is published."""
        rows = Edition.objects.visible_to(self.request.user).current().latest_first()
        edition = (
            rows.filter(report__campaign__year=kwargs["year"], report__campaign__kind=CampaignKind.YEARLY)
            .order_by("-report__campaign__protocol__starts_on")
            .first()
        )
        if edition is None:
            raise Http404
        campaign = edition.report.campaign
        return reverse("programmes:report", args=[campaign.protocol.reference, (campaign.year, campaign.kind)])


class EditionOfAddress(View):
    """What the addresses under a report share: which report, which edition, and 410 for a withdrawn one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A withdrawn edition answers 410, with the reason and the checksum, to everybody."""
        withdrawal = EditionWithdrawal.objects.filter(edition__in=self.editions()).select_related("edition").first()
        if withdrawal and (self.kwargs.get("number") or not self.editions().current().exists()):
            return render(request, "programmes/withdrawn.html", {"withdrawal": withdrawal}, status=410)
        return super().dispatch(request, *args, **kwargs)

    def editions(self) -> EditionQuerySet:
        """The editions that the address speaks of, visible or not."""
        year, kind = self.kwargs["campaign"]
        rows = Edition.objects.filter(
            report__campaign__protocol__reference=self.kwargs["protocol"],
            report__campaign__year=year,
            report__campaign__kind=kind,
        )
        return rows.filter(number=self.kwargs["number"]) if "number" in self.kwargs else rows


class ReportView(EditionOfAddress, TemplateView):
    """The page of an edition: the current one of a report, or the one that the address names."""

    template_name = "programmes/edition.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The edition, its files, the other editions of the same report."""
        visible = Edition.objects.visible_to(self.request.user).latest_first()
        asked = visible.filter(pk__in=self.editions().values("pk"))
        row = asked.first() if "number" in self.kwargs else asked.current().first()
        if row is None:
            raise Http404
        report = AnnualReport.objects.select_related("adopted_in", "campaign__protocol").get(pk=row.report_id)
        rows = list(visible.filter(report=report))
        current = visible.filter(report=report).current().first()
        shown = shown_edition(row)
        cited = edition_citation(shown, absolute(self.request, shown.address))
        place = (report.campaign.protocol.reference, (report.campaign.year, report.campaign.kind), row.number)
        return super().get_context_data(**context) | {
            "edition": shown,
            "citation": shown_citation(cited, "programmes:edition_citation", *place),
            "is_current": current == row,
            "others": [shown_edition(other) for other in rows if other != row],
            "report": report,
            "adopted_in": adopting(row, report),
            "campaign": report.campaign,
            "has_demo": row.contains_demo,
            **_read_online(row),
        }


def _read_online(row: Edition) -> dict[str, Any]:
    """What can be read online; nothing in a language that the edition does not have."""
    twin = Twin(row, get_language() or Language.FRENCH)
    try:
        return {"contents": twin.contents(), "lists": twin.lists, "excerpt": twin.excerpt()}
    except LookupError:
        return {}


def edition_citation(edition: ShownEdition, address: str) -> Citation:
    """How an edition is cited: by the parties that adopted it, with its number."""
    row, campaign = edition.row, edition.row.report.campaign
    publication: EditionPublication | None = getattr(row, "publication", None)
    parties = campaign.protocol.parties.select_related("organisation")
    return Citation(
        kind="report",
        key=f"{campaign.protocol.reference}-{campaign.year}-{row.number}",
        title=f"{edition.heading}, {campaign.protocol.tr('short_title')}",
        language=language(),
        genre=_("rapport"),
        address=address,
        authors=tuple(Name(family=party.organisation.tr("name")) for party in parties),
        issued=publication.published_at.date() if publication else None,
        note=", ".join(
            filter(
                None,
                (
                    _("Édition %(number)s") % {"number": row.number},
                    _("Référence de démonstration, inventée") if row.contains_demo else "",
                ),
            )
        ),
    )


class EditionCitationView(EditionOfAddress):
    """The reference of a published edition as a file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file of the asked format. Raises Http404."""
        visible = Edition.objects.visible_to(request.user).latest_first()
        row = get_object_or_404(visible.filter(pk__in=self.editions().values("pk")))
        edition = shown_edition(row)
        return citation_file(edition_citation(edition, absolute(request, edition.address)), kwargs["format"])


class EditionFileView(EditionOfAddress):
    """A file of a published edition, by the one way that checks who may see it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse | FileResponse:
        """The file as an attachment with a name that says what it is."""
        editions = Edition.objects.visible_to(request.user).filter(pk__in=self.editions().values("pk"))
        file = get_object_or_404(
            EditionFile, edition__in=editions, language=kwargs["language"], format=kwargs["format"]
        )
        name = PurePosixPath(str(file.file.name)).name
        return FileResponse(file.file.open("rb"), as_attachment=True, filename=name)
