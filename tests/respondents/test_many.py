"""A laboratory with many theses: a line each, one opened at a time, and what has nothing new is sent together."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from doctorates.models import ThesisSheet
from programmes.enums import SheetStatus
from tests.factories import ThesisFactory, ThesisSheetFactory
from tests.respondents.conftest import Response


def more(response: Response, number: int) -> list[ThesisSheet]:
    """So many theses more in the laboratory."""
    theses = ThesisFactory.create_batch(number, published=True, laboratory=response.laboratory)
    return [ThesisSheetFactory(campaign=response.campaign, thesis=thesis) for thesis in theses]


@pytest.mark.parametrize("number", [15, 40])
def test_a_long_page_costs_the_same_and_stays_light(
    visitor: Client, response: Response, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sheet = more(response, number)[0]
    visitor.get(response.page)

    with django_assert_num_queries(12):
        page = visitor.get(f"{response.page}?ouvrir=thesissheet-{sheet.pk}").text

    assert page.partition("<main")[2].partition("</main>")[0].count("<form") <= 4
    assert page.count('name="calme"') == number + 2
    assert len(page) < 45_000 + 700 * number


def test_what_has_nothing_new_is_ticked_and_sent_together(visitor: Client, response: Response) -> None:
    first, second, third = more(response, 15)[:3]
    typed = {"action": "quiet", "calme": [f"thesissheet-{first.pk}", f"thesissheet-{second.pk}", "thesissheet-0"]}

    page = visitor.post(response.page, typed, follow=True)

    states = dict(ThesisSheet.objects.values_list("pk", "status"))
    assert "Vos fiches sont envoyées" in page.text
    assert (states[first.pk], states[second.pk]) == (SheetStatus.SUBMITTED, SheetStatus.SUBMITTED)
    assert states[third.pk] == SheetStatus.TO_FILL


def test_nothing_ticked_sends_nothing(visitor: Client, response: Response) -> None:
    answer = visitor.post(response.page, {"action": "quiet", "calme": ["commitmentsheet-1"]})

    assert (answer.status_code, "Cochez au moins une fiche" in answer.text) == (422, True)
