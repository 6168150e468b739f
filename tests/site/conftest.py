"""A small register as outsiders see it, and the ways tests look at it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doctorates.models import Thesis, ThesisTheme
from programmes.models import (
    Commitment,
    Edition,
    Laboratory,
    Protocol,
    Theme,
    ThemeLaboratory,
)
from projects.models import Project, ProjectCommitment, ProjectTheme
from tests import factories


@dataclass
class Register:
    """One record of each kind, published and tied to the others."""

    protocol: Protocol
    commitment: Commitment
    theme: Theme
    laboratory: Laboratory
    project: Project
    thesis: Thesis


def make_register(**thesis: Any) -> Register:
    """A protocol with one commitment and one theme, an action that serves them, a thesis of that action."""
    protocol = factories.ProtocolFactory(published=True)
    commitment = factories.CommitmentFactory(protocol=protocol, published=True)
    theme = factories.ThemeFactory(protocol=protocol, published=True)
    laboratory = factories.LaboratoryFactory(published=True, latitude="49.18000", longitude="-0.37000")
    project = factories.ProjectFactory(lead_laboratory=laboratory, published=True)
    ThemeLaboratory.objects.create(theme=theme, laboratory=laboratory)
    ProjectCommitment.objects.create(project=project, commitment=commitment)
    ProjectTheme.objects.create(project=project, theme=theme)
    written = factories.ThesisFactory(project=project, laboratory=laboratory, published=True, **thesis)
    ThesisTheme.objects.create(thesis=written, theme=theme)
    return Register(protocol, commitment, theme, laboratory, project, written)


@pytest.fixture
def register(db: None) -> Register:
    """The small register."""
    return make_register()


@pytest.fixture
def published_edition(register: Register) -> Edition:
    """The first edition of the report of 2024, public."""
    campaign = factories.CampaignFactory(protocol=register.protocol)
    return factories.publish(factories.EditionFactory(report__campaign=campaign))


@pytest.fixture
def count_queries(client: Client) -> Callable[[str], int]:
    """How many queries a page takes once the caches of content types are warm."""

    def count(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count
