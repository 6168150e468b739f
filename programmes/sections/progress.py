"""How far a campaign is: each section counts its own sheets."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..enums import SheetStatus
from ..models import Campaign
from ..models.waiting import WaitingQuerySet
from ..models.year import YearlySheet
from .addresses import list_page


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The sheets of one kind in a campaign, by status; « partly »: submitted, and approved by a party already."""

    label: str
    url: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Sheets that are due: those set aside as not applicable are not."""
        return sum(self.counts.values()) - self.counts.get(SheetStatus.NOT_APPLICABLE, 0)

    @property
    def approved(self) -> int:
        """Sheets with the visa of every party."""
        return self.counts.get(SheetStatus.APPROVED, 0)


def tally(kind: type[YearlySheet], label: str, campaign: Campaign) -> Tally:
    """Count the sheets of a kind."""
    counts = WaitingQuerySet(kind).counts_of(campaign)
    return Tally(label=label, url=list_page(kind, campaign__year=campaign.year), counts=counts)
