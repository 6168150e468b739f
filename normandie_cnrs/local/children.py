"""The processes that do the work, web server and worker: started, watched, started again, stopped."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .data_folder import ROOT
from .errors import LocalError
from .programs import die_with_parent

SHORT_LIFE = 30  # seconds; a process that ends sooner than that, too often, has a fault that a restart does not cure
TRIES = 3


@dataclass
class Child:
    """One program of ours, in a session of its own so that it can be ended with all that it has started."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    grace: float  # seconds it is given to finish; a task cut off goes back to the queue
    before: Callable[[], None] = lambda: None
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    short_lives: int = field(default=0)

    def start(self) -> None:
        """Runs the program."""
        self.before()
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, *self.command],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGTERM),
        )

    def watch(self, log: Callable[[str], None]) -> None:
        """Starts the program again when it has ended. Raises LocalError when that does not help."""
        if not self.process or self.process.poll() is None:
            return
        self._kill_group()
        self.short_lives = self.short_lives + 1 if time.monotonic() - self.began < SHORT_LIFE else 1
        if self.short_lives > TRIES:
            raise LocalError(f"{self.name} s’arrête aussitôt relancé : voir son message ci-dessus.")
        log(f"{self.name} s’est arrêté (code {self.process.returncode}) : relancé")
        self.start()

    def ask_to_stop(self) -> None:
        """Lets the program finish what it does."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def stop(self, log: Callable[[str], None]) -> None:
        """Waits for the end that was asked for, then ends by force the program and all that it has started."""
        if not self.process:
            return
        try:
            self.process.wait(self.grace)
        except subprocess.TimeoutExpired:
            log(f"{self.name} travaille encore après {self.grace:.0f} s : sa tâche reprendra au prochain démarrage")
        self._kill_group()
        self.process.wait()

    def _kill_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid if self.process else 0, signal.SIGKILL)
