"""Everything of ours that decides what a frozen report looks like, as one short number: code, templates, words."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

STATIC: Final = Path(__file__).resolve().parent.parent / "static"
SHEETS: Final = ("report.css", "front.css", "widths.css", "digits.css")


@cache
def code() -> str:
    """One number for all of it: it changes when a page may look otherwise."""
    return digest(_sources())


def _sources() -> Iterator[Path]:
    """Everything of ours that decides what a page looks like: code, templates, style sheets, words."""
    app = STATIC.parent
    for folder in (app / "reports", app / "charts", app / "sections" / "blocks"):
        yield from folder.glob("*.py")
    yield from (app / "wording.py", app / "fields.py")
    yield from (STATIC / "programmes" / name for name in SHEETS)
    templates: list[Path] = settings.TEMPLATES[0]["DIRS"]  # type: ignore[assignment]
    for folder in templates:
        yield from (folder / "programmes" / "reports").rglob("*.*")
    for folder in map(Path, settings.LOCALE_PATHS):
        yield from folder.rglob("*.mo")


def digest(paths: Iterable[Path]) -> str:
    """One short number for the bytes of some files; their order on the disk does not matter."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
