"""What is refused comes back in the form, in French, with everything that was typed."""

from datetime import date

import pytest
from django.test import Client

from doctorates.models import ThesisFunding
from programmes.identifiers import Scheme
from programmes.models import Identifier, Laboratory, UnitCode
from projects.models import Payment
from tests.admin.conftest import Typed, address
from tests.factories import (
    GrantFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PaymentFactory,
    ThesisFactory,
    UnitCodeFactory,
)

pytestmark = pytest.mark.usefixtures("unmeasured")


def code(row: int, number: str, since: str, until: str = "") -> dict[str, str]:
    prefix = f"unit_codes-{row}"
    cells = {"type": "UMR", "number": number, "since": since, "until": until, "source": "", "id": ""}
    return {f"{prefix}-{name}": value for name, value in cells.items()}


def test_two_new_overlapping_unit_codes_are_refused(desk: Client, typed: Typed) -> None:
    page = address(LaboratoryFactory(), "change")
    both = code(0, "6506", "2012-01-01") | code(1, "6507", "2020-01-01")

    answer = desk.post(page, typed(page, **{"unit_codes-TOTAL_FORMS": "2", "name": "Un nom tapé"}, **both))

    assert "Deux codes d’un même laboratoire ne peuvent pas se chevaucher." in answer.text
    assert 'value="6507"' in answer.text
    assert "Un nom tapé" in answer.text
    assert not UnitCode.objects.exists()


def test_a_code_borne_by_another_laboratory_is_refused(desk: Client, typed: Typed) -> None:
    UnitCodeFactory(number="6506")
    page = address(LaboratoryFactory(), "change")

    answer = desk.post(page, typed(page, **{"unit_codes-TOTAL_FORMS": "1"}, **code(0, "6506", "2012-01-01")))

    assert "Ce code d’unité est déjà porté à ces dates." in answer.text


def test_a_wrong_letter_of_the_national_register_is_refused(desk: Client, typed: Typed) -> None:
    laboratory = LaboratoryFactory()
    page = address(laboratory, "change")
    cells = {"scheme": Scheme.RNSR.value, "value": "199812845Z", "note": "", "source": "", "id": ""}
    row = {f"identifiers-0-{name}": value for name, value in cells.items()}

    answer = desk.post(page, typed(page, **{"identifiers-TOTAL_FORMS": "1"}, **row))

    assert "errorlist" in answer.text
    assert 'value="199812845Z"' in answer.text
    assert not Identifier.objects.exists()


def share(row: int, funder: int, percent: str) -> dict[str, str]:
    cells = {"organisation": str(funder), "share": percent, "source": "", "id": ""}
    return {f"fundings-{row}-{name}": value for name, value in cells.items()}


def test_a_thesis_shared_110_percent_is_refused(desk: Client, typed: Typed) -> None:
    page = address(ThesisFactory(), "change")
    both = share(0, OrganisationFactory().pk, "60") | share(1, OrganisationFactory().pk, "50")

    answer = desk.post(page, typed(page, **{"fundings-TOTAL_FORMS": "2"}, **both))

    assert "Les quotités de la thèse atteignent 110\u00a0% le même jour" in answer.text
    assert 'value="60"' in answer.text
    assert not ThesisFunding.objects.exists()


def test_a_payment_above_its_grant_is_refused(desk: Client) -> None:
    grant = GrantFactory(amount=1000)
    sent = {"grant": grant.pk, "mandate_number": "M-77", "budget_year": "2024", "paid_on": "2024-05-02"}

    answer = desk.post(address(Payment, "add"), sent | {"amount": "1000,01", "source": ""})

    assert "Les versements (1000,01\u00a0€) dépassent le montant voté de la subvention (1000,00\u00a0€)." in answer.text
    assert 'value="M-77"' in answer.text
    assert not Payment.objects.exists()


def test_a_grant_lowered_under_its_payments_is_refused(desk: Client, typed: Typed) -> None:
    payment = PaymentFactory(amount=800, grant__amount=1000)
    page = address(payment.grant, "change")

    answer = desk.post(page, typed(page, amount="500", purpose="Objet tapé"))

    payment.grant.refresh_from_db()
    assert "dépassent le montant voté" in answer.text
    assert "Objet tapé" in answer.text
    assert payment.grant.amount == 1000


def test_dates_out_of_order_are_refused_in_the_form(desk: Client, typed: Typed) -> None:
    page = address(LaboratoryFactory(opened_on=date(2020, 1, 1)), "change")

    answer = desk.post(page, typed(page, closed_on="2019-01-01"))

    assert "Un laboratoire ferme après avoir été créé." in answer.text


def test_what_is_right_is_kept(desk: Client, typed: Typed) -> None:
    laboratory = LaboratoryFactory(name="Ancien nom")
    page = address(laboratory, "change")

    answer = desk.post(page, typed(page, name="Nouveau nom", **{"unit_codes-TOTAL_FORMS": "1"}, **code(0, "6506", "")))

    assert answer.status_code == 302
    assert Laboratory.objects.get().name == "Nouveau nom"
    assert laboratory.unit_codes.get().number == "6506"


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_a_visitor_is_led_to_the_login(page: str, client: Client, db: None) -> None:
    answer = client.get(address(Laboratory, page))

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
