"""A person's data erased from records and history, while what was printed stands."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse
from pghistory.models import Context

from programmes import erasure, merge
from programmes.models import Edition, LaboratoryContact, Mail, Person, Remark, ResponseLink, User
from tests.admin.conftest import address
from tests.factories import CampaignFactory, EditionFactory, LaboratoryFactory, PersonFactory, UserFactory

NAME, EMAIL, ORCID = "Zéphirine", "zephirine@example.org", "0000-0002-1825-0097"


@pytest.fixture
def person(db: None) -> Person:
    """Somebody with a name, a number, an address, a link and a mail."""
    person: Person = PersonFactory(family_name="Quidam", given_name=NAME, reference="zephirine-quidam")
    person.identifiers.create(scheme="orcid", value=ORCID)
    person.contact_roles.create(laboratory=LaboratoryFactory(), role="Direction", email=EMAIL)
    ResponseLink.objects.create(campaign=CampaignFactory(), person=person, email=EMAIL)
    Remark.objects.create(record=person, field="given_name", other_value=NAME)
    Mail.objects.create(kind="response", template="x", to=EMAIL)
    Person.objects.filter(pk=person.pk).update(informed_on="2024-01-01")
    return person


def erase_page(person: Person) -> str:
    return reverse("admin:programmes_person_erase", args=(person.pk,))


def tables_that_know(*words: str) -> list[str]:
    """The tables of the base in which one of these words stands anywhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        asked = " OR ".join("row_to_json(t)::text ILIKE %s" for _word in words)
        texts = [f"SELECT '{name}' FROM {name} t WHERE {asked}" for name in names]  # noqa: S608 - names of the base
        cursor.execute(" UNION ".join(texts), [f"%{word}%" for word in words] * len(names))
        return sorted(name for (name,) in cursor.fetchall())


def test_nothing_of_a_person_is_left_but_what_was_printed(desk: Client, person: Person) -> None:
    edition = EditionFactory(content={"fr": {"auteur": NAME}})

    desk.post(erase_page(person), {"reason": "Demande de la personne", "is_meant": "on"})

    assert tables_that_know(NAME, "Quidam", EMAIL, ORCID) == ["programmes_edition"]
    assert Edition.objects.get().content == edition.content
    assert str(Person.objects.get(pk=person.pk)) == "Personne effacée"


def test_the_trail_says_who_and_why_without_the_data(desk: Client, administrator: User, person: Person) -> None:
    desk.post(erase_page(person), {"reason": "Demande de la personne", "is_meant": "on"})

    context: Any = Context.objects.filter(metadata__reason__icontains="effacées").get()
    assert context.metadata["user"] == administrator.pk
    assert "Demande de la personne" in context.metadata["reason"]
    history = desk.get(address(person, "history")).text
    assert "données personnelles effacées" in history
    assert NAME not in history


def test_links_and_addresses_die_and_the_roles_stay(desk: Client, person: Person) -> None:
    desk.post(erase_page(person), {"reason": "Demande", "is_meant": "on"})

    assert ResponseLink.objects.get().revoked_at is not None
    assert LaboratoryContact.objects.get().email == ""


def test_a_record_merged_with_it_is_erased_too(desk: Client, administrator: User, person: Person) -> None:
    twin = PersonFactory(family_name="Quidam", given_name=NAME, source="Annuaire de Zéphirine")
    merge.join(person, twin, by=administrator, reason="La même personne")
    twin.refresh_from_db()

    erasure.erase(twin, by=administrator, reason="Demande")

    assert tables_that_know(NAME, "Quidam") == []
    assert Person.objects.filter(family_name=erasure.ERASED).count() == 2


def test_it_is_asked_whether_one_means_it(desk: Client, person: Person) -> None:
    page = desk.post(erase_page(person), {"reason": "Demande"})

    assert "Ce qui reste" in page.text
    assert Person.objects.get(pk=person.pk).given_name == NAME


def test_an_erased_person_is_not_offered_again(desk: Client, administrator: User, person: Person) -> None:
    assert erase_page(person) in desk.get(address(person, "change")).text
    erasure.erase(person, by=administrator, reason="Demande")

    assert erase_page(person) not in desk.get(address(person, "change")).text


@pytest.mark.parametrize("role", ["reader", "contributor", "approver"])
def test_only_administrators_erase(client: Client, person: Person, role: str) -> None:
    user = UserFactory(**{role: True})
    client.force_login(user)

    answer = client.post(erase_page(person), {"reason": "Demande", "is_meant": "on"})

    assert answer.status_code == 403
    with pytest.raises(PermissionDenied):
        erasure.erase(person, by=user, reason="Demande")


def test_nobody_is_erased_under_no_number(desk: Client, db: None) -> None:
    assert desk.get(reverse("admin:programmes_person_erase", args=(0,))).status_code == 404
