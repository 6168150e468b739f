"""A row of money belongs to the party that gives it; the others read it."""

from typing import Any

import pytest
from django.test import Client

from programmes.models import Organisation, Protocol, User
from projects.models import Contribution, Grant, Project
from tests.admin.conftest import address, form_of
from tests.factories import (
    AssignmentFactory,
    ContributionFactory,
    GrantFactory,
    OrganisationFactory,
    PaymentFactory,
    ProjectFactory,
    ProtocolFactory,
    UserFactory,
)


@pytest.fixture
def parties(db: None) -> list[Organisation]:
    """The two organisations of a protocol."""
    protocol: Protocol = ProtocolFactory()
    return [party.organisation for party in protocol.parties.all()]


@pytest.fixture
def action(db: None) -> Project:
    """The action on which the money of these tests is spent."""
    return ProjectFactory()


@pytest.fixture
def agent(parties: list[Organisation], action: Project) -> User:
    """A contributor of the first party, in charge of an action."""
    return AssignmentFactory(user=UserFactory(contributor=True, organisation=parties[0]), record=action).user


@pytest.fixture
def contributor(client: Client, agent: User) -> Client:
    """The browser of a contributor of the first party."""
    client.force_login(agent)
    return client


def test_the_party_that_gives_corrects_its_grant(
    contributor: Client, parties: list[Organisation], action: Project
) -> None:
    page = address(GrantFactory(organisation=parties[0], project=action), "change")

    answer = contributor.post(page, form_of(contributor, page) | {"purpose": "Objet corrigé"})

    assert answer.status_code == 302
    assert Grant.objects.get().purpose == "Objet corrigé"


def test_the_other_party_reads_it(contributor: Client, parties: list[Organisation], action: Project) -> None:
    payment = PaymentFactory(grant__organisation=parties[1], grant__project=action)

    answers = {contributor.get(address(row, "change")).status_code for row in (payment, payment.grant)}
    refused = contributor.post(address(payment.grant, "change"), {"purpose": "Autre"})

    assert answers == {200}
    assert refused.status_code == 403


def test_a_regional_office_stands_for_its_party(
    client: Client, agent: User, parties: list[Organisation], action: Project
) -> None:
    agent.organisation = OrganisationFactory(parent=parties[1])
    agent.save()
    client.force_login(agent)
    page = address(GrantFactory(organisation=parties[1], project=action), "change")

    assert client.post(page, form_of(client, page) | {"purpose": "Objet"}).status_code == 302


def test_money_that_no_party_gives_is_written_by_those_in_charge_of_the_action(
    contributor: Client, action: Project
) -> None:
    page = address(GrantFactory(project=action), "change")

    assert contributor.post(page, form_of(contributor, page) | {"purpose": "Objet"}).status_code == 302


def test_an_administrator_corrects_everything(desk: Client, parties: list[Organisation]) -> None:
    page = address(GrantFactory(organisation=parties[1]), "change")

    assert desk.post(page, form_of(desk, page) | {"purpose": "Objet"}).status_code == 302


def planned(funder: Organisation, action: Project) -> dict[str, Any]:
    row = {"reference": "contribution-tapee", "project": action.pk, "nature": "grant", "amount": "1 000,50"}
    funders = {
        "funder_links-TOTAL_FORMS": "1",
        "funder_links-INITIAL_FORMS": "0",
        "funder_links-0-organisation": funder.pk,
    }
    remarks = {f"programmes-remark-content_type-object_id-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    return row | funders | remarks | {"precision": "exact"}


def test_nobody_plans_the_money_of_another_party(
    contributor: Client, parties: list[Organisation], action: Project
) -> None:
    answer = contributor.post(address(Contribution, "add"), planned(parties[1], action))

    assert "Ce montant appartient à la partie qui le donne" in answer.text
    assert "contribution-tapee" in answer.text
    assert not Contribution.objects.exists()


def test_a_party_plans_its_own_money_with_a_comma(
    contributor: Client, parties: list[Organisation], action: Project
) -> None:
    contributor.post(address(Contribution, "add"), planned(parties[0], action))

    assert str(Contribution.objects.get().amount) == "1000.50"


def test_no_money_is_planned_for_an_action_that_is_not_theirs(contributor: Client, parties: list[Organisation]) -> None:
    answer = contributor.post(address(Contribution, "add"), planned(parties[0], ProjectFactory()))

    assert answer.context["adminform"].form.errors.keys() == {"project"}
    assert not Contribution.objects.exists()


def test_deleting_is_for_the_party_that_gives(
    contributor: Client, parties: list[Organisation], action: Project
) -> None:
    contribution = ContributionFactory(project=action)
    contribution.funder_links.create(organisation=parties[1])

    assert contributor.get(address(contribution, "delete")).status_code == 403
