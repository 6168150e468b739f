"""Merges and other writes at one instant, each on its own connection: nothing lands on a record that was merged."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from doctorates.models import Thesis
from programmes import merge, refusals
from programmes.models import Identifier, Laboratory, Merge, Remark, User
from programmes.workflow import Refused
from tests.factories import IdentifierFactory, LaboratoryFactory, OrganisationFactory, ThesisFactory
from tests.merge.conftest import WHY

pytestmark = pytest.mark.django_db(transaction=True)
WAITS = 0.4  # seconds after which somebody who has not answered is waiting for a lock
Elsewhere = Callable[[Callable[[], Any]], Future[Any]]


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """Somebody else, on a connection of their own."""

    def act(what: Callable[[], Any]) -> Any:
        try:
            return what()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as people:
        yield lambda what: people.submit(act, what)


def test_of_two_merges_of_one_body_one_wins_and_the_other_is_told(agent: User, elsewhere: Elsewhere) -> None:
    first, second, double = OrganisationFactory.create_batch(3)

    with transaction.atomic():
        merge.join(first, double, by=agent, reason=WHY)
        other = elsewhere(lambda: merge.join(second, double, by=agent, reason=WHY))
        with pytest.raises(TimeoutError):
            other.result(WAITS)

    with pytest.raises(Refused, match="déjà fusionnée dans"):
        other.result()
    assert Merge.objects.get().record == first


def test_two_people_who_merge_each_into_the_other_do_not_lose_both(agent: User, elsewhere: Elsewhere) -> None:
    one, other = OrganisationFactory.create_batch(2)

    with transaction.atomic():
        merge.join(one, other, by=agent, reason=WHY)
        reversed_merge = elsewhere(lambda: merge.join(other, one, by=agent, reason=WHY))

    with pytest.raises(Refused, match="déjà fusionnée dans"):
        reversed_merge.result()
    assert Merge.objects.count() == 1


def test_a_link_typed_while_its_record_is_merged_is_refused_in_words(agent: User, elsewhere: Elsewhere) -> None:
    kept, double, thesis = LaboratoryFactory(name="Chimie organique"), LaboratoryFactory(), ThesisFactory()

    def type_while_it_is_merged() -> None:
        Thesis.objects.filter(pk=thesis.pk).update(laboratory=double)
        elsewhere(lambda: merge.join(kept, double, by=agent, reason=WHY)).result()

    with pytest.raises(IntegrityError) as refused:
        transaction.atomic(type_while_it_is_merged)()

    assert "vient d’être fusionnée dans «\u00a0Chimie organique\u00a0»" in refusals.sentence(refused.value)
    assert not Thesis.objects.filter(laboratory=double).exists()


def test_a_merge_waits_for_a_link_that_is_being_saved_and_takes_it_along(agent: User, elsewhere: Elsewhere) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()

    with transaction.atomic():
        thesis = ThesisFactory(laboratory=double)
        refusals.check_now()
        done = elsewhere(lambda: merge.join(kept, double, by=agent, reason=WHY))
        with pytest.raises(TimeoutError):
            done.result(WAITS)

    done.result()
    thesis.refresh_from_db()
    assert thesis.laboratory == kept


def number(kept: Laboratory) -> Any:
    return IdentifierFactory.build(organisation=None, laboratory=kept)


def remark(kept: Laboratory) -> Any:
    return Remark(record=kept, field="name", other_value="Autre nom")


@pytest.mark.parametrize("row", [number, remark])
def test_nothing_new_is_written_about_a_merged_record(row: Callable[[Laboratory], Any], agent: User) -> None:
    kept, double = LaboratoryFactory(), LaboratoryFactory()
    merge.join(kept, double, by=agent, reason=WHY)

    with pytest.raises(IntegrityError, match="choisissez celle-ci"):
        row(double).save()
    row(kept).save()

    assert Identifier.objects.count() + Remark.objects.count() == 1
