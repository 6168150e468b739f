"""Amounts, shares and days as French people type them."""

import re
from datetime import date
from decimal import Decimal

import pytest

from programmes import french


@pytest.mark.parametrize(
    ("typed", "decimals", "read"),
    [
        ("45 000,50 €", 2, "45000.50"),
        ("45\u202f000,50\u00a0€", 2, "45000.50"),
        ("45.000,50", 2, "45000.50"),
        ("45,000.50", 2, "45000.50"),
        ("1.234.567", 2, "1234567"),
        ("45000 euros", 2, "45000"),
        ("50 %", 2, "50"),
        ("\u22121 200", 2, "-1200"),
        ("49.182", 5, "49.182"),
    ],
)
def test_a_number_is_read_as_it_is_meant(typed: str, decimals: int, read: str) -> None:
    assert french.number(typed, decimals=decimals) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("45.000", "écrivez 45000 ou une virgule"), ("beaucoup", "n’est pas un nombre"), ("NaN", "n’est pas un nombre")],
)
def test_a_number_that_is_none_or_two_is_refused(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        french.number(typed)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("45000.50", 2, "45\u202f000,5"),
        ("45000.00", 2, "45\u202f000"),
        ("1200000", 2, "1\u202f200\u202f000"),
        ("49.18255", 5, "49,18255"),
        ("-800", 2, "\u2212800"),
        ("0", 2, "0"),
    ],
)
def test_a_number_is_shown_as_it_is_typed(value: str, decimals: int, shown: str) -> None:
    assert french.shown(Decimal(value), decimals=decimals) == shown
    assert french.number(shown, decimals=decimals) == Decimal(value)


@pytest.mark.parametrize(("value", "shown"), [("45000.50", "45\u202f000,50"), ("45000", "45\u202f000")])
def test_an_amount_has_both_cents_or_none(value: str, shown: str) -> None:
    assert french.shown(Decimal(value), cents=True) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "05/09/2021",
        "5/9/2021",
        "2021-09-05",
        "05.09.2021",
        "5 septembre 2021",
        "5 sept. 2021",
        "Dimanche 5 Septembre 2021",
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str) -> None:
    assert french.day(typed) == date(2021, 9, 5)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("05/09/21", "quatre chiffres, 05/09/2021\u202f?"),
        ("31/02/2021", "n’est pas une date"),
        ("5 ju 2021", "n’est pas une date"),
        ("5 jui 2021", "n’est pas une date"),
        ("septembre 2021", "n’est pas une date"),
    ],
)
def test_a_day_that_cannot_be_read_is_refused(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        french.day(typed)
