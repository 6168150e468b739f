"""A private PostgreSQL in the data folder (Linux, macOS), on a unix socket only, driven by its programs."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

from .errors import LocalError
from .folders import database_folder, reachable_programs, socket_folder
from .programs import database_account, die_with_parent, find_postgres

OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "logging_collector": "off",
    "timezone": "UTC",
}
# A test database is thrown away: nothing of it has to survive a power cut.
THROW_AWAY_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
START_TIMEOUT = 60  # seconds; crash recovery of a small base takes one


class Server:
    """One PostgreSQL cluster and its process. The caller holds the data folder's lock."""

    title = "La base de données"

    def __init__(self, base: Path, *, throw_away: bool = False, log: Callable[[str], None] = print) -> None:
        self.log, self.throw_away = log, throw_away
        self.account = database_account()
        programs = reachable_programs(find_postgres(), self.account)
        self.bin, self.major = programs.folder, programs.major
        self.base = database_folder(base.resolve(), self.account)
        if self.base != base.resolve():
            log(f"la base de données est dans {self.base}, que son compte peut atteindre")
        self.data = self.base / f"pg{self.major}"
        self.sockets = socket_folder(self.base / "pgsock", self.account)
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")} | {"LC_ALL": "C"}
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for DATABASE_URL."""
        return f"postgresql://app@/postgres?host={quote(str(self.sockets), safe='')}"

    @property
    def is_new(self) -> bool:
        """Whether no cluster has been made yet; it is made whole or not at all."""
        return not (self.data / "PG_VERSION").exists()

    def start(self) -> str:
        """Makes the cluster if it is new, runs the server and returns its address once it answers."""
        if self.is_new:
            self._make_cluster()
        self._clear_leftover()
        options = OPTIONS | (THROW_AWAY_OPTIONS if self.throw_away else {})
        options["unix_socket_directories"] = str(self.sockets)
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        began = time.monotonic()
        with self._log_file.open("wb") as log:  # this run only
            self.process = self._popen(
                [self.bin / "postgres", "-D", self.data, *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # the terminal's Ctrl-C reaches only the supervisor
                preexec_fn=die_with_parent(signal.SIGINT),
            )
        self._wait_until_ready(began)
        self.log(f"base de données prête en {time.monotonic() - began:.2f} s (PostgreSQL {self.major})")
        return self.url

    def stop(self) -> None:
        """PostgreSQL's "fast" stop: open transactions are rolled back, nothing is lost."""
        if not self.process or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(10)

    def last_words(self) -> str:
        """Why the server ended, as far as its journal tells."""
        with self._log_file.open(errors="replace") as log:
            telling = [line.strip() for line in log if "FATAL" in line or "PANIC" in line]
        return f"{telling[-1]} (journal : {self._log_file})." if telling else f"voir {self._log_file}."

    @property
    def _log_file(self) -> Path:
        return self.base / "postgres.log"

    def _popen(self, command: Sequence[str | Path], **arguments: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=self.environment, **self.account.popen(), **arguments)

    def _run(self, command: Sequence[str | Path], **arguments: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.environment, check=False, text=True, **self.account.popen(), **arguments
        )

    def _wait_until_ready(self, began: float) -> None:
        ready: list[str | Path] = [self.bin / "pg_isready", "-q", "-h", self.sockets]
        while self._run(ready).returncode:
            late = time.monotonic() - began > START_TIMEOUT
            if late or (self.process and self.process.poll() is not None):
                raise LocalError(f"La base de données n’a pas démarré : {self.last_words()}")
            time.sleep(0.02)

    def _make_cluster(self) -> None:
        others = [p.name for p in self.base.glob("pg[0-9]*") if p != self.data and (p / "PG_VERSION").exists()]
        if others:
            raise LocalError(
                f"Le dossier de données {self.base} contient {others[0]}, or les programmes sont "
                f"PostgreSQL {self.major} : "
                "exportez-le avec les anciens programmes, ou déplacez-le pour repartir d’une base vide."
            )
        part = self.base / f"pg{self.major}.part"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        self.account.own(part)
        done = self._run(
            [self.bin / "initdb", "-D", part, "-U", "app", "--encoding=UTF8", *self._initdb_options()],
            capture_output=True,
        )
        if done.returncode:
            shutil.rmtree(part, ignore_errors=True)
            words = (done.stderr or done.stdout).strip().splitlines()
            raise LocalError(f"La base de données n’a pas pu être créée dans {self.base} : {_telling_line(words)}")
        part.rename(self.data)  # whole or not at all
        self.log("dossier de la base de données créé")

    def _initdb_options(self) -> list[str]:
        options = ["--auth-local=trust", "--auth-host=reject"]  # the socket's folder is 0700: who is in it is trusted
        if self.throw_away:
            options.append("--no-sync")
        if self.major >= 17:  # the built-in C.UTF-8: the same on every system, no locales package needed
            return [*options, "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        return [*options, "--locale=C.UTF-8"]

    def _clear_leftover(self) -> None:
        """After a kill -9: stops a server that still runs, or drops a postmaster.pid that nobody owns."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        if self._is_our_server(pid_file):
            self.log("une base de données restée d’un démarrage interrompu est d’abord arrêtée")
            self._run([self.bin / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop"], stdout=subprocess.DEVNULL)
            return
        end = time.monotonic() + 10
        while self._has_backends() and time.monotonic() < end:
            time.sleep(0.1)
        if not self._has_backends():
            pid_file.unlink(missing_ok=True)

    def _is_our_server(self, pid_file: Path) -> bool:
        """A zombie answers to its number too, and so may another program that inherited it."""
        try:
            process = psutil.Process(int(pid_file.read_text().split("\n")[0]))
            return process.status() != psutil.STATUS_ZOMBIE and str(self.data) in process.cmdline()
        except (ValueError, OSError, psutil.Error):
            return False

    def _has_backends(self) -> bool:
        return any(_stands_in(process, self.data) for process in psutil.process_iter())


def _stands_in(process: psutil.Process, folder: Path) -> bool:
    try:
        return process.name() == "postgres" and process.cwd() == str(folder)
    except (psutil.Error, OSError):
        return False


def _telling_line(lines: list[str]) -> str:
    """The line of initdb's output that says why; its last lines only say that it cleans up."""
    telling = [line for line in lines if "error:" in line or "FATAL" in line or "No space" in line]
    return (telling or lines or ["raison inconnue"])[-1]
