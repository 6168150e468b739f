"""Rendering in a child process: the worker keeps its memory, and a death becomes a sentence."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from programmes.sections.blocks import Report, as_plain

from .deaths import sentence

TIME_LIMIT = 1_800  # seconds on the clock, on a busy machine
WITHOUT = ("DATABASE_URL", "BROKER_URL", "CACHE_URL")  # a rendering that asked for them would not be a pure function


class RenderingError(Exception):
    """The PDF could not be made; the message is a French sentence for the person who asked for it."""


def render_in_child(
    content: Report | dict[str, object],
    target: Path,
    progress: Callable[[int, str], None] = lambda percent, words: None,
    *,
    afresh: bool = False,
    time_limit: float = TIME_LIMIT,
) -> Path:
    """Write the PDF of a frozen report (the blocks, or their plain form) to `target`.

    `progress` hears percent and words; `afresh`: nothing is taken from an earlier rendering.
    Raises RenderingError; `target` is then absent.
    """
    plain = as_plain(content) if isinstance(content, Report) else content
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "report.json", Path(folder) / "report.pdf"
        source.write_text(json.dumps(plain, sort_keys=True, ensure_ascii=False), encoding="utf-8")
        command = [*(["--afresh"] if afresh else []), str(source), str(made)]
        status, words = _run(command, source.with_suffix(".log"), progress, time_limit)
        if status != 0:
            raise RenderingError(sentence(status, words))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.read_bytes())
    return target


def _run(command: list[str], errors: Path, progress: Callable[[int, str], None], time_limit: float) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    with (
        errors.open("wb") as log,
        subprocess.Popen(  # noqa: S603 - our own module, our own file names
            [sys.executable, "-m", "programmes.reports.render", *command],
            cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
            start_new_session=True,
        ) as child,
    ):  # fmt: skip
        late = threading.Timer(time_limit, _stop, [child])
        late.start()
        try:
            for line in child.stdout or ():
                percent, _, words = line.strip().partition(" ")
                progress(int(percent), words)
            status = child.wait()
        except BaseException:
            _stop(child)  # whoever stops listening (a cancelled job, Ctrl-C) stops the work
            raise
        finally:
            late.cancel()
    return status, errors.read_text(encoding="utf-8", errors="replace")


def _stop(child: subprocess.Popen[str]) -> None:
    """Stop a rendering and the pieces it has begun."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
