"""A frozen report in, a PDF out, in an interpreter of its own: `python -m programmes.reports.render [--afresh] IN OUT`.

Knows no database. Memory and time are limited, the collector of garbage is off (the process ends), the same data give
the same bytes. Each line on the standard output is a step: percent, a space, French words.
"""

import contextlib
import ctypes
import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import django

MEMORY_LIMIT = 3 * 1024**3  # bytes of address space; a report of 90 pages needs a sixth of it
CPU_LIMIT = 1_500  # seconds
GENTLE = 10  # of `nice`: a page on demand gives way to the site
PR_SET_PDEATHSIG = 1  # of Linux's prctl


def main(arguments: Sequence[str]) -> None:
    """Render one file, or the pieces named on the standard input; `--afresh` takes nothing from the shelf.

    Any failure ends the process with a traceback: the parent makes a sentence of its last line.
    """
    _end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_LIMIT, CPU_LIMIT + 5))
    gc.disable()
    if "--pieces" in arguments:
        _pieces()
    else:
        *options, source, target = arguments
        Path(target).write_bytes(_made(Path(source).read_text(encoding="utf-8"), options))
        _tell(100, "Terminé")


def _end_with_parent() -> None:
    """When a worker is killed outright, what it had asked for stops at once; Linux alone knows how."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _pieces() -> None:
    """Each line read names the HTML of a piece and the file to write; a line is said when it is written."""
    from .typesetting import laid_out  # heavy; a piece is ready made and needs no template, text or catalogue

    gc.freeze()
    for line in sys.stdin:
        source, target = map(Path, line.rstrip("\n").split("\t"))
        target.write_bytes(laid_out(source.read_text(encoding="utf-8")))
        _tell(100, source.name)
        gc.collect()  # the next piece finds the memory of this one


def _made(text: str, options: Sequence[str]) -> bytes:
    django.setup()
    # WeasyPrint is heavy.
    from . import leaflets, press, receipts

    content = json.loads(text)
    if "receipt" in content:
        return receipts.pdf(content["receipt"], _tell)
    if "leaflet" in content:
        os.nice(GENTLE)
        return leaflets.pdf(content["leaflet"], _tell)
    if "one_page" in content:
        return press.one_page(content["one_page"], content["pages"], _tell)
    return press.pdf(content, _tell, afresh="--afresh" in options)


def _tell(percent: int, words: str) -> None:
    sys.stdout.write(f"{percent} {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
