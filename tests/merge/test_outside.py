"""What outsiders see of a merge: one record, and old addresses that lead to it for ever."""

import pytest
from django.test import Client
from django.utils import translation

from programmes import merge
from programmes.models import Laboratory, User
from tests.factories import LaboratoryFactory, ThesisFactory
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db


def pages(slug: str) -> list[str]:
    return [f"/fr/laboratoires/{slug}/", f"/en/laboratories/{slug}/"]


def test_the_address_of_the_double_leads_to_the_laboratory_kept(client: Client, agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True)

    merge.join(kept, double, by=agent, reason=WHY)

    answers = [client.get(page) for page in pages(double.slug)]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [
        (301, page) for page in pages(kept.slug)
    ]


def test_two_merges_in_a_row_lead_to_the_last_one_kept(client: Client, agent: User) -> None:
    first, second, third = (LaboratoryFactory(published=True) for _rank in "abc")
    Laboratory.objects.filter(pk=first.pk).update(slug="nouvelle-adresse")

    merge.join(second, first, by=agent, reason=WHY)
    merge.join(third, second, by=agent, reason=WHY)

    former = [client.get(pages(slug)[0]) for slug in (first.slug, "nouvelle-adresse", second.slug)]
    assert [answer.headers["Location"] for answer in former] == [pages(third.slug)[0]] * 3


def test_a_merge_undone_gives_its_address_back(client: Client, agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True)

    merge.separate(merge.join(kept, double, by=agent, reason=WHY), by=agent, reason="Erreur.")

    assert client.get(pages(double.slug)[0]).status_code == 200


def test_a_double_of_a_draft_leads_nowhere(client: Client, agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()

    merge.join(kept, double, by=agent, reason=WHY)

    assert client.get(pages(double.slug)[0]).status_code == 404


def test_the_list_of_laboratories_names_the_body_once(client: Client, agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True, acronym="DOUBLON")

    merge.join(kept, double, by=agent, reason=WHY)

    with translation.override("fr"):
        listed = client.get("/fr/laboratoires/")
    assert kept.acronym in listed.text
    assert "DOUBLON" not in listed.text


def test_a_list_narrowed_by_the_double_is_that_of_the_laboratory_kept(client: Client, agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True)
    thesis = ThesisFactory(laboratory=double, published=True)
    ThesisFactory(published=True)

    merge.join(kept, double, by=agent, reason=WHY)

    answer = client.get("/fr/theses/", {"laboratory": double.slug})
    assert [line.slug for line in answer.context["object_list"]] == [thesis.slug]
    assert f'value="{kept.slug}" checked' in answer.text
