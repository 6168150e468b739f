"""The section: the one plug between an app and the whole. The base class answers nothing to each question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from ..enums import CampaignKind
from ..models import Campaign, Person, Protocol, YearlySheet
from .answering import Part
from .blocks import Block, Chapter, KeyFigure
from .board import SheetKind
from .datasets import Dataset
from .finding import MOST, SHOWN, Hits, Sought
from .gaps import Gap, gaps_of
from .happening import Counted, Happening
from .indexed import Indexed
from .news import News
from .offers import Offer
from .opening import missing_of, open_sheets
from .placing import Placed
from .progress import Tally, tally
from .related import Answer, Line, Related
from .responding import Respondent
from .waiting import Desk, Task

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a report is about: a campaign of a protocol, read in one language.

    The campaign of a year that nobody planned yet is not saved: look its rows up by `campaign.pk`, which is then None.
    """

    campaign: Campaign
    language: str
    _read: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, read: Callable[[], T]) -> T:
        """What several chapters ask for is read from the tables once a report."""
        if name not in self._read:
            self._read[name] = read()
        found: T = self._read[name]
        return found

    @property
    def protocol(self) -> Protocol:
        """The protocol reported on."""
        return self.campaign.protocol

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.campaign.year

    @property
    def is_final(self) -> bool:
        """Whether the report judges the whole term of its protocol."""
        return self.campaign.kind == CampaignKind.FINAL

    @property
    def as_of(self) -> date:
        """The day on which money and states are stopped."""
        return self.campaign.money_as_of


class Section:
    """What an app gives to the whole. Listed by dotted name in the settings, in the order of the report."""

    name = ""

    def due(self, campaign: Campaign) -> int:
        """How many yearly sheets a campaign still lacks."""
        return sum(missing_of(kind.model, kind.records(campaign), campaign).count() for kind in self.sheets())

    def open(self, campaign: Campaign, most: int | None = None) -> int:
        """Create the yearly sheets of a campaign that are missing, `most` of each kind; how many were made."""
        return sum(open_sheets(kind.model, kind.records(campaign), campaign, most) for kind in self.sheets())

    def missing(self, campaign: Campaign) -> tuple[Gap, ...]:
        """What the sheets of a campaign still lack before they can be handed in."""
        return tuple(gap for kind in self.sheets() for gap in gaps_of(kind.model, campaign))

    def progress(self, campaign: Campaign) -> tuple[Tally, ...]:
        """How far its sheets are in a campaign."""
        return tuple(tally(kind.model, str(kind.label), campaign) for kind in self.sheets())

    def sheets(self) -> tuple[SheetKind, ...]:
        """The kinds of yearly sheets it adds to the board of a campaign."""
        return ()

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """What waits for this person: only what they may do, in a fixed number of queries."""
        return ()

    def respondents(self, campaign: Campaign) -> tuple[Respondent, ...]:
        """Who answers for its sheets of a campaign without an account, each with an address; several times at will."""
        return ()

    def answered_by(self, person: Person, campaign: Campaign) -> tuple[YearlySheet, ...]:
        """The sheets of a campaign that this person answers for today, in a fixed number of queries."""
        return ()

    def parts(self, sheet: YearlySheet) -> tuple[Part, ...]:
        """What respondents answer on one of its sheets beside texts; nothing for a sheet of another section."""
        return ()

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """The chapters of the report, as plain data in the frame's language; published records only."""
        return ()

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """What to print of this section in the chapter of another record: a theme, a commitment."""
        return ()

    def proof(self, record: Model, frame: Frame) -> str:
        """What this section has to show that a commitment was kept, in a line; nothing when it has nothing."""
        return ""

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """Figures of this section for the summary of the report."""
        return ()

    def placed(self, frame: Frame) -> tuple[Placed, ...]:
        """Its records with the laboratory that carries each: what the table of the départements adds up."""
        return ()

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """Figures that the report compares with those of the last edition."""
        return ()

    def happened(self, frame: Frame) -> tuple[Happening, ...]:
        """What began, ended or slipped in the period of the report; long lists as one line that counts them."""
        return ()

    def holds_demo(self, frame: Frame) -> bool:
        """Whether invented rows show through its chapters."""
        return False

    def relate(self, model: type[Model], viewer: Any) -> Answer[tuple[Related, ...]] | None:
        """What to show on the pages of a table: of themes, commitments, laboratories, actions."""
        return None

    def outline(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """What to show of a whole protocol on the home page."""
        return ()

    def relate_all(self, records: Sequence[Model], viewer: Any) -> dict[int, Related]:
        """The same for every line of an index, by primary key, in a fixed number of queries."""
        return {}

    def evidence(self, viewer: Any) -> Answer[dict[int, tuple[Line, ...]]] | None:
        """What the sheets of a commitment give as proof, by primary key."""
        return None

    def drawn(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """What this section draws of a whole protocol, each drawing with its table."""
        return ()

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """The kinds of its records that this viewer may find by their words."""
        return ()

    def search(self, words: str, viewer: Any, kind: str = "") -> tuple[Hits, ...]:
        """Records that answer these words, by kind, the best first; more of them when one kind alone is asked for."""
        kinds = [one for one in self.sought(viewer) if kind in ("", one.name)]
        found = [one.search(words, MOST if kind else SHOWN) for one in kinds]
        return tuple(hits for hits in found if hits)

    def nearest(self, words: str, viewer: Any) -> tuple[Hits, ...]:
        """Records whose titles are spelled nearly like these words, for when nothing answers them."""
        return tuple(hits for one in self.sought(viewer) if (hits := one.nearest(words)))

    def measure(self, rule: str, protocol: Protocol, year: int) -> int | None:
        """The value of a named rule of indicators for a year; None when the rule is not this section's."""
        return None

    def datasets(self) -> tuple[Dataset, ...]:
        """The data sets it publishes."""
        return ()

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """Its records that search engines may show."""
        return ()

    def news(self, since: date, viewer: Any) -> tuple[News, ...]:
        """What happened since a day, its latest entries."""
        return ()

    def offers(self, day: date, viewer: Any) -> tuple[Offer, ...]:
        """What outsiders can apply or ask for on a day, or later."""
        return ()
