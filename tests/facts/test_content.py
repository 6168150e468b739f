"""What the files of facts hold: the protocol, its partners, the six actions; sources and languages."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db.models import F, Model, Sum

from doctorates.models import DoctoralSchool
from programmes.identifiers import Scheme
from programmes.models import (
    Commitment,
    Identifier,
    Indicator,
    IndicatorValue,
    Laboratory,
    Organisation,
    Protocol,
    Remark,
    Statement,
    Theme,
    ThemeLaboratory,
    UnitCode,
)
from programmes.models.base import Record, Sourced
from projects.models import Call, Contribution, Event, FundingScheme, KeyFigure, Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]

SOURCED = [model for model in apps.get_models() if issubclass(model, Sourced)]
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]
TRANSLATED = [
    (model, field.name)
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if field.name.endswith("_en") and not model.__name__.endswith("History")
]
OFFICIAL = [(Laboratory, "name_en")]  # the official name of a unit is not translated


def test_the_protocol_binds_the_region_and_the_cnrs_for_four_years() -> None:
    protocol = Protocol.objects.get()

    assert (protocol.reference, protocol.signed_on) == ("normandie-cnrs-2021", date(2021, 9, 21))
    assert (protocol.starts_on, protocol.term) == (date(2021, 9, 21), date(2025, 9, 20))
    assert [str(party) for party in protocol.parties.all()] == ["Région Normandie", "CNRS"]
    assert not protocol.successors.exists()


def test_nine_commitments_in_the_order_of_the_text() -> None:
    numbers = list(Commitment.objects.order_by("number").values_list("number", flat=True))

    assert numbers == list(range(1, 10))
    assert Commitment.objects.get(number=9).wording == "poursuivre et amplifier les partenariats internationaux"


def test_eight_themes_each_with_its_colour_and_a_doubt_on_the_last() -> None:
    assert Theme.objects.count() == 8
    assert not Theme.objects.exclude(number=F("colour")).exists()
    assert Remark.objects.about(Theme.objects.get(number=8)).count() == 1


def test_laboratories_of_themes_are_proposals() -> None:
    assert ThemeLaboratory.objects.filter(is_confirmed=False).count() == ThemeLaboratory.objects.count() == 23


def test_six_flagship_actions_in_the_order_of_the_press_release() -> None:
    flagship = Project.objects.filter(is_flagship=True).order_by("rank")

    assert [project.reference for project in flagship] == [
        "chaire-normandie-pour-la-paix",
        "datalab-normandie",
        "ft-icr-18t",
        "api",
        "winningnormandy",
        "theses-cofinancees",
    ]
    assert [project.rank for project in flagship] == [1, 2, 3, 4, 5, 6]


def test_every_action_serves_a_commitment_of_the_protocol() -> None:
    assert set(Project.objects.of_protocol(Protocol.objects.get())) == set(Project.objects.all())


def test_what_the_signatories_said_is_kept_to_the_letter() -> None:
    said = Statement.objects.get(person__family_name="Morin").text

    assert "favoriser [le] développement de la recherche" in said


def test_laboratories_of_the_region_and_those_seated_elsewhere() -> None:
    at_home = Laboratory.objects.filter(is_elsewhere=False)

    assert at_home.filter(unit_codes__isnull=False).distinct().count() == 28
    assert Laboratory.objects.filter(is_elsewhere=True).count() == 5
    assert at_home.get(reference="institut-carmen").rnsr == ""


def test_a_unit_changes_its_code_and_keeps_its_number() -> None:
    cyceron = Laboratory.objects.get(reference="cyceron")

    codes = UnitCode.objects.filter(laboratory=cyceron).order_by(F("since").asc(nulls_first=True))

    assert [(str(code), code.since, code.until) for code in codes] == [
        ("UMS 3408", None, date(2020, 12, 31)),
        ("UAR 3408", date(2021, 1, 1), None),
    ]
    assert cyceron.rnsr == "201220890J"


def test_ganil_has_two_numbers_each_with_a_note() -> None:
    numbers = Identifier.objects.filter(laboratory__reference="ganil", scheme=Scheme.RNSR)

    assert set(numbers.values_list("value", "note")) == {
        ("201022197N", "unité du CNRS"),
        ("198318600W", "structure commune"),
    }


def test_bodies_schools_and_schemes() -> None:
    assert DoctoralSchool.objects.count() == 8
    assert DoctoralSchool.objects.get(number=558).former_acronym == "HMPL"
    assert Organisation.objects.filter(kind="institute").count() == 10
    assert FundingScheme.objects.filter(reference__startswith="rin-", until=date(2022, 12, 31)).count() == 6
    assert str(FundingScheme.objects.get(reference="rin").successor) == "Normandie Recherche"


def test_only_usage_names_with_a_source_are_written() -> None:
    named = Organisation.objects.filter(kind="institute").exclude(usage_name="")

    assert set(named.values_list("acronym", flat=True)) == {"INP", "IN2P3"}


def test_the_spectrometer_costs_its_purchase_and_its_works_apart() -> None:
    planned = Contribution.objects.filter(project__reference="ft-icr-18t")

    assert planned.filter(purpose="achat").aggregate(Sum("amount")) == {"amount__sum": Decimal(7_500_000)}
    assert planned.get(purpose="travaux du bâtiment").amount == Decimal(200_000)
    assert Event.objects.get().starts_on == date(2025, 1, 31)


def test_two_funders_share_an_amount_whose_split_is_not_known() -> None:
    planned = Contribution.objects.get(project__reference="api")

    assert planned.amount == Decimal(690_000)
    assert set(planned.funder_links.values_list("organisation__reference", flat=True)) == {"etat", "region-normandie"}


def test_the_two_calls_for_post_doctoral_researchers() -> None:
    assert list(Call.objects.order_by("year").values_list("year", "places", "awarded")) == [
        (2021, 20, 18),
        (2022, 20, 22),
    ]


def test_the_two_editions_of_the_chair_belong_to_it() -> None:
    chair = Project.objects.get(reference="chaire-normandie-pour-la-paix")

    assert set(chair.parts.values_list("state", flat=True)) == {"completed", "running"}


def test_more_than_twenty_theses_are_sayable() -> None:
    figure = KeyFigure.objects.get(project__reference="theses-cofinancees")

    assert (figure.value, figure.precision, figure.as_of) == (Decimal(20), "more_than", date(2021, 9, 21))


def test_every_commitment_has_an_indicator_and_the_fifth_has_two() -> None:
    numbers = list(Indicator.objects.order_by("commitment__number").values_list("commitment__number", flat=True))

    assert numbers == [1, 2, 3, 4, 5, 5, 6, 7, 8, 9]
    assert not Indicator.objects.filter(baseline__isnull=False).exists()
    assert not IndicatorValue.objects.filter(target__isnull=False).exists()


def test_every_fact_has_its_source() -> None:
    assert [model for model in SOURCED if model._base_manager.filter(source="").exists()] == []


def test_every_record_of_facts_is_published() -> None:
    assert [model for model in RECORDS if model._base_manager.exclude(status="published").exists()] == []


def test_every_french_text_has_its_english() -> None:
    assert [pair for pair in TRANSLATED if pair not in OFFICIAL and lacks_english(*pair)] == []


def lacks_english(model: type[Model], english: str) -> bool:
    """Whether a row has the French text and not the English one."""
    french = english.removesuffix("_en")
    return model._base_manager.filter(**{english: ""}).exclude(**{french: ""}).exists()


def test_a_doubt_names_what_it_is_about() -> None:
    doubt = Remark.objects.about(Laboratory.objects.get(reference="ganil")).get()

    assert doubt.field_label == "identifiants"
