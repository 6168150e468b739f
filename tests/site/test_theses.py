"""Who may be named on the page of a thesis, and which theses have a page."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from doctorates.enums import NameGround
from tests import factories
from tests.site.conftest import Register, make_register


def thesis_pages(client: Client, register: Register) -> str:
    """Everything that shows a thesis: its page and the lists, in both languages."""
    slug = register.thesis.slug
    paths = [f"/fr/theses/{slug}/", f"/en/theses/{slug}/", "/fr/theses/", "/fr/", f"/fr/themes/{register.theme.slug}/"]
    return "".join(client.get(path).content.decode() for path in paths)


@pytest.fixture
def candidate(db: None) -> Any:
    """Somebody who writes a thesis."""
    return factories.PersonFactory(given_name="Maëlle", family_name="Aubrécourt")


def test_a_candidate_is_not_named_before_the_defence(client: Client, candidate: Any) -> None:
    register = make_register(candidate=candidate)

    assert "Aubrécourt" not in thesis_pages(client, register)


def test_a_candidate_is_named_once_the_thesis_is_defended(client: Client, candidate: Any) -> None:
    register = make_register(candidate=candidate, defended=True)

    assert "Maëlle Aubrécourt" in client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()
    assert "Maëlle Aubrécourt" in client.get("/fr/theses/").content.decode()


def test_a_recorded_ground_lets_a_candidate_be_named_earlier(client: Client, candidate: Any) -> None:
    register = make_register(
        candidate=candidate,
        name_is_public=True,
        name_ground=NameGround.NOTICE,
        name_public_at=timezone.now(),
        name_public_by=factories.UserFactory(),
    )

    assert "Maëlle Aubrécourt" in client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()


def test_no_title_of_a_page_holds_a_name(client: Client, candidate: Any) -> None:
    register = make_register(candidate=candidate, defended=True)

    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()

    assert "Aubrécourt" not in page.partition("</title>")[0]


def test_search_engines_are_kept_away_from_theses_in_preparation(client: Client, register: Register) -> None:
    assert 'content="noindex"' in client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()


def test_search_engines_may_read_a_defended_thesis(client: Client, db: None) -> None:
    register = make_register(defended=True)

    assert "noindex" not in client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()


@pytest.mark.parametrize("reader", [True, False])
def test_a_discontinued_thesis_has_no_page_for_anybody(client: Client, db: None, reader: bool) -> None:
    register = make_register(discontinued=True)
    account = factories.UserFactory(reader=True, is_active=reader)
    client.force_login(account)

    assert client.get(f"/fr/theses/{register.thesis.slug}/").status_code == 404
    assert register.thesis.title not in client.get("/fr/theses/").content.decode()


def test_the_abstract_of_a_confidential_thesis_is_kept_back(client: Client, db: None) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    register = make_register(abstract="Un procédé secret", confidential_until=tomorrow)

    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()

    assert "Un procédé secret" not in page
    assert "confidentielle" in page


def test_amounts_and_contract_dates_stay_between_partners(client: Client, register: Register) -> None:
    type(register.thesis).objects.update(contract_ends_on=date(2024, 9, 30))
    factories.ThesisFundingFactory(thesis=register.thesis, amount=54321, organisation__name="Organisme payeur")

    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()

    assert "Organisme payeur" in page
    assert "54" + "\u202f" + "321" not in page
    assert "30 septembre 2024" not in page.replace("\u00a0", " ")


def test_the_words_of_an_abstract_kept_back_find_nothing(client: Client, db: None) -> None:
    until = timezone.localdate() + timedelta(days=30)
    make_register(title="Étude du cidre", abstract="Le procédé Bolbec.", confidential_until=until)

    by_abstract, by_title = client.get("/fr/theses/?q=Bolbec"), client.get("/fr/theses/?q=cidre")

    assert "Étude du cidre" not in by_abstract.content.decode()
    assert "Étude du cidre" in by_title.content.decode()
