"""Files made before a merge go on working: what named the double names the record kept, and the preview says so."""

import pytest

from programmes import merge
from programmes.models import Laboratory, Organisation, Person, User
from programmes.resources import Verdict
from tests.factories import IdentifierFactory, LaboratoryFactory, OrganisationFactory, PersonFactory
from tests.merge.conftest import WHY
from tests.resources.judging import judged, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(agent: User) -> Laboratory:
    """A laboratory that absorbed its double, known as DBL."""
    laboratory: Laboratory = LaboratoryFactory(reference="garde", acronym="KEP", city="Caen")
    double = LaboratoryFactory(reference="doublon", acronym="DBL", name="Ancien nom")
    IdentifierFactory(organisation=None, laboratory=double, scheme="rnsr", value="200012167E")
    merge.join(laboratory, double, by=agent, reason=WHY)
    return laboratory


@pytest.mark.parametrize("name", ["doublon", "DBL", "Ancien nom", "200012167E", "garde"])
def test_a_cell_that_names_the_double_names_the_record_kept(name: str, kept: Laboratory) -> None:
    PersonFactory(reference="martin")

    written("personnes", {"Référence": "martin", "Laboratoire": name})

    assert Person.objects.get().laboratory == kept


def test_a_line_about_the_double_is_about_the_record_kept_and_says_so(kept: Laboratory) -> None:
    lines = written("laboratoires", {"Référence": "doublon", "Ville": "Rouen"})

    kept.refresh_from_db()
    assert (kept.reference, kept.city) == ("garde", "Rouen")
    assert ("Fusion", "doublon", "garde (fiche gardée)") in lines[0].details


def test_two_lines_about_one_body_are_one_too_many(kept: Laboratory) -> None:
    lines = judged(
        "laboratoires", {"Référence": "garde", "Ville": "Rouen"}, {"Référence": "doublon", "Ville": "Évreux"}
    )

    assert lines[1].verdict is Verdict.REFUSED
    assert "même clé que la ligne 2" in lines[1].details[0][1]


def test_bodies_without_a_double_are_named_as_before() -> None:
    OrganisationFactory(reference="alpha", name="Alpha")

    lines = judged("organismes", {"Référence": "alpha", "Nom": "Alpha"})

    assert lines[0].verdict is Verdict.SAME
    assert Organisation.objects.count() == 1
