"""The three places and an account for each role, for the tests that ask every question of them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project_settings
from django.db import transaction
from django.test.utils import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tests.rights.places import World, build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once: each test gives back what it changed, and the module gives back the rest."""
    engine: Any = project_settings.TEMPLATES[0]
    loaders = {"loaders": ["tests.rights.blank.BlankLoader"]}
    blank = [{**engine, "APP_DIRS": False, "OPTIONS": {**engine["OPTIONS"], **loaders}}]
    with django_db_blocker.unblock(), override_settings(TEMPLATES=blank), transaction.atomic():
        yield build()
        transaction.set_rollback(True)
