"""The sample printed once for all tests, in each language, by a child process; and a told year, frozen once."""

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from programmes.reports.freezing import freeze
from programmes.sections.blocks import Report
from tests.reports import sample, situation
from tests.reports.printing import bytes_of


@pytest.fixture(scope="session")
def french() -> bytes:
    """The French sample."""
    return bytes_of(sample.report("fr"))


@pytest.fixture(scope="session")
def english() -> bytes:
    """The English sample."""
    return bytes_of(sample.report("en"))


@pytest.fixture(scope="session")
def report(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Report:
    """The French report of a told year: plain data outlive the rows, which are taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        frozen = freeze(situation.told_year(), "fr")
        transaction.set_rollback(True)
    return frozen
