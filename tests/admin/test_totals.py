"""Totals of a list: the rows on screen, funder by funder, never one sum of two funders."""

import pytest
from django.test import Client
from django.urls import reverse

from doctorates.models import Thesis
from programmes.models import Theme
from projects.models import Contribution, Expense, Grant, Payment
from tests.factories import (
    ContributionFactory,
    ExpenseFactory,
    GrantFactory,
    OrganisationFactory,
    PaymentFactory,
    ProjectFactory,
    ThesisFactory,
    ThesisFundingFactory,
)

from .conftest import address


def told(desk: Client, model: type, query: str = "") -> list[tuple[str, list[str]]]:
    """The lines of the totals of a list, with plain spaces."""
    page = desk.get(f"{address(model, 'totals')}?{query}")
    spaces = str.maketrans("\u00a0\u202f", "  ")
    return [(name, [text.translate(spaces) for text in amounts]) for name, amounts in page.context["totals"].in_words]


def test_the_totals_of_grants_are_told_funder_by_funder(desk: Client) -> None:
    region, europe = OrganisationFactory(name="Région"), OrganisationFactory(name="FEDER")
    signed = GrantFactory(organisation=region, amount=1000, voted_on="2022-01-01", convention_signed_on="2022-02-01")
    unsigned = {"voted_on": "2022-01-01", "convention_signed_on": None, "project": signed.project}
    GrantFactory(organisation=region, amount=500, **unsigned)
    GrantFactory(organisation=europe, amount=9000, **unsigned)
    PaymentFactory(grant=signed, amount=400, paid_on="2023-01-01")
    GrantFactory(organisation=region, amount=77, project=ProjectFactory())

    lines = told(desk, Grant, f"project__id__exact={signed.project_id}")

    assert lines == [
        ("FEDER", ["9 000 €", "non renseigné", "non renseigné", "non renseigné"]),
        ("Région", ["1 500 €", "1 000 €", "400 €", "600 €"]),
    ]


def test_a_contribution_of_several_funders_stands_apart(desk: Client) -> None:
    region, state = OrganisationFactory(name="Région"), OrganisationFactory(name="État")
    ContributionFactory(amount=100).funder_links.create(organisation=region)
    shared = ContributionFactory(amount=30)
    shared.funder_links.create(organisation=region)
    shared.funder_links.create(organisation=state)

    assert told(desk, Contribution) == [("Région", ["100 €"]), ("Région + État", ["30 €"])]


def test_payments_expenses_and_shares_have_their_totals(desk: Client) -> None:
    body = OrganisationFactory(name="CNRS")
    PaymentFactory(grant=GrantFactory(organisation=body, amount=900), amount=200)
    ExpenseFactory(organisation=body, amount=50)
    ThesisFundingFactory(organisation=body, thesis=ThesisFactory(), amount=45000)

    assert told(desk, Payment) == [("CNRS", ["200 €"])]
    assert told(desk, Expense) == [("CNRS", ["50 €"])]
    assert told(desk, Thesis) == [("CNRS", ["45 000 €"])]


@pytest.mark.parametrize("model", [Grant, Payment, Contribution, Expense, Thesis])
def test_the_list_leads_to_its_totals(model: type, desk: Client) -> None:
    assert address(model, "totals") in desk.get(address(model, "changelist")).text


def test_a_list_without_amounts_has_no_totals(desk: Client) -> None:
    assert desk.get(reverse("admin:programmes_theme_totals")).status_code == 404
    assert "totaux/" not in desk.get(address(Theme, "changelist")).text


def test_a_forged_filter_leads_back_to_the_list(desk: Client) -> None:
    assert desk.get(f"{address(Grant, 'totals')}?voted_on__year=x").status_code == 302
