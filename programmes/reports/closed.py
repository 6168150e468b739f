"""What a rendering may read: our fonts, our style sheet, our drawings, held in memory. No file, no net."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final
from unicodedata import normalize

from fontTools.ttLib import TTFont
from weasyprint.urls import URLFetcher, URLFetcherResponse

from programmes.charts import arrows, flow_lines, palette, states

from .sources import SHEETS, STATIC

FONTS: Final = ("Sans-Regular", "Sans-Italic", "Sans-Semibold", "Serif-Regular", "Serif-Semibold")
UNKNOWN_SIGN: Final = "\u25a1"
A4: Final = (840.0, 1188.0)

Files = Mapping[str, tuple[bytes, str]]


class ClosedFetcher(URLFetcher):
    """Serves `report:name` from memory; any other address stops the rendering."""

    def __init__(self, files: Files) -> None:
        super().__init__(timeout=1, allowed_protocols=("report",), allow_redirects=False, fail_on_errors=True)
        self.files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Raises KeyError for anything but one of our files; WeasyPrint turns it into FatalURLFetchingError."""
        data, kind = self.files[url.removeprefix("report:")]
        return URLFetcherResponse(url, data, {"Content-Type": kind})


def files(tones: Sequence[str]) -> Files:
    """The files of one report; the cover's dots wear the tones of its themes."""
    drawings = {"cover.svg": flow_lines(*A4, tones, bottom=0.82)}
    drawings |= {f"state-{state}.svg": states.icon(state, palette.WHITE) for state in palette.STATES}
    drawings |= {f"mark-{state}.svg": states.icon(state) for state in palette.STATES}
    drawings |= {f"move-{move}.svg": arrows.arrow(move) for move in arrows.MOVES}
    found = {name: (drawing.encode(), "image/svg+xml") for name, drawing in drawings.items()}
    fonts = [STATIC / "fonts" / f"Source{name}.ttf" for name in FONTS]
    found |= {font.name: (font.read_bytes(), "font/ttf") for font in fonts}
    found |= {name: ((STATIC / "programmes" / name).read_bytes(), "text/css") for name in SHEETS}
    return found


def legible(text: str) -> str:
    """A square for each sign our fonts do not draw: a foreign font in the file would differ by machine."""
    text = normalize("NFC", text)
    return text.translate({ord(sign): UNKNOWN_SIGN for sign in set(text) if ord(sign) not in _drawn()})


@cache
def _drawn() -> frozenset[int]:
    """Code points of the text face, which stands behind the title face in the style sheet."""
    font = TTFont(STATIC / "fonts" / "SourceSans-Regular.ttf")
    return frozenset({0x09, 0x0A, 0x0D}.union(font.getBestCmap() or ()))
