"""The sample report printed once for all tests, in each language, by a child process as the worker does."""

import pytest

from tests.reports import sample
from tests.reports.printing import bytes_of


@pytest.fixture(scope="session")
def french() -> bytes:
    """The French sample."""
    return bytes_of(sample.report("fr"))


@pytest.fixture(scope="session")
def english() -> bytes:
    """The English sample."""
    return bytes_of(sample.report("en"))
