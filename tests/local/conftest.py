"""A real ./start, shared by the tests that watch it and started again after those that end it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .runs import Run


@pytest.fixture
def data() -> Iterator[Path]:
    """A new data folder that every account can reach, as root's PostgreSQL runs under another one."""
    base = Path(tempfile.mkdtemp(prefix="normandie-cnrs-test-"))
    base.chmod(0o755)
    yield base / "data"
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="module")  # ended soon: its worker would lay out the reports of the demonstration for nothing
def _shared() -> Iterator[Run]:
    base = Path(tempfile.mkdtemp(prefix="normandie-cnrs-test-"))
    base.chmod(0o755)
    run = Run(base / "data")
    yield run
    if run.is_alive() and run.process:
        run.process.terminate()
        run.end()
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture
def run(_shared: Run) -> Run:
    """A ./start that answers."""
    if not _shared.is_alive():
        _shared.start()
    return _shared
