"""Words that very many rows hold: the list counts them as far as one leafs, a file and a sum take them all."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from doctorates.models import Thesis
from programmes.admin import counting, finding, searching
from tests.factories import PersonFactory, ThesisFactory, UnitCodeFactory

LIST = "admin:doctorates_thesis_changelist"


@pytest.fixture
def theses(db: None, monkeypatch: pytest.MonkeyPatch) -> list[Thesis]:
    """Four theses that hold the same words, where three are very many."""
    monkeypatch.setattr(counting, "BOUND", 2)
    monkeypatch.setattr(searching, "BOUND", 2)
    monkeypatch.setattr(finding, "FEW", 1)
    candidate = PersonFactory(family_name="Marégraphe")
    return [ThesisFactory(title=f"Marée verte {n}", candidate=candidate if n else PersonFactory()) for n in range(4)]


def listed(page: Any) -> set[str]:
    return {row.title for row in page.context["cl"].queryset}


@pytest.mark.parametrize("words", ["marée verte", "verte maregraphe", "marée"])
def test_a_list_says_that_more_rows_answer_than_it_counts(words: str, theses: list[Thesis], desk: Client) -> None:
    page = desk.get(reverse(LIST), {"q": words})

    assert "Plus de 2 thèses" in page.text
    assert len(listed(page)) >= 3


def test_a_selection_beyond_the_page_tells_no_number(theses: list[Thesis], desk: Client) -> None:
    page = desk.get(reverse(LIST), {"q": "marée verte"})

    assert "Toutes les lignes trouvées sont sélectionnées" in page.text


def test_a_file_of_what_was_found_holds_every_row(theses: list[Thesis], desk: Client) -> None:
    page = desk.get(reverse("admin:doctorates_thesis_export"), {"q": "marée verte"})

    assert page.context["lines"] == 4


def test_records_beyond_those_that_are_named_are_still_found(theses: list[Thesis], desk: Client) -> None:
    PersonFactory.create_batch(2, family_name="Marégraphe")

    page = desk.get(reverse(LIST), {"q": "maregraphe"})

    assert listed(page) == {"Marée verte 1", "Marée verte 2", "Marée verte 3"}


def test_rows_that_lead_to_the_list_are_found_beyond_the_bound_too(theses: list[Thesis], desk: Client) -> None:
    codes = [UnitCodeFactory(type="UMR", number=f"6506{n}") for n in range(2)]

    page = desk.get(reverse("admin:programmes_laboratory_changelist"), {"q": "6506"})

    assert set(page.context["cl"].queryset) == {code.laboratory for code in codes}


def test_the_search_across_records_leads_to_the_whole_list(theses: list[Thesis], desk: Client) -> None:
    page = desk.get(reverse("admin:search"), {"q": "marée verte"})

    assert "Voir tout dans la liste" in page.text
    assert "Plus de 2\u00a0fiches" in page.text


def test_a_search_asks_no_more_when_the_list_grows(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ThesisFactory(title="Marée verte")
    desk.get(reverse(LIST), {"q": "marée verte"})
    with django_assert_num_queries(5):
        desk.get(reverse(LIST), {"q": "marée verte"})
    ThesisFactory.create_batch(6, title="Marée verte")

    with django_assert_num_queries(5):
        desk.get(reverse(LIST), {"q": "marée verte"})
