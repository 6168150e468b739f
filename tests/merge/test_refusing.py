"""What cannot be one, and what nobody but a merge may do to a record that was merged."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from programmes import merge, workflow
from programmes.models import Organisation, User
from programmes.workflow import Refused
from tests.factories import LaboratoryFactory, OrganisationFactory
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db


def unlike(kind: str) -> tuple[Any, Any]:
    """Two records that are not one, each for its own reason."""
    body, laboratory = OrganisationFactory(), LaboratoryFactory(published=True)
    return {
        "the same": (body, body),
        "invented": (body, OrganisationFactory(is_demo=True)),
        "parent": (OrganisationFactory(parent=body), body),
        "published": (LaboratoryFactory(), laboratory),
    }[kind]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("the same", "deux fiches différentes"),
        ("invented", "inventée pour la démonstration"),
        ("parent", "rattaché à"),
        ("published", "gardez la fiche publiée"),
    ],
)
def test_what_cannot_be_one_is_refused_in_words(kind: str, words: str, agent: User) -> None:
    kept, double = unlike(kind)

    with pytest.raises(Refused, match=words):
        merge.join(kept, double, by=agent, reason=WHY)


def test_a_merged_record_is_not_merged_again(agent: User) -> None:
    kept, double, other = OrganisationFactory.create_batch(3)
    merge.join(kept, double, by=agent, reason=WHY)

    with pytest.raises(Refused, match="déjà fusionnée"):
        merge.join(other, double, by=agent, reason=WHY)


def test_a_merge_has_a_reason(agent: User) -> None:
    with pytest.raises(Refused, match="motif"):
        merge.join(*OrganisationFactory.create_batch(2), by=agent, reason=" ")


def test_a_record_deleted_meanwhile_is_told(agent: User) -> None:
    kept, double = OrganisationFactory.create_batch(2)
    Organisation.objects.filter(pk=double.pk).delete()

    with pytest.raises(Refused, match="n’existe plus"):
        merge.join(kept, double, by=agent, reason=WHY)


def test_the_database_lets_nothing_else_merge_two_records() -> None:
    kept, double = OrganisationFactory.create_batch(2)

    with pytest.raises(IntegrityError, match="que par une fusion"), transaction.atomic():
        Organisation.objects.filter(pk=double.pk).update(merged_into=kept)
    with pytest.raises(IntegrityError, match="ne naît pas fusionnée"):
        OrganisationFactory(merged_into=kept)


def test_a_merged_record_takes_no_step(agent: User) -> None:
    kept, double = LaboratoryFactory(acronym="KEP"), LaboratoryFactory(acronym="DBL")
    merge.join(kept, double, by=agent, reason=WHY)
    double.refresh_from_db()

    with pytest.raises(workflow.Refused, match="agissez sur celle-ci"):
        workflow.records.submit(double, by=agent)
