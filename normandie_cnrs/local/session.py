"""Servers for a command of manage.py run without DATABASE_URL: those of a running ./start, else its own meanwhile."""

import os
import secrets
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .data_folder import DataFolder
from .errors import LocalError
from .servers import Servers

WITHOUT_DATABASE = ["", "-h", "--help", "--version", "help", "version", "check", "test", "diffsettings"]
WITHOUT_DATABASE += ["makemessages", "compilemessages", "collectstatic", "findstatic"]
# What ./start does once its servers answer; a command that does it itself finds a new base as it is.
PREPARING = ("prepare", "migrate", "load_facts", "load_demo", "remove_demo", "local_accounts", "flush")
WAIT = 120  # seconds for another command, or a starting ./start, to be ready


@contextmanager
def database_session(arguments: Sequence[str]) -> Iterator[None]:
    """Completes the environment for this command line, and stops afterwards what it has started for it."""
    command = arguments[1] if len(arguments) > 1 else ""
    if os.environ.get("DATABASE_URL"):
        yield
    elif command in WITHOUT_DATABASE or "--help" in arguments:
        if not os.environ.get("SECRET_KEY"):
            os.environ |= {"SECRET_KEY": secrets.token_urlsafe(50), "LOCALSTACK": "1"}
        yield
    else:
        yield from _on_embedded_servers(command)


def _on_embedded_servers(command: str) -> Iterator[None]:
    folder = DataFolder()
    folder.open()
    if addresses := _lock_or_addresses(folder, command):
        os.environ |= addresses
        yield
        return
    servers = Servers(folder, _to_stderr)
    try:
        servers.start()
        if command not in PREPARING and folder.first_load.exists():
            servers.prepare()
        os.environ |= servers.environment
        yield
    finally:
        servers.stop()


def _lock_or_addresses(folder: DataFolder, command: str) -> dict[str, str] | None:
    """The addresses of a running ./start; or None, and the folder is ours."""
    end = time.monotonic() + WAIT
    while not folder.lock(f"manage.py {command}"):
        if addresses := folder.published():
            return addresses
        if time.monotonic() > end:
            raise LocalError(f"Le dossier de données est occupé ({folder.holder()}) : réessayez plus tard.")
        time.sleep(0.2)
    return None


def _to_stderr(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # a command's own output stays clean
