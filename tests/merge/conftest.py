"""Who decides that two records are one, and why."""

import pytest

from programmes.models import User
from tests.admin.conftest import administrator, desk, typed
from tests.factories import UserFactory

__all__ = ["administrator", "desk", "typed"]

WHY = "Même unité, inscrite deux fois."


@pytest.fixture
def agent(db: None) -> User:
    """Somebody who may change both records."""
    return UserFactory(administrator=True)
