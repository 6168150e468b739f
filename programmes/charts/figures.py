"""What each chart shows, as plain frozen data: no colours, no sizes, no words of a language beyond the given labels.

A figure can be stored as JSON with a report and drawn again years later. `tone` is a key of the palette
("theme-3", "region", "ink"…) or a colour "#rrggbb".
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Number = int | Decimal
Unit = Literal["number", "money"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One colour of a stacked chart: a funder, a state."""

    label: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class StackedColumn:
    """One column, its values in the order of the series; None where nothing is known."""

    label: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, kw_only=True)
class StackedColumns:
    """Amounts by year, stacked by funder."""

    series: tuple[Series, ...]
    columns: tuple[StackedColumn, ...]
    unit: Unit = "money"


@dataclass(frozen=True, kw_only=True)
class ThemeBar:
    """One theme: `value` is the whole bar, `part` what of it is already done (full tint)."""

    number: int
    label: str
    value: Number | None
    part: Number | None = None
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class ThemeBars:
    """One bar a theme, each with its number in its colour."""

    bars: tuple[ThemeBar, ...]
    unit: Unit = "money"


@dataclass(frozen=True, kw_only=True)
class LevelTrack:
    """Where a commitment stands: `baseline` at the signature, `actual` now, `target` a tick.

    All are counted from zero in the indicator's unit. Without an actual value the track is dashed.
    """

    actual: Number | None
    target: Number | None = None
    baseline: Number | None = None
    tone: str = "on_track"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A share of a whole, from 0 to `total`."""

    value: Number | None
    total: Number = 100
    tone: str = "ink"


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """One milestone, numbered as in the table beside the chart; unknown dates are left out of the drawing."""

    number: int
    planned: date | None = None
    reached: date | None = None


@dataclass(frozen=True, kw_only=True)
class MilestoneLine:
    """Planned dates above, reached dates below, between two dates; `today` is the as-of date."""

    start: date
    end: date
    today: date
    milestones: tuple[Milestone, ...]
    tone: str = "ink"


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One funder's amount."""

    label: str
    value: Number
    tone: str


@dataclass(frozen=True, kw_only=True)
class FundersBar:
    """Who paid what: one bar cut by funder, in the order of the table below it."""

    segments: tuple[Segment, ...]
    unit: Unit = "money"


@dataclass(frozen=True, kw_only=True)
class YearCount:
    """How many records a year holds; `chosen` when the reader's filter includes it."""

    year: int
    count: int
    chosen: bool = True


@dataclass(frozen=True, kw_only=True)
class YearHistogram:
    """Counts by year beside a filter."""

    years: tuple[YearCount, ...]


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of an action. `look`: what is known (solid), preparation (pale), unknown (dotted), sources in
    conflict (hatched)."""

    start: date
    end: date
    label: str = ""
    look: Literal["solid", "pale", "dotted", "hatched"] = "solid"


@dataclass(frozen=True, kw_only=True)
class GanttRow:
    """One action: its stretches, its dated points, or its counts by year; `note` when no date is known."""

    label: str
    tone: str = "ink"
    spans: tuple[Span, ...] = ()
    points: tuple[date, ...] = ()
    counts: tuple[YearCount, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DateMark:
    """A vertical line with its words: the signature, the term."""

    day: date
    label: str


@dataclass(frozen=True, kw_only=True)
class Gantt:
    """The actions over the years, both years included."""

    first_year: int
    last_year: int
    rows: tuple[GanttRow, ...]
    marks: tuple[DateMark, ...] = ()
    today: date | None = None


@dataclass(frozen=True, kw_only=True)
class MapDot:
    """One laboratory at its city; latitude and longitude in degrees (WGS 84)."""

    label: str
    city: str
    latitude: float
    longitude: float
    tone: str = "ink"


@dataclass(frozen=True, kw_only=True)
class RegionMap:
    """The laboratories on the outline of Normandy; `named`: its départements bear their names.

    `linked`: each city leads to its place (`city_mark`) in the list that stands beside the map.
    """

    dots: tuple[MapDot, ...]
    named: bool = False
    linked: bool = False


@dataclass(frozen=True, kw_only=True)
class YearValue:
    """One point of a curve."""

    year: int
    value: Number


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """An indicator year by year against its targets; `since` is the year of the signature."""

    actual: tuple[YearValue, ...]
    targets: tuple[YearValue, ...] = ()
    since: int | None = None
    tone: str = "on_track"


Figure = (
    StackedColumns
    | ThemeBars
    | LevelTrack
    | Progress
    | MilestoneLine
    | FundersBar
    | YearHistogram
    | Gantt
    | RegionMap
    | Trajectory
)
