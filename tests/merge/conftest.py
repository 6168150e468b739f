"""Who decides that two records are one, and why."""

import pytest

from programmes.models import User
from tests.factories import UserFactory

WHY = "Même unité, inscrite deux fois."


@pytest.fixture
def agent(db: None) -> User:
    """Somebody who may change both records."""
    return UserFactory(contributor=True)
