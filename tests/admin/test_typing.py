"""Amounts and days typed the French way in the forms, and shown back so."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tests.admin.conftest import Typed, address
from tests.factories import GrantFactory


@pytest.mark.parametrize(
    ("amount", "day"),
    [("45 000,50 €", "05/09/2021"), ("45.000,50", "5 septembre 2021"), ("45\u202f000,5", "2021-09-05")],
)
def test_amounts_and_days_are_typed_the_french_way(desk: Client, typed: Typed, amount: str, day: str) -> None:
    grant = GrantFactory(amount=1000)
    page = address(grant, "change")

    desk.post(page, typed(page, amount=amount, voted_on=day))

    grant.refresh_from_db()
    assert (grant.amount, grant.voted_on) == (Decimal("45000.50"), date(2021, 9, 5))
    assert "45\u202f000,50" in desk.get(page).text


def test_what_cannot_be_read_comes_back_as_typed_with_the_reason(desk: Client, typed: Typed) -> None:
    page = address(GrantFactory(), "change")

    answer = desk.post(page, typed(page, amount="45.000", voted_on="31/02/2021"))

    assert "« 45.000 » se lit de deux façons : écrivez 45000 ou une virgule" in answer.text
    assert "« 31/02/2021 » n’est pas une date" in answer.text
    assert 'value="45.000"' in answer.text
    assert 'value="31/02/2021"' in answer.text


def test_amounts_that_nobody_touched_are_no_change(desk: Client, typed: Typed) -> None:
    grant = GrantFactory(amount=Decimal("45000.50"), voted_on=date(2021, 9, 5))
    page = address(grant, "change")

    desk.post(page, typed(page))

    before = grant.version
    grant.refresh_from_db()
    assert grant.version == before
