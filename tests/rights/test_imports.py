"""Lines of a file about records that are not the sender's to write are refused, naming why."""

from typing import Any

import pytest

from programmes.models import Organisation, User, rights
from programmes.resources import Verdict
from projects.models import Project
from tests.factories import (
    AssignmentFactory,
    ContributionFactory,
    ProjectFactory,
    ProtocolFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UserFactory,
)
from tests.resources.judging import judged, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def parties() -> list[Organisation]:
    """The organisations bound by a protocol."""
    return [party.organisation for party in ProtocolFactory().parties.order_by("rank")]


@pytest.fixture
def agent(parties: list[Organisation]) -> User:
    """A contributor of the first party."""
    return UserFactory(contributor=True, organisation=parties[0])


def action(reference: str, **cells: Any) -> dict[str, Any]:
    return {"Référence": reference, "Titre": "Corrigé", "Nature": "projet de recherche", "État": "en cours", **cells}


def test_a_record_of_others_is_refused_and_theirs_is_not(agent: User) -> None:
    mine, other = ProjectFactory(), ProjectFactory()
    AssignmentFactory(user=agent, record=mine)

    lines = judged("actions", action(mine.reference), action(other.reference), by=agent)

    assert [line.verdict for line in lines] == [Verdict.CHANGED, Verdict.REFUSED]
    assert lines[1].details == [("", "cette fiche n’est pas de celles que vous pouvez écrire")]


def test_a_new_action_is_its_sender_s(agent: User) -> None:
    written("actions", action("neuve"), by=agent)

    assert rights.may_write(agent, Project.objects.get(reference="neuve"))


def test_nothing_is_added_to_an_action_of_others(agent: User) -> None:
    other = ProjectFactory()
    row = {
        "Référence": "appoint",
        "Action": other.reference,
        "Nature": "subvention",
        "Montant prévu": "1 000",
        "Objet": "Essai",
        "Précision": "exact",
    }

    (line,) = judged("contributions", row, by=agent)

    assert line.verdict is Verdict.REFUSED
    assert "«\u00a0action\u00a0» n’est pas de celles que vous pouvez écrire" in line.details[0][1]


def test_the_share_of_another_party_is_not_written_by_a_file(agent: User, parties: list[Organisation]) -> None:
    thesis = ThesisFactory()
    AssignmentFactory(user=agent, record=thesis.project)
    row = {"Référence": thesis.reference, "Financeur 1": parties[1].reference, "Quotité 1 (%)": "50"}

    (refused,) = judged("theses", row, by=agent)
    (own,) = judged("theses", row | {"Financeur 1": parties[0].reference}, by=agent)
    (whole,) = judged("theses", row, by=UserFactory(administrator=True))

    assert f"«\u00a0{parties[1]}\u00a0»\u00a0: elle seule l’écrit" in refused.details[0][-1]
    assert (own.verdict, whole.verdict) == (Verdict.CHANGED, Verdict.CHANGED)


def test_a_share_that_another_party_gives_is_not_corrected_by_a_file(agent: User, parties: list[Organisation]) -> None:
    thesis = ThesisFactory()
    AssignmentFactory(user=agent, record=thesis.project)
    ThesisFundingFactory(thesis=thesis, organisation=parties[1], share=40)

    (line,) = judged(
        "theses",
        {"Référence": thesis.reference, "Financeur 1": parties[1].reference, "Quotité 1 (%)": "50"},
        by=agent,
    )

    assert line.verdict is Verdict.REFUSED


def test_each_funder_of_a_sum_not_yet_split_writes_it_by_page_and_by_file(parties: list[Organisation]) -> None:
    contribution = ContributionFactory()
    contribution.funder_links.create(organisation=parties[0])
    contribution.funder_links.create(organisation=parties[1])
    second = UserFactory(approver=True, organisation=parties[1])
    AssignmentFactory(user=second, record=contribution.project)

    (line,) = judged("contributions", {"Référence": contribution.reference, "Montant prévu": "1 000"}, by=second)

    assert rights.may_write(second, contribution)
    assert line.verdict is Verdict.CHANGED
