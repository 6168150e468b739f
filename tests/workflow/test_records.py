"""The cycle of a public record, and the only way to change its status."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from programmes import workflow
from programmes.enums import RecordStatus
from programmes.models import StatusChange, User
from projects.models import Project
from tests.factories import AssignmentFactory, OrganisationFactory, ProjectFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db


def in_charge(record: Project) -> User:
    """A contributor to whom this record is assigned."""
    return AssignmentFactory(user=UserFactory(contributor=True), record=record).user


def test_a_record_is_submitted_then_published_and_both_steps_are_kept() -> None:
    project, approver = ProjectFactory(), UserFactory(approver=True)
    contributor = in_charge(project)
    workflow.submit(project, by=contributor)

    workflow.publish(project, by=approver)

    steps = StatusChange.objects.about(project).order_by("pk").values_list("step", "old", "new", "made_by")
    assert list(steps) == [
        ("submit", "draft", "submitted", contributor.pk),
        ("publish", "submitted", "published", approver.pk),
    ]
    assert project.is_published


def test_handing_back_without_a_reason_is_refused() -> None:
    project = ProjectFactory()
    workflow.submit(project, by=in_charge(project))

    with pytest.raises(workflow.Refused, match=r"Renvoyer.* demande un motif"):
        workflow.hand_back(project, by=UserFactory(approver=True), reason="  ")

    assert project.status == RecordStatus.SUBMITTED


def test_a_returned_record_is_submitted_again() -> None:
    project = ProjectFactory()
    contributor = in_charge(project)
    workflow.submit(project, by=contributor)
    workflow.hand_back(project, by=UserFactory(approver=True), reason="Dates à préciser")

    workflow.submit(project, by=contributor)

    assert project.status == RecordStatus.SUBMITTED


def test_a_published_record_is_corrected_archived_and_shown_again() -> None:
    project, approver = ProjectFactory(published=True), UserFactory(approver=True)
    workflow.archive(project, by=approver)
    workflow.restore(project, by=approver)

    workflow.reopen(project, by=approver, reason="Une date est fausse")

    assert project.status == RecordStatus.DRAFT


def test_a_contributor_may_not_publish() -> None:
    project = ProjectFactory()
    contributor = in_charge(project)
    workflow.submit(project, by=contributor)

    with pytest.raises(PermissionDenied):
        workflow.publish(project, by=contributor)


def test_a_step_from_the_wrong_status_is_refused_in_a_sentence() -> None:
    project = ProjectFactory()

    with pytest.raises(workflow.Refused, match=r"Publier.* est impossible depuis .*brouillon"):
        workflow.publish(project, by=UserFactory(approver=True))


def test_a_contributor_takes_no_step_on_a_record_that_is_not_theirs() -> None:
    project = ProjectFactory()

    with pytest.raises(PermissionDenied):
        workflow.submit(project, by=UserFactory(contributor=True))


def test_an_approver_decides_nothing_in_the_protocol_of_others() -> None:
    theme = ThemeFactory()
    workflow.submit(theme, by=UserFactory(administrator=True))

    with pytest.raises(PermissionDenied):
        workflow.publish(theme, by=UserFactory(approver=True, organisation=OrganisationFactory()))


def test_a_closed_account_takes_no_step() -> None:
    project = ProjectFactory()

    with pytest.raises(PermissionDenied):
        workflow.submit(project, by=UserFactory(administrator=True, is_active=False))


def test_only_steps_that_a_person_may_take_are_offered() -> None:
    project = ProjectFactory()
    workflow.submit(project, by=in_charge(project))

    offered = workflow.available(project, UserFactory(approver=True))

    assert [step.name for step in offered] == ["publish", "hand_back"]


def test_a_step_is_found_by_its_name_for_its_kind_of_record() -> None:
    project = ProjectFactory()

    assert workflow.by_name(project, "publish") is workflow.publish
    assert workflow.by_name(project, "approve_sheet") is None


def test_what_a_load_makes_is_published_by_the_calendar_alone() -> None:
    project = ProjectFactory()

    with pytest.raises(PermissionDenied):
        workflow.publish_loaded(project, by=UserFactory(administrator=True))
    workflow.publish_loaded(project, by=User.objects.calendar())

    assert project.is_published


def test_a_bulk_update_cannot_change_a_status() -> None:
    ProjectFactory()

    with pytest.raises(IntegrityError, match="Un statut ne change que par une étape"):
        Project.objects.update(status=RecordStatus.SUBMITTED)


def test_saving_cannot_change_a_status() -> None:
    project = ProjectFactory()
    project.status = RecordStatus.PUBLISHED

    with pytest.raises(IntegrityError, match="Un statut ne change que par une étape"):
        project.save()


def test_nothing_is_born_published() -> None:
    with pytest.raises(IntegrityError, match="premier statut"):
        ProjectFactory(status=RecordStatus.PUBLISHED)


def test_the_log_of_steps_is_never_edited() -> None:
    project = ProjectFactory(published=True)

    with pytest.raises(IntegrityError, match="Le journal des statuts ne se modifie pas"):
        StatusChange.objects.about(project).delete()
