"""The invented years: each campaign is opened, its sheets handed in and approved step by step, then it is closed."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from .. import respondents, workflow
from ..enums import CampaignStatus
from ..loading import natural_key
from ..models import Campaign, Protocol, User
from ..models.sheets import YearlySheet
from ..sections.registry import all_sections
from .cast import Cast


@dataclass(frozen=True, kw_only=True)
class Ending:
    """Where a sheet stops when it is not simply approved by every party, and why."""

    step: str
    reason: str = ""
    fields: dict[str, str] = field(default_factory=dict)


Endings = dict[tuple[int, str], Ending]
APPROVED = Ending(step="approve_sheet")


def read_endings(path: Path) -> Endings:
    """The sheets that do not end approved, by year and reference of what they are about."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["sheet"]
    return {(row.pop("year"), row.pop("record")): Ending(**row) for row in rows}


def play(protocol: Protocol, cast: Cast, endings: Endings) -> None:
    """Play the invented campaigns of a protocol that nobody has opened yet, the oldest first."""
    clerk = User.objects.calendar()
    planned = protocol.campaigns.filter(is_demo=True, status=CampaignStatus.PLANNED)
    for campaign in planned.select_related("protocol").order_by("year"):
        workflow.campaigns.open_campaign(campaign, by=clerk)
        for section in all_sections():
            section.open(campaign)
        _stand_beside(campaign)
        for sheet in _sheets(campaign):
            hand_in(sheet, cast, endings.get((campaign.year, _subject(sheet)), APPROVED))
        if campaign.closes_on:
            workflow.campaigns.close_campaign(campaign, by=clerk)
        else:
            respondents.invite_all(campaign)


def hand_in(sheet: YearlySheet, cast: Cast, ending: Ending) -> None:
    """Take the steps that lead a sheet to its ending; one that says nothing stays to be filled in."""
    steps = workflow.sheets
    if ending.step in ("set_aside", "propose_aside"):
        steps.set_aside(sheet, by=cast.approvers[0], reason=ending.reason)
        agreeing = cast.approvers[1:] if ending.step == "set_aside" else cast.approvers[:0]
        for approver in agreeing:
            steps.agree_to_set_aside(sheet, by=approver)
    if ending.step in ("set_aside", "propose_aside", "draft") or not sheet.has_text:
        return
    steps.submit_sheet(sheet, by=cast.contributor)
    for approver in cast.approvers[: _visas(ending, cast)]:
        steps.approve_sheet(sheet, by=approver)
    if ending.step == "hand_back_sheet":
        steps.hand_back_sheet(sheet, by=cast.approvers[-1], reason=ending.reason, fields=ending.fields)


def _stand_beside(campaign: Campaign) -> None:
    """Lead the sheets that the files brought to those of the year before, as the opening does for the others."""
    for kind in YearlySheet.__subclasses__():
        key = f"{_about(kind)}_id"
        sheets: QuerySet[Any] = kind._base_manager.all()
        before = sheets.filter(campaign__protocol=campaign.protocol_id, campaign__year__lt=campaign.year)
        latest = dict(before.order_by("campaign__year", "pk").values_list(key, "pk"))
        for sheet in sheets.filter(campaign=campaign, previous=None, is_demo=True):
            if number := latest.get(getattr(sheet, key)):
                sheets.filter(pk=sheet.pk).update(previous=number)


def _visas(ending: Ending, cast: Cast) -> int:
    return {"approve_sheet": len(cast.approvers), "first_visa": 1}.get(ending.step, 0)


def _sheets(campaign: Campaign) -> Iterator[YearlySheet]:
    """The sheets of a campaign, each with what it is about."""
    for kind in YearlySheet.__subclasses__():
        yield from kind._base_manager.filter(campaign=campaign).select_related(_about(kind), "campaign").order_by("pk")


def _about(kind: type[YearlySheet]) -> str:
    """The column that names what a kind of sheet is about: one sheet a campaign and record."""
    return next(name for name in natural_key(kind) if name != "campaign")


def _subject(sheet: YearlySheet) -> str:
    return str(getattr(sheet, _about(type(sheet))).reference)
