"""Lists with facets: counts, chips, orders, pages, and addresses that make no sense."""

from datetime import date

import pytest
from django.test import Client

from programmes.filters import Option, counting
from tests import factories
from tests.site.conftest import Register


def options(client: Client, path: str, name: str) -> list[Option]:
    """The lines of a facet on a page."""
    facets = {facet.name: facet for facet in client.get(path).context["filter"].facets}
    return list(facets[name].options)


def titles(client: Client, path: str) -> list[str]:
    """The titles of a list, in its order."""
    return [row.title for row in client.get(path).context["object_list"]]


@pytest.fixture
def two_theses(register: Register) -> Register:
    """A thesis of 2021 in preparation and one of 2018, defended, in another laboratory."""
    other = factories.LaboratoryFactory(acronym="GREYC", slug="greyc", city="Caen", published=True)
    factories.ThesisFactory(
        project=register.project,
        laboratory=other,
        title="Capteurs quantiques",
        keywords="photons",
        registered_on=date(2018, 10, 1),
        defended=True,
        published=True,
    )
    return register


def test_a_facet_counts_each_of_its_values(client: Client, two_theses: Register) -> None:
    lines = options(client, "/fr/theses/", "state")

    assert {line.label: line.count for line in lines} == {"En préparation": 1, "Soutenue": 1}


def test_a_ticked_facet_keeps_its_other_values_countable(client: Client, two_theses: Register) -> None:
    lines = options(client, "/fr/theses/?state=S", "state")

    assert {line.value: (line.count, line.checked) for line in lines} == {"E": (1, False), "S": (1, True)}


def test_zero_stays_visible(client: Client, two_theses: Register) -> None:
    lines = options(client, "/fr/theses/?state=S", "laboratory")

    assert {line.label: line.count for line in lines}[two_theses.laboratory.acronym] == 0
    assert "facet__zero" in client.get("/fr/theses/?state=S").content.decode()


def test_values_of_one_facet_widen_and_facets_narrow(client: Client, two_theses: Register) -> None:
    assert len(titles(client, "/fr/theses/?state=S&state=E")) == 2
    assert titles(client, "/fr/theses/?state=S&laboratory=greyc") == ["Capteurs quantiques"]
    assert titles(client, "/fr/theses/?state=E&laboratory=greyc") == []


def test_a_theme_facet_follows_the_numbers_of_the_protocol(client: Client, register: Register) -> None:
    second = factories.ThemeFactory(protocol=register.protocol, published=True)
    register.thesis.theme_links.create(theme=second)

    lines = options(client, "/fr/theses/", "theme")

    assert [line.number for line in lines] == [1, 2]


def test_facets_speak_the_reader_s_language(client: Client, register: Register) -> None:
    assert options(client, "/en/theses/", "theme")[0].label == register.theme.label_en
    assert options(client, "/en/theses/", "state")[0].label == "In preparation"


@pytest.mark.parametrize("words", ["quantique", "CAPTEUR", "photon", "quant"])
def test_words_are_found_with_their_stems_and_their_parts(client: Client, two_theses: Register, words: str) -> None:
    assert titles(client, f"/fr/theses/?q={words}") == ["Capteurs quantiques"]


def test_years_are_academic_years(client: Client, two_theses: Register) -> None:
    assert titles(client, "/fr/theses/?year=2018") == ["Capteurs quantiques"]
    assert titles(client, "/fr/theses/?year_to=2020") == ["Capteurs quantiques"]
    assert titles(client, "/fr/theses/?year_from=2019") == [two_theses.thesis.title]


def test_years_of_an_action_are_those_it_was_under_way(client: Client, register: Register) -> None:
    type(register.project).objects.update(actual_start=date(2022, 1, 1), actual_end=date(2023, 12, 31))

    found = [bool(titles(client, f"/fr/actions/?{query}")) for query in ("year=2022", "year_from=2024", "year_to=2022")]

    assert found == [True, False, True]


def test_an_action_is_counted_in_each_of_its_years(client: Client, register: Register) -> None:
    type(register.project).objects.update(actual_start=date(2021, 5, 1), actual_end=date(2023, 12, 31))
    factories.ProjectFactory(planned_start=date(2023, 2, 1), state="running", published=True)
    factories.ProjectFactory(state="proposed", planned_start=date(2021, 2, 1), published=True)

    years = {one.year: one.count for one in client.get("/fr/actions/").context["years"]}

    assert [years[year] for year in (2021, 2022, 2023, 2024)] == [1, 1, 2, 1]
    assert [len(titles(client, f"/fr/actions/?year={year}")) for year in (2021, 2022, 2023, 2024)] == [1, 1, 2, 1]
    assert len(titles(client, "/fr/actions/?year_from=2023&year_to=2024")) == 2


def test_each_filter_has_a_chip_that_removes_it(client: Client, two_theses: Register) -> None:
    chips = client.get("/fr/theses/?state=S&laboratory=greyc&page=1").context["filter"].chips

    assert [(chip.label, chip.value, chip.without) for chip in chips] == [
        ("État", "Soutenue", "?laboratory=greyc"),
        ("Laboratoire", "GREYC", "?state=S"),
    ]


