"""What the database itself refuses, each with its French sentence."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.timezone import localdate

from doctorates.enums import ThesisState
from doctorates.models import Thesis
from programmes.models import Amendment, IndicatorValue, Organisation
from projects.models import GrantAmendment
from tests.database import check_now
from tests.factories import (
    GrantFactory,
    IndicatorValueFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PaymentFactory,
    ProtocolFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UnitCodeFactory,
)

pytestmark = pytest.mark.django_db


def test_two_codes_of_one_unit_never_overlap() -> None:
    unit = LaboratoryFactory()
    UnitCodeFactory(laboratory=unit, type="UMS", number="3408", until=date(2021, 6, 30))

    with pytest.raises(IntegrityError, match="unit_code_one_at_a_time"):
        UnitCodeFactory(laboratory=unit, type="UAR", number="3408", since=date(2021, 6, 30))


def test_a_unit_changes_its_code_from_one_day_to_the_next() -> None:
    unit = LaboratoryFactory()
    UnitCodeFactory(laboratory=unit, type="UMS", number="3408", until=date(2020, 12, 31))

    UnitCodeFactory(laboratory=unit, type="UAR", number="3408", since=date(2021, 1, 1))

    assert str(unit.unit_code) == "UAR 3408"


def test_the_form_says_why_two_codes_overlap() -> None:
    unit = LaboratoryFactory()
    UnitCodeFactory(laboratory=unit)
    second = UnitCodeFactory.build(laboratory=unit, type="UAR", number="7", since=date(2022, 1, 1))

    with pytest.raises(ValidationError, match="ne peuvent pas se chevaucher"):
        second.full_clean()


def test_shares_of_a_thesis_stay_within_the_whole_on_any_day() -> None:
    thesis = ThesisFactory()
    ThesisFundingFactory(thesis=thesis, share=60)
    ThesisFundingFactory(thesis=thesis, share=50)

    with pytest.raises(IntegrityError, match="atteignent 110\u00a0% le même jour"):
        check_now()


def test_two_whole_shares_may_follow_one_another() -> None:
    thesis = ThesisFactory()
    ThesisFundingFactory(thesis=thesis, share=100, until=date(2022, 12, 31))
    ThesisFundingFactory(thesis=thesis, share=100, since=date(2023, 1, 1))

    check_now()

    assert thesis.fundings.count() == 2


def test_a_payment_above_its_grant_is_refused() -> None:
    grant = GrantFactory(amount=Decimal(10_000))
    PaymentFactory(grant=grant, amount=Decimal("10000.50"))

    with pytest.raises(IntegrityError, match=r"Les versements \(10000,50\u00a0€\) dépassent le montant voté"):
        check_now()


def test_money_paid_back_can_be_paid_again() -> None:
    grant = GrantFactory(amount=Decimal(10_000))
    PaymentFactory(grant=grant, amount=Decimal(10_000))
    PaymentFactory(grant=grant, amount=Decimal(-4_000))
    PaymentFactory(grant=grant, amount=Decimal(4_000))

    check_now()

    assert grant.payments.count() == 3


def test_cancelling_what_was_already_paid_is_refused() -> None:
    payment = PaymentFactory(amount=Decimal(10_000))
    payment.grant.cancelled_amount = Decimal(95_000)
    payment.grant.save()

    with pytest.raises(IntegrityError, match="dépassent le montant voté"):
        check_now()


def test_an_amendment_on_which_payments_rest_is_not_deleted() -> None:
    grant = GrantFactory(amount=Decimal(1_000))
    amendment = GrantAmendment.objects.create(grant=grant, number=1, amount=Decimal(9_000))
    PaymentFactory(grant=grant, amount=Decimal(10_000))
    amendment.delete()

    with pytest.raises(IntegrityError, match="dépassent le montant voté"):
        check_now()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"nnt": "2024NORMC201"}, "Un NNT n’est donné qu’à une thèse soutenue"),
        ({"state": ThesisState.DEFENDED}, "a une date de soutenance"),
        ({"result": "admis"}, "Un résultat n’est donné qu’à une thèse soutenue"),
        ({"contract_ends_on": date(2020, 1, 1)}, "Le contrat finit après la première inscription"),
        ({"name_is_public": True}, "à quel titre et depuis quand"),
    ],
)
def test_a_thesis_in_preparation_says_nothing_of_a_defence(fields: dict[str, object], sentence: str) -> None:
    thesis = ThesisFactory.build(**fields)

    with pytest.raises(ValidationError, match=sentence):
        thesis.validate_constraints()


def test_an_extension_has_a_new_end_date() -> None:
    amendment = Amendment(protocol=ProtocolFactory(), number=1, kind="extension", title="Prolongation")

    with pytest.raises(ValidationError, match="fixe une nouvelle échéance"):
        amendment.full_clean()


def test_between_two_values_needs_both() -> None:
    value: IndicatorValue = IndicatorValueFactory(actual=Decimal(10))
    value.precision = "between"

    with pytest.raises(ValidationError, match="demande les deux"):
        value.full_clean()


def test_an_extension_carries_the_protocol_beyond_its_end() -> None:
    protocol = ProtocolFactory(starts_on=date(2021, 9, 21), ends_on=date(2025, 9, 20))
    Amendment.objects.create(
        protocol=protocol, number=1, kind="extension", title="Un an de plus", new_end_date=date(2026, 9, 20)
    )

    states = [protocol.state_on(date(year, 10, 1)) for year in (2020, 2023, 2025, 2026)]

    assert states == ["future", "in_force", "extended", "expired"]


def test_a_protocol_without_dates_says_so() -> None:
    protocol = ProtocolFactory(starts_on=None, ends_on=None)

    assert protocol.state_on(date(2024, 1, 1)) == "unknown"
    assert protocol.period_of(2024) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_year_is_cut_by_the_dates_of_the_protocol() -> None:
    protocol = ProtocolFactory(starts_on=date(2021, 9, 21), ends_on=date(2025, 9, 20))

    assert protocol.period_of(2021) == (date(2021, 9, 21), date(2021, 12, 31))
    assert protocol.period_of(2025)[1] == date(2025, 9, 20)


def test_a_candidate_is_named_after_the_defence_or_on_a_recorded_ground() -> None:
    in_preparation, defended = ThesisFactory(), ThesisFactory(defended=True)
    referred = ThesisFactory(defended=True, result="ajourné")

    assert (in_preparation.public_candidate, referred.public_candidate) == (None, None)
    assert defended.public_candidate == defended.candidate


def test_a_defence_to_come_is_a_planned_one() -> None:
    tomorrow = localdate() + timedelta(days=1)
    thesis = ThesisFactory.build(state=ThesisState.DEFENDED, defended_on=tomorrow)

    with pytest.raises(ValidationError, match="soutenance prévue"):
        thesis.clean()
    assert thesis.public_candidate is None


def test_a_confidential_abstract_is_kept_back_until_its_day() -> None:
    thesis = ThesisFactory(confidential_until=date(2025, 6, 30))

    assert thesis.is_confidential_on(date(2025, 6, 30))
    assert not thesis.is_confidential_on(date(2025, 6, 30) + timedelta(days=1))


def test_outsiders_see_no_thesis_that_was_discontinued_or_whose_title_is_kept_back() -> None:
    shown = ThesisFactory(published=True)
    ThesisFactory(published=True, discontinued=True)
    ThesisFactory(published=True, title_is_public=False)
    ThesisFactory()

    assert list(Thesis.objects.visible_to(None)) == [shown]


def test_theses_are_counted_by_academic_year() -> None:
    first = ThesisFactory(registered_on=date(2021, 10, 1))
    ThesisFactory(registered_on=date(2022, 9, 1))

    assert list(Thesis.objects.registered_in(2021)) == [first]


def test_theses_begun_before_the_signature_are_the_starting_point() -> None:
    before = ThesisFactory(registered_on=date(2019, 10, 1))
    ThesisFactory(registered_on=date(2021, 10, 1))

    assert list(Thesis.objects.begun().before(date(2021, 9, 21))) == [before]


def test_one_organisation_is_a_party_once() -> None:
    protocol = ProtocolFactory()
    party = protocol.parties.first()

    with pytest.raises(IntegrityError, match="party_unique"):
        protocol.parties.create(organisation=party.organisation, rank=9)


def test_organisations_are_sorted_as_in_a_french_dictionary() -> None:
    for name in ("Zoo", "École", "ecomusée", "Abricot"):
        OrganisationFactory(name=name)

    names = Organisation.objects.values_list("name", flat=True)

    assert list(names) == ["Abricot", "École", "ecomusée", "Zoo"]
