"""The five columns of money: prévu · voté · engagé · mandaté · reste à mandater, on a given day."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from projects.models import GrantAmendment, Money, lines_of, total
from tests.factories import ContributionFactory, GrantFactory, OrganisationFactory, PaymentFactory, ProjectFactory

pytestmark = pytest.mark.django_db
END_OF_2023 = date(2023, 12, 31)


def test_a_grant_is_voted_then_committed_then_paid() -> None:
    grant = GrantFactory(amount=Decimal(100_000), convention_signed_on=date(2022, 6, 1))
    PaymentFactory(grant=grant, amount=Decimal(30_000), paid_on=date(2023, 5, 2))
    PaymentFactory(grant=grant, amount=Decimal(20_000), paid_on=date(2024, 5, 2))

    money = total(lines_of([grant.project], END_OF_2023))

    assert money == Money(voted=Decimal(100_000), committed=Decimal(100_000), paid=Decimal(30_000))
    assert money.left == Decimal(70_000)


def test_a_grant_without_a_signed_agreement_is_not_committed() -> None:
    grant = GrantFactory(convention_signed_on=None)

    money = total(lines_of([grant.project], END_OF_2023))

    assert (money.voted, money.committed, money.left) == (Decimal(100_000), None, None)


def test_a_grant_voted_later_does_not_count_yet() -> None:
    grant = GrantFactory(voted_on=date(2024, 1, 15), convention_signed_on=None)

    assert total(lines_of([grant.project], END_OF_2023)) == Money()


def test_amendments_and_cancellations_count_from_their_day() -> None:
    grant = GrantFactory(cancelled_amount=Decimal(5_000), cancelled_on=date(2024, 3, 1))
    GrantAmendment.objects.create(grant=grant, number=1, amount=Decimal(20_000), signed_on=date(2023, 2, 1))
    GrantAmendment.objects.create(grant=grant, number=2, amount=Decimal(10_000), signed_on=date(2024, 2, 1))

    voted = [total(lines_of([grant.project], date(year, 12, 31))).voted for year in (2022, 2023, 2024)]

    assert voted == [Decimal(100_000), Decimal(120_000), Decimal(125_000)]


def test_a_contribution_of_several_funders_is_one_line_and_counted_once() -> None:
    contribution = ContributionFactory(amount=Decimal(690_000))
    state, region = OrganisationFactory(reference="etat"), OrganisationFactory(reference="region")
    contribution.funder_links.create(organisation=region)
    contribution.funder_links.create(organisation=state)

    (line,) = lines_of([contribution.project], END_OF_2023)

    assert line.funders == (state, region)
    assert line.money.planned == Decimal(690_000)


def test_what_nobody_knows_is_not_zero() -> None:
    assert total(lines_of([ProjectFactory()], END_OF_2023)) == Money(
        planned=None, voted=None, committed=None, paid=None
    )


@pytest.mark.parametrize("how_many", [1, 6])
def test_money_costs_the_same_for_any_number_of_actions(
    how_many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    grants = GrantFactory.create_batch(how_many)
    PaymentFactory(grant=grants[0])
    ContributionFactory(project=grants[0].project).funder_links.create(organisation=grants[0].organisation)

    with django_assert_num_queries(6):
        lines_of([grant.project for grant in grants], END_OF_2023)


def test_a_line_of_money_says_when_something_in_it_is_invented() -> None:
    grant = GrantFactory(is_demo=True)
    ContributionFactory(project=grant.project).funder_links.create(organisation=grant.organisation)

    (line,) = lines_of([grant.project], END_OF_2023)

    assert line.is_demo
