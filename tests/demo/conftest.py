"""The demonstration set, loaded once for all the tests of a module; each of them gives it back untouched."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from programmes import demonstration
from programmes.loading import load
from programmes.models import Stamp, User

Counts = dict[str, int]


def counts() -> Counts:
    """How many rows each table of the base holds, the trail included; stamps only say that pages changed."""
    with connection.cursor() as cursor:
        tables = sorted({*connection.introspection.table_names(cursor)} - {Stamp._meta.db_table})
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}', COUNT(*) FROM {name}" for name in tables))  # noqa: S608
        return dict(cursor.fetchall())


@dataclass(frozen=True)
class Loaded:
    """The base with the set, and what it held with the facts alone."""

    before: Counts


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    with django_db_blocker.unblock(), transaction.atomic():
        facts = sorted((settings.BASE_DIR / "fixtures" / "facts").glob("*.toml"))
        load(facts, author=User.objects.calendar(), reason="chargement des faits")
        before = counts()
        demonstration.install()
        yield Loaded(before)
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def loaded(_loaded: Loaded, tmp_path: Path) -> Iterator[Loaded]:
    """The set as it was loaded, whatever the test before did to it."""
    with transaction.atomic():
        yield _loaded
        transaction.set_rollback(True)
