"""« Qui peut quoi »: the rights told in words, for all roles and for each account."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from programmes.models import Protocol, User
from tests.admin.conftest import address
from tests.factories import AssignmentFactory, ProjectFactory, ProtocolFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def protocol() -> Protocol:
    return ProtocolFactory()


@pytest.fixture
def agent(protocol: Protocol) -> User:
    """A contributor of the first party."""
    return UserFactory(contributor=True, organisation=protocol.parties.get(rank=1).organisation)


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(UserFactory(administrator=True))
    return client


def test_everybody_reads_who_may_do_what(client: Client, agent: User) -> None:
    client.force_login(agent)

    page = client.get(reverse("admin:roles")).text

    assert "Ajoute, modifie et supprime ce qui lui est attribué, et ce qui en dépend." in page
    assert "Lit ce qui relève des protocoles de sa partie." in page
    assert "<p>Rien.</p>" in page


def test_the_menu_and_the_guide_lead_there(desk: Client) -> None:
    pages = [desk.get(reverse("admin:index")), desk.get(reverse("admin:guide_page", args=["comptes-et-roles"]))]

    assert [page.text.count(f'href="{reverse("admin:roles")}"') for page in pages] == [1, 2]


def test_a_visitor_does_not_read_it(client: Client) -> None:
    assert client.get(reverse("admin:roles")).status_code == 302


def test_the_page_of_an_account_says_what_it_may_do(desk: Client, agent: User, protocol: Protocol) -> None:
    own, past, replaced = ProjectFactory(), ProjectFactory(), ProjectFactory()
    today = timezone.localdate()
    AssignmentFactory(user=agent, record=own)
    AssignmentFactory(user=agent, record=past, until=today.replace(year=today.year - 1, day=1))
    AssignmentFactory(user=agent, record=replaced, until=today, standing_in_for=UserFactory(full_name="Ada Absente"))

    held = desk.get(address(agent, "change")).text.partition("Ce que ce compte peut voir et écrire")[2]

    assert f"{agent.organisation} ({protocol})" in held
    assert "contributeur" in held
    assert own.title in held
    assert past.title not in held
    assert f"jusqu’au {today:%d/%m/%Y}, remplace Ada Absente" in held


@pytest.mark.parametrize(
    ("fields", "words"),
    [({}, "aucun\u00a0: il ne voit rien"), ({"reader": True, "is_active": False}, "tant que le compte est clos")],
)
def test_an_account_without_rights_says_so(desk: Client, fields: dict[str, bool], words: str) -> None:
    assert words in desk.get(address(UserFactory(**fields), "change")).text


@pytest.mark.parametrize("number", [1, 25])
def test_the_cost_of_an_account_s_page_does_not_grow(
    number: int, desk: Client, agent: User, django_assert_max_num_queries: object
) -> None:
    AssignmentFactory.create_batch(number, user=agent)
    page = address(agent, "change")
    desk.get(page)

    with django_assert_max_num_queries(14):  # type: ignore[operator]
        desk.get(page)
