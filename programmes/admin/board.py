"""The board of a campaign (tableau de la campagne): the page, and who may open it."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localdate, now

from .. import wording
from ..cells import Cell, Kind
from ..enums import CampaignStatus, SheetStatus
from ..exports import Format
from ..exports.workbooks import write_lines
from ..models import Campaign, Job
from ..sections import registry
from ..sections.addresses import list_page
from ..sections.board import AXES, lines_of
from . import lean
from .board_page import TITLES, BoardPage
from .board_parts import STANDINGS
from .reminding import links_of
from .start import deadlines_of, open_campaigns

STOP_ASKING = 286  # htmx asks again until it reads this status


def urls(site: AdminSite) -> list[URLPattern]:
    """The board of the campaign that is open."""

    def latest(request: HttpRequest) -> HttpResponse:
        return latest_view(request)

    return [path("tableau/", site.admin_view(latest), name="board")]


def latest_view(request: HttpRequest) -> HttpResponse:
    """Lead to the board of the open campaign, or of the last one."""
    campaign = open_campaigns().first() or Campaign.objects.exclude(status=CampaignStatus.PLANNED).first()
    if campaign is None:
        return redirect("admin:programmes_campaign_changelist")
    return redirect("admin:programmes_campaign_board", campaign.pk)


class BoardAdmin:
    """Mixed into the page of campaigns: the board stands beside the form."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """The addresses of the board and of its file."""
        site = self.admin_site
        return [
            path("<int:object_id>/tableau/", site.admin_view(self.board_view), name="programmes_campaign_board"),
            path("<int:object_id>/tableau/xlsx/", site.admin_view(self.board_file), name="programmes_campaign_file"),
            path("<int:object_id>/avancement/", site.admin_view(self.way_view), name="programmes_campaign_way"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def board_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """How far the campaign is, what is missing, whose visa is awaited: what this person may read of it."""
        campaign = self._campaign(request, object_id)
        today = localdate()
        page = board_of(campaign, request)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{campaign}, tableau",
            "campaign": campaign,
            "board": page,
            "whole": registry.progress_of(campaign),
            "seen": len(page.lines),
            "deadlines": list(deadlines_of(campaign, today)),
            "days_left": days_left(campaign, today),
            "to_approve": to_approve(page, campaign),
            "way": way_of(campaign),
            "steps": self.steps(request, campaign),  # type: ignore[attr-defined]
            "reminds": len(links_of(campaign, request)),
            "opts": self.opts,
        }
        response = TemplateResponse(request, "admin/board.html", context)
        response.add_post_render_callback(lean.squeeze)
        return response

    def pages(self, request: HttpRequest, record: Campaign) -> list[tuple[str, str]]:
        """The board of the campaign, and its respondents."""
        board = reverse("admin:programmes_campaign_board", args=(record.pk,))
        links = reverse("admin:programmes_campaign_links", args=(record.pk,))
        more: list[tuple[str, str]] = super().pages(request, record)  # type: ignore[misc]
        return [*more, ("Tableau de la campagne", board), ("Répondants", links)]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """How far its opening or its closing is stands on the page of a campaign."""
        if record := context.get("original"):
            context["way"] = way_of(record)
        return super().render_change_form(request, context, *arguments, **options)  # type: ignore[misc]

    def way_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """How far the opening or the closing is, asked for again by the page; 286 tells it to ask no more."""
        campaign = self._campaign(request, object_id)
        way = way_of(campaign)
        status = STOP_ASKING if way is None or way.is_over else 200
        return TemplateResponse(request, "admin/board/way.html", {"campaign": campaign, "way": way}, status=status)

    def board_file(self, request: HttpRequest, object_id: int) -> FileResponse:
        """The lines that the filters let through, whatever their kind, as a spreadsheet."""
        campaign = self._campaign(request, object_id)
        page = board_of(campaign, request)
        stream = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
        write_lines(file_lines(page), file_cells(page), stream, lambda _lines: None)
        stream.seek(0)
        name = f"tableau-{campaign.protocol.reference}-{campaign.year}.xlsx"
        return FileResponse(stream, as_attachment=True, filename=name, content_type=Format.XLSX.media_type)

    def _campaign(self, request: HttpRequest, object_id: int) -> Campaign:
        campaign: Campaign | None = self.get_object(request, str(object_id))  # type: ignore[attr-defined]
        if campaign is None:
            raise Http404
        if not self.has_view_permission(request, campaign):  # type: ignore[attr-defined]
            raise PermissionDenied
        return campaign


def way_of(campaign: Campaign) -> Job | None:
    """The last opening or closing of a campaign, while it runs and for a day after."""
    last = Job.objects.of_campaign(campaign).first()
    return last if last and (last.ended_at is None or last.ended_at > now() - timedelta(days=1)) else None


def board_of(campaign: Campaign, request: HttpRequest) -> BoardPage:
    """The board of a campaign as this person asks for it."""
    kinds = [kind for section in registry.all_sections() for kind in section.sheets()]
    lines = [line for kind in kinds for line in lines_of(kind, campaign, request.user, localdate())]
    parties = list(campaign.protocol.parties.select_related("organisation").order_by("rank"))
    return BoardPage(kinds, lines, parties, request.GET.dict())


def file_cells(page: BoardPage) -> list[Cell]:
    """The columns of the file."""
    named = ("Nature", "Fiche", "Statut", *(TITLES[axis][1] for axis in AXES), "Ce qui manque")
    visas = [Cell(f"Visa\u00a0: {party.organisation.short_name}", None, Kind.MOMENT) for party in page.parties]
    return [*(Cell(heading, None) for heading in named), *visas]


def file_lines(page: BoardPage) -> Iterator[tuple[Any, ...]]:
    """A line a sheet."""
    for line in page.chosen:
        names = [", ".join(str(page.names[axis][key]) for key in sorted(line.groups.get(axis, ()))) for axis in AXES]
        lacks = "\u202f; ".join(lack.sentence for lack in line.lacks)
        visas = [line.visas[party.pk].at if party.pk in line.visas else None for party in page.parties]
        title = f"{line.number}. {line.title}" if line.number else line.title
        yield (line.kind.one, title, STANDINGS[line.standing], *names, lacks, *visas)


def days_left(campaign: Campaign, today: Any) -> str:
    """The days before the next date of an open campaign, in words."""
    if campaign.status != CampaignStatus.OPEN:
        return "campagne close" if campaign.status == CampaignStatus.CLOSED else "campagne à ouvrir"
    for day, words in ((campaign.contributors_due_on, "la remise"), (campaign.closes_on, "la clôture")):
        if day and day >= today:
            left = (day - today).days
            return f"{wording.count(left, 'jour', 'jours', 'fr')} avant {words}" if left else f"{words} est aujourd’hui"
    return "remise échue" if campaign.contributors_due_on else "sans échéance"


def to_approve(page: BoardPage, campaign: Campaign) -> list[tuple[str, int, str]]:
    """Where visas are given to many sheets at once: the list of each kind, filtered to those that wait."""
    found = []
    for kind in page.kinds:
        waiting = [line for line in page.lines if line.kind == kind and line.status == SheetStatus.SUBMITTED]
        if waiting:
            address = list_page(kind.model, status__exact=SheetStatus.SUBMITTED.value, campaign__year=campaign.year)
            found.append((str(kind.label).lower(), len(waiting), address))
    return found
