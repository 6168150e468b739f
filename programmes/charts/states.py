"""Icons of the five states: never a colour alone."""

from functools import lru_cache
from typing import Final

from django.utils.safestring import SafeString

from . import palette, svg

SIZE: Final = 18


@lru_cache(maxsize=64)
def icon(state: str, colour: str | None = None) -> SafeString:
    """Full disc with tick, half disc, quarter disc, turned arrow, dashed ring; a word always stands beside it."""
    paint = colour or palette.STATES[state].colour
    ground = palette.WHITE if colour is None else palette.STATES[state].colour
    ring = svg.element("circle", cx=9, cy=9, r=7.3, fill="none", stroke=paint, stroke_width=1.8)
    body = {
        "reached": svg.disc(9, 9, 8.2, paint) + _stroke("m5.2 9.2 2.7 2.7 5-5.4", ground),
        "on_track": ring + svg.element("path", d="M9 4.3a4.7 4.7 0 0 1 0 9.4z", fill=paint),
        "to_strengthen": ring + svg.element("path", d="M9 9V4.3A4.7 4.7 0 0 1 13.7 9z", fill=paint),
        "returned": _stroke("M7 3 3 7l4 4M3.5 7H11a4 4 0 0 1 0 8H7", paint),
        "unknown": svg.element(
            "circle", cx=9, cy=9, r=7.3, fill="none", stroke=paint, stroke_width=1.7, stroke_dasharray="2.6 2"
        ),
    }[state]
    return svg.ornament(SIZE, SIZE, body)


def _stroke(data: str, colour: str) -> str:
    return svg.element("path", d=data, fill="none", stroke=colour, stroke_width=1.9)
