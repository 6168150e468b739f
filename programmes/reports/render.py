"""A frozen report in, a PDF out, in an interpreter of its own: `python -m programmes.reports.render [OPTIONS] IN OUT`.

Knows no database. Memory and time are limited, the collector of garbage is off (the process ends), the same data give
the same bytes. Each line on the standard output is a step: percent, a space, French words.
"""

import contextlib
import ctypes
import gc
import json
import resource
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import django

MEMORY_LIMIT = 3 * 1024**3  # bytes of address space; a report of 90 pages needs a sixth of it
CPU_LIMIT = 1_500  # seconds
PR_SET_PDEATHSIG = 1  # of Linux's prctl


def main(source: Path, target: Path, options: Sequence[str]) -> None:
    """Render one file, or one of its pieces from its HTML (`--piece`); `--afresh` takes nothing from the shelf.

    Any failure ends the process with a traceback: the parent makes a sentence of its last line.
    """
    _end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_LIMIT, CPU_LIMIT + 5))
    gc.disable()
    target.write_bytes(_made(source.read_text(encoding="utf-8"), options))
    _tell(100, "Terminé")


def _end_with_parent() -> None:
    """When a worker is killed outright, what it had asked for stops at once; Linux alone knows how."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _made(text: str, options: Sequence[str]) -> bytes:
    # WeasyPrint is heavy; a piece is ready made, the rest needs templates, texts and catalogues.
    if "--piece" in options:
        from .typesetting import laid_out

        return laid_out(text)
    django.setup()
    from . import press, receipts

    content = json.loads(text)
    if "receipt" in content:
        return receipts.pdf(content["receipt"], _tell)
    return press.pdf(content, _tell, afresh="--afresh" in options)


def _tell(percent: int, words: str) -> None:
    sys.stdout.write(f"{percent} {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[-2]), Path(sys.argv[-1]), sys.argv[1:-2])
