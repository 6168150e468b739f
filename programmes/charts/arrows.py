"""The arrows of the page that shows every commitment: up, down, level, first time; words always stand beside them."""

from typing import Final

from django.utils.safestring import SafeString

from . import palette, svg

SIZE: Final = 12
MOVES: Final = {
    "up": ("M6 11V2M2 6l4-4 4 4", palette.STATES["reached"].colour),
    "down": ("M6 1v9M2 6l4 4 4-4", palette.STATES["returned"].colour),
    "same": ("M1 6h9M6 2l4 4-4 4", palette.MUTED),
    "new": ("M6 1v10M1 6h10", palette.STATES["on_track"].colour),
}


def arrow(move: str) -> SafeString:
    """One arrow, a plus for what is told for the first time."""
    path, colour = MOVES[move]
    stroke = svg.element("path", d=path, fill="none", stroke=colour, stroke_width=1.8, stroke_linejoin="round")
    return svg.ornament(SIZE, SIZE, stroke)
