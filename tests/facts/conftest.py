"""The facts, loaded as `load_facts` does."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker


def loaded() -> str:
    """What load_facts says, with ordinary spaces."""
    said = StringIO()
    call_command("load_facts", stdout=said)
    return said.getvalue().replace("\u00a0", " ")


@pytest.fixture(scope="module")
def facts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """An empty base with the facts in it, once for all the tests of a file, and what was said of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield loaded()
        transaction.set_rollback(True)
