"""SVG by hand: presentation attributes only (strict CSP, and paper ignores style sheets inside a drawing)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import Final

from django.utils.safestring import SafeString

from programmes import wording

from . import palette
from .figures import Number, Unit

SANS: Final = "'Source Sans', sans-serif"
SERIF: Final = "'Source Serif', serif"
MEAN_WIDTH: Final = 0.5  # of a sign of Source Sans, as a share of its size: measured on French text

WORDS: Final = {
    "fr": {"planned": "Prévu", "reached": "Réalisé", "total": "Total"},
    "en": {"planned": "Planned", "reached": "Actual", "total": "Total"},
}


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """One element; children are already markup, attributes are escaped, None leaves an attribute out."""
    parts = [
        f" {key.strip('_').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    ]
    body = "".join(children)
    return f"<{name}{''.join(parts)}>{body}</{name}>" if body else f"<{name}{''.join(parts)}/>"


def label(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 13,
    fill: str = palette.TEXT,
    bold: bool = False,
    anchor: str | None = None,
    serif: bool = False,
) -> str:
    """Words at a baseline. `anchor` is "middle" or "end" when not at the start."""
    return element(
        "text",
        escape(words, quote=False),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        font_weight="600" if bold else None,
        text_anchor=anchor,
        font_family=SERIF if serif else None,
    )


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float | None = None) -> str:
    """A filled rectangle; never a negative width."""
    return element("rect", x=x, y=y, width=max(width, 0), height=height, fill=fill, rx=radius)


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1, dashes: str | None = None) -> str:
    """A straight stroke."""
    return element(
        "path", d=f"M{_short(x1)} {_short(y1)}L{_short(x2)} {_short(y2)}", stroke=stroke, stroke_width=width,
        stroke_dasharray=dashes, fill="none",
    )  # fmt: skip


def disc(x: float, y: float, radius: float, fill: str, stroke: str | None = None, width: float | None = None) -> str:
    """A circle."""
    return element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=stroke, stroke_width=width)


def numbered_disc(x: float, y: float, number: int, tone: str, radius: float = 10) -> str:
    """A theme's or a milestone's number in its colour."""
    digits = label(x, y + radius * 0.42, str(number), size=radius * 1.2, fill=palette.WHITE, bold=True, anchor="middle")
    return disc(x, y, radius, palette.colour(tone)) + digits


def polyline(points: Iterable[tuple[float, float]]) -> str:
    """Path data through points."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)


def drawing(width: float, height: float, alt: str, *body: str, role: str = "img") -> SafeString:
    """The whole drawing; its first child is the sentence that replaces it, or names it when it holds links."""
    title = element("title", escape(alt, quote=False))
    return SafeString(
        element(
            "svg", title, *body, xmlns="http://www.w3.org/2000/svg", role=role, width=width, height=height,
            viewBox=f"0 0 {_short(width)} {_short(height)}", font_family=SANS,
        )
    )  # fmt: skip


def ornament(width: float, height: float, *body: str) -> SafeString:
    """A drawing that says nothing: hidden from those who listen."""
    return SafeString(
        element(
            "svg", *body, xmlns="http://www.w3.org/2000/svg", aria_hidden="true", width=width, height=height,
            viewBox=f"0 0 {_short(width)} {_short(height)}", preserveAspectRatio="xMidYMid slice",
        )
    )  # fmt: skip


def text_width(words: str, size: float) -> float:
    """About how wide words are; enough to know whether they fit."""
    return len(words) * size * MEAN_WIDTH


def wrapped(words: str, width: float, size: float, lines: int = 2) -> list[str]:
    """Words on at most so many lines; the last one ends in an ellipsis when something had to go."""
    rows: list[str] = [""]
    for word in words.split(" "):
        candidate = f"{rows[-1]} {word}".strip()
        if rows[-1] and text_width(candidate, size) > width:
            rows.append(word)
        else:
            rows[-1] = candidate
    if len(rows) > lines:
        rows = [*rows[: lines - 1], rows[lines - 1].rstrip(" ,;") + "…"]
    return rows


def amount(value: Number, unit: Unit, language: str) -> str:
    """The words beside a bar."""
    return wording.short_euros(value, language) if unit == "money" else wording.number(value, language)


def ticks(highest: Number, most: int = 4) -> Sequence[Decimal]:
    """Round values from zero to above the highest, at most `most` steps."""
    highest = max(Decimal(highest), Decimal(1))
    power = Decimal(10) ** (highest.adjusted() - 1)
    step = next(
        power * factor for factor in (1, 2, Decimal("2.5"), 5, 10, 20, 25, 50) if power * factor * most >= highest
    )
    step = max(step, Decimal(1))
    count = int((highest / step).to_integral_value(rounding="ROUND_CEILING"))
    return [step * index for index in range(count + 1)]


def spread(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The same positions in the same order, pushed apart to `gap` where they would touch, kept inside the bounds."""
    placed: list[float] = []
    for position in positions:
        placed.append(max(position, placed[-1] + gap if placed else low))
    limit = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - gap
    return placed


def legend(entries: Sequence[tuple[str, str]], y: float, width: float, size: float = 13) -> tuple[str, float]:
    """Squares and words on as many lines as needed, and the height they take. Entries are words and colour."""
    body, x, top = "", 0.0, y
    for words, colour in entries:
        wide = text_width(words, size) + 34
        if x and x + wide > width:
            x, top = 0.0, top + size * 1.6
        body += rect(x, top, size * 0.85, size * 0.85, colour, 2) + label(
            x + size * 1.3, top + size * 0.8, words, size=size
        )
        x += wide
    return body, top - y + size * 1.6


def _quoted(value: str | float) -> str:
    return f'"{escape(value) if isinstance(value, str) else _short(value)}"'


def _short(value: float) -> str:
    """Two decimals at most: the same bytes on every machine, and small files."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
