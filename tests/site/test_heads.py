"""What pages tell machines: one graph with steady names, a description, a picture; nothing that the page hides."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from programmes import linked
from programmes.models import Edition
from tests import factories
from tests.site.conftest import Register, make_register
from tests.site.test_query_counts import addresses

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph_of(client: Client, path: str) -> list[dict[str, Any]]:
    """The nodes of the one data block of a page."""
    (block,) = BLOCK.findall(client.get(path).content.decode())
    return list(json.loads(block)["@graph"])


def head_of(client: Client, path: str) -> str:
    """The head of a page."""
    return client.get(path).content.decode().partition("</head>")[0]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("home", "CreativeWork"),
        ("protocol", "CreativeWork"),
        ("commitments", "ItemList"),
        ("commitment", "CreativeWork"),
        ("themes", "DefinedTermSet"),
        ("theme", "DefinedTerm"),
        ("laboratories", "ItemList"),
        ("laboratory", "ResearchOrganization"),
        ("project", "ResearchProject"),
        ("thesis", "Thesis"),
        ("reports", "ItemList"),
    ],
)
def test_each_page_has_one_graph_about_what_it_shows(client: Client, register: Register, page: str, kind: str) -> None:
    site, here, about = graph_of(client, addresses(register)[page])[:3]

    assert (site["@type"], about["@type"]) == ("WebSite", kind)
    assert here["mainEntity"] == {"@id": about["@id"]}
    assert about["@id"].startswith("http://testserver/fr/")


@pytest.mark.parametrize("page", ["project", "thesis", "theme", "laboratory", "commitment"])
def test_a_thing_has_one_name_in_every_language(client: Client, register: Register, page: str) -> None:
    french = addresses(register)[page]
    english = re.search(r'hreflang="en" href="http://testserver([^"]*)"', client.get(french).content.decode())

    assert english is not None
    assert graph_of(client, french)[2]["@id"] == graph_of(client, english[1])[2]["@id"]


def test_no_title_ends_the_data_block(client: Client, register: Register) -> None:
    type(register.project).objects.update(title="Fin </script><b>&amp;", acronym="")

    _site, _page, project = graph_of(client, f"/fr/actions/{register.project.slug}/")[:3]

    assert project["name"] == "Fin </script><b>&amp;"


def test_money_partners_and_results_of_an_action_are_told(client: Client, register: Register) -> None:
    project = register.project
    contribution = factories.ContributionFactory(project=project)
    contribution.funder_links.create(organisation=factories.OrganisationFactory(name="Une entreprise", kind="company"))
    maker = factories.OrganisationFactory(name="Un constructeur")
    project.participations.create(organisation=maker, role="maker")
    project.participations.create(laboratory=register.laboratory, role="partner")
    project.outputs.create(kind="data_set", year=2024, title="Des spectres", doi="10.5555/demo.1")
    factories.EventFactory(project=project, place="Rouen", published=True)
    type(project).objects.update(kind="equipment", call_reference="convention n° 101034329")

    _site, _page, node, instrument, output = graph_of(client, f"/fr/actions/{project.slug}/")

    assert node["funding"][0]["amount"] == {"@type": "MonetaryAmount", "value": 100_000, "currency": "EUR"}
    assert node["funding"][0]["funder"][0]["@type"] == "Corporation"
    assert (output["@type"], output["identifier"][0]["url"]) == ("Dataset", "https://doi.org/10.5555/demo.1")
    assert node["event"][0]["location"]["name"] == "Rouen"
    assert node["identifier"][1]["url"] == "https://cordis.europa.eu/project/id/101034329"
    assert instrument["manufacturer"][0]["name"] == "Un constructeur"


def test_a_candidate_is_in_the_graph_once_the_page_names_them(client: Client, db: None) -> None:
    candidate = factories.PersonFactory(given_name="Maëlle", family_name="Aubrécourt")
    begun, done = make_register(candidate=candidate), make_register(candidate=candidate, defended=True)

    assert "author" not in graph_of(client, f"/fr/theses/{begun.thesis.slug}/")[2]
    assert graph_of(client, f"/fr/theses/{done.thesis.slug}/")[2]["author"]["familyName"] == "Aubrécourt"


def test_a_thesis_comes_from_a_school_and_from_its_action(client: Client, register: Register) -> None:
    thesis = graph_of(client, f"/fr/theses/{register.thesis.slug}/")[2]

    assert thesis["sourceOrganization"][-1]["@id"].endswith(f"/fr/actions/{register.project.slug}/#project")
    assert "isPartOf" not in thesis  # of works alone, says schema.org; a project of research is a body


def test_an_abstract_kept_back_is_in_no_head(client: Client, db: None) -> None:
    register = make_register(abstract="Un procédé secret", confidential_until=timezone.localdate())

    assert "secret" not in head_of(client, f"/fr/theses/{register.thesis.slug}/")


@pytest.mark.parametrize(("english", "language"), [("", "fr"), ("A title", None)])
def test_a_work_named_in_french_on_an_english_page_says_so(
    client: Client, db: None, english: str, language: str
) -> None:
    register = make_register(title_en=english)

    thesis = graph_of(client, f"/en/theses/{register.thesis.slug}/")[2]

    assert (thesis.get("inLanguage"), thesis["name"]) == (language, english or register.thesis.title)
    assert "inLanguage" not in graph_of(client, f"/fr/theses/{register.thesis.slug}/")[2]


def test_a_report_lists_its_files_and_its_protocol(client: Client, published_edition: Edition) -> None:
    protocol = published_edition.report.campaign.protocol

    report = graph_of(client, f"/en/reports/{protocol.reference}/2024/")[2]

    assert (report["@type"], report["version"]) == ("Report", 1)
    assert report["about"]["@id"].endswith(f"/fr/protocole/{protocol.reference}/#protocol")


@pytest.mark.parametrize(("path", "locale"), [("/fr/", "fr_FR"), ("/en/theses/", "en_GB")])
def test_networks_find_a_title_a_sentence_and_a_picture(
    client: Client, register: Register, path: str, locale: str
) -> None:
    head = head_of(client, path)

    assert f'<meta property="og:locale" content="{locale}">' in head
    assert '<meta name="description" property="og:description" content="' in head
    assert 'property="og:image" content="http://testserver/static/programmes/card.png"' in head


def test_values_are_plain_for_machines() -> None:
    assert linked.amount(None) is None
    assert linked.plain(3.5) == 3.5
    assert linked.period(None, None) == ""


def test_a_page_without_words_of_its_own_is_called_by_its_title(client: Client, register: Register) -> None:
    head = head_of(client, "/fr/theses/")

    assert '<meta property="og:title" content="Thèses">' in head
    assert graph_of(client, "/fr/theses/")[1]["name"] == "Thèses"


@pytest.mark.parametrize(
    "path",
    [
        *("search", "open", "data", "projects", "theses"),
        *("accessibility", "legal", "privacy", "help", "site-map", "contact"),
    ],
)
def test_each_page_says_what_it_is_to_networks(client: Client, register: Register, path: str) -> None:
    head = head_of(client, f"/en/{path}/")

    assert 'name="description" content="Public record of the cooperation' not in head
    assert head.count('<meta name="description"') == 1


def test_a_report_of_an_error_names_the_record(client: Client, register: Register) -> None:
    type(register.thesis).objects.update(title="Le <rouge> & le noir")

    head = head_of(client, f"/fr/signaler/thesis/{register.thesis.reference}/")

    assert "<title>Signaler une erreur\u00a0: Le &lt;rouge&gt; &amp; le noir – " in head
    assert 'og:title" content="Signaler une erreur\u00a0: Le &lt;rouge&gt; &amp; le noir"' in head
