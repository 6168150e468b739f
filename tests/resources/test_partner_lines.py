"""Lines about partners: their numbers, the bodies above them, the names by which they are found."""

import pytest

from programmes.models import Identifier, Laboratory
from programmes.resources import Verdict
from tests.factories import (
    LaboratoryFactory,
    OrganisationFactory,
    PersonFactory,
    ThesisFactory,
    UnitCodeFactory,
)

from .judging import judged, written

pytestmark = pytest.mark.django_db
RNSR = "200711884S"


def test_a_laboratory_comes_with_its_numbers_and_the_bodies_above_it() -> None:
    OrganisationFactory(acronym="CNRS")
    OrganisationFactory(reference="univ")
    row = {"Référence": "labo", "Sigle": "LAB", "Nom": "Laboratoire", "RNSR": RNSR.lower(), "Code d’unité": "umr6014",
           "Tutelles": "CNRS ; univ", "Latitude": "49,18", "Longitude": -0.37}  # fmt: skip

    first, again = written("laboratoires", row), written("laboratoires", row)

    laboratory = Laboratory.objects.get()
    assert first[0].verdict is Verdict.NEW
    assert again[0].verdict is Verdict.SAME
    assert (laboratory.rnsr, str(laboratory.unit_code), laboratory.supervisions.count()) == (RNSR, "UMR 6014", 2)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"RNSR": "200711884V"}, "devrait être S"),
        ({"Code d’unité": "XYZ 12"}, "XYZ"),
        ({"Code d’unité": "UAR 3408"}, "«\u00a0UMS 3408\u00a0» est inscrit"),
        ({"Code d’unité": "UMS 3408; UAR 3408"}, "datez le changement"),
        ({"Tutelles": "Inconnue"}, "est inconnu"),
    ],
)
def test_numbers_that_cannot_be_are_refused(cells: dict[str, object], words: str) -> None:
    UnitCodeFactory(laboratory=LaboratoryFactory(reference="labo"), type="UMS", number="3408")

    lines = judged("laboratoires", {"Référence": "labo"} | cells)

    assert words in lines[0].details[0][1]


def test_a_number_is_borne_by_one_body_only() -> None:
    rows = [{"Référence": f"o-{n}", "Nature": "école", "Nom": "École", "SIRET": 18008901303720} for n in (1, 2)]

    lines = judged("organismes", *rows)

    assert lines[0].verdict is Verdict.NEW
    assert lines[1].details == [("SIRET", "«\u00a018008901303720\u00a0» est déjà porté par une autre fiche")]


def test_a_body_is_found_by_any_of_its_names() -> None:
    body = OrganisationFactory(name="Université de Caen", acronym="UCN", usage_name="Unicaen")
    Identifier.objects.create(organisation=body, scheme="uai", value="0141408E")
    names = ["universite de CAEN", "ucn", "Unicaen", "0141408E", body.reference]

    lines = written(
        "personnes",
        *(
            {"Référence": f"p-{n}", "Nom": "Nom", "Prénom": "Camille", "Organisme": name}
            for n, name in enumerate(names)
        ),
    )

    assert {line.verdict for line in lines} == {Verdict.NEW}
    assert body.people.count() == 5


def test_a_name_that_two_people_bear_is_refused() -> None:
    PersonFactory(family_name="Double", given_name="Camille")
    PersonFactory(family_name="Double", given_name="Camille")
    ThesisFactory(reference="t-1")

    lines = judged("theses", {"Référence": "t-1", "Doctorant ou doctorante": "Camille DOUBLE"})

    assert "plusieurs fiches" in lines[0].details[0][1]
