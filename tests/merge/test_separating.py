"""A merge is taken back exactly, until a row that it moved has changed: then it says which."""

from typing import Any

import pytest
from django.core import serializers
from django.db.models import Model

from programmes import merge
from programmes.models import (
    FormerSlug,
    Laboratory,
    LaboratorySupervision,
    Merge,
    Remark,
    StatusChange,
    ThemeLaboratory,
    User,
)
from programmes.workflow import Refused
from tests.factories import (
    IdentifierFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    ThemeFactory,
    ThesisFactory,
)
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db


def said(*records: Model) -> list[dict[str, Any]]:
    """Everything these rows say now, their versions left aside."""
    now = [type(record)._base_manager.get(pk=record.pk) for record in records]
    rows = serializers.serialize("python", now)
    return [{**row, "fields": {**row["fields"], "version": "any"}} for row in rows]


def test_everything_comes_back_as_it_was(agent: User) -> None:
    kept, double = LaboratoryFactory(published=True, city=""), LaboratoryFactory(published=True, city="Rouen")
    theme, thesis = ThemeFactory(), ThesisFactory(laboratory=double)
    links = [ThemeLaboratory.objects.create(laboratory=row, theme=theme) for row in (kept, double)]
    number = IdentifierFactory(organisation=None, laboratory=double)
    remark = Remark.objects.create(record=double, field="name", other_value="Autre nom")
    before = said(kept, double, thesis, number, remark, *links)

    done = merge.join(kept, double, by=agent, reason=WHY, taken={"city"})
    merge.separate(done, by=agent, reason="Deux unités, finalement.")

    assert said(kept, double, thesis, number, remark, *links) == before


def test_undoing_is_noted_with_its_author_and_reason(agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True)
    done = merge.join(kept, double, by=agent, reason=WHY)

    merge.separate(done, by=agent, reason="Deux unités, finalement.")

    done.refresh_from_db()
    assert (done.undone_by, done.undone_reason) == (agent, "Deux unités, finalement.")
    assert StatusChange.objects.about(double).latest("pk").label == "Défaire la fusion"


