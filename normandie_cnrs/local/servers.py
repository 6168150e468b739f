"""The servers that the environment does not name, started in the data folder, and the first rows of a new base."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from .data_folder import ROOT, DataFolder
from .errors import LocalError
from .postgres import Server
from .programs import die_with_parent
from .valkey import Broker


class Servers:
    """Embedded PostgreSQL and Valkey, as far as DATABASE_URL and BROKER_URL are absent. The folder is locked."""

    def __init__(
        self, folder: DataFolder, log: Callable[[str], None], pause: Callable[[float], None] = time.sleep
    ) -> None:
        self.folder, self.log, self.pause = folder, log, pause
        self.running: list[Server | Broker] = []
        self.broker: Broker | None = None
        self.embedded_database = not os.environ.get("DATABASE_URL")
        self.environment = os.environ | {"APP_DATA": str(folder.path)}
        self.environment.setdefault("LOCALSTACK", "1")
        if not self.environment.get("SECRET_KEY"):
            self.environment["SECRET_KEY"] = folder.secret("secret-key", 50)

    def start(self) -> None:
        """Starts what the environment does not name, the database first, and completes the environment."""
        if self.embedded_database:
            database = Server(self.folder.path, log=self.log)
            if database.is_new:
                self.folder.first_load.touch()
            self.running.append(database)
            self.environment["DATABASE_URL"] = database.start()
        if not self.environment.get("BROKER_URL"):
            self.broker = Broker(self.folder.path, log=self.log)
            self.running.append(self.broker)
            self.environment["BROKER_URL"] = self.broker.start()
            self.environment.setdefault("CACHE_URL", self.broker.cache_url)

    def stop(self) -> None:
        """The broker, then the database."""
        for server in reversed(self.running):
            server.stop()
        self.running.clear()

    def prepare(self) -> None:
        """Tables and facts; in a new embedded base also the demonstration set and the local accounts."""
        self.manage("prepare")
        if self.folder.first_load.exists():
            self.log("première fois ici : chargement du jeu de démonstration (lignes inventées, marquées comme telles)")
            self.manage("load_demo")
            self.manage("local_accounts", LOCAL_PASSWORD=self.password)
            self.folder.first_load.unlink()

    @property
    def password(self) -> str:
        """The local accounts' password."""
        return self.folder.secret("local-password", 12)

    def manage(self, command: str, **more: str) -> None:
        """Runs a command of manage.py on these servers. Raises LocalError with the last words of one that fails."""
        with tempfile.TemporaryFile("w+") as said:
            process = subprocess.Popen(
                [sys.executable, "manage.py", command],
                cwd=ROOT,
                # Without the pool, which would hide for ten seconds why a database does not answer.
                env=self.environment | {"DB_POOL": "off"} | more,
                stdin=subprocess.DEVNULL,
                stderr=said,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )
            try:
                while process.poll() is None:
                    self.pause(0.05)
            finally:
                process.kill()
                process.wait()
            said.seek(0)
            self._judge(command, process.returncode, said.read())

    @staticmethod
    def _judge(command: str, code: int, said: str) -> None:
        if code:
            lines = said.strip().splitlines() or [f"La commande « {command} » a été interrompue."]
            raise LocalError(lines[-1])
        sys.stderr.write(said)
