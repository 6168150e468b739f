"""Numbers, money and dates in words, in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from programmes import wording


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        (Decimal("7700000"), "7\u202f700\u202f000\u00a0€", "€7,700,000"),
        (Decimal("12.5"), "12,50\u00a0€", "€12.50"),
        (Decimal("-3"), "\u22123\u00a0€", "\u2212€3"),
        (None, "non renseigné", "not provided"),
    ],
)
def test_euros_are_written_as_each_language_does(amount: Decimal | None, french: str, english: str) -> None:
    assert wording.euros(amount, "fr") == french
    assert wording.euros(amount, "en") == english


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Decimal("8400000"), "8,4\u00a0M€"),
        (Decimal("4650000"), "4,65\u00a0M€"),
        (Decimal("4653210"), "4,7\u00a0M€"),
        (999_600, "1\u00a0M€"),
        (690_000, "690\u00a0k€"),
        (999, "999\u00a0€"),
        (None, "non renseigné"),
    ],
)
def test_large_amounts_are_shortened_for_charts(amount: Decimal | None, words: str) -> None:
    assert wording.short_euros(amount, "fr") == words


def test_numbers_keep_two_decimals_at_most_and_round_half_up() -> None:
    assert wording.number(Decimal("1234567.895"), "fr") == "1\u202f234\u202f567,9"
    assert wording.number(Decimal("-0.001"), "fr") == "0"
    assert wording.number(3, "en", 1) == "3.0"
    assert wording.number(None, "fr") == "non renseigné"
    assert wording.percent(Decimal("45.05"), "fr") == "45,1\u00a0%"
    assert wording.percent(None, "en") == "not provided"


def test_dates_are_in_words_in_text_and_short_in_tables() -> None:
    first = date(2024, 2, 1)

    assert wording.day(first, "fr") == "1er\u00a0février\u00a02024"
    assert wording.day(first, "en") == "1\u00a0February\u00a02024"
    assert wording.short_day(first, "fr") == "01/02/2024"
    assert wording.short_day(first, "en") == "1\u00a0Feb\u00a02024"
    assert wording.day(None, "fr") == wording.short_day(None, "fr") == "non renseigné"


def test_a_period_says_the_side_that_is_known() -> None:
    start, end = date(2021, 9, 21), date(2025, 9, 20)

    assert wording.period(start, end, "fr") == "21/09/2021 – 20/09/2025"
    assert wording.period(start, None, "fr") == "depuis le 21/09/2021"
    assert wording.period(None, end, "en") == "until 20\u00a0Sep\u00a02025"
    assert wording.period(None, None, "fr") == "non renseigné"


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    assert wording.count(0, "thèse", "thèses", "fr") == "0\u00a0thèse"
    assert wording.count(0, "thesis", "theses", "en") == "0\u00a0theses"
    assert wording.count(1, "thesis", "theses", "en") == "1\u00a0thesis"
    assert wording.yes_no(None, "fr") == "non renseigné"


@pytest.mark.parametrize(
    ("words", "value", "language", "read"),
    [
        ("équipements partagés", 1, "fr", "équipement partagé"),
        ("équipements partagés", 2, "fr", "équipements partagés"),
        ("laboratoires de deux pays", Decimal("1.5"), "fr", "laboratoire de deux pays"),
        ("mois", 1, "fr", "mois"),
        ("accords signés avec des pays voisins", 0, "fr", "accord signé avec des pays voisins"),
        ("lauréats", None, "fr", "lauréats"),
        ("joint laboratories", 1, "en", "joint laboratory"),
        ("theses in progress", 1, "en", "thesis in progress"),
        ("theses in progress", 0, "en", "theses in progress"),
        ("ERC", 1, "en", "ERC"),
        ("%", 1, "en", "%"),
    ],
)
def test_a_unit_agrees_with_its_figure(words: str, value: wording.Number | None, language: str, read: str) -> None:
    assert wording.unit(words, value, language) == read


@pytest.mark.parametrize(
    ("figure", "unit", "french", "english"),
    [
        ("7.5", "M€", ("7.5", "M€"), ("€7.5M", "")),
        ("about 1,200", "€", ("about 1,200", "€"), ("about €1,200", "")),
        ("between \u22122 and 3", "k€", ("between \u22122 and 3", "k€"), ("between \u2212€2k and €3k", "")),
        ("18", "teslas", ("18", "teslas"), ("18", "teslas")),
    ],
)
def test_english_writes_euros_with_the_number(
    figure: str, unit: str, french: tuple[str, str], english: tuple[str, str]
) -> None:
    assert wording.with_unit(figure, unit, "fr") == french
    assert wording.with_unit(figure, unit, "en") == english
