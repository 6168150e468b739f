"""Pieces laid out in interpreters of their own, one a core of the machine, the longest pieces first.

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
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from django.conf import settings

from .deaths import PieceFailedError, sentence
from .versions import made_with

Progress = Callable[[int, str], None]
KEPT = 400  # pieces on the shelf, half a megabyte each; those that served least recently go
KEPT_FOR = 30 * 86_400  # seconds without use: what was erased from the records does not stay here


@dataclass(frozen=True, kw_only=True)
class Task:
    """A piece to lay out: its HTML, the chapters it holds in words, their ranks in the report, the cover's tones."""

    text: str
    title: str
    chapters: Sequence[int] = ()
    tones: Sequence[str] = ()


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

    def taken_or(self, task: Task, make: Callable[[], bytes]) -> bytes:
        """The pages laid out before, else those that `make` lays out, which are kept."""
        if (data := self.take(task)) is None:
            data = make()
            self.keep(task, data)
        return data

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


def laid_out(tasks: Sequence[Task], kept: Shelf, progress: Progress, *, cores: int = 0) -> list[bytes]:
    """The pages of each piece, in their order. Raises PieceFailedError at the first that fails.

    `cores`: how many work at once, else as many as the machine has.
    """
    found = {rank: data for rank, task in enumerate(tasks) if (data := kept.take(task)) is not None}
    longest_first = sorted(set(range(len(tasks))) - found.keys(), key=lambda rank: -len(tasks[rank].text))
    count = min(cores or os.cpu_count() or 1, len(longest_first))
    with _hands(count) as hands, ThreadPoolExecutor(max_workers=max(count, 1)) as threads:
        free: SimpleQueue[_Hand] = SimpleQueue()
        for hand in hands:
            free.put(hand)
        work = {threads.submit(_made, tasks[rank], kept, free): rank for rank in longest_first}
        try:
            for ended in as_completed(work):
                found[work[ended]] = ended.result()
                progress(100 * len(found) // len(tasks), _so_far(tasks, found, work[ended]))
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)  # those not yet begun stay so
            for hand in hands:
                hand.kill()
            raise
    kept.tidy()
    return [found[rank] for rank in range(len(tasks))]


def _so_far(tasks: Sequence[Task], found: dict[int, bytes], rank: int) -> str:
    """Chapters done of chapters; one that is cut counts when its last piece is there."""
    waiting = {chapter for at, task in enumerate(tasks) if at not in found for chapter in task.chapters}
    chapters = {chapter for task in tasks for chapter in task.chapters}
    done = f"{len(chapters - waiting)} sur {len(chapters)}"
    return f"Chapitres mis en page\u00a0: {done}, dernier\u00a0: {tasks[rank].title}"


def _made(task: Task, kept: Shelf, free: "SimpleQueue[_Hand]") -> bytes:
    hand = free.get()
    try:
        data = hand.lay_out(task)
    finally:
        free.put(hand)
    kept.keep(task, data)
    return data


class _Hand:
    """An interpreter that lays out one piece after another: it reads its tools once.

    The main thread starts it: a child ends with the thread that started it (`render`).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with (folder / "errors").open("wb") as errors:
            self.child = subprocess.Popen(
                [sys.executable, "-m", "programmes.reports.render", "--pieces"],
                cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                text=True, encoding="utf-8",
            )  # fmt: skip

    def lay_out(self, task: Task) -> bytes:
        """The pages of a piece. Raises PieceFailedError, and is then of no more use."""
        source, target, errors = (self.folder / name for name in ("piece.html", "piece.pdf", "errors"))
        source.write_text(task.text, encoding="utf-8")
        with contextlib.suppress(OSError):  # one that has died reads no more, and its end says why
            print(source, target, sep="\t", file=self.child.stdin, flush=True)
        if not (self.child.stdout and self.child.stdout.readline()):
            words = errors.read_text(encoding="utf-8", errors="replace")
            raise PieceFailedError(sentence(self.child.wait(), words, f"de {task.title}"))
        return target.read_bytes()

    def kill(self) -> None:
        """End the interpreter, whatever it is doing."""
        self.child.kill()

    def close(self) -> None:
        """Let the interpreter end, which has no more to read, and let go of what is left of it."""
        self.child.communicate()


@contextlib.contextmanager
def _hands(count: int) -> Iterator[list[_Hand]]:
    """So many interpreters, each with its own folder; all have ended when the block ends."""
    with contextlib.ExitStack() as ending:
        hands = []
        for _ in range(count):
            hands.append(_Hand(Path(ending.enter_context(tempfile.TemporaryDirectory()))))
            ending.callback(hands[-1].close)
        yield hands


def _name(task: Task) -> str:
    return hashlib.sha256(json.dumps([made_with(), task.text, list(task.tones)]).encode()).hexdigest()
