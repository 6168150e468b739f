"""Pieces laid out in interpreters of their own, as many at once as the machine has cores, the longest first.

A piece laid out before, with the same words and the same versions of everything, is taken from the shelf: when one
action has changed, the next report costs little more than its piece, the contents and the joining.
"""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from .deaths import PieceFailedError, sentence
from .versions import made_with

Progress = Callable[[int, str], None]
KEPT = 400  # pieces on the shelf, half a megabyte each; those that served least recently go
KEPT_FOR = 30 * 86_400  # seconds without use: what was erased from the records does not stay here


@dataclass(frozen=True, kw_only=True)
class Task:
    """A piece to lay out: its HTML, and the chapters it holds, in words."""

    text: str
    title: str


class Shelf:
    """Where laid out pieces are kept between two reports: only a cache, which may be lost or absent at any time."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def take(self, task: Task) -> bytes | None:
        """The pages of a piece laid out before."""
        if self.folder is None:
            return None
        with contextlib.suppress(OSError):
            place = self.folder / _name(task)
            data = place.read_bytes()
            place.touch()
            return data
        return None

    def keep(self, task: Task, data: bytes) -> None:
        """Put a piece on the shelf, whole or not at all; a disk that refuses costs only time later."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(data)
            Path(file.name).replace(self.folder / _name(task))

    def tidy(self) -> None:
        """Drop what has not served for long, and what served least recently beyond what is kept."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):  # another report may be tidying too
            by_use = sorted(self.folder.iterdir(), key=lambda place: place.stat().st_mtime, reverse=True)
            for rank, place in enumerate(by_use):
                if rank >= KEPT or place.stat().st_mtime < time.time() - KEPT_FOR:
                    place.unlink(missing_ok=True)


def shelf(*, is_used: bool) -> Shelf:
    """The shelf of this machine; one that is not used keeps nothing and gives nothing."""
    return Shelf(settings.REPORT_PIECES if is_used else None)


def laid_out(tasks: Sequence[Task], kept: Shelf, progress: Progress) -> list[bytes]:
    """The pages of each piece, in their order. Raises PieceFailedError at the first that fails."""
    found: dict[int, bytes] = {}
    longest_first = sorted(range(len(tasks)), key=lambda rank: -len(tasks[rank].text))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        work = {threads.submit(_made, tasks[rank], kept): rank for rank in longest_first}
        try:
            for ended in as_completed(work):
                found[work[ended]] = ended.result()
                progress(100 * len(found) // len(tasks), f"Mise en page, partie {len(found)} sur {len(tasks)}")
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)  # those not yet begun stay so
            raise
    kept.tidy()
    return [found[rank] for rank in range(len(tasks))]


def _made(task: Task, kept: Shelf) -> bytes:
    if (data := kept.take(task)) is None:
        data = _lay_out(task)
        kept.keep(task, data)
    return data


def _lay_out(task: Task) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "piece.html", Path(folder) / "piece.pdf"
        source.write_text(task.text, encoding="utf-8")
        ended = subprocess.run(  # noqa: S603 - our own module, our own file names
            [sys.executable, "-m", "programmes.reports.render", "--piece", str(source), str(target)],
            cwd=settings.BASE_DIR, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if ended.returncode:
            raise PieceFailedError(sentence(ended.returncode, ended.stderr, f"de {task.title}"))
        return target.read_bytes()


def _name(task: Task) -> str:
    return hashlib.sha256(json.dumps([made_with(), task.text]).encode()).hexdigest()
