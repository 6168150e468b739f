"""The cycle of a campaign: planned → open → closed. Stored dates act by themselves; they move with a reason."""

from datetime import date

from django.utils import timezone

from .. import wording
from ..enums import CampaignStatus, JobKind
from ..models import Campaign, CampaignDeadline, User
from ..models.sheets import YearlySheet
from . import jobs, sheets
from .engine import Audience, Changes, Refused, step
from .people import administrator, calendar_or_administrator

PLANNED, OPEN, CLOSED = CampaignStatus.PLANNED, CampaignStatus.OPEN, CampaignStatus.CLOSED
DATES = ("contributors_due_on", "closes_on")


@step(
    kind=Campaign, label="Ouvrir la campagne", sources=(PLANNED,), target=OPEN, may=calendar_or_administrator,
    tells=((Audience.EVERYBODY, "La campagne est ouverte\u00a0: des fiches vous attendent."),),
)  # fmt: skip
def open_campaign(campaign: Campaign, *, by: User, reason: str) -> Changes | None:
    """Collect from now on; a job asks the sections for the sheets, whoever opened and whenever."""
    jobs.ask(JobKind.OPENING, by=by, is_demo=campaign.is_demo, campaign=campaign.pk)
    return None


@step(
    kind=Campaign, label="Repousser l’échéance", sources=(PLANNED, OPEN), target=None, may=administrator,
    needs_reason=True, asks=(*DATES, "parties"),
    tells=((Audience.EVERYBODY, "Une échéance de la campagne a changé."),),
)  # fmt: skip
def postpone(
    campaign: Campaign,
    *,
    by: User,
    reason: str,
    contributors_due_on: date | None = None,
    closes_on: date | None = None,
    parties: dict[int, date] | None = None,
) -> Changes:
    """Move the deadlines of an open campaign; `parties` gives a new day by primary key of the party."""
    given = {"contributors_due_on": contributors_due_on, "closes_on": closes_on}
    moved = {name: day for name, day in given.items() if day and day != getattr(campaign, name)}
    asked = (parties or {}).items()
    current = dict(campaign.deadlines.values_list("party", "due_on"))
    for_parties = {party: day for party, day in asked if day and day != current.get(party)}
    if not moved and not for_parties:
        raise Refused("Aucune date n’a changé.")
    if any(day < timezone.localdate() for day in (*moved.values(), *for_parties.values())):
        raise Refused("Une échéance se repousse à aujourd’hui ou plus tard.")
    _refuse_disorder(campaign, moved)
    for party in campaign.protocol.parties.filter(pk__in=for_parties):
        fields = {"due_on": for_parties[party.pk], "is_demo": campaign.is_demo}
        CampaignDeadline.objects.update_or_create(campaign=campaign, party=party, defaults=fields)
    told = {name: [_iso(getattr(campaign, name)), _iso(day)] for name, day in moved.items()}
    told |= {f"party-{party}": [_iso(current.get(party)), _iso(day)] for party, day in for_parties.items()}
    return {**moved, "details": {"dates": told}}


@step(
    kind=Campaign, label="Clore la campagne", sources=(OPEN,), target=CLOSED, may=calendar_or_administrator,
    tells=((Audience.EVERYBODY, "La campagne est close\u202f; ce qui manque est marqué «\u00a0non remise\u00a0»."),),
)  # fmt: skip
def close_campaign(campaign: Campaign, *, by: User, reason: str) -> Changes | None:
    """Collect no more; sheets without every visa are marked as not handed in, all of them or none."""
    clerk, missed = User.objects.calendar(), 0
    for kind in YearlySheet.__subclasses__():
        rows = kind._base_manager.filter(campaign=campaign).select_related("campaign__protocol")
        missed += sheets.miss_all(rows, by=clerk, reason="Clôture de la campagne.")
    told = wording.count(
        missed, "fiche marquée «\u00a0non remise\u00a0»", "fiches marquées «\u00a0non remise\u00a0»", "fr"
    )
    jobs.note_done(JobKind.CLOSING, by=by, message=told, is_demo=campaign.is_demo, campaign=campaign.pk)
    return None


def _refuse_disorder(campaign: Campaign, moved: dict[str, date]) -> None:
    due, closing = (moved.get(name, getattr(campaign, name)) for name in DATES)
    if due and closing and closing < due:
        raise Refused("La clôture suit l’échéance des contributeurs.")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
