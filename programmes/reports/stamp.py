"""A word across every page of a finished PDF: what is read before it is adopted never passes for what was published.

The letters are drawn as outlines, so no font is added; they are marked as decoration, so screen readers pass them by
and the file stays tagged.
"""

import io
from datetime import date
from functools import cache
from typing import Any

import pikepdf
from django.utils import translation
from django.utils.translation import gettext as _
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from programmes import wording

from .sources import STATIC

ACROSS = 150.0  # points: the size of the word that crosses a page
LINE = 7.5  # points: the size of the line at its foot
TOP = 20.0  # points below the upper edge: above the running heads
TURN = 0.7071  # the sine and the cosine of 45 degrees


class OutlinePen(BasePen):
    """Writes the outline of a letter as operators of PDF."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 - the name that the library calls
        self._write("m", pt)

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        self._write("l", pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self._write("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _write(self, operator: str, *points: Any) -> None:
        self.operators.append(" ".join([*(f"{x:g} {y:g}" for x, y in points), operator]))


def draft(data: bytes, language: str) -> bytes:
    """A report as it stands now, marked so on each page: nobody has read it again nor given a visa."""
    with translation.override(language):
        return stamped(data, _("Aperçu"), _("Aperçu de travail, ni relu ni visé"))


def proposal(data: bytes, language: str, *, reader: str, until: date) -> bytes:
    """A candidate edition as a reader without an account gets it: whom it was given to, until when."""
    with translation.override(language):
        words = {"reader": reader, "day": wording.day(until, language)}
        return stamped(data, _("Projet"), _("Projet confié à %(reader)s jusqu’au %(day)s, à ne pas diffuser") % words)


def stamped(data: bytes, word: str, line: str) -> bytes:
    """The same PDF with a pale word across each page and a line at its head."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn: dict[tuple[float, float], pikepdf.Object] = {}
        for page in pdf.pages:
            _, _, width, height = (float(side) for side in page.mediabox)
            if (width, height) not in drawn:
                drawn[width, height] = _drawing(pdf, word, line, (width, height))
            page.add_resource(drawn[width, height], pikepdf.Name.XObject, name=pikepdf.Name.DraftMark)
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q /Artifact <</Type /Background>> BDC q /DraftMark Do Q EMC")
        target = io.BytesIO()
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


def _drawing(pdf: pikepdf.Pdf, word: str, line: str, size: tuple[float, float]) -> pikepdf.Object:
    """Both, drawn once for all pages of a size; a middle grey is seen on white and on the dark cover."""
    pale = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.24)
    return pikepdf.Stream(
        pdf,
        _marks(word, line, *size),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, *size],
        Resources=pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(Pale=pale)),
    )


def _marks(word: str, line: str, width: float, height: float) -> bytes:
    """The drawing of both on a page of that size, in points."""
    across, long = _outlines(word)
    head, _long = _outlines(line)
    size = ACROSS / 1000
    left = width / 2 - TURN * (long * size / 2) + TURN * ACROSS * 0.33
    low = height / 2 - TURN * (long * size / 2) - TURN * ACROSS * 0.33
    turned = f"{TURN * size:.5f} {TURN * size:.5f} {-TURN * size:.5f} {TURN * size:.5f} {left:.2f} {low:.2f} cm"
    flat = f"{LINE / 1000:.5f} 0 0 {LINE / 1000:.5f} 51 {height - TOP:.2f} cm"
    drawn = [
        f"q /Pale gs 0.5 0.52 0.56 rg {turned} {across} f Q",
        f"q 0.72 0.42 0.05 rg {flat} {head} f Q",
    ]
    return "\n".join(drawn).encode("ascii")


@cache
def _face() -> tuple[Any, dict[int, str], Any]:
    font = TTFont(STATIC / "fonts" / "SourceSans-Semibold.ttf")
    return font.getGlyphSet(), font.getBestCmap() or {}, font["hmtx"]


def _outlines(text: str) -> tuple[str, float]:
    """The outlines of a text at a thousand units an em, and its length; a letter that the face lacks is left out."""
    glyphs, names, widths = _face()
    parts, at = [], 0.0
    for name in filter(None, (names.get(ord(letter)) for letter in text)):
        pen = OutlinePen(glyphs)
        glyphs[name].draw(pen)
        parts.append(f"1 0 0 1 {at:g} 0 cm {' '.join(pen.operators)} f 1 0 0 1 {-at:g} 0 cm")
        at += widths[name][0]
    return " ".join(parts), at
