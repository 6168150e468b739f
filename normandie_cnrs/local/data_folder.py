"""The data folder of an embedded start: its lock, its secrets, what is left to do in it, the addresses of a run."""

import contextlib
import fcntl
import os
import secrets
import shutil
from pathlib import Path

from .errors import LocalError

ROOT = Path(__file__).resolve().parent.parent.parent
ROOM_NEEDED = 300  # megabytes: a new cluster takes 50, its first journals 16 each
RUN_VARIABLES = ("APP_DATA", "LOCALSTACK", "SECRET_KEY", "DATABASE_URL", "BROKER_URL", "CACHE_URL", "SITE_URL")


class DataFolder:
    """$APP_DATA, or var/ in the clone. Everything in it is private to the account that starts the application."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = (path or Path(os.environ.get("APP_DATA") or ROOT / "var")).resolve()

    def open(self) -> None:
        """Makes the folder if needed. Raises LocalError when it cannot be used by this account or has no room left."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LocalError(f"Le dossier de données {self.path} ne peut pas être créé : {error.strerror}.") from None
        lock = self.path / "lock"
        if lock.exists() and lock.stat().st_uid != os.geteuid():
            raise LocalError(
                f"Le dossier de données {self.path} a été créé par un autre compte : lancez ./start avec ce compte, "
                "ou indiquez un autre dossier : APP_DATA=/chemin ./start"
            )
        room = shutil.disk_usage(self.path).free // 1_000_000
        if room < ROOM_NEEDED:
            raise LocalError(
                f"Le disque de {self.path} est presque plein ({room} Mo libres, il en faut {ROOM_NEEDED}) : "
                "libérez de la place, ou indiquez un autre dossier : APP_DATA=/chemin ./start"
            )

    def lock(self, who: str) -> bool:
        """Takes the folder for this process, until it ends however it ends; False when another one has it."""
        lock = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)  # never closed: the kernel does it
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return False
        os.ftruncate(lock, 0)
        os.write(lock, f"{who}, processus {os.getpid()}".encode())
        self.run_file.unlink(missing_ok=True)  # left by a killed run
        return True

    def holder(self) -> str:
        """Who has the folder, in the words it left in the lock."""
        return (self.path / "lock").read_text().strip() or "autre processus"

    def secret(self, name: str, length: int) -> str:
        """A random text made once and kept, readable by this account only."""
        file = self.path / name
        with contextlib.suppress(FileNotFoundError):
            if kept := file.read_text().strip():
                return kept
        value = secrets.token_urlsafe(length)
        write_private(file, value)
        return value

    @property
    def first_load(self) -> Path:
        """A mark that stands from the making of a new embedded base until its first rows are all loaded."""
        return self.path / "first-load-unfinished"

    @property
    def run_file(self) -> Path:
        """The addresses of the run that holds the lock, for commands run beside it."""
        return self.path / "run.env"

    def publish(self, environment: dict[str, str]) -> None:
        """Writes the run's addresses."""
        lines = [f"{name}={environment[name]}\n" for name in RUN_VARIABLES if environment.get(name)]
        write_private(self.run_file, "".join(lines))

    def published(self) -> dict[str, str] | None:
        """The addresses written by the run that holds the lock, or None as long as there are none."""
        with contextlib.suppress(FileNotFoundError):
            return dict(line.split("=", 1) for line in self.run_file.read_text().splitlines())
        return None


def write_private(file: Path, text: str) -> None:
    """Writes a file of mode 0600, whole or not at all."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(text)
    part.rename(file)
