"""With what a report is printed: our code, the libraries, the fonts. The same of each gives the same bytes."""

import platform
from functools import cache
from importlib.metadata import version

from .closed import FONTS
from .sources import STATIC, code, digest

LIBRARIES = (
    "Django", "weasyprint", "pydyf", "tinyhtml5", "tinycss2", "cssselect2", "pyphen", "fonttools", "pikepdf", "nh3",
)  # fmt: skip
WORDS = {"code": "code du rapport", "fonts": "polices", "python": "Python", "pango": "Pango"}


@cache
def made_with() -> dict[str, str]:
    """The versions of this machine, in the order of their names."""
    # WeasyPrint is heavy: only the workers that print load it.
    from weasyprint.text.ffi import pango

    found = {name.lower(): version(name) for name in LIBRARIES}
    found |= {
        "code": code(),
        "fonts": digest(STATIC / "fonts" / f"Source{name}.ttf" for name in FONTS),
        "python": platform.python_version(),
        "pango": str(pango.pango_version()),
    }
    return dict(sorted(found.items()))


def differences(then: dict[str, str], now: dict[str, str]) -> list[str]:
    """What changed, in words: "weasyprint 70.0 → 70.1"."""
    names = sorted(then.keys() | now.keys())
    return [
        f"{WORDS.get(name, name)} {then.get(name, 'inconnu')} → {now.get(name, 'absent')}"
        for name in names
        if then.get(name) != now.get(name)
    ]
