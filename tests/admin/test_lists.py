"""Lists: searched as French people write, and as quick with a thousand rows as with two."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doctorates.enums import ThesisState
from doctorates.models import Thesis
from programmes.models import Laboratory, Organisation, StatusChange
from projects.models import Call
from tests import factories
from tests.admin.conftest import TABLES, address
from tests.factories import (
    CallFactory,
    LaboratoryFactory,
    OrganisationFactory,
    ThemeFactory,
    ThesisFactory,
    UnitCodeFactory,
)

pytestmark = pytest.mark.usefixtures("unmeasured")

MAKERS = {getattr(factories, name)._meta.model: getattr(factories, name) for name in factories.__all__}


def queries(desk: Client, model: type[Model]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        desk.get(address(model, "changelist"))
    return len(asked)


def test_no_list_asks_more_when_it_grows(desk: Client, one_of_each: None) -> None:
    filled = [model for model in TABLES if model in MAKERS]
    before = {model: queries(desk, model) for model in filled}
    made = {model: MAKERS[model].create_batch(4) for model in filled}

    after = {model: queries(desk, model) for model in filled}

    assert made
    assert {model: (before[model], after[model]) for model in filled if after[model] > before[model]} == {}


def test_the_journal_of_steps_asks_no_more_when_it_grows(desk: Client) -> None:
    ThemeFactory(published=True)
    queries(desk, StatusChange)  # the first visit of a process learns the tables
    before = queries(desk, StatusChange)
    ThemeFactory.create_batch(5, published=True)

    assert queries(desk, StatusChange) == before


@pytest.mark.parametrize("words", ["ecole superieure", "ÉCOLE", "supérieure école", '"école supérieure"'])
def test_a_search_minds_neither_case_nor_accents(words: str, desk: Client) -> None:
    OrganisationFactory(name="École supérieure d’Alençon")
    OrganisationFactory(name="Université de Rouen")

    page = desk.get(address(Organisation, "changelist"), {"q": words})

    assert [row.name for row in page.context["cl"].result_list] == ["École supérieure d’Alençon"]


def test_a_laboratory_with_two_codes_is_found_once(desk: Client) -> None:
    laboratory = LaboratoryFactory()
    UnitCodeFactory(laboratory=laboratory, number="6506", until="2020-12-31")
    UnitCodeFactory(laboratory=laboratory, number="65061", since="2021-01-01")

    page = desk.get(address(Laboratory, "changelist"), {"q": "6506"})

    assert page.context["cl"].result_count == 1


def test_linked_records_are_searched_not_listed(desk: Client) -> None:
    thesis = ThesisFactory(laboratory__acronym="CRISMAT")

    page = desk.get(address(thesis, "change"))
    found = desk.get(
        "/admin/autocomplete/",
        {"app_label": "doctorates", "model_name": "thesis", "field_name": "laboratory", "term": "crism"},
    )

    assert page.text.count("admin-autocomplete") > 5
    assert [line["text"] for line in found.json()["results"]] == ["CRISMAT"]


def test_the_journal_is_filtered_by_the_kind_of_record(desk: Client) -> None:
    ThemeFactory(published=True)
    LaboratoryFactory(published=True)
    kind = ContentType.objects.get_for_model(Laboratory)

    page = desk.get(address(StatusChange, "changelist"), {"nature": kind.pk})

    assert page.context["cl"].result_count == 1
    assert "laboratoire" in page.text


def test_a_year_is_no_quantity(desk: Client) -> None:
    CallFactory(year=2025)

    assert '<td class="field-year">2025</td>' in desk.get(address(Call, "changelist")).text


def test_what_filters_leave_is_counted_again_once_a_row_changes(desk: Client) -> None:
    _first, second = ThesisFactory.create_batch(2, state="E")
    page = f"{address(Thesis, 'changelist')}?state__exact=E"
    before = desk.get(page).context["cl"].result_count

    Thesis.objects.filter(pk=second.pk).update(state=ThesisState.RANKED)

    assert (before, desk.get(page).context["cl"].result_count) == (2, 1)


def test_a_list_that_has_not_changed_is_not_counted_again(desk: Client) -> None:
    ThesisFactory(state="E")
    page = f"{address(Thesis, 'changelist')}?state__exact=E"
    desk.get(page)

    with CaptureQueriesContext(connection) as asked:
        desk.get(page)

    assert [query["sql"] for query in asked if "COUNT(*)" in query["sql"] and '"state"' in query["sql"]] == []
