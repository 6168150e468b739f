"""A drawing for screens: one for wide windows, one for phones, of which the style sheet shows one."""

from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from . import draw
from .figures import Figure, RegionMap
from .regions import region_map, shared_land

PHONE: Final = 350


def on_screen(figure: Figure, alt: str, language: str, width: float, phone: float = PHONE) -> SafeString:
    """The same figure twice, so that its words stay readable on a phone."""
    return _both(draw(figure, alt, language, width), draw(figure, alt, language, phone))


def map_on_screen(figure: RegionMap, alt: str, language: str, width: float, phone: float) -> SafeString:
    """The map twice, its land once; a page holds one map."""
    first, again = shared_land()
    return _both(region_map(figure, alt, language, width, first), region_map(figure, alt, language, phone, again))


def _both(wide: SafeString, narrow: SafeString) -> SafeString:
    return format_html('<div class="wide">{}</div><div class="narrow">{}</div>', wide, narrow)