def test_a_row_changed_since_is_named_and_nothing_moves(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    changed, other = (ThesisFactory(laboratory=double, title=title) for title in ("Étude des marées", "Autre"))
    done = merge.join(kept, double, by=agent, reason=WHY)
    type(changed).objects.filter(pk=changed.pk).update(discipline="Océanographie")

    with pytest.raises(Refused, match=r"ont changé depuis thèse .*Étude des marées"):
        merge.separate(done, by=agent, reason="Erreur.")

    other.refresh_from_db()
    assert other.laboratory == kept


def test_a_row_deleted_since_is_named(agent: User) -> None:
    kept, number = OrganisationFactory(), IdentifierFactory()
    done = merge.join(kept, number.organisation, by=agent, reason=WHY)
    number.delete()

    assert "(supprimé)" in merge.standing_against(done)[0]


def test_a_value_taken_over_and_corrected_since_is_named(agent: User) -> None:
    kept, double = PersonFactory(given_name="C."), PersonFactory(given_name="Camille")
    done = merge.join(kept, double, by=agent, reason=WHY, taken={"given_name"})
    type(kept).objects.filter(pk=kept.pk).update(given_name="Camille-Marie")

    assert "(prénom)" in merge.standing_against(done)[0]


def test_other_values_of_the_kept_record_may_change(agent: User) -> None:
    kept, double = OrganisationFactory(), OrganisationFactory()
    done = merge.join(kept, double, by=agent, reason=WHY)
    type(kept).objects.filter(pk=kept.pk).update(city="Évreux")

    assert merge.standing_against(done) == []


def test_many_changed_rows_are_counted_after_the_first_ones(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    theses = ThesisFactory.create_batch(10, laboratory=double)
    done = merge.join(kept, double, by=agent, reason=WHY)
    type(theses[0]).objects.update(discipline="Chimie")

    assert "et 2 autres." in merge.standing_against(done)[0]


def test_two_merges_in_a_row_are_taken_back_the_latest_first(agent: User) -> None:
    first, second, third = LaboratoryFactory.create_batch(3)
    thesis = ThesisFactory(laboratory=first)
    earlier = merge.join(second, first, by=agent, reason=WHY)
    later = merge.join(third, second, by=agent, reason=WHY)

    assert "défaites d’abord cette fusion" in merge.standing_against(earlier)[0]
    merge.separate(later, by=agent, reason="Erreur.")
    merge.separate(earlier, by=agent, reason="Erreur.")

    thesis.refresh_from_db()
    assert thesis.laboratory == first
    assert Laboratory.objects.kept().count() == 3


def test_two_merges_that_moved_the_same_row_are_both_taken_back(agent: User) -> None:
    thesis = ThesisFactory(registering_body=OrganisationFactory(), candidate=PersonFactory())
    before = said(thesis)
    bodies = merge.join(OrganisationFactory(), thesis.registering_body, by=agent, reason=WHY)
    people = merge.join(PersonFactory(), thesis.candidate, by=agent, reason=WHY)

    merge.separate(people, by=agent, reason="Erreur.")
    merge.separate(bodies, by=agent, reason="Erreur.")

    assert said(thesis) == before


def test_a_merge_is_taken_back_once_and_with_a_reason(agent: User) -> None:
    done = merge.join(*OrganisationFactory.create_batch(2), by=agent, reason=WHY)

    with pytest.raises(Refused, match="motif"):
        merge.separate(done, by=agent, reason="")
    merge.separate(done, by=agent, reason="Erreur.")
    with pytest.raises(Refused, match="déjà défaite"):
        merge.separate(done, by=agent, reason="Erreur.")


def test_what_was_taken_back_may_be_merged_again(agent: User) -> None:
    kept, double = OrganisationFactory.create_batch(2)
    merge.separate(merge.join(kept, double, by=agent, reason=WHY), by=agent, reason="Erreur.")

    merge.join(kept, double, by=agent, reason=WHY)

    assert Merge.objects.in_force().of_absorbed(double).count() == 1


def test_former_addresses_follow_and_come_back(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory(published=True)
    Laboratory.objects.filter(pk=double.pk).update(slug="nouvelle-adresse")
    former = FormerSlug.objects.get()

    done = merge.join(double, kept, by=agent, reason=WHY)

    assert FormerSlug.objects.get().record == double
    merge.separate(done, by=agent, reason="Erreur.")
    assert FormerSlug.objects.get() == former


def test_a_moved_row_merged_since_is_named_with_where_it_went(agent: User) -> None:
    kept, double = LaboratoryFactory.create_batch(2)
    person, other = PersonFactory(family_name="Moreau", laboratory=double), PersonFactory(family_name="Durand")
    done = merge.join(kept, double, by=agent, reason=WHY)
    merge.join(other, person, by=agent, reason=WHY)

    (sentence,) = merge.standing_against(done)

    assert "Moreau" in sentence
    assert "fusionnée depuis dans «\u00a0" in sentence


def test_a_row_kept_once_that_names_a_record_merged_since_is_told(agent: User) -> None:
    kept, double, laboratory = OrganisationFactory(), OrganisationFactory(), LaboratoryFactory(acronym="LABO")
    LaboratorySupervision.objects.create(laboratory=laboratory, organisation=kept)
    LaboratorySupervision.objects.create(laboratory=laboratory, organisation=double)
    done = merge.join(kept, double, by=agent, reason=WHY)
    later = merge.join(LaboratoryFactory(acronym="NOUVEAU"), laboratory, by=agent, reason=WHY)

    with pytest.raises(Refused, match=r"qui cite .*LABO.* .fusionnée depuis dans .*NOUVEAU"):
        merge.separate(done, by=agent, reason="Erreur.")
    merge.separate(later, by=agent, reason="Erreur.")
    merge.separate(done, by=agent, reason="Erreur.")

    assert set(laboratory.supervisions.values_list("organisation", flat=True)) == {kept.pk, double.pk}
