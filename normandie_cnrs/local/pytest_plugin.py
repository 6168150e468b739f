"""pytest -p normandie_cnrs.local.pytest_plugin: a throw-away PostgreSQL for the run, unless DATABASE_URL names one."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from .errors import LocalError
from .postgres import Server


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before pytest-django imports the settings
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """Gives the settings what they need, the database's address among it."""
    os.environ.setdefault("LOCALSTACK", "1")
    os.environ.setdefault("SECRET_KEY", "only-for-tests")
    os.environ["DB_POOL"] = "off"  # a pool would hold connections and the test database could not be dropped
    if not os.environ.get("DATABASE_URL"):
        try:
            os.environ["DATABASE_URL"] = _throw_away_database()
        except LocalError as failure:
            raise pytest.UsageError(str(failure)) from None
    return (yield)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector no longer walks over it, which saves a twentieth of the whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _throw_away_database() -> str:
    base = Path(tempfile.mkdtemp(prefix="normandie-cnrs-test-"))
    base.chmod(0o755)  # started by root, the server runs as another account
    os.environ.setdefault("APP_DATA", str(base / "data"))  # what renderings keep for the next one goes with the run
    server = Server(base, throw_away=True, log=lambda _sentence: None)

    def end() -> None:  # pragma: no cover - after the measure has ended
        server.stop()
        shutil.rmtree(base, ignore_errors=True)

    atexit.register(end)
    return server.start()
