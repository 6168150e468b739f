"""Charts: plain data in, SVG out. Knows no table of ours; used by pages and by the report alike.

`draw` picks the function for a figure. Every drawing carries its sentence as first child, has presentation attributes
only and is as wide as asked, in pixels.
"""

from collections.abc import Callable
from typing import Any, Final

from django.utils.safestring import SafeString

from . import figures
from .amounts import funders_bar, stacked_columns, theme_bars, year_histogram
from .figures import Figure
from .levels import level_track, progress, trajectory
from .ornament import flow_lines
from .regions import region_map
from .times import gantt, milestone_line

__all__ = ["Figure", "draw", "figures", "flow_lines"]

_DRAWERS: Final[dict[type, Callable[[Any, str, str, float], SafeString]]] = {
    figures.StackedColumns: stacked_columns,
    figures.ThemeBars: theme_bars,
    figures.LevelTrack: level_track,
    figures.Progress: progress,
    figures.MilestoneLine: milestone_line,
    figures.FundersBar: funders_bar,
    figures.YearHistogram: year_histogram,
    figures.Gantt: gantt,
    figures.RegionMap: region_map,
    figures.Trajectory: trajectory,
}


def draw(figure: Figure, alt: str, language: str, width: float = 640) -> SafeString:
    """The drawing of a figure; `alt` is a full sentence that says what it shows."""
    return _DRAWERS[type(figure)](figure, alt, language, width)
