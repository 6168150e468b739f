"""How far a campaign is: each section counts its own sheets, and one figure says it for the whole campaign."""

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


SHARES = (
    ("approved", "visées"),
    ("partly", "visées par une partie"),
    ("submitted", "soumises"),
    ("returned", "renvoyées"),
    ("to_fill", "à remplir"),
    ("not_handed_in", "non remises"),
)


@dataclass(frozen=True, kw_only=True)
class Share:
    """A part of a bar: a status, how many sheets stand there, and from which percent to which."""

    name: str
    label: str
    count: int
    start: float
    width: float


def shares_of(counts: Mapping[str, int]) -> list[Share]:
    """A bar, from left to right: the statuses in which a sheet stands; sheets set aside are in none."""
    total = sum(counts.get(name, 0) for name, _label in SHARES)
    shares, start = [], 0.0
    for name, label in SHARES:
        if count := counts.get(name, 0):
            width = 100 * count / total
            shares.append(Share(name=name, label=label, count=count, start=start, width=width))
            start += width
    return shares


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The one figure of a campaign: sheets with every visa among those that are due.

    The same on the start page, on the board, in reminders and in the report's page on method: ask
    `registry.progress_of`.
    """

    tallies: tuple[Tally, ...]

    @property
    def approved(self) -> int:
        """Sheets with every visa."""
        return sum(tally.approved for tally in self.tallies)

    @property
    def total(self) -> int:
        """Sheets that are due."""
        return sum(tally.total for tally in self.tallies)

    @property
    def percent(self) -> int:
        """The share of sheets with every visa, never rounded up: 100 only when all have them."""
        return 100 * self.approved // self.total if self.total else 0

    @property
    def counts(self) -> dict[str, int]:
        """How many sheets stand in each status, all kinds together; those set aside included."""
        names = (*(name for name, _label in SHARES), SheetStatus.NOT_APPLICABLE.value)
        return {name: sum(tally.counts.get(name, 0) for tally in self.tallies) for name in names}

    @property
    def shares(self) -> list[Share]:
        """The bar of the whole campaign."""
        return shares_of(self.counts)


def tally(kind: type[YearlySheet], label: str, campaign: Campaign) -> Tally:
    """Count the sheets of a kind."""
    counts = WaitingQuerySet(kind).counts_of(campaign)
    return Tally(label=label, url=list_page(kind, campaign__year=campaign.year), counts=counts)
