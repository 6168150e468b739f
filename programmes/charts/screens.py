"""A drawing for screens: one for wide windows, one for phones, of which the style sheet shows one."""

from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from . import draw
from .figures import Figure

PHONE: Final = 350


def on_screen(figure: Figure, alt: str, language: str, width: float, phone: float = PHONE) -> SafeString:
    """The same figure twice, so that its words stay readable on a phone."""
    return format_html(
        '<div class="wide">{}</div><div class="narrow">{}</div>',
        draw(figure, alt, language, width),
        draw(figure, alt, language, phone),
    )
