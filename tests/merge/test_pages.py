"""Staff merge two records in the administration: they choose, compare, confirm, and may take it back."""

import pytest
from django.test import Client
from django.urls import reverse

from programmes.models import Laboratory, Merge, User
from programmes.models.base import Mergeable
from tests.admin.conftest import Typed, address
from tests.factories import (
    DoctoralSchoolFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    ThesisFactory,
    UserFactory,
)
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db


def page(kept: Mergeable) -> str:
    return address(kept, "merge")


def sent(kept: Laboratory, other: Laboratory, **more: str) -> dict[str, str]:
    """What the page of comparison sends."""
    versions = {"seen_kept": str(kept.version), "seen_other": str(other.version)}
    return {"avec": str(other.pk), "reason": WHY, **versions, **more}


@pytest.mark.parametrize(
    "factory", [OrganisationFactory, LaboratoryFactory, PersonFactory, DoctoralSchoolFactory], ids=str
)
def test_two_records_of_each_kind_are_merged_from_their_page(factory: type, desk: Client) -> None:
    kept, double = factory(), factory()

    answer = desk.post(page(kept), sent(kept, double), follow=True)

    double.refresh_from_db()
    assert double.merged_into == kept
    assert "est fusionnée dans" in answer.text


def test_the_record_shows_the_way_to_its_merge(desk: Client) -> None:
    laboratory = LaboratoryFactory()

    assert page(laboratory) in desk.get(address(laboratory, "change")).text


def test_records_that_look_alike_are_proposed_first(desk: Client) -> None:
    kept = LaboratoryFactory(name="Laboratoire de chimie des interfaces", acronym="LCI")
    LaboratoryFactory(name="Laboratoire de chimie des interfaces (site)", acronym="LCIS")
    LaboratoryFactory(name="Centre d’histoire maritime", acronym="CHM")

    answer = desk.get(page(kept))

    assert [line["record"].acronym for line in answer.context["lines"]] == ["LCIS"]


def test_the_other_record_is_searched_by_name(desk: Client) -> None:
    kept = LaboratoryFactory()
    LaboratoryFactory(name="Centre d’histoire maritime", acronym="CHM")

    answer = desk.get(page(kept), {"q": "histoire"})

    assert [line["record"].acronym for line in answer.context["lines"]] == ["CHM"]


def test_the_published_record_is_the_one_proposed_to_stay(desk: Client) -> None:
    draft, shown = LaboratoryFactory(), LaboratoryFactory(published=True)

    answer = desk.get(page(draft), {"avec": shown.pk, "proposer": ""})

    assert answer.context["kept"] == shown


def test_else_the_record_with_more_links_is(desk: Client) -> None:
    first, linked = LaboratoryFactory(), ThesisFactory().laboratory

    answer = desk.get(page(first), {"avec": linked.pk, "proposer": ""})

    assert answer.context["kept"] == linked


def test_the_two_records_may_be_swapped(desk: Client) -> None:
    first, second = LaboratoryFactory(), LaboratoryFactory()

    answer = desk.get(page(second), {"avec": first.pk})

    assert answer.context["kept"] == second
    assert f"{page(first)}?avec={second.pk}" in answer.context["swap"]


def test_both_values_are_on_the_page_with_what_would_move(desk: Client) -> None:
    kept, double = LaboratoryFactory(city="Caen"), ThesisFactory(laboratory__city="Rouen").laboratory

    answer = desk.get(page(kept), {"avec": double.pk})

    assert 'name="take-city" value="other"' in answer.text
    assert [(part.label, part.moved) for part in answer.context["plan"].parts] == [("thèses", 1)]


def test_the_value_chosen_is_kept(desk: Client) -> None:
    kept, double = LaboratoryFactory(city="Caen"), LaboratoryFactory(city="Rouen")

    desk.post(page(kept), sent(kept, double, **{"take-city": "other"}))

    kept.refresh_from_db()
    assert kept.city == "Rouen"


def test_without_a_reason_nothing_happens_and_choices_stay(desk: Client) -> None:
    kept, double = LaboratoryFactory(city="Caen"), LaboratoryFactory(city="Rouen")

    answer = desk.post(page(kept), sent(kept, double, reason="", **{"take-city": "other"}))

    assert "Donnez le motif" in answer.text
    assert 'name="take-city" value="other" checked' in answer.text
    assert not Merge.objects.exists()


def test_a_record_that_changed_meanwhile_is_read_again_first(desk: Client) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    before = sent(kept, double)
    Laboratory.objects.filter(pk=double.pk).update(city="Évreux")

    answer = desk.post(page(kept), before)

    assert "a changé pendant votre lecture" in answer.text
    assert not Merge.objects.exists()


