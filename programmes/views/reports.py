"""Public pages of the annual reports: editions, their files, and what stays of a withdrawn one."""

from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.generic import RedirectView, TemplateView

from ..enums import CampaignKind, Language
from ..models import AnnualReport, Edition, EditionFile, EditionWithdrawal
from ..models.reports import EditionQuerySet
from ..reports.twins import Twin
from ..templatetags.site import absolute
from .citing import citation_file, shown_citation
from .editions import adopting, edition_card, edition_citation, reports_card, shown_edition
from .public import EditionPage, PublicPage, ReadOnly


class ReportsView(PublicPage, TemplateView):
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
        shown = [edition for group in groups for edition in group["editions"]]
        return super().get_context_data(**context) | {
            "groups": groups,
            "card": reports_card(shown, self.request),
            "has_demo": any(row.contains_demo for row in rows),
        }


class ReportShortcut(ReadOnly, RedirectView):
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


class EditionOfAddress(ReadOnly):
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


class ReportView(EditionPage, EditionOfAddress, TemplateView):
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
            "card": edition_card(shown, self.request),
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
