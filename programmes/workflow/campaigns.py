"""The cycle of a campaign: planned → open → closed. Stored dates act by themselves."""

from ..enums import CampaignStatus, JobKind, SheetStatus
from ..models import Campaign, User
from ..models.year import YearlySheet
from . import jobs, sheets
from .engine import Changes, step
from .people import calendar_or_administrator

PLANNED, OPEN, CLOSED = CampaignStatus.PLANNED, CampaignStatus.OPEN, CampaignStatus.CLOSED
PENDING = (SheetStatus.TO_FILL, SheetStatus.SUBMITTED, SheetStatus.RETURNED)


@step(kind=Campaign, label="Ouvrir la campagne", sources=(PLANNED,), target=OPEN, may=calendar_or_administrator)
def open_campaign(campaign: Campaign, *, by: User, reason: str) -> Changes | None:
    """Collect from now on; a job asks the sections for the sheets, whoever opened and whenever."""
    jobs.ask(JobKind.OPENING, by=by, is_demo=campaign.is_demo, campaign=campaign.pk)
    return None


@step(kind=Campaign, label="Clore la campagne", sources=(OPEN,), target=CLOSED, may=calendar_or_administrator)
def close_campaign(campaign: Campaign, *, by: User, reason: str) -> Changes | None:
    """Collect no more; sheets without every visa are marked as not handed in."""
    clerk = User.objects.calendar()
    for kind in YearlySheet.__subclasses__():
        for sheet in kind._base_manager.filter(campaign=campaign, status__in=PENDING):
            sheets.miss_sheet(sheet, by=clerk, reason="Clôture de la campagne.")
    return None
