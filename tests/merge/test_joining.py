"""Two records of one body become one: everything that pointed at either points at the one kept."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from doctorates.models import DoctoralSchool, Thesis
from programmes import merge
from programmes.enums import MergedKind
from programmes.identifiers import Scheme
from programmes.merge.links import PAST, tables
from programmes.models import (
    Assignment,
    Identifier,
    Laboratory,
    LaboratoryContact,
    LaboratorySupervision,
    Merge,
    Organisation,
    Person,
    Remark,
    StatusChange,
    ThemeLaboratory,
    User,
)
from programmes.models.base import Mergeable
from programmes.workflow import Refused
from projects.models import Participation
from tests.factories import (
    DoctoralSchoolFactory,
    IdentifierFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    ProjectFactory,
    ThemeFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UnitCodeFactory,
)
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db
KINDS = [Organisation, Laboratory, Person, DoctoralSchool]


def is_trail(model: type[models.Model]) -> bool:
    return any(field.name == "pgh_id" for field in model._meta.fields)


def links_of_the_schema(kind: type[models.Model]) -> set[tuple[str, str]]:
    """Every column of every app that may hold the number of such a record, asked of Django another way."""
    relations: list[Any] = list(kind._meta.get_fields(include_hidden=True))
    keys = {
        (link.related_model._meta.label, link.field.attname)
        for link in relations
        if link.auto_created and not link.concrete and not is_trail(link.related_model)
    }
    about = {
        (model._meta.label, field.fk_field)
        for model in apps.get_models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey) and model not in PAST
    }
    return keys | about


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_of_any_table_is_forgotten(kind: type[models.Model]) -> None:
    known = {(table.model._meta.label, name) for table in tables(kind) for name in table.columns}

    assert known == links_of_the_schema(kind)


def test_all_that_may_be_recorded_twice_can_be_merged() -> None:
    assert {model for model in apps.get_models() if issubclass(model, Mergeable)} == set(KINDS)


def test_the_theses_of_the_double_come_to_the_laboratory_kept(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    theses = ThesisFactory.create_batch(3, laboratory=double)

    merge.join(kept, double, by=agent, reason=WHY)

    double.refresh_from_db()
    assert set(kept.theses.all()) == set(theses)
    assert double.merged_into == kept


def test_a_body_named_twice_in_one_row_moves_in_both_columns(agent: User) -> None:
    kept, double = OrganisationFactory.create_batch(2)
    thesis = ThesisFactory(registering_body=double, awarding_body=double, employer=kept)

    merge.join(kept, double, by=agent, reason=WHY)

    thesis.refresh_from_db()
    assert (thesis.registering_body, thesis.awarding_body, thesis.employer) == (kept, kept, kept)


def test_a_link_that_both_have_is_kept_once_and_noted(agent: User) -> None:
    kept, double, theme = LaboratoryFactory(), LaboratoryFactory(), ThemeFactory()
    for laboratory in (kept, double):
        ThemeLaboratory.objects.create(laboratory=laboratory, theme=theme)

    done = merge.join(kept, double, by=agent, reason=WHY)

    assert [link.laboratory for link in theme.laboratory_links.all()] == [kept]
    assert [row.kind for row in done.rows.all()] == [MergedKind.ABSORBED]


def test_a_supervision_without_date_is_the_same_on_both_sides(agent: User) -> None:
    kept, double, body = LaboratoryFactory(), LaboratoryFactory(), OrganisationFactory()
    LaboratorySupervision.objects.create(laboratory=kept, organisation=body)
    LaboratorySupervision.objects.create(laboratory=double, organisation=body)

    merge.join(kept, double, by=agent, reason=WHY)

    assert kept.supervisions.count() == LaboratorySupervision.objects.count() == 1


def test_two_doubles_in_one_action_take_part_once(agent: User) -> None:
    project, kept, double = ProjectFactory(), OrganisationFactory(), OrganisationFactory()
    Participation.objects.create(project=project, organisation=kept, role="partner")
    Participation.objects.create(project=project, organisation=double, role="partner")
    Participation.objects.create(project=project, organisation=double, role="host")

    merge.join(kept, double, by=agent, reason=WHY)

    assert sorted(project.participations.values_list("organisation", "role")) == [
        (kept.pk, "host"),
        (kept.pk, "partner"),
    ]


def test_shares_of_one_thesis_that_differ_are_for_people_to_sort_out(agent: User) -> None:
    thesis, kept, double = ThesisFactory(), OrganisationFactory(), OrganisationFactory()
    ThesisFundingFactory(thesis=thesis, organisation=kept, share=50)
    ThesisFundingFactory(thesis=thesis, organisation=double, share=30)

    with pytest.raises(Refused, match="chiffres différents"):
        merge.join(kept, double, by=agent, reason=WHY)

    assert thesis.fundings.count() == 2


def test_two_unit_codes_at_a_time_are_refused_in_a_sentence_and_nothing_moves(agent: User) -> None:
    kept, double = UnitCodeFactory().laboratory, UnitCodeFactory().laboratory
    ThesisFactory(laboratory=double)

    with pytest.raises(Refused, match="ne peuvent pas se chevaucher"):
        merge.join(kept, double, by=agent, reason=WHY)

    assert double.theses.count() == double.unit_codes.count() == 1
    assert not Merge.objects.exists()


def test_numbers_of_the_double_stay_known_and_say_whence_they_come(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory(acronym="DOUBLE")
    IdentifierFactory(organisation=None, laboratory=double, scheme=Scheme.RNSR, value="200012167E")
    IdentifierFactory(organisation=None, laboratory=kept, scheme=Scheme.RNSR, value="200212207P")

    merge.join(kept, double, by=agent, reason=WHY)

    assert kept.rnsr == "200212207P"
    assert kept.identifiers.get(value="200012167E").note == "repris de « DOUBLE »"


def test_a_number_that_the_kept_record_lacks_comes_as_it_is(agent: User) -> None:
    kept, number = OrganisationFactory(), IdentifierFactory()

    merge.join(kept, number.organisation, by=agent, reason=WHY)

    assert Identifier.objects.get() == number
    assert kept.identifiers.get().note == ""


def test_what_is_said_about_the_double_is_said_about_the_kept_one(agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    Remark.objects.create(record=double, field="name", other_value="Autre nom")
    Assignment.objects.create(record=double, user=agent, role="contributor")
    Assignment.objects.create(record=kept, user=agent, role="contributor")

    merge.join(kept, double, by=agent, reason=WHY)

    assert Remark.objects.about(kept).get().other_value == "Autre nom"
    assert [found.record for found in Assignment.objects.all()] == [kept]


def test_the_journal_of_steps_stays_with_the_record_it_tells_of(agent: User) -> None:
    kept, double = LaboratoryFactory(published=True), LaboratoryFactory(published=True)

    merge.join(kept, double, by=agent, reason=WHY)

    steps = StatusChange.objects.about(double).order_by("pk").values_list("label", "reason")
    assert list(steps) == [("Publier au chargement", ""), ("Fusionner", WHY)]


def test_a_value_is_taken_over_when_somebody_says_so(agent: User) -> None:
    kept = PersonFactory(given_name="C.", source="")
    double = PersonFactory(given_name="Camille", source="Annuaire")

    merge.join(kept, double, by=agent, reason=WHY, taken={"given_name"})

    kept.refresh_from_db()
    assert (kept.given_name, kept.source) == ("Camille", "")


def test_an_empty_field_would_rather_take_what_the_other_knows() -> None:
    kept, double = OrganisationFactory(city="", acronym="KEP"), OrganisationFactory(city="Caen", acronym="DBL")

    offered = {choice.name: choice.prefers_other for choice in merge.choices(kept, double)}

    assert (offered["city"], offered["acronym"]) == (True, False)


def test_half_a_position_is_never_taken(agent: User) -> None:
    kept = LaboratoryFactory()
    double = LaboratoryFactory(latitude="49.1", longitude="-0.3")

    merge.join(kept, double, by=agent, reason=WHY, taken={"latitude"})

    kept.refresh_from_db()
    assert (float(kept.latitude), float(kept.longitude)) == (49.1, -0.3)


def test_doctoral_schools_merge_too(agent: User) -> None:
    thesis, kept = ThesisFactory(school=DoctoralSchoolFactory()), DoctoralSchoolFactory()

    merge.join(kept, thesis.school, by=agent, reason=WHY)

    assert Thesis.objects.get().school == kept


def test_each_row_keeps_the_author_and_the_reason_in_its_trail(agent: User) -> None:
    kept, contact = LaboratoryFactory(acronym="KEP"), LaboratoryFactory(acronym="DBL")
    row: Any = LaboratoryContact.objects.create(laboratory=contact, person=PersonFactory(), role="direction")

    merge.join(kept, contact, by=agent, reason=WHY)

    event = row.history.latest("pgh_id")
    assert event.pgh_context.metadata == {
        "user": agent.pk,
        "channel": "merge",
        "reason": f"Fusion de «\u00a0DBL\u00a0» dans «\u00a0KEP\u00a0»\u00a0: {WHY}",
    }


def test_a_second_merge_takes_along_what_the_first_brought(agent: User) -> None:
    first, second, third = LaboratoryFactory.create_batch(3)
    thesis = ThesisFactory(laboratory=first)

    merge.join(second, first, by=agent, reason=WHY)
    merge.join(third, second, by=agent, reason=WHY)

    first.refresh_from_db()
    thesis.refresh_from_db()
    assert (first.merged_into, thesis.laboratory) == (third, third)
