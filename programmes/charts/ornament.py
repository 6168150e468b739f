"""The one ornament of the house: flow lines with a dot for each theme, on the home band and on report covers."""

import math
from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from . import palette, svg

LINES: Final = 44
STEPS: Final = 16
# Where the dots sit: share of the width, and the line they ride on as a share of all lines.
SEATS: Final = (
    (0.11, 0.43),
    (0.245, 0.36),
    (0.375, 0.46),
    (0.51, 0.54),
    (0.64, 0.44),
    (0.745, 0.38),
    (0.85, 0.5),
    (0.94, 0.6),
)


def flow_lines(
    width: float,
    height: float,
    tones: Sequence[str],
    *,
    top: float = 0.38,
    bottom: float = 0.94,
    start: float = 0.0,
    radius: float | None = None,
    pen: float = 1.0,
    steps: int = STEPS,
) -> SafeString:
    """Lines between two heights (shares of the whole), fading upwards, and one dot a tone; drawn for an ink ground.

    Dots sit to the right of `start`, a share of the width, where words stand on the left; `pen` thins the lines.
    A small drawing bends as well in fewer `steps`.
    """
    size = radius or max(width / 120, 5)
    lines = (_line(index / (LINES - 1), width, height, top, bottom, pen, steps) for index in range(LINES))
    body = [svg.element("g", *lines, fill="none")]
    for tone, (seat, line) in zip(tones, SEATS, strict=False):
        x = start + (1 - start) * seat
        y = _height(x, line, height, top, bottom)
        colour = palette.colour_on_ink(tone)
        body.append(svg.disc(width * x, y, size * 2.6, _on_ink(colour, 0.32)))
        body.append(svg.disc(width * x, y, size, colour))
    return svg.ornament(width, height, *body)


def _line(share: float, width: float, height: float, top: float, bottom: float, pen: float, steps: int) -> str:
    """One line, the stronger the lower."""
    points = [(width * step / steps, _height(step / steps, share, height, top, bottom)) for step in range(steps + 1)]
    stroke = (0.6 + 0.7 * share) * pen * width / 800
    return svg.element(
        "path", d=_smooth(points), stroke=_on_ink(palette.WHITE, 0.07 + 0.42 * share), stroke_width=stroke
    )


def _height(x: float, share: float, height: float, top: float, bottom: float) -> float:
    """A line's height: waves that turn from one shape above to another below, and lines that crowd in the middle."""
    eased = share + 0.07 * math.sin(2 * math.pi * share)
    above = 0.04 * math.sin(2 * math.pi * (0.85 * x + 0.36)) + 0.012 * math.sin(2 * math.pi * 2.1 * x)
    below = 0.03 * math.sin(2 * math.pi * (1.08 * x + 0.02)) + 0.014 * math.cos(2 * math.pi * (1.7 * x + 0.4))
    return height * (top + (bottom - top) * eased + above * (1 - share) + below * share)


def _smooth(points: Sequence[tuple[float, float]]) -> str:
    """Catmull-Rom through the points, as cubic curves: each begins as the one before it ended, so half is not said.

    Each is told from where the last one really ended, so that what is rounded never adds up.
    """
    x, y = (round(value, 1) for value in points[0])
    data = f"M{_near(x)} {_near(y)}"
    for before, end, after in zip(points, points[1:], [*points[2:], points[-1]], strict=False):
        bend = end[0] - (after[0] - before[0]) / 6 - x, end[1] - (after[1] - before[1]) / 6 - y
        step = round(end[0] - x, 1), round(end[1] - y, 1)
        data += "s" + " ".join(map(_near, (*bend, *step))).replace(" -", "-")
        x, y = x + step[0], y + step[1]
    return data


def _near(value: float) -> str:
    """A tenth of a pixel, and no sign more."""
    sign, _zero, tenths = f"{value:.1f}".removesuffix(".0").partition("0.")
    return f"{sign}.{tenths}" if tenths and sign in ("", "-") else f"{value:.1f}".removesuffix(".0")


def _on_ink(colour: str, share: float) -> str:
    """A colour laid on the ink at so much strength, as a solid colour: paper has no transparency to trust."""
    pairs = ((int(colour[at : at + 2], 16), int(palette.INK[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(upper * share + lower * (1 - share)):02x}" for upper, lower in pairs)
