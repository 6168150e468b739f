"""Colours of themes, funders and states: one home for charts, pages and report (source: the look of the project).

A colour is never the only sign: a theme's goes with its number, a funder's with its label, a state's with its word.
"""

from dataclasses import dataclass
from typing import Final

INK: Final = "#00294b"
TEXT: Final = "#1c2b39"
MUTED: Final = "#55636f"
RULE: Final = "#d9dfe4"
STRONG_RULE: Final = "#9fadb8"
TINT: Final = "#eaf0f5"
GOLD: Final = "#f2a900"
TODAY: Final = "#c8102e"
TODAY_TEXT: Final = "#a3123a"
WHITE: Final = "#ffffff"

THEMES_ON_WHITE: Final = (
    "#b4530a",
    "#7a3fa0",
    "#b3123f",
    "#1f4fa3",
    "#0b6e7f",
    "#3d3f9e",
    "#8a4b1c",
    "#2f6f3a",
)
THEMES_ON_INK: Final = (
    "#f2a900",
    "#c48be0",
    "#ff6b8a",
    "#7fb0ff",
    "#5fd0df",
    "#9ea1ff",
    "#f0b27a",
    "#7fd08f",
)
FUNDERS: Final = {
    "region": "#c8102e",
    "cnrs": INK,
    "company": "#4a6b80",
    "state": "#e0a21a",
    "institution": "#b9b3a6",
    "other": STRONG_RULE,
}


@dataclass(frozen=True)
class State:
    """Text and ground of a state; contrast of the two is above 5.5."""

    colour: str
    ground: str


STATES: Final = {
    "reached": State("#1d6b3a", "#e7f2ea"),
    "on_track": State("#1f4fa3", "#e9eff9"),
    "to_strengthen": State("#8a4b00", "#fdf2df"),
    "returned": State("#a3123a", "#fbeaef"),
    "unknown": State(MUTED, "#eff2f4"),
}


def theme_tone(number: int) -> str:
    """The key of a theme's colour; a protocol with more than eight themes goes round again."""
    return f"theme-{(number - 1) % len(THEMES_ON_WHITE) + 1}"


def colour(tone: str) -> str:
    """The colour of a key on white, of a hexadecimal colour itself; ink for a key nobody knows."""
    if tone.startswith("#"):
        return tone
    if tone.startswith("theme-"):
        return THEMES_ON_WHITE[(int(tone.removeprefix("theme-")) - 1) % len(THEMES_ON_WHITE)]
    if tone in STATES:
        return STATES[tone].colour
    return FUNDERS.get(tone, INK)


def colour_on_ink(tone: str) -> str:
    """The colour of a theme on the dark band; a colour of a user's own is lightened by half."""
    if tone.startswith("theme-"):
        return THEMES_ON_INK[(int(tone.removeprefix("theme-")) - 1) % len(THEMES_ON_INK)]
    return mixed(colour(tone), 0.5)


def mixed(hexadecimal: str, share: float) -> str:
    """A colour thinned with white: `share` of the colour, the rest white. Paper has no transparency to trust."""
    channels = (int(hexadecimal[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(channel * share + 255 * (1 - share)):02x}" for channel in channels)
