"""Database, broker, web server and worker with its beat, in one foreground process, stopped in the right order."""

import os
import signal
import sys
import time
from types import FrameType

from kombu.exceptions import OperationalError

from .address import Address
from .children import Child
from .data_folder import DataFolder
from .errors import LocalError
from .servers import Servers
from .unfinished import check_broker, restore_unfinished

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FIRST_PAGE_TIMEOUT = 120  # seconds; a crowded machine takes ten
OTHER_ACCOUNTS = [f"{name}@local.test" for name in ("lecteur", "contributeur", "visa-region", "visa-cnrs")]


class Asked(Exception):
    """Somebody asked for the end: Ctrl-C, TERM, a closed terminal."""


class Supervisor:
    """One run of ./start."""

    def __init__(self, address: Address, folder: DataFolder) -> None:
        self.address, self.folder = address, folder
        self.began = time.monotonic()
        self.asked = False
        self.servers = Servers(folder, self.log, self._pause)
        self.children: list[Child] = []

    def log(self, sentence: str) -> None:
        """Prints with the seconds since the start."""
        print(f"[{time.monotonic() - self.began:5.1f} s] {sentence}", flush=True)

    def run(self) -> None:
        """Until somebody asks to stop. Raises LocalError when it cannot begin or go on."""
        if not self.folder.lock(f"./start, {self.address.url}"):
            raise LocalError(f"L’application tourne déjà ici ({self.folder.holder()}) : arrêtez-la d’abord.")
        self.address.check_free()
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        try:
            self._start()
            self._watch()
        except Asked:
            pass
        finally:
            self._stop()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Only notes the request: a second Ctrl-C cannot break the ordered stop."""
        self.asked = True

    def _pause(self, seconds: float) -> None:
        time.sleep(seconds)
        if self.asked:
            raise Asked

    def _start(self) -> None:
        environment = self.servers.environment
        environment["PYTHONUNBUFFERED"] = "1"
        environment.setdefault("ALLOWED_HOSTS", ",".join(self.address.names))
        environment.setdefault("SITE_URL", self.address.url.rstrip("/"))
        if broker := environment.get("BROKER_URL"):
            self._check_broker(broker)
        self.servers.start()
        self.folder.publish(environment)
        self.servers.prepare()
        self.log("base à jour")
        self.children = [self._web(), self._worker()]
        for child in self.children:
            child.start()
        self._wait_for_first_page()
        self._announce()

    @staticmethod
    def _check_broker(url: str) -> None:
        try:
            check_broker(url)
        except (OperationalError, KeyError, ValueError, OSError) as error:
            raise LocalError(f"Le serveur de BROKER_URL ne répond pas : {error}") from None

    def _web(self) -> Child:
        options = ["-k", "gthread", "--workers", "1", "--threads", "8", "--log-level", "warning"]
        options += ["--limit-request-line", "8190"]  # a long search is answered in words, not by the server's bare page
        command = ["-m", "gunicorn", "normandie_cnrs.wsgi", "-b", self.address.bind, *options]
        return Child("Le serveur web", command, self.servers.environment, grace=10)

    def _worker(self) -> Child:
        options = ["-c", "2", "-P", _pool(), "-l", "WARNING", "-n", "main@local"]
        quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]  # there is no other worker to talk to
        beat = ["-B", "-s", str(self.folder.path / "beat-schedule")]
        ignored = ["-W", "ignore:You're running the worker with superuser"]  # said at each start by root
        command = [*ignored, "-m", "celery", "-q", "-A", "normandie_cnrs", "worker", *options, *quiet, *beat]
        return Child("Le worker", command, self.servers.environment, grace=8, before=self._restore_unfinished)

    def _restore_unfinished(self) -> None:
        if self.servers.broker and (count := restore_unfinished(self.servers.broker.url)):
            self.log(f"{count} tâche(s) interrompue(s) remise(s) dans la file d’attente")

    def _wait_for_first_page(self) -> None:
        end = time.monotonic() + FIRST_PAGE_TIMEOUT
        while not self.address.answers():
            self._check_all()
            if time.monotonic() > end:
                raise LocalError("Le site ne répond pas : voir les messages ci-dessus.")
            self._pause(0.1)
        if self.address.first_page_fails():
            self.log("la première page répond par une erreur : voir les messages ci-dessus")

    def _announce(self) -> None:
        print(f"ready: {self.address.url}", flush=True)
        if self.servers.embedded_database:
            print(f"administration : {self.address.url}admin/", flush=True)
            print(f"compte : admin@local.test    mot de passe : {self.servers.password}", flush=True)
            print(f"autres comptes, même mot de passe : {', '.join(OTHER_ACCOUNTS)}", flush=True)
        print("Ctrl-C arrête tout.", flush=True)

    def _watch(self) -> None:
        while True:
            self._check_all()
            self._pause(0.5)

    def _check_all(self) -> None:
        for server in self.servers.running:
            if server.process and server.process.poll() is not None:
                raise LocalError(f"{server.title} s’est arrêtée : {server.last_words()} Relancez ./start.")
        for child in self.children:
            child.watch(self.log)

    def _stop(self) -> None:
        self.log("arrêt…")
        self.folder.run_file.unlink(missing_ok=True)
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.stop(self.log)
        self.servers.stop()
        self.log("tout est arrêté")


def _pool() -> str:
    """Processes share semaphores in /dev/shm; where a bare system keeps it closed, threads do the same work."""
    closed = sys.platform == "linux" and not os.access("/dev/shm", os.W_OK)  # noqa: S108 - looked at, not written
    return "threads" if closed else "prefork"
