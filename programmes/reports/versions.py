"""With what a report is printed: our code, the libraries, the fonts. The same of each gives the same bytes."""

import hashlib
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from .closed import FONTS, SHEETS, STATIC

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
        "code": _digest(_sources()),
        "fonts": _digest(STATIC / "fonts" / f"Source{name}.ttf" for name in FONTS),
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


def _sources() -> Iterator[Path]:
    """Everything of ours that decides what a page looks like: code, templates, style sheets, words."""
    app = Path(__file__).resolve().parent.parent
    for folder in (app / "reports", app / "charts", app / "sections" / "blocks"):
        yield from folder.glob("*.py")
    yield from (app / "wording.py", app / "fields.py")
    yield from (STATIC / "programmes" / name for name in SHEETS)
    templates: list[Path] = settings.TEMPLATES[0]["DIRS"]  # type: ignore[assignment]
    for folder in templates:
        yield from (folder / "programmes" / "reports").rglob("*.*")
    for folder in map(Path, settings.LOCALE_PATHS):
        yield from folder.rglob("*.mo")


def _digest(paths: Iterable[Path]) -> str:
    """One short number for the bytes of some files; their order on the disk does not matter."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
