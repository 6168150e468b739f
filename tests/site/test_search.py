"""The search across everything: found by words, beginnings, misspellings and numbers; only what is public."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from doctorates.enums import ThesisResult
from programmes.identifiers import Scheme
from programmes.models import Identifier
from tests import factories
from tests.site.conftest import Register

pytestmark = pytest.mark.usefixtures("unmeasured")


def found(client: Client, words: str, language: str = "fr") -> dict[str, list[str]]:
    """The titles found, by kind."""
    page = client.get({"fr": "/fr/recherche/", "en": "/en/search/"}[language], {"q": words})
    return {group.name: [str(hit.title) for hit in group.hits] for group in page.context["groups"]}


@pytest.fixture
def spectra(register: Register) -> Register:
    """A defended thesis about mass spectrometry, its candidate and its number."""
    thesis = factories.ThesisFactory(
        project=register.project,
        title="Spectrométrie de masse des hydrocarbures",
        title_en="Mass spectrometry of hydrocarbons",
        abstract="On y pèse des molécules, & l’on compte <b>des ions</b>.",
        candidate__family_name="Vastréal",
        nnt="2024NORMC201",
        registered_on=date(2020, 10, 1),
        defended=True,
        published=True,
    )
    Identifier.objects.create(person=thesis.candidate, scheme=Scheme.ORCID, value="0000-0002-1825-0097")
    return register


@pytest.mark.parametrize(
    "words",
    [
        "spectrometrie",
        "SPECTROMÉTRIES masse",
        "spectro",
        "mass spectrometry",
        "molécule",
        "vastreal",
        "2024NORMC201",
        "2024 normc 201",
        "0000-0002-1825-0097",
        '"spectrométrie de masse"',
        "spectrométrie -cuisine",
    ],
)
def test_a_thesis_is_found_by_what_its_page_says(client: Client, spectra: Register, words: str) -> None:
    assert len(found(client, words)["theses"]) == 1


def test_the_words_that_answer_are_marked_and_the_rest_is_harmless(client: Client, spectra: Register) -> None:
    page = client.get("/fr/recherche/?q=spectrometrie ions").content.decode()

    assert "<mark>Spectrométrie</mark> de masse des hydrocarbures" in page
    assert "molécules, &amp; l’on compte" in page
    assert "<b>des" not in page


def test_every_kind_of_record_is_found(client: Client, register: Register) -> None:
    word = "zirconium"
    for record, field in (
        (register.commitment, "wording"),
        (register.theme, "summary"),
        (register.laboratory, "summary"),
        (register.project, "summary"),
        (register.thesis, "abstract"),
    ):
        type(record)._base_manager.filter(pk=record.pk).update(**{field: f"<p>Le {word} fond.</p>"})
    factories.CallFactory(project=register.project, title=f"Appel du {word}", published=True)
    factories.EventFactory(project=register.project, title="Forum", place=f"Palais du {word}", published=True)
    register.project.outputs.create(kind="publication", year=2024, title=f"Le {word}", doi="10.5555/zr")

    groups = found(client, word)

    assert list(groups) == ["commitments", "themes", "laboratories", "projects", "calls", "events", "outputs", "theses"]
    assert list(found(client, "https://doi.org/10.5555/ZR")) == ["outputs"]


def test_a_unit_is_found_by_its_number(client: Client, register: Register) -> None:
    factories.UnitCodeFactory(laboratory=register.laboratory, type="UMR", number="6014")

    assert [list(found(client, words)) for words in ("UMR 6014", "umr6014", "6014")] == [["laboratories"]] * 3


def test_what_is_misspelt_leads_to_what_was_meant(client: Client, spectra: Register) -> None:
    answer = client.get("/fr/recherche/?q=spectrometire")

    assert answer.context["groups"] == ()
    assert [group.name for group in answer.context["near"]] == ["theses"]
    assert answer.context["instead"]["words"] == "spectrométrie"


@pytest.mark.parametrize(
    ("words", "some"),
    [
        ("hydrocarbures Rouen", "hydrocarbures OR Rouen"),
        ("quelle thèse pour la spectrométrie", "quelle OR thèse OR spectrométrie"),
        ("qwxzj les", ""),
        ('"qwxzj masse"', ""),
    ],
)
def test_a_question_is_answered_by_what_holds_some_of_its_words(
    client: Client, spectra: Register, words: str, some: str
) -> None:
    answer = client.get("/fr/recherche/", {"q": words})

    partly = [hit for group in answer.context["partly"] for hit in group.hits]
    assert (answer.context["groups"], answer.context["some"]) == ((), some)
    assert {bool(partly), "en contiennent une partie" in answer.content.decode()} == {bool(some)}


def test_a_thesis_found_says_where_it_is_prepared_and_its_state(client: Client, spectra: Register) -> None:
    (theses,) = client.get("/fr/recherche/?q=hydrocarbures").context["groups"]

    assert str(theses.hits[0].note) == "2020, soutenue"


def test_search_engines_may_know_the_search_but_not_its_answers(client: Client, register: Register) -> None:
    pages = [client.get(f"/fr/recherche/{asked}").content.decode() for asked in ("", "?q=x", "?zz=1")]

    assert ["noindex" in page for page in pages] == [False, True, True]


def test_what_nothing_resembles_says_so(client: Client, register: Register) -> None:
    page = client.get("/en/search/?q=qwxzj").content.decode()

    assert "Nothing contains “qwxzj”" in page
    assert "Did you mean" not in page


def test_a_candidate_is_not_found_before_the_defence(client: Client, register: Register) -> None:
    under_way = factories.ThesisFactory(
        candidate__family_name="Ombreval", registered_on=date(2024, 10, 1), published=True
    )
    Identifier.objects.create(person=under_way.candidate, scheme=Scheme.ORCID, value="0000-0002-1825-0097")
    factories.ThesisFactory(
        candidate__family_name="Ombrenoir", defended=True, result=ThesisResult.REFERRED, published=True
    )

    assert [found(client, words) for words in ("Ombreval", "ombrenoir", "0000-0002-1825-0097")] == [{}, {}, {}]


def test_a_confidential_abstract_is_neither_searched_nor_shown(client: Client, register: Register) -> None:
    thesis = register.thesis
    type(thesis)._base_manager.filter(pk=thesis.pk).update(
        abstract="Le secret du vibranium", keywords="alliages", confidential_until=date(2199, 1, 1)
    )

    assert found(client, "vibranium") == {}
    assert "vibranium" not in client.get("/fr/recherche/?q=alliages").content.decode()


def test_a_draft_is_found_by_nobody(client: Client, admin_client: Client, register: Register) -> None:
    factories.ThesisFactory(title="Brouillonite")
    factories.ProjectFactory(title="Brouillonite")
    factories.CallFactory(project=factories.ProjectFactory(), title="Brouillonite", published=True)
    factories.EventFactory(project=factories.ProjectFactory(), title="Brouillonite", published=True)
    factories.EventFactory(title="Brouillonite")

    assert found(client, "brouillonite") == found(admin_client, "brouillonite") == {}


def test_one_kind_can_be_asked_for_alone(client: Client, register: Register) -> None:
    factories.ThesisFactory.create_batch(7, title="Graphène", published=True)

    every, alone = (client.get(f"/fr/recherche/?q=graphene{more}").context["groups"] for more in ("", "&kind=theses"))

    assert [(len(group.hits), group.count) for group in (*every, *alone)] == [(5, 7), (7, 7)]


def test_a_filter_that_the_search_does_not_have_is_named(client: Client, register: Register) -> None:
    assert "«\u00a0theme\u00a0» n’est pas un filtre" in client.get("/fr/recherche/?q=x&theme=chimie").content.decode()


@pytest.mark.parametrize("query", ["q=%00", "kind=zz&q=chimie", "q=%22", "q=-", "q=:*%26|!()", "q=%25_"])
def test_a_strange_question_breaks_nothing(client: Client, register: Register, query: str) -> None:
    answer = client.get(f"/fr/recherche/?{query}")

    assert answer.status_code == 200
    assert ("L’enlever" in answer.content.decode()) == ("00" in query or "kind" in query)


def test_a_search_takes_the_same_queries_at_two_sizes(register: Register, count_queries: Callable[[str], int]) -> None:
    factories.ThesisFactory(title="Graphène", published=True)
    few = count_queries("/fr/recherche/?q=graphene")

    factories.ThesisFactory.create_batch(6, title="Graphène", published=True)

    assert count_queries("/fr/recherche/?q=graphene") == few


def test_the_search_box_is_on_every_page(client: Client, register: Register) -> None:
    assert 'action="/en/search/"' in client.get("/en/theses/").content.decode()
