"""Likely duplicates: shown to who adds a record, and on a page for who tidies up."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from programmes import merge
from programmes.identifiers import Scheme
from programmes.merge.pairs import likely_pairs
from programmes.models import DistinctPair, Laboratory, Organisation, Person, User
from tests.admin.conftest import Typed, address
from tests.factories import (
    IdentifierFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    UnitCodeFactory,
    UserFactory,
)
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db


def pairs(model: Any) -> list[tuple[set[str], tuple[str, ...]]]:
    """The likely duplicates of a table, by name, with the reasons."""
    found, _total = likely_pairs(model)
    names = {row.pk: str(row) for row in model.objects.all()}
    return [({names[pair.one], names[pair.other]}, pair.reasons) for pair in found]


def test_names_that_differ_by_an_accent_or_a_word_are_a_pair() -> None:
    OrganisationFactory(name="Université de Caen Normandie")
    OrganisationFactory(name="Universite de Caen-Normandie")
    OrganisationFactory(name="École des ponts")

    assert pairs(Organisation) == [
        ({"Université de Caen Normandie", "Universite de Caen-Normandie"}, ("noms proches",))
    ]


def test_names_that_differ_by_a_number_are_not() -> None:
    OrganisationFactory(name="Université Paris 1")
    OrganisationFactory(name="Université Paris 8")

    assert pairs(Organisation) == []


def test_an_acronym_that_is_the_usage_name_of_another_is_a_pair() -> None:
    OrganisationFactory(name="Institut des mers", acronym="IDM")
    OrganisationFactory(name="Station maritime", usage_name="Idm")

    assert pairs(Organisation)[0][1] == ("même nom ou sigle",)


def test_like_names_in_two_cities_are_two_laboratories() -> None:
    LaboratoryFactory(name="Laboratoire de chimie des interfaces", acronym="A", city="Caen")
    LaboratoryFactory(name="Laboratoire de chimie interfaciale", acronym="B", city="Rouen")
    LaboratoryFactory(name="Laboratoire de chimie des interfaces molles", acronym="C", city="Caen")

    assert [names for names, _why in pairs(Laboratory)] == [{"A", "C"}]


def test_the_number_of_a_unit_whose_type_changed_is_a_sign() -> None:
    UnitCodeFactory(type="UMS", number="3408", laboratory=LaboratoryFactory(acronym="OLD", name="Unité de soutien"))
    UnitCodeFactory(
        type="UAR", number="3408", laboratory=LaboratoryFactory(acronym="NEW", name="Plateforme d’imagerie")
    )

    assert pairs(Laboratory) == [({"OLD", "NEW"}, ("même numéro d’unité",))]


def test_one_number_under_two_registers_is_a_sign() -> None:
    one, other = OrganisationFactory(name="Alpha"), OrganisationFactory(name="Zêta")
    IdentifierFactory(organisation=one, scheme=Scheme.ISNI, value="0000000121032683")
    IdentifierFactory(organisation=other, scheme=Scheme.ORCID, value="0000000121032683")

    assert pairs(Organisation)[0][1] == ("même identifiant",)


@pytest.mark.parametrize(
    ("family", "given", "why"),
    [
        ("Martin", "C.", "même nom, initiale du prénom"),
        ("Camille", "Martin", "nom et prénom échangés"),
        ("Martín", "Camile", "noms proches"),
    ],
)
def test_one_person_typed_in_two_ways_is_a_pair(family: str, given: str, why: str) -> None:
    PersonFactory(family_name="Martin", given_name="Camille")
    PersonFactory(family_name=family, given_name=given)
    PersonFactory(family_name="Martin", given_name="Dominique")

    assert [reasons for _names, reasons in pairs(Person)] == [(why,)]


def test_a_merged_record_looks_like_nobody(agent: User) -> None:
    kept, double = OrganisationFactory(name="Université d’ici"), OrganisationFactory(name="Universite d’ici")

    merge.join(kept, double, by=agent, reason=WHY)

    assert pairs(Organisation) == []


def page(**query: Any) -> str:
    return reverse("admin:duplicates", query=query)


def test_a_pair_told_apart_is_not_shown_again(desk: Client) -> None:
    one, other = OrganisationFactory(name="Université d’ici"), OrganisationFactory(name="Universite d’ici")
    before = desk.get(page(nature="organisation"))

    desk.post(page(), {"nature": "organisation", "one": one.pk, "other": other.pk})
    desk.post(page(), {"nature": "organisation", "one": other.pk, "other": one.pk})

    assert len(before.context["lines"]) == 1
    assert desk.get(page(nature="organisation")).context["lines"] == []
    assert [(pair.first, pair.second) for pair in DistinctPair.objects.all()] == [(one, other)]


def test_the_page_leads_to_the_comparison(desk: Client) -> None:
    for spelling in ("Université d’ici", "Universite d’ici"):
        OrganisationFactory(name=spelling)

    line = desk.get(page(nature="organisation")).context["lines"][0]

    assert "Fiche gardée" in desk.get(line["merge"]).text


@pytest.mark.parametrize("number", [2, 40])
def test_the_page_costs_the_same_for_few_and_many(
    number: int, desk: Client, django_assert_max_num_queries: Any
) -> None:
    PersonFactory.create_batch(number, family_name="Martin", given_name="Camille")
    desk.get(page(nature="person"))

    with django_assert_max_num_queries(11):
        answer = desk.get(page(nature="person", page=1))

    assert answer.context["page"].paginator.count == number * (number - 1) // 2


def test_readers_see_the_page_and_tell_nothing_apart(client: Client) -> None:
    client.force_login(UserFactory(reader=True))
    one, other = OrganisationFactory(name="Université d’ici"), OrganisationFactory(name="Universite d’ici")

    shown = client.get(page(nature="organisation"))
    refused = client.post(page(), {"nature": "organisation", "one": one.pk, "other": other.pk})

    assert "Ce ne sont pas des doublons" not in shown.text
    assert (shown.status_code, refused.status_code) == (200, 403)


def test_somebody_without_a_role_sees_nothing(client: Client) -> None:
    client.force_login(UserFactory())

    assert client.get(page()).status_code == 403


def test_addresses_made_up_lead_nowhere(desk: Client) -> None:
    assert desk.get(page(nature="theme")).status_code == 404
    assert desk.post(page(), {"nature": "person", "one": "1", "other": "x"}).status_code == 404
    assert desk.get(page(nature="person", page="99999999")).status_code == 200


def shown(desk: Client, model: Any, **typed: str) -> str:
    return desk.get(address(model, "alike"), typed).text


def test_somebody_who_types_a_known_name_is_shown_the_record(desk: Client) -> None:
    OrganisationFactory(name="Université de Caen Normandie", acronym="UNICAEN")

    assert "UNICAEN" in shown(desk, Organisation, name="universite de caen")
    assert "UNICAEN" in shown(desk, Organisation, name="Autre", acronym="unicaen")
    assert "UNICAEN" not in shown(desk, Organisation, name="Musée maritime")


def test_an_identifier_shows_who_bears_it(desk: Client) -> None:
    number = IdentifierFactory()

    assert str(number.organisation) in shown(desk, Organisation, **{"identifiers-0-value": number.value})


def test_the_name_of_a_merged_record_shows_the_one_kept(desk: Client, agent: User) -> None:
    kept, double = OrganisationFactory(name="Région"), OrganisationFactory(name="Conseil régional")
    merge.join(kept, double, by=agent, reason=WHY)

    answer = shown(desk, Organisation, name="conseil regional")

    assert "Région" in answer
    assert "Conseil régional" not in answer


def test_who_may_not_add_is_not_told_either(client: Client) -> None:
    client.force_login(UserFactory(reader=True))

    assert client.get(address(Organisation, "alike"), {"name": "Université"}).status_code == 403


def test_saving_a_record_that_looks_like_another_asks_first(desk: Client, typed: Typed) -> None:
    PersonFactory(family_name="Martin", given_name="Camille")
    where = address(Person, "add")
    sent = typed(where, family_name="Martin", given_name="Camille", reference="martin-camille")

    asked = desk.post(where, sent)
    saved = desk.post(where, sent | {"is_another": "on"})

    assert "C’est une autre fiche" in asked.text
    assert "Camille Martin" in asked.text
    assert saved.status_code == 302
    assert Person.objects.filter(family_name="Martin").count() == 2
