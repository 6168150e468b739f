"""The search across records: words, parts of words, numbers however typed, and only what one may see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from doctorates.models import Thesis
from programmes import merge
from programmes.models import Laboratory, User
from tests import factories
from tests.admin.conftest import address

Asked = Callable[[str], Any]


@pytest.fixture
def ask(desk: Client) -> Asked:
    """What the administrator finds."""
    return lambda words: desk.get(reverse("admin:search"), {"q": words})


def titles(page: Any) -> list[str]:
    return [hit.title for group in page.context["found"].groups for hit in group.hits]


@pytest.mark.parametrize("words", ["énergie", "ENERGIE", "nerg", "marine énergie", "énergies"])
def test_a_title_is_found_by_words_without_accents_and_by_parts(ask: Asked, words: str) -> None:
    factories.ThesisFactory(title="Énergie marine renouvelable")
    factories.ThesisFactory(title="Tout autre chose")

    assert titles(ask(words)) == ["Énergie marine renouvelable"]


@pytest.mark.parametrize("words", ["100 %", "a_b", "\\"])
def test_signs_stand_for_themselves(ask: Asked, words: str) -> None:
    factories.ThemeFactory(label="Thème sans signe")

    assert titles(ask(words)) == []


def test_results_are_grouped_by_kind_with_their_number(ask: Asked) -> None:
    factories.ThesisFactory.create_batch(7, title="Étude du littoral")
    factories.ThemeFactory(label="Le littoral")

    groups = ask("littoral").context["found"].groups

    assert [(group.name, group.count, len(group.hits)) for group in groups] == [
        ("Thèmes prioritaires", 1, 1),
        ("Thèses", 7, 5),
    ]
    assert "Voir les 7 dans la liste" in ask("littoral").text


def test_a_thesis_is_found_by_its_candidate_and_says_so(ask: Asked) -> None:
    candidate = factories.PersonFactory(family_name="Zéphirine", given_name="Ada")
    thesis = factories.ThesisFactory(title="Étude des marées", candidate=candidate)

    groups = ask("zephirine").context["found"].groups

    hit = groups[-1].hits[0]
    assert (hit.title, hit.matches) == (thesis.title, (("nom", "Zéphirine"),))


@pytest.fixture
def thesis(db: None) -> Thesis:
    return factories.ThesisFactory(reference="these-2024-12", nnt="2024NORMC201", defended=True)


@pytest.mark.parametrize("typed", ["2024NORMC201", "2024 norm c201", "https://theses.fr/2024NORMC201", "these-2024-12"])
def test_a_number_leads_straight_to_its_thesis(ask: Asked, thesis: Thesis, typed: str) -> None:
    assert ask(typed).headers["Location"] == address(thesis, "change")


@pytest.fixture
def laboratory(db: None) -> Laboratory:
    found = factories.LaboratoryFactory(acronym="LABO")
    factories.UnitCodeFactory(laboratory=found, type="UMR", number="6506")
    factories.IdentifierFactory(organisation=None, laboratory=found, scheme="rnsr", value="199612345F")
    return found


@pytest.mark.parametrize("typed", ["UMR 6506", "umr6506", "UMR-6506", "6506", "199612345F", "199 612 345 f"])
def test_a_laboratory_is_found_by_its_unit_code_or_number(ask: Asked, laboratory: Laboratory, typed: str) -> None:
    assert ask(typed).headers["Location"] == address(laboratory, "change")


def test_a_unit_code_of_another_type_is_another_laboratory(ask: Asked, laboratory: Laboratory) -> None:
    assert titles(ask("UAR 6506")) == []


@pytest.mark.parametrize("typed", ["0000 0001 2103 2683", "0000-0001-2103-2683"])
def test_a_body_is_found_by_its_number_in_groups(ask: Asked, typed: str) -> None:
    body = factories.OrganisationFactory()
    factories.IdentifierFactory(organisation=body, scheme="isni", value="0000000121032683")

    assert ask(typed).headers["Location"] == address(body, "change")


@pytest.mark.parametrize("typed", ["CONV-2022/014", "conv 2022 014", "conv2022014"])
def test_a_grant_is_found_by_its_convention_however_typed(ask: Asked, typed: str) -> None:
    grant = factories.GrantFactory(convention_number="CONV-2022/014")

    assert ask(typed).headers["Location"] == address(grant, "change")


def test_a_mandate_borne_twice_lets_one_choose(ask: Asked) -> None:
    factories.PaymentFactory.create_batch(2, mandate_number="M-90817")

    page = ask("m 90817")

    assert page.context["found"].groups[0].count == 2


def test_an_account_without_a_role_finds_nothing(client: Client, thesis: Thesis) -> None:
    client.force_login(factories.UserFactory())

    assert titles(client.get(reverse("admin:search"), {"q": "2024NORMC201"})) == []


def test_one_finds_only_what_one_may_see(client: Client, db: None) -> None:
    mine, other = factories.ProtocolFactory(), factories.ProtocolFactory()
    factories.CommitmentFactory(protocol=mine, label="Promesse littorale")
    factories.CommitmentFactory(protocol=other, label="Autre promesse littorale")
    reader = factories.UserFactory(reader=True, organisation=mine.parties.get(rank=1).organisation)
    client.force_login(reader)

    assert titles(client.get(reverse("admin:search"), {"q": "littorale"})) == [str(mine.commitments.get())]


def test_a_visitor_finds_no_search(client: Client, db: None) -> None:
    assert client.get(reverse("admin:search")).status_code == 302


def test_an_empty_search_says_what_may_be_asked(ask: Asked) -> None:
    assert "un code d’unité (UMR\u00a06506)" in ask("  ").text


def test_a_search_without_result_says_what_to_try(ask: Asked) -> None:
    assert "Essayez un seul mot" in ask("introuvable").text


def test_the_cost_does_not_grow_with_the_register(
    desk: Client, administrator: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.ThesisFactory(title="Marée montante")
    factories.LaboratoryFactory(name="Marée haute")
    desk.get(reverse("admin:search"), {"q": "marée"})
    with django_assert_num_queries(7):
        desk.get(reverse("admin:search"), {"q": "marée"})
    factories.ThesisFactory.create_batch(12, title="Marée descendante")
    factories.LaboratoryFactory.create_batch(3, name="Marée basse")

    with django_assert_num_queries(7):
        desk.get(reverse("admin:search"), {"q": "marée"})


def test_a_merged_record_says_where_it_went_and_leads_there(ask: Asked, administrator: User) -> None:
    kept = factories.LaboratoryFactory(acronym="GARDÉ", reference="garde-1")
    double = factories.LaboratoryFactory(name="Ancien laboratoire", reference="ancien-7")
    merge.join(kept, double, by=administrator, reason="Même unité.")

    hit = ask("ancien laboratoire").context["found"].groups[0].hits[0]

    assert (hit.url, hit.matches) == (address(kept, "change"), (("fusionné dans", "GARDÉ"),))
    assert ask("ancien-7").headers["Location"] == address(kept, "change")
