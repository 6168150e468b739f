"""One finds only what one may see, whichever way one looks."""

import pghistory
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from doctorates.models import Thesis
from programmes.admin.exporting import rows_of
from programmes.enums import JobKind
from programmes.models import Assignment, Job, Laboratory, Remark, User
from projects.models import Grant, Project
from tests.admin.conftest import address
from tests.factories import (
    AssignmentFactory,
    GrantFactory,
    LaboratoryFactory,
    OrganisationFactory,
    ProjectFactory,
    ThesisFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> User:
    return UserFactory(contributor=True, organisation=OrganisationFactory())


@pytest.fixture
def mine(agent: User) -> Project:
    """An action of the agent's."""
    record: Project = AssignmentFactory(user=agent, record=ProjectFactory(title="Marée montante")).record
    return record


@pytest.fixture
def others() -> Project:
    """An action in other hands."""
    record: Project = AssignmentFactory(record=ProjectFactory(title="Marée descendante")).record
    return record


@pytest.fixture
def desk(client: Client, agent: User, mine: Project, others: Project) -> Client:
    client.force_login(agent)
    return client


def test_the_menu_counts_what_one_may_see(desk: Client) -> None:
    counts = desk.get(reverse("admin:index")).context["frame"].counts

    assert (counts["projects.project"], counts["doctorates.thesis"]) == (1, 0)


def test_recent_changes_are_those_of_one_s_records(desk: Client, mine: Project, others: Project) -> None:
    with pghistory.context(channel="command"):
        Project.objects.filter(pk__in=[mine.pk, others.pk]).update(is_flagship=True)

    page = desk.get(reverse("admin:trail")).text

    assert (mine.title in page, others.title in page) == (True, False)


def test_the_choices_of_a_form_are_what_one_may_see(desk: Client, mine: Project) -> None:
    asked = {"app_label": "doctorates", "model_name": "thesis", "field_name": "project", "term": "Marée"}

    found = desk.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [one["id"] for one in found] == [str(mine.pk)]


@pytest.mark.parametrize("page", ["preview", "history", "change"])
def test_a_page_of_others_is_not_there(page: str, desk: Client, others: Project) -> None:
    assert desk.get(address(others, page)).status_code in (302, 404)


def test_what_others_deleted_is_not_restored(desk: Client, others: Project) -> None:
    thesis = ThesisFactory(project=others, title="Thèse des autres")
    number = thesis.pk
    thesis.delete()

    page = desk.get(reverse("admin:doctorates_thesis_revive", args=[number]))

    assert page.status_code in (403, 404)
    assert not Thesis.objects.filter(pk=number).exists()


def test_totals_add_what_one_may_see(desk: Client, mine: Project, others: Project) -> None:
    GrantFactory(project=mine, amount=1000)
    GrantFactory(project=others, amount=77_000)

    page = desk.get(address(Grant, "totals"))

    assert page.context["lines"] == 1
    assert "77" not in str(page.context["totals"].in_words)


def test_a_job_exports_what_its_author_may_see_when_it_runs(agent: User, mine: Project, others: Project) -> None:
    before = list(rows_of(agent, Project, ""))
    Assignment.objects.filter(user=agent).delete()

    after = list(rows_of(User.objects.get(pk=agent.pk), Project, ""))

    assert (before, after) == ([mine], [])


def test_a_job_exports_nothing_for_a_closed_account(agent: User) -> None:
    agent.is_active = False

    with pytest.raises(ValidationError, match="ne peut plus être lue"):
        rows_of(agent, Project, "")


@pytest.mark.parametrize("name", ["programmes_job_file", "programmes_job_progress"])
def test_the_file_of_somebody_else_s_job_is_not_there(name: str, desk: Client) -> None:
    job = Job.objects.create(kind=JobKind.EXPORT, asked_by=UserFactory())

    assert desk.get(reverse(f"admin:{name}", args=[job.pk])).status_code == 404


def test_a_filter_names_the_kinds_that_one_may_see(desk: Client, mine: Project, others: Project) -> None:
    Remark.objects.create(record=mine, field="title", other_value="Autre")
    Remark.objects.create(record=ThesisFactory(project=others), field="title", other_value="Autre")

    kinds = desk.get(address(Remark, "changelist")).context["cl"].filter_specs[0].lookup_choices

    assert [key for key, _name in kinds] == [str(ContentType.objects.get_for_model(Project).pk)]


def test_laboratories_of_others_are_not_merged(desk: Client, agent: User) -> None:
    own, other = LaboratoryFactory(name="Laboratoire des marées"), LaboratoryFactory(name="Laboratoire de la marée")
    AssignmentFactory(user=agent, record=own)
    sent = {"avec": other.pk, "reason": "Le même", "nature": "laboratory", "one": own.pk, "other": other.pk}

    answers = [
        desk.post(reverse("admin:programmes_laboratory_merge", args=[own.pk]), sent).status_code,
        desk.post(reverse("admin:programmes_laboratory_merge", args=[other.pk]), sent | {"avec": own.pk}).status_code,
        desk.post(reverse("admin:duplicates"), sent).status_code,
    ]

    assert answers == [403, 403, 403]
    assert Laboratory.objects.filter(merged_into=None).count() == 2
