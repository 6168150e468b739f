"""The home of rights: which rows somebody sees and writes, by role, party and assignment."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from doctorates.models import Thesis, ThesisSheet
from programmes.models import Commitment, Laboratory, Organisation, Person, Protocol, Remark, rights
from projects.models import Grant, Milestone, Project
from tests.factories import (
    AssignmentFactory,
    CommitmentFactory,
    GrantFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    ProjectFactory,
    ProtocolFactory,
    ThesisFactory,
    ThesisSheetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def protocol() -> Protocol:
    """A protocol of two parties."""
    return ProtocolFactory()


@pytest.fixture
def bodies(protocol: Protocol) -> list[Organisation]:
    """The organisations bound by it."""
    return [party.organisation for party in protocol.parties.order_by("rank")]


@pytest.fixture
def action(protocol: Protocol) -> Project:
    """An action that serves the protocol."""
    project = ProjectFactory()
    project.commitment_links.create(commitment=CommitmentFactory(protocol=protocol))
    return project


@pytest.fixture
def stranger() -> Project:
    """An action of another region's protocol."""
    project = ProjectFactory()
    project.commitment_links.create(commitment=CommitmentFactory())
    return project


def test_an_administrator_sees_and_writes_everything(action: Project, stranger: Project) -> None:
    user = UserFactory(administrator=True)

    assert set(rights.seen(Project.objects.all(), user)) == {action, stranger}
    assert rights.may_write(user, stranger)


def test_a_reader_sees_what_belongs_to_the_protocols_of_their_party(
    action: Project, stranger: Project, bodies: list[Organisation]
) -> None:
    user = UserFactory(reader=True, organisation=bodies[0])
    mine = ThesisFactory(project=action)
    ThesisFactory(project=stranger)

    assert list(rights.seen(Project.objects.all(), user)) == [action]
    assert list(rights.seen(Thesis.objects.all(), user)) == [mine]
    assert not rights.written(Project.objects.all(), user).exists()


def test_a_regional_office_acts_for_its_party(action: Project, bodies: list[Organisation]) -> None:
    office = OrganisationFactory(parent=OrganisationFactory(parent=bodies[1]))

    assert rights.may_write(UserFactory(approver=True, organisation=office), action)


def test_an_edition_of_a_chair_belongs_to_the_protocols_of_the_chair(
    action: Project, bodies: list[Organisation]
) -> None:
    assert rights.may_see(UserFactory(reader=True, organisation=bodies[0]), ProjectFactory(part_of=action))


def test_an_approver_writes_what_the_protocol_of_their_party_covers(
    action: Project, stranger: Project, bodies: list[Organisation]
) -> None:
    user = UserFactory(approver=True, organisation=bodies[0])

    assert list(rights.written(Project.objects.all(), user)) == [action]
    assert not rights.may_see(user, stranger)


def test_an_action_of_no_protocol_yet_is_everybody_s_until_another_body_holds_it(bodies: list[Organisation]) -> None:
    user = UserFactory(approver=True, organisation=bodies[0])
    nobodys, held = ProjectFactory(), ProjectFactory()
    AssignmentFactory(user=UserFactory(contributor=True, organisation=bodies[1]), record=held)

    assert list(rights.seen(Project.objects.all(), user)) == [nobodys]


def test_a_contributor_has_what_is_assigned_to_them_and_what_depends_on_it(
    action: Project, bodies: list[Organisation]
) -> None:
    user = UserFactory(contributor=True, organisation=bodies[0])
    AssignmentFactory(user=user, record=action)
    mine, other = ThesisFactory(project=action), ThesisFactory()
    sheet = ThesisSheetFactory(thesis=mine, campaign__protocol=ProtocolFactory())
    ThesisSheetFactory(thesis=other)

    assert list(rights.written(Thesis.objects.all(), user)) == [mine]
    assert list(rights.seen(ThesisSheet.objects.all(), user)) == [sheet]
    assert rights.may_write(user, Milestone.objects.create(project=action, label="Recette", rank=1))


def test_a_contributor_without_assignment_sees_the_frame_and_the_directories_alone(
    action: Project, bodies: list[Organisation]
) -> None:
    user = UserFactory(contributor=True, organisation=bodies[0])
    laboratory, person = LaboratoryFactory(), PersonFactory()

    assert not rights.seen(Project.objects.all(), user).exists()
    assert rights.seen(Commitment.objects.all(), user).exists()
    assert not rights.written(Commitment.objects.all(), user).exists()
    assert laboratory in rights.seen(Laboratory.objects.all(), user)
    assert not rights.may_write(user, laboratory)
    assert person in rights.written(Person.objects.all(), user)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"since": TODAY}, True),
        ({"until": TODAY}, True),
        ({"until": YESTERDAY}, False),
        ({"since": TODAY + timedelta(days=1)}, False),
    ],
)
def test_an_assignment_counts_from_its_first_to_its_last_day(
    days: dict[str, date], expected: bool, action: Project
) -> None:
    user = UserFactory(contributor=True)
    AssignmentFactory(user=user, record=action, **days)

    assert rights.may_see(user, action) is expected


def test_who_stands_in_for_somebody_has_the_record_too(action: Project) -> None:
    user = UserFactory(contributor=True)
    AssignmentFactory(user=user, record=action, standing_in_for=UserFactory(), until=TODAY)

    assert rights.may_write(user, action)


def test_money_is_written_by_the_party_that_gives_it_alone(action: Project, bodies: list[Organisation]) -> None:
    user = UserFactory(approver=True, organisation=bodies[0])
    own, other = (GrantFactory(project=action, organisation=body) for body in bodies)
    nobodys = GrantFactory(project=action)

    assert set(rights.seen(Grant.objects.all(), user)) == {own, other, nobodys}
    assert set(rights.written(Grant.objects.all(), user)) == {own, nobodys}


def test_a_contributor_writes_the_grants_of_their_party_on_their_actions(
    action: Project, bodies: list[Organisation]
) -> None:
    user = UserFactory(contributor=True, organisation=bodies[0])
    AssignmentFactory(user=user, record=action)
    own = GrantFactory(project=action, organisation=bodies[0])
    GrantFactory(organisation=bodies[0])

    assert list(rights.written(Grant.objects.all(), user)) == [own]


def test_a_remark_goes_with_its_record(action: Project, stranger: Project, bodies: list[Organisation]) -> None:
    user = UserFactory(reader=True, organisation=bodies[0])
    mine, _other = (Remark.objects.create(record=row, field="title", other_value="Autre") for row in (action, stranger))

    assert list(rights.seen(Remark.objects.all(), user)) == [mine]


def test_somebody_with_two_roles_has_the_wider_one(action: Project, bodies: list[Organisation]) -> None:
    user = UserFactory(reader=True, organisation=bodies[0])
    user.groups.add(UserFactory(contributor=True).groups.get())

    assert rights.may_see(user, action)
    assert not rights.may_write(user, action)


def test_a_closed_account_sees_nothing(action: Project) -> None:
    assert not rights.seen(Project.objects.all(), UserFactory(administrator=True, is_active=False)).exists()
