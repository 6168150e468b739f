"""The trail: whatever writes to a table, the change is kept with its author; versions and addresses follow."""

import pghistory
import pytest

from programmes.models import FormerSlug, Theme
from projects.models import Project
from tests.factories import ProjectFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_bulk_update_is_in_the_trail_with_its_author() -> None:
    project, author = ProjectFactory(), UserFactory()

    with pghistory.context(user=author.pk, reason="correction"):
        Project.objects.update(title="Un autre titre")

    event = project.history.latest("pgh_id")
    assert (event.pgh_label, event.title) == ("update", "Un autre titre")
    assert event.pgh_context.metadata == {"user": author.pk, "reason": "correction"}


def test_a_deletion_stays_in_the_trail() -> None:
    project = ProjectFactory()
    kept = type(project.history.get()).objects.filter(pgh_obj_id=project.pk)

    project.delete()

    assert list(kept.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_saving_without_a_change_leaves_no_trace() -> None:
    project = ProjectFactory()

    project.save()

    assert project.history.count() == 1


def test_each_change_counts_the_version_up_whatever_makes_it() -> None:
    project = ProjectFactory()

    Project.objects.update(rank=3)
    Project.objects.update(rank=3)
    Project.objects.update(rank=4)

    project.refresh_from_db()
    assert project.version == 3


def test_a_published_address_that_changes_is_remembered() -> None:
    theme = ThemeFactory(slug="ancienne-adresse", published=True)

    Theme.objects.update(slug="nouvelle-adresse")

    former = FormerSlug.objects.get()
    assert (former.slug, former.record) == ("ancienne-adresse", theme)


def test_the_address_of_a_draft_is_forgotten() -> None:
    ThemeFactory(slug="brouillon")

    Theme.objects.update(slug="autre")

    assert not FormerSlug.objects.exists()
