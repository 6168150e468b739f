"""Loading files again after a merge: nothing is revived, nothing doubled, and what is new goes to the record kept."""

import pytest

from programmes import merge
from programmes.models import Identifier, Organisation, Party, User
from tests.factories import OrganisationFactory, UserFactory
from tests.loading.conftest import AGREEMENT, PARTNERS, Load

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(load_texts: Load) -> Organisation:
    """The record into which somebody merged « Organisme de test » since the files were loaded."""
    load_texts(PARTNERS, AGREEMENT)
    agent: User = UserFactory(administrator=True)
    record: Organisation = OrganisationFactory(reference="garde")
    merge.join(record, Organisation.objects.get(reference="organisme"), by=agent, reason="Même organisme.")
    return record


def test_links_that_a_merge_moved_are_listed_as_changed_by_a_person(kept: Organisation, load_texts: Load) -> None:
    result = load_texts(PARTNERS, AGREEMENT)

    assert (result.created, result.outdated, result.deleted) == (0, [], [])
    assert len(result.changed) == 3
    assert Party.objects.filter(organisation=kept).count() == kept.identifiers.count() == 1


def test_a_new_link_to_the_double_goes_to_the_record_kept(kept: Organisation, load_texts: Load) -> None:
    ror = PARTNERS.replace("identifiers = [{", 'identifiers = [{scheme = "ror", value = "02feahw73"}, {')

    first, again = load_texts(ror, AGREEMENT), load_texts(ror, AGREEMENT)

    assert (first.created, again.created) == (1, 0)
    assert Identifier.objects.get(scheme="ror").organisation == kept