def test_a_merged_record_is_read_and_says_where_it_went(desk: Client) -> None:
    kept, double = LaboratoryFactory(acronym="KEP"), LaboratoryFactory()
    desk.post(page(kept), sent(kept, double))

    answer = desk.get(address(double, "change"))

    assert "Fusionnée dans" in answer.text
    assert address(kept, "change") in answer.text
    assert desk.post(address(double, "change"), {}).status_code == 403
    assert desk.post(address(double, "delete"), {"post": "yes"}).status_code == 403


def test_a_merged_record_is_asked_for_in_the_list(desk: Client) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    desk.post(page(kept), sent(kept, double))
    where = address(Laboratory, "changelist")

    shown = [list(desk.get(where, query).context["cl"].queryset) for query in ({}, {"fusion": "oui"})]

    assert shown == [[kept], [double]]
    assert len(desk.get(where, {"fusion": "toutes"}).context["cl"].queryset) == 2


def test_the_name_of_a_merged_record_finds_the_one_kept(desk: Client) -> None:
    kept, double = LaboratoryFactory(acronym="KEP"), LaboratoryFactory(acronym="DOUBLON")
    desk.post(page(kept), sent(kept, double))

    found = desk.get(address(Laboratory, "changelist"), {"q": "doublon"}).context["cl"].queryset

    assert list(found) == [kept]


def test_nobody_chooses_a_merged_record(desk: Client, typed: Typed) -> None:
    kept, double, thesis = LaboratoryFactory(), LaboratoryFactory(), ThesisFactory()
    desk.post(page(kept), sent(kept, double))
    asked = {"app_label": "doctorates", "model_name": "thesis", "field_name": "laboratory", "term": "LAB"}

    offered = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    answer = desk.post(address(thesis, "change"), typed(address(thesis, "change"), laboratory=double.pk))

    assert str(double.pk) not in [line["id"] for line in offered]
    assert "laboratory" in answer.context["adminform"].form.errors


def test_a_merge_tells_what_it_did_and_is_undone_from_its_page(desk: Client) -> None:
    kept, thesis = LaboratoryFactory(), ThesisFactory(title="Étude des marées")
    desk.post(page(kept), sent(kept, thesis.laboratory))
    done = Merge.objects.get()

    told = desk.get(address(done, "change"))
    desk.post(address(done, "undo"), {"reason": "Erreur."})

    thesis.refresh_from_db()
    assert "Étude des marées" in told.text
    assert thesis.laboratory != kept
    assert "<strong>Défaite</strong>" in desk.get(address(done, "change")).text


def test_a_merge_that_cannot_be_undone_says_why(desk: Client) -> None:
    kept, thesis = LaboratoryFactory(), ThesisFactory(title="Étude des marées")
    desk.post(page(kept), sent(kept, thesis.laboratory))
    done = Merge.objects.get()
    type(thesis).objects.update(discipline="Chimie")

    answer = desk.post(address(done, "undo"), {"reason": "Erreur."}, follow=True)

    assert answer.text.count("ont changé depuis") == 2  # the message, and the page where the button was


def test_opening_the_address_of_an_undoing_undoes_nothing(desk: Client) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    desk.post(page(kept), sent(kept, double))

    desk.get(address(Merge.objects.get(), "undo"))

    assert Merge.objects.in_force().exists()


@pytest.fixture
def reader(client: Client) -> User:
    """Somebody who reads and writes nothing."""
    user: User = UserFactory(reader=True)
    client.force_login(user)
    return user


def test_readers_neither_see_the_page_nor_forge_a_merge(client: Client, reader: User) -> None:
    kept, double = OrganisationFactory.create_batch(2)

    answers = [client.get(page(kept)), client.get(page(kept), {"avec": double.pk})]
    answers.append(client.post(page(kept), {"avec": double.pk, "reason": WHY}))

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert not Merge.objects.exists()


def test_readers_do_not_undo(client: Client, desk: Client, administrator: User) -> None:
    kept, double = OrganisationFactory.create_batch(2)
    desk.post(page(kept), sent(kept, double))
    client.force_login(UserFactory(reader=True))

    answer = client.post(address(Merge.objects.get(), "undo"), {"reason": "Erreur."})

    assert answer.status_code in (403, 404)
    assert Merge.objects.in_force().exists()


def test_addresses_that_lead_nowhere_say_so(desk: Client) -> None:
    kept = LaboratoryFactory()
    gone = Laboratory(pk=0)

    assert desk.get(page(gone)).status_code == 404
    assert desk.get(page(kept), {"avec": "²"}).status_code == 200
    assert desk.get(address(Merge(pk=0), "change")).status_code == 302


def test_the_page_costs_the_same_whatever_hangs_on_the_records(desk: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    ThesisFactory.create_batch(12, laboratory=double)

    with django_assert_max_num_queries(60):
        desk.get(page(kept), {"avec": double.pk})
