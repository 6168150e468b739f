"""A private Valkey in the data folder, on a unix socket only: the broker, and beside it the shared cache."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from .errors import LocalError
from .folders import socket_folder
from .programs import Account, die_with_parent, find_valkey

START_TIMEOUT = 20  # seconds


class Broker:
    """One Valkey and its process. The caller holds the data folder's lock."""

    title = "La file d’attente"

    def __init__(self, base: Path, *, log: Callable[[str], None] = print) -> None:
        self.log = log
        self.program = find_valkey()
        self.folder = base.resolve() / "valkey"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ourselves = Account(os.getuid(), os.getgid(), switch=False)
        self.socket = socket_folder(self.folder.parent / "vksock", ourselves) / "s"
        self.process: subprocess.Popen[bytes] | None = None

    def last_words(self) -> str:
        """Where the server says why it ended."""
        return f"voir {self.folder / 'log'}."

    @property
    def url(self) -> str:
        """The address for BROKER_URL."""
        return f"redis+socket://{self.socket}"

    @property
    def cache_url(self) -> str:
        """The address for CACHE_URL: the same server, another of its numbered bases."""
        return f"unix://{self.socket}?db=1"

    def start(self) -> str:
        """Runs the server and returns its address once it answers; queued tasks survive in its append-only file."""
        self._stop_leftover()
        began = time.monotonic()
        self.process = subprocess.Popen(
            self._command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # the terminal's Ctrl-C reaches only the supervisor
            preexec_fn=die_with_parent(signal.SIGTERM),
        )
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - began > START_TIMEOUT:
                raise LocalError(f"La file d’attente (Valkey) n’a pas démarré : {self.last_words()}")
            time.sleep(0.02)
        self.log(f"file d’attente prête en {time.monotonic() - began:.2f} s")
        return self.url

    def stop(self) -> None:
        """Asks for an orderly end: the append-only file is written out."""
        if not self.process or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _command(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory-policy": "noeviction",
            "logfile": str(self.folder / "log"),
        }
        return [str(self.program), *(word for name, value in options.items() for word in (f"--{name}", value))]

    def _stop_leftover(self) -> None:
        """After a kill -9 of the supervisor, the old server may still be ending."""
        if self._answers():
            self._say(b"SHUTDOWN")
        end = time.monotonic() + START_TIMEOUT
        while self._say(b"PING") and time.monotonic() < end:
            time.sleep(0.05)
        self.socket.unlink(missing_ok=True)

    def _answers(self) -> bool:
        return self._say(b"PING").startswith(b"+PONG")

    def _say(self, command: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            connection.connect(str(self.socket))
            connection.sendall(command + b"\r\n")
            return connection.recv(64)
        return b""
