"""What is not published is not printed, even when a published record hangs on it."""

import pytest

from programmes.reports.freezing import freeze
from projects.enums import ParticipationRole
from projects.models import Project
from tests.factories import LaboratoryFactory, ProjectFactory, ThesisFactory
from tests.reports import reading, situation

pytestmark = pytest.mark.django_db


def test_a_laboratory_or_a_whole_that_is_a_draft_is_not_named() -> None:
    campaign = situation.told_year()
    laboratory = LaboratoryFactory(acronym="BROUILLON")
    whole = ProjectFactory(title="BROUILLON d’action")
    Project.objects.filter(acronym="SPECTRO").update(lead_laboratory=laboratory, part_of=whole)
    action = Project.objects.get(acronym="SPECTRO")
    action.participations.create(laboratory=laboratory, role=ParticipationRole.PARTNER)
    ThesisFactory(published=True, project=action, laboratory=laboratory, title="Étude des cidres")

    printed = reading.everything(freeze(campaign, "fr"))

    assert "Étude des cidres" in printed
    assert "BROUILLON" not in printed
