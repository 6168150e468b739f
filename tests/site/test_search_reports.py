"""The search reads the published reports: the edition in force, in the reader's language, place by place."""

from typing import Any

import pytest
from django.test import Client

from programmes import tasks
from programmes.models import AnnualReport, Edition
from programmes.reports import passages
from programmes.sections import blocks
from tests import factories
from tests.reports import sample
from tests.site.test_search import found


def content(word: str) -> dict[str, Any]:
    """The content of an edition that says a word in a sheet, in each language."""
    unprinted = blocks.Table(
        caption="Liste", columns=(blocks.Column(label="Nom"),), rows=(("brouillonite",),), name="liste", printed=False
    )
    told = blocks.Rich(html=f"<p>Le {word}&nbsp;: <b>trouvé</b>.</p>")
    part = blocks.Part(anchor="fiche-7", title="Une fiche", blocks=(told, unprinted))
    chapter = blocks.Chapter(slug="essais", title="Les essais", lead="En tête", parts=(part,))
    english = blocks.Chapter(slug="essais", title="The trials", lead=f"Not the {word} but the unobtainium")
    return {"fr": blocks.as_plain(sample.of(chapter)), "en": blocks.as_plain(sample.of(english))}


def edition(word: str, **words: Any) -> Edition:
    """An edition that says a word, a candidate for now."""
    return factories.EditionFactory(content=content(word), **words)


@pytest.fixture
def published(db: None) -> Edition:
    """The report in force, read for the search."""
    row = factories.publish(edition("vibranium", report__campaign__protocol__published=True))
    tasks.tick()
    return row


def test_a_sheet_of_a_report_is_found_where_it_is_read(client: Client, published: Edition) -> None:
    page = client.get("/fr/recherche/?q=vibraniums")

    (hit,) = page.context["groups"][0].hits
    assert hit.passage == "Le <mark>vibranium</mark> : trouvé."
    assert str(hit.note).endswith(", Les essais")
    target, _hash, anchor = hit.url.partition("#")
    assert f'id="{anchor}"' in client.get(target).content.decode()


def test_a_report_is_found_by_its_name(client: Client, published: Edition) -> None:
    (hits,) = client.get("/fr/recherche/?q=rapport+annuel+2024").context["groups"]

    assert hits.hits[0].title == "<mark>Rapport</mark> <mark>annuel</mark> <mark>2024</mark>"
    assert client.get(hits.hits[0].url).context["edition"].row == published


def test_each_language_is_searched_by_its_own_readers(client: Client, published: Edition) -> None:
    assert found(client, "unobtainium") == {}
    assert found(client, "unobtainium", "en") == {"passages": ["The trials"]}


def test_lists_that_are_not_printed_are_not_searched(client: Client, published: Edition) -> None:
    assert found(client, "brouillonite") == {}


def test_an_erratum_takes_the_place_of_the_edition_before(client: Client, published: Edition) -> None:
    factories.publish(edition("adamantium", report=published.report))
    passages.keep_all()

    assert list(found(client, "adamantium")) == ["passages"]
    assert found(client, "vibranium") == {}


def test_a_candidate_and_a_withdrawn_edition_are_not_searched(
    client: Client, admin_client: Client, published: Edition
) -> None:
    edition("mithril", report=AnnualReport.objects.get(pk=published.report_id))
    passages.keep_all()
    factories.withdraw(published)

    assert [found(one, word) for one in (client, admin_client) for word in ("mithril", "vibranium")] == [{}] * 4


def test_the_page_of_the_search_changes_once_a_report_was_read(client: Client, db: None) -> None:
    factories.publish(edition("vibranium", report__campaign__protocol__published=True))
    before = found(client, "vibranium")

    passages.keep_all()

    assert (before, list(found(client, "vibranium"))) == ({}, ["passages"])
