"""The search finds a record by what stands beside its words: who pays, who signed, what it is, who decided."""

from datetime import date

import pytest
from django.test import Client

from programmes.enums import MeetingKind
from programmes.models import Decision
from programmes.models.asking import Asked
from projects.enums import OutputKind, ProjectKind
from tests import factories
from tests.site.conftest import Register
from tests.site.test_search import found


def test_an_action_is_found_by_who_pays_and_who_takes_part(client: Client, register: Register) -> None:
    funder = factories.OrganisationFactory(name="Énergies du Bocage")
    maker = factories.OrganisationFactory(name="Ateliers du Pressoir", acronym="ADPX")
    factories.ContributionFactory(project=register.project).funder_links.create(organisation=funder)
    register.project.participations.create(organisation=maker, role="maker")

    answers = [found(client, words) for words in ("energies du boc", "adpx", "Pressoir")]

    assert [list(answer) for answer in answers] == [["projects"], ["projects"], []]


def test_an_action_and_its_results_are_found_by_what_they_are(client: Client, register: Register) -> None:
    register.project.outputs.create(kind="patent", year=2024, title="Le procédé")

    assert found(client, "brevets") == {"outputs": ["Le procédé"]}
    assert list(found(client, "patent", "en")) == ["outputs"]
    assert list(found(client, "projets de recherche")) == ["projects"]


def test_a_protocol_is_found_by_who_signed_it(client: Client, register: Register) -> None:
    party = factories.PartyFactory(protocol=register.protocol)
    factories.SignatureFactory(party=party, person__family_name="Bellecombe")

    assert list(found(client, "bellecombe")) == ["protocols"]


def test_only_decisions_made_public_are_found(client: Client, register: Register) -> None:
    meeting = register.protocol.meetings.create(kind=MeetingKind.STEERING, held_on=date(2023, 6, 22))
    Decision.objects.create(meeting=meeting, number=1, text="Le barème est adopté.", is_public=True)
    Decision.objects.create(meeting=meeting, number=2, text="Le barème reste secret.")

    assert found(client, "barème") == {"decisions": ["Le <mark>barème</mark> est adopté."]}
    assert found(client, "comité de pilotage") == {"decisions": ["Le barème est adopté."]}


@pytest.mark.parametrize(
    ("typed", "named"),
    [("Chaire", ["chair"]), ("data sets", []), ("fellowship programmes", ["fellowships"]), ("recherche", [])],
)
def test_a_kind_is_named_by_its_first_word_in_either_language(typed: str, named: list[str]) -> None:
    assert Asked(text=typed).among(ProjectKind) == named


def test_the_kind_of_a_result_is_named_in_the_plural() -> None:
    assert Asked(text="data sets").among(OutputKind) == ["data_set"]
