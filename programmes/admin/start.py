"""The start page « À faire »: what waits for this person, how far the campaign is, where work begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from ..enums import CampaignStatus
from ..models import Campaign, User
from ..sections import registry
from ..sections.progress import Progress, Tally
from ..sections.todo import TaskLine, day_in_words, tasks_of, title_of

MOST_LINKS = 4


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A date of the campaign; `is_next`: the first to come."""

    day: date
    label: str
    is_past: bool
    is_next: bool = False


@dataclass(frozen=True, kw_only=True)
class CampaignProgress:
    """An open campaign beside the tasks: its sheets by status, section by section, and its dates."""

    campaign: Campaign
    whole: Progress
    deadlines: tuple[Deadline, ...]

    @property
    def tallies(self) -> list[Tally]:
        """Kinds of sheets that the campaign has."""
        return [tally for tally in self.whole.tallies if tally.total]


def progress_of(today: date) -> CampaignProgress | None:
    """The open campaign, the latest when several are; None when none is."""
    campaign = open_campaigns().prefetch_related("deadlines__party__organisation").first()
    if campaign is None:
        return None
    whole = registry.progress_of(campaign)
    return CampaignProgress(campaign=campaign, whole=whole, deadlines=tuple(deadlines_of(campaign, today)))


def open_campaigns() -> QuerySet[Campaign]:
    """Campaigns that collect sheets now, the latest first."""
    return Campaign.objects.filter(status=CampaignStatus.OPEN).select_related("protocol").order_by("-year", "-pk")


def deadlines_of(campaign: Campaign, today: date) -> Iterable[Deadline]:
    """The dates of a campaign in their order; the first to come stands out."""
    dated = [
        (campaign.opens_on, "Ouverture de la campagne"),
        (campaign.contributors_due_on, "Remise des contributeurs"),
        *((one.due_on, f"Visa\u00a0: {one.party.organisation.short_name}") for one in campaign.deadlines.all()),
        (campaign.closes_on, "Clôture"),
    ]
    known = sorted(((day, label) for day, label in dated if day), key=lambda pair: pair[0])
    coming = next((day for day, _label in known if day >= today), None)
    for day, label in known:
        yield Deadline(day=day, label=label, is_past=day < today, is_next=day == coming)


@dataclass(frozen=True, kw_only=True)
class TaskGroup:
    """What one begins in a part of the register: verbs and addresses."""

    name: str
    links: tuple[tuple[str, str], ...] = field(default_factory=tuple)


def groups_of(app_list: Iterable[dict[str, Any]]) -> list[TaskGroup]:
    """What this person may begin, in the order of the menu; where nothing may be added, what may be read."""
    groups = [TaskGroup(name=group["name"], links=tuple(_links(group["models"])[:MOST_LINKS])) for group in app_list]
    return [group for group in groups if group.links]


def _links(tables: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    added = [(table["begin"], table["add_url"]) for table in tables if table.get("begin") and table["add_url"]]
    brought = [(words, address) for table in tables for words, address in table.get("imports", ())]
    read = [(f"Consulter : {table['name'].lower()}", table["admin_url"]) for table in tables if table.get("begin")]
    return [*added[: MOST_LINKS - 1], *brought[:1]] or read


def context_of(user: User, app_list: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Everything the start page shows."""
    today = localdate()
    lines = [TaskLine(task=task, today=today) for task in tasks_of(user, today)]
    return {
        "today": f"{day_in_words(today)}\u00a0{today.year}".capitalize(),
        "title": title_of(lines),
        "lines": lines,
        "progress": progress_of(today),
        "groups": groups_of(app_list),
    }
