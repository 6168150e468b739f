"""Every page answers in both languages, says what it shows, and says what is not known."""

import re
from datetime import date

import pytest
from django.test import Client

from programmes.models import Remark
from tests import factories
from tests.site.conftest import Register

pytestmark = pytest.mark.usefixtures("unmeasured")

LISTS = ["", "engagements/", "themes/", "laboratoires/", "actions/", "theses/", "rapports/"]
ENGLISH_LISTS = ["", "commitments/", "themes/", "laboratories/", "projects/", "theses/", "reports/"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*(f"/fr/{name}" for name in LISTS), *(f"/en/{name}" for name in ENGLISH_LISTS)])
def test_an_empty_register_still_stands(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [*(f"/fr/{name}" for name in LISTS), "/fr/protocole/", "/en/protocol/"])
def test_every_list_answers(client: Client, register: Register, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_commitment_is_read_in_its_own_words(client: Client, register: Register) -> None:
    page = client.get(f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/")

    assert register.commitment.wording in page.content.decode()


def test_a_theme_shows_its_laboratories_actions_and_theses(client: Client, register: Register) -> None:
    page = client.get(f"/fr/themes/{register.theme.slug}/").content.decode()

    assert register.laboratory.acronym in page
    assert register.project.title in page
    assert register.thesis.title in page


def test_a_laboratory_shows_what_names_it(client: Client, register: Register) -> None:
    factories.UnitCodeFactory(laboratory=register.laboratory, type="UMR", number="6014")

    page = client.get(f"/fr/laboratoires/{register.laboratory.slug}/").content.decode()

    assert "UMR 6014" in page
    assert register.project.title in page


def test_an_english_page_speaks_english(client: Client, register: Register) -> None:
    page = client.get(f"/en/projects/{register.project.slug}/").content.decode()

    assert '<html lang="en">' in page
    assert register.project.title_en in page


def test_a_text_without_english_is_shown_in_french_and_says_so(client: Client, register: Register) -> None:
    type(register.project).objects.update(title_en="")

    page = client.get(f"/en/projects/{register.project.slug}/").content.decode()

    assert f'<span lang="fr">{register.project.title}</span>' in page
    assert "in French" in page


def test_what_nobody_knows_is_said(client: Client, register: Register) -> None:
    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert '<em class="unknown">non renseigné</em>' in page


@pytest.mark.parametrize(("path", "labels"), [("fr/actions", ["N°", "Prévu"]), ("en/projects", ["No.", "Planned"])])
def test_a_table_stacked_on_a_phone_names_its_figures(
    client: Client, register: Register, path: str, labels: list[str]
) -> None:
    register.project.milestones.create(rank=1, label="Inauguration")
    factories.CallFactory(project=register.project, published=True, places=4)

    page = client.get(f"/{path}/{register.project.slug}/").content.decode()

    assert [f'data-label="{label}"' in page for label in (*labels, "Places")] == [True] * 3


def test_an_instrument_without_an_address_says_where_to_ask(client: Client, register: Register) -> None:
    type(register.project).objects.update(kind="equipment")

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert '<a href="/fr/contact/">Écrivez-nous</a>\u00a0: la question sera transmise' in page
    assert '</em> <a href="/fr/contact/">Nous écrire</a>' in page


def test_sources_that_differ_are_both_shown(client: Client, register: Register) -> None:
    Remark.objects.create(record=register.project, field="actual_end", other_value="Trois ans", source="Autre page")

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "Où les sources divergent" in page
    assert "Trois ans" in page


def test_invented_rows_are_announced_at_the_top(client: Client, register: Register) -> None:
    type(register.project).objects.update(is_demo=True)

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "Cette page contient des données de démonstration, inventées." in page


def test_real_rows_carry_no_warning(client: Client, register: Register) -> None:
    page = client.get("/fr/actions/").content.decode()

    assert "démonstration" not in page


def test_an_action_shows_its_dates_money_and_results(client: Client, register: Register) -> None:
    project = register.project
    project.milestones.create(rank=1, label="Inauguration", planned_on=date(2024, 6, 30), reached_on=date(2025, 1, 31))
    project.key_figures.create(label="Équipes", year=2024, value=41)
    project.events.create(reference="inauguration", slug="inauguration", title="Fête", starts_on=date(2025, 1, 31))
    funder = factories.OrganisationFactory(kind="company", name="Une entreprise")
    factories.ContributionFactory(project=project).funder_links.create(organisation=funder)

    page = client.get(f"/fr/actions/{project.slug}/").content.decode()

    assert "Inauguration" in page
    assert "31/01/2025" in page
    assert "Une entreprise" in page
    assert "100\u202f000" in page
    assert "Fête" not in page


def test_money_of_several_funders_is_not_split(client: Client, register: Register) -> None:
    contribution = factories.ContributionFactory(project=register.project)
    contribution.funder_links.create(organisation=factories.OrganisationFactory(name="Région"))
    contribution.funder_links.create(organisation=factories.OrganisationFactory(name="État"))

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "répartition non renseignée" in page


def test_a_second_protocol_shows_up_everywhere(client: Client, register: Register) -> None:
    other = factories.ProtocolFactory(short_title="Protocole voisin", starts_on=date(2020, 1, 1), published=True)
    factories.CommitmentFactory(protocol=other, label="Promesse voisine", published=True)
    factories.ThemeFactory(protocol=other, label="Thème voisin", published=True)

    assert other.title in client.get("/fr/protocole/").content.decode()
    assert client.get(f"/fr/protocole/{other.reference}/").status_code == 200
    assert "Promesse voisine" in client.get("/fr/engagements/").content.decode()
    assert "Thème voisin" in client.get("/fr/themes/").content.decode()


def test_the_calendar_draws_each_action(client: Client, register: Register) -> None:
    type(register.project).objects.update(actual_start=date(2022, 1, 1), actual_end=date(2023, 12, 31))
    factories.ProjectFactory(part_of=register.project, actual_start=date(2022, 1, 1), published=True)

    page = client.get("/fr/").content.decode()

    assert "Les actions communes, dans le temps" in page


def test_a_long_summary_is_cut_between_two_words(client: Client, register: Register) -> None:
    type(register.project).objects.update(summary="<p>" + "mot " * 100 + "</p>")

    page = client.get(f"/fr/themes/{register.theme.slug}/").content.decode()

    assert "mot…" in page


def test_an_action_lists_its_parts(client: Client, register: Register) -> None:
    part = factories.ProjectFactory(part_of=register.project, published=True)

    assert part.title in client.get(f"/fr/actions/{register.project.slug}/").content.decode()


def test_an_invented_value_is_announced_in_the_list_of_commitments(client: Client, register: Register) -> None:
    factories.IndicatorValueFactory(indicator__commitment=register.commitment, is_demo=True)

    assert "démonstration" in client.get("/fr/engagements/").content.decode()
    assert "démonstration" in client.get("/fr/").content.decode()


def test_an_invented_action_is_announced_in_the_index_of_themes(client: Client, register: Register) -> None:
    type(register.project).objects.update(is_demo=True)

    assert "démonstration" in client.get("/fr/themes/").content.decode()


def test_the_menu_marks_where_each_reader_is_whoever_came_before(register: Register, client: Client) -> None:
    pages = [client.get(path).text for path in ("/fr/theses/", "/fr/themes/", "/en/theses/", "/fr/theses/")]

    marked = [set(re.findall(r'<a href="([^"]+)" aria-current="page">', page)) for page in pages]

    assert marked == [{"/fr/theses/"}, {"/fr/themes/"}, {"/en/theses/"}, {"/fr/theses/"}]