def test_a_commitment_and_an_action_lead_to_their_theses_in_the_list(client: Client, two_theses: Register) -> None:
    other = factories.CommitmentFactory(protocol=two_theses.protocol, label="Une autre promesse", published=True)
    own, action = f"commitment={two_theses.commitment.reference}", f"project={two_theses.project.slug}"

    page = client.get(f"/fr/theses/?{own}&{action}")

    assert len(titles(client, f"/fr/theses/?{own}")) == len(titles(client, f"/fr/theses/?{action}")) == 2
    assert titles(client, f"/fr/theses/?commitment={other.reference}") == []
    assert [chip.value for chip in page.context["filter"].chips] == [
        two_theses.commitment.label,
        two_theses.project.title,
    ]
    assert f'<input type="hidden" name="commitment" value="{two_theses.commitment.reference}">' in page.text


def test_an_empty_list_shows_the_way_out(client: Client, register: Register) -> None:
    page = client.get("/fr/theses/?q=introuvable").content.decode()

    assert "Rien ne réunit ces filtres" in page
    assert "Tout effacer" in page


@pytest.mark.parametrize(
    ("query", "named", "rows"),
    [
        ("year=abcd", "abcd", 0),
        ("year_from=abc", "abc", 0),
        ("year=99999", "99999", 0),
        ("year_from=2024&year_to=2019", "commence en 2024 et finit en 2019", 0),
        ("facet=rien", "rien", 1),
        ("school=xx", "xx", 0),
        ("school=99999999999", "99999999999", 0),
        ("theme=inconnu", "inconnu", 0),
        ("commitment=inconnu", "inconnu", 0),
        ("theme=%00", "\ufffd", 0),
        ("q=%00", "\ufffd", 0),
        ("state=", "", 1),
        ("state=zz", "zz", 0),
        ("sort=x", "«\u00a0x\u00a0»", 1),
        ("them=chimie", "them", 1),
        ("page=999999", "999999", 0),
        ("page=0", "«\u00a00\u00a0»", 0),
        ("after=absente", "absente", 0),
        ("before=%00", "\ufffd", 0),
    ],
)
def test_an_address_that_makes_no_sense_says_so(
    client: Client, register: Register, query: str, named: str, rows: int
) -> None:
    answer = client.get(f"/fr/theses/?{query}")

    assert answer.status_code in (200, 404)
    assert bool(named) == ("n’ont pas de sens ici" in answer.content.decode().replace("n’a pas", "n’ont pas"))
    assert named in answer.content.decode()
    assert len(answer.context["object_list"]) == rows


def test_what_makes_no_sense_is_said_in_english(client: Client, register: Register) -> None:
    page = client.get("/en/theses/?theme=unheard-of").content.decode()

    assert "“unheard-of” is not a known value of “Theme”" in page


def test_a_value_that_exists_but_that_no_thesis_bears_is_no_mistake(client: Client, register: Register) -> None:
    other = factories.ThemeFactory(protocol=register.protocol, published=True)

    answer = client.get(f"/fr/theses/?theme={other.slug}")

    assert (list(answer.context["object_list"]), answer.context["wrong"]) == ([], ())
    assert [chip.value for chip in answer.context["filter"].chips] == [other.short_label or other.label]


def test_a_list_can_be_sorted(client: Client, two_theses: Register) -> None:
    assert titles(client, "/fr/theses/?sort=title")[0] == "Capteurs quantiques"
    assert titles(client, "/fr/theses/")[0] == two_theses.thesis.title


def test_a_long_list_has_pages(client: Client, register: Register) -> None:
    factories.ProjectFactory.create_batch(25, published=True)

    answer = client.get("/fr/actions/?page=2&kind=research")

    assert len(answer.context["object_list"]) == 6
    assert "?kind=research&amp;page=1" in answer.content.decode()
    assert client.get("/fr/actions/?page=9").status_code == 404


def test_a_facet_shows_eight_lines_and_the_rest_when_asked(client: Client, register: Register) -> None:
    factories.ThesisFactory.create_batch(9, laboratory__published=True, published=True)

    folded, whole = (
        {facet.name: facet for facet in client.get(f"/fr/theses/{query}").context["filter"].facets}["laboratory"]
        for query in ("", "?facet=laboratory")
    )

    assert (len(folded.shown), folded.more) == (8, 2)
    assert folded.whole == "?facet=laboratory#facette-laboratory"
    assert (len(whole.shown), whole.more) == (10, 0)


@pytest.mark.parametrize("sort", ["start", "title", "defence"])
def test_beyond_the_numbered_pages_one_goes_on_from_a_record(
    client: Client, two_theses: Register, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    factories.ThesisFactory(registered_on=None, published=True)
    monkeypatch.setattr("doctorates.views.screens.ThesisListView.per_page", 1)
    every = [row.slug for row in client.get(f"/fr/theses/?sort={sort}").context["view"].ordered()]

    second = client.get(f"/fr/theses/?sort={sort}&after={every[0]}").context["page"]
    third = client.get(f"/fr/theses/?{second.next.removeprefix('?')}").context["page"]
    back = client.get(f"/fr/theses/?{third.previous.removeprefix('?')}").context["page"]

    assert [page.rows[0].slug for page in (second, third, back)] == [every[1], every[2], every[1]]
    assert (third.next, client.get(f"/fr/theses/?after={every[2]}&sort={sort}").context["page"].rows) == ("", [])


def test_counts_are_kept_until_something_public_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("programmes.filters.counting.KEPT_FOR", 60)
    made = iter("abc")

    found = [counting.kept("theses", stamp, lambda: next(made)) for stamp in ("1", "1", "2", "")]

    assert found == ["a", "a", "b", "c"]
