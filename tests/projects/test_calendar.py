"""Which actions are under way in a year, as far as dates are known."""

from datetime import date

import pytest

from projects.models import Project
from tests.factories import ProjectFactory

pytestmark = pytest.mark.django_db


def test_a_planned_start_counts_until_the_real_one_is_known() -> None:
    ProjectFactory(planned_start=date(2024, 1, 1))
    early = ProjectFactory(planned_start=date(2024, 1, 1), actual_start=date(2021, 6, 1))
    undated = ProjectFactory()

    assert set(Project.objects.running_in(2021)) == {early, undated}


def test_an_action_that_ended_or_was_only_proposed_is_not_under_way() -> None:
    ProjectFactory(actual_end=date(2022, 5, 1))
    ProjectFactory(state="proposed")

    assert not Project.objects.running_in(2023).exists()
