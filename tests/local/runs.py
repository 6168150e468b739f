"""Real runs of ./start and of commands, as the tests see them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from normandie_cnrs.local.address import Address
from normandie_cnrs.local.data_folder import ROOT

PATIENCE = 400  # seconds; a first start loads every row, and the machine may be crowded
OF_THE_TESTS = (
    "DATABASE_URL",
    "BROKER_URL",
    "CACHE_URL",
    "SECRET_KEY",
    "DB_POOL",
    "LOCALSTACK",
    "APP_DATA",
    "PORT",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
)


def environment(**more: str) -> dict[str, str]:
    """The environment of somebody who has just cloned the project."""
    return {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS} | more


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Run:
    """What ./start runs, in a data folder and on a port of its own."""

    def __init__(self, data: Path) -> None:
        self.data, self.address = data, Address("127.0.0.1", free_port())
        self.journal = data.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when the first page has answered."""
        with self.journal.open("wb") as journal:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "normandie_cnrs.local", "--port", str(self.address.port)],
                cwd=ROOT,
                env=environment(APP_DATA=str(self.data)),
                stdout=journal,
                stderr=journal,
            )
        self.wait_for("Ctrl-C arrête tout.")

    def wait_for(self, words: str) -> None:
        """Returns when the run has printed these words."""
        self.wait_until(lambda: words in self.printed())

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Returns when the run has reached this point."""
        end = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < end, self.printed()[-2000:]
            assert self.is_alive(), self.printed()[-2000:]
            time.sleep(0.1)

    def printed(self) -> str:
        """Everything the run has printed."""
        return self.journal.read_text()

    def is_alive(self) -> bool:
        """Whether the supervisor still runs."""
        return self.process is not None and self.process.poll() is None

    def family(self) -> list[psutil.Process]:
        """The supervisor's children and theirs."""
        assert self.process
        return psutil.Process(self.process.pid).children(recursive=True)

    def child(self, words: str, but: psutil.Process | None = None) -> psutil.Process:
        """The child that was started with these words, waited for; or the one that replaces another."""
        self.wait_until(lambda: any(child != but for child in self._children(words)))
        return next(child for child in self._children(words) if child != but)

    def _children(self, words: str) -> list[psutil.Process]:
        assert self.process
        children = psutil.Process(self.process.pid).children()
        alive = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
        return [child for child in alive if words in " ".join(child.cmdline())]

    def end(self) -> int:
        """The exit code of a run that has been told to end."""
        assert self.process
        return self.process.wait(60)


def command(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs python with these arguments in the clone, its environment completed."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def start_here(data: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A ./start that is expected to stop by itself."""
    return command("-m", "normandie_cnrs.local", *arguments, APP_DATA=str(data), **variables)
