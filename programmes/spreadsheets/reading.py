"""Reading a table in a child process: the file's death, or its hunger, becomes a sentence."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from .errors import Unreadable

TIME_LIMIT = 300  # seconds on the clock, on a busy machine
WITHOUT = ("DATABASE_URL", "BROKER_URL", "CACHE_URL")
TOO_FAR = (
    "La feuille demande trop de mémoire\u00a0: une cellule isolée, très loin du tableau, en est souvent la cause. "
    "Copiez le tableau seul dans un classeur neuf."
)
TOO_LONG = "La lecture du fichier dure trop longtemps. Copiez le tableau seul dans un classeur neuf."


class Fault(str):
    """What stands in a cell that holds no value: an Excel error, or a formula that nobody calculated."""

    __slots__ = ()


@dataclass(frozen=True)
class Table:
    """The headings of a table and its lines, each with the number that the spreadsheet shows."""

    sheet: str
    line: int
    headings: list[str]
    rows: list[tuple[int, list[Any]]]


def read_table(path: Path, known: Collection[str], *, time_limit: float = TIME_LIMIT) -> Table:
    """The table of a file, found by its headings (`known`: plain ones). Raises Unreadable."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "table.json"
        status, errors = _run(path, target, known, time_limit)
        if status != 0 or not target.exists():
            raise Unreadable(sentence(status, errors))
        answer = json.loads(target.read_text(encoding="utf-8"), object_hook=lambda held: _fault_or(held))
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    rows = [(line, cells) for line, cells in answer["rows"]]
    return Table(answer["sheet"], answer["line"], answer["headings"], rows)


def _fault_or(held: dict[str, Any]) -> Any:
    return Fault(held["fault"]) if "fault" in held else held


def _run(path: Path, target: Path, known: Collection[str], time_limit: float) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    try:
        ended = subprocess.run(  # noqa: S603 - our own module, our own file names
            [sys.executable, "-m", "programmes.spreadsheets.child", str(path), str(target)],
            input=json.dumps(sorted(known)), text=True, encoding="utf-8", errors="replace",
            capture_output=True, cwd=settings.BASE_DIR, env=environment, timeout=time_limit, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise Unreadable(TOO_LONG) from late
    return ended.returncode, ended.stderr


def sentence(status: int, errors: str) -> str:
    """Why the reading died: its exit status (negative: a signal) and its standard error."""
    if status == -signal.SIGXCPU:
        return TOO_LONG
    if status == -signal.SIGABRT or "MemoryError" in errors or "memory allocation" in errors:
        return TOO_FAR
    return "Le fichier ne peut pas être lu. Copiez le tableau dans un classeur neuf, puis renvoyez-le."
