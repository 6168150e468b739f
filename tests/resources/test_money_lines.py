"""Lines about actions and their money, which belongs to the party that gives it."""

from decimal import Decimal

import pytest

from programmes.resources import Verdict
from projects.models import Contribution, Grant, Payment, Project
from tests.factories import (
    ContributionFactory,
    GrantFactory,
    OrganisationFactory,
    PartyFactory,
    PaymentFactory,
    UserFactory,
)

from .judging import judged, written

pytestmark = pytest.mark.django_db


def test_an_action_comes_with_its_themes() -> None:
    lines = written("actions", {"Référence": "a", "Titre": "Action", "Nature": "chaire d'excellence", "Rang": "3",
                                "Résumé pour tous": "<p>Un <b>résumé</b><script>x</script></p>"})  # fmt: skip

    assert lines[0].verdict is Verdict.NEW
    assert (Project.objects.get().rank, Project.objects.get().summary) == (3, "<p>Un <strong>résumé</strong></p>")


def test_money_belongs_to_the_party_that_gives_it() -> None:
    ours, theirs = PartyFactory(), PartyFactory()
    office = OrganisationFactory(parent=ours.organisation)
    agent = UserFactory(approver=True, organisation=office)
    GrantFactory(reference="s-1", organisation=ours.organisation)
    GrantFactory(reference="s-2", organisation=theirs.organisation)
    rows = [{"Référence": f"s-{n}", "Montant voté": "1 234,50 €"} for n in (1, 2)]

    lines = judged("subventions", *rows, by=agent)

    assert [line.verdict for line in lines] == [Verdict.CHANGED, Verdict.REFUSED]
    assert str(theirs.organisation) in lines[1].details[0][1]


def test_what_another_party_gave_may_stand_in_the_file_unchanged() -> None:
    grant = GrantFactory(reference="s-1", organisation=PartyFactory().organisation)

    lines = judged("subventions", {"Référence": "s-1", "Montant voté": "100000,00"}, by=UserFactory())

    assert lines[0].verdict is Verdict.SAME
    assert Grant.objects.get() == grant


def test_a_payment_is_known_by_grant_year_and_number() -> None:
    ours = PartyFactory()
    grant = GrantFactory(reference="s-1", organisation=ours.organisation)
    PaymentFactory(grant=grant, mandate_number="12", budget_year=2023, amount=1000)
    row = {"Subvention": "s-1", "Exercice": 2023, "Numéro de mandat": "12", "Mandaté le": 45048, "Montant": "2 000"}
    agent = UserFactory(approver=True, organisation=ours.organisation)

    lines = written("versements", row, row | {"Numéro de mandat": 13}, by=agent)

    assert [line.verdict for line in lines] == [Verdict.CHANGED, Verdict.NEW]
    assert sorted(Payment.objects.values_list("mandate_number", "amount")) == [
        ("12", Decimal(2000)),
        ("13", Decimal(2000)),
    ]
    assert judged("versements", row, by=UserFactory())[0].verdict is Verdict.SAME
    assert judged("versements", row | {"Montant": 1}, by=UserFactory())[0].verdict is Verdict.REFUSED


def test_a_contribution_belongs_to_each_of_its_funders() -> None:
    theirs = PartyFactory()
    contribution = ContributionFactory(reference="c-1")
    row = {"Référence": "c-1", "Financeurs": theirs.organisation.name}

    refused = judged("contributions", row, by=UserFactory())
    lines = written("contributions", row, by=UserFactory(approver=True, organisation=theirs.organisation))

    assert refused[0].verdict is Verdict.REFUSED
    assert lines[0].details == [("Financeurs", "", theirs.organisation.name)]
    assert contribution.funder_links.get().organisation == theirs.organisation
    assert Contribution.objects.get().version == 1
