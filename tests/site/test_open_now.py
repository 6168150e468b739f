"""What is open now, and the news: on a page, in feeds, in an agenda; nothing that is not published."""

from collections.abc import Callable
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils.timezone import localdate
from icalendar import Calendar

from doctorates.enums import ThesisState
from doctorates.models import Thesis
from programmes.models import Laboratory
from projects.enums import ProjectKind
from projects.models import Call, Project
from tests import factories
from tests.site.conftest import Register

ATOM = "{http://www.w3.org/2005/Atom}"
CHANNELS = ["/fr/a-saisir/", "/en/open/", "/fr/a-saisir/flux.atom", "/fr/a-saisir/agenda.ics", "/en/news.atom"]


def feed(client: Client, path: str) -> ElementTree.Element:
    """A feed, read by a parser of XML."""
    return ElementTree.fromstring(client.get(path).content)  # noqa: S314 - written by ourselves


def titles(root: ElementTree.Element) -> list[str | None]:
    """The titles of its entries."""
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


@pytest.fixture
def offers(register: Register) -> Register:
    """A call that ends in twelve days, a subject, an instrument, a call to come."""
    today = localdate()
    factories.CallFactory(
        project=register.project, title="Appel ouvert", closes_on=today + timedelta(12), published=True
    )
    factories.CallFactory(
        project=register.project, title="Appel à venir", opens_on=today + timedelta(30), published=True
    )
    factories.ThesisFactory(
        title="Sujet libre",
        state=ThesisState.SELECTED,
        candidate=None,
        registered_on=None,
        laboratory=register.laboratory,
        published=True,
    )
    Project.objects.update(is_open_to_users=True, access="Écrire au laboratoire.", kind=ProjectKind.EQUIPMENT)
    return register


def test_what_is_open_stands_by_deadline_with_the_days_left(client: Client, offers: Register) -> None:
    page = client.get("/fr/a-saisir/")

    assert page.context["offers"][0].title == "Appel ouvert"
    assert {offer.title for offer in page.context["offers"]} >= {"Sujet libre", offers.project.title}
    assert "encore 12 jours" in page.content.decode()
    assert "Écrire au laboratoire." in page.content.decode()
    assert [offer.title for offer in page.context["later"]] == ["Appel à venir"]


def test_nothing_open_says_when_the_next_is_expected(client: Client, register: Register) -> None:
    unknown = client.get("/fr/a-saisir/").content.decode()
    factories.CallFactory(project=register.project, title="Appel à venir", opens_on=date(2999, 1, 4), published=True)

    expected = client.get("/fr/a-saisir/").content.decode()

    assert "non renseigné" in unknown
    assert "Appel à venir" in expected
    assert "4\u00a0janvier 2999" in expected.replace("\u00a02999", " 2999")


@pytest.mark.parametrize(
    "call",
    [
        {"closes_on": date(2024, 1, 1)},
        {"opens_on": date(2024, 1, 1), "decided_on": date(2024, 6, 1)},
        {},
    ],
)
def test_a_call_that_is_over_or_undated_is_not_open(client: Client, register: Register, call: dict[str, date]) -> None:
    factories.CallFactory(project=register.project, published=True, **call)

    assert client.get("/fr/a-saisir/").context["offers"] == []


def test_a_subject_is_told_in_full_where_its_title_leads(client: Client, offers: Register) -> None:
    Thesis.objects.filter(title="Sujet libre").update(abstract="Ce que l’on cherche.", reference="sujet-1")
    Laboratory.objects.update(contact_email="labo@example.org")

    page = client.get("/fr/a-saisir/")
    kept = Thesis.objects.filter(title="Sujet libre").update(confidential_until=date(2199, 1, 1))

    (offer,) = [offer for offer in page.context["offers"] if offer.title == "Sujet libre"]
    assert offer.url == "/fr/a-saisir/#subject-sujet-1"
    assert f'href="{offer.url}">Sujet libre</a>' in client.get(offer.host).content.decode()
    told = page.content.decode().partition('id="subject-sujet-1"')[2]
    assert [words in told for words in ("Ce que l’on cherche.", "mailto:labo@example.org", offer.host)] == [True] * 3
    assert kept
    assert "Ce que l’on cherche." not in client.get("/fr/a-saisir/").content.decode()


def test_a_subject_with_a_candidate_or_before_the_vote_is_not_offered(client: Client, register: Register) -> None:
    factories.ThesisFactory(state=ThesisState.SELECTED, registered_on=None, published=True)
    factories.ThesisFactory(state=ThesisState.FILED, candidate=None, registered_on=None, published=True)

    assert client.get("/fr/a-saisir/").context["offers"] == []


def test_the_calendar_holds_each_deadline_under_a_name_that_stays(client: Client, offers: Register) -> None:
    first, again = (Calendar.from_ical(client.get("/fr/a-saisir/agenda.ics").content) for _time in range(2))

    days = {str(event["summary"]): event.start for event in first.events}
    assert days == {
        "Dernier jour\u00a0: Appel ouvert": localdate() + timedelta(12),
        "Ouverture\u00a0: Appel à venir": localdate() + timedelta(30),
    }
    assert [event["uid"] for event in first.events] == [event["uid"] for event in again.events]


@pytest.mark.parametrize(
    "path", ["/fr/a-saisir/flux.atom", "/en/open/feed.atom", "/fr/actualites.atom", "/en/news.atom"]
)
def test_a_feed_is_atom_with_names_that_stay(client: Client, offers: Register, path: str) -> None:
    root, again = feed(client, path), feed(client, path)

    names = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert root.tag == f"{ATOM}feed"
    assert len(names) == len(set(names)) > 1
    assert [entry.findtext(f"{ATOM}id") for entry in again.iter(f"{ATOM}entry")] == names
    assert all(entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry"))


def test_news_tells_what_was_published_and_defended(
    client: Client, offers: Register, published_edition: object
) -> None:
    factories.ThesisFactory(title="Thèse du jour", defended=True, defended_on=localdate(), published=True)

    found = titles(feed(client, "/fr/actualites.atom"))

    assert "Thèse soutenue\u00a0: Thèse du jour" in found
    assert f"Action publiée\u00a0: {offers.project.title}" in found
    assert "Rapport annuel 2024, édition 1" in found


@pytest.mark.parametrize("path", [*CHANNELS[2:], "/sitemap.xml", "/data.ttl"])
def test_a_file_that_says_the_same_is_not_sent_again(client: Client, offers: Register, path: str) -> None:
    mark = {"if-none-match": client.get(path).headers["ETag"]}
    again = client.get(path, headers=mark)

    factories.CallFactory(project=offers.project, closes_on=date(2999, 1, 1), published=True)

    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers=mark).status_code == 200


@pytest.mark.parametrize("path", CHANNELS)
def test_no_channel_tells_what_is_not_published(client: Client, register: Register, path: str) -> None:
    soon, free = localdate() + timedelta(9), {"state": ThesisState.SELECTED, "candidate": None, "registered_on": None}
    factories.CallFactory(project=register.project, title="MARQUE", closes_on=soon)
    factories.CallFactory(title="MARQUE", project__title="MARQUE", closes_on=soon, published=True)
    factories.ThesisFactory(title="MARQUE", title_en="MARQUE", **free)
    factories.ThesisFactory(title="MARQUE", title_en="MARQUE", title_is_public=False, published=True, **free)
    factories.ThesisFactory(title="MARQUE", title_en="MARQUE", defended=True)
    factories.ProjectFactory(title="MARQUE", title_en="MARQUE", is_open_to_users=True)

    assert "MARQUE" not in client.get(path).content.decode()


@pytest.mark.parametrize("path", CHANNELS)
def test_a_channel_takes_the_same_queries_at_two_sizes(
    offers: Register, count_queries: Callable[[str], int], path: str
) -> None:
    few = count_queries(path)

    [factories.CallFactory(closes_on=date(2999, 1, 1), project__published=True, published=True) for _n in range(3)]

    assert count_queries(path) == few
    assert (Call.objects.count(), Thesis.objects.count()) == (5, 2)


def test_days_that_nobody_counts_are_left_out(client: Client, offers: Register) -> None:
    Call.objects.update(opens_on=localdate(), closes_on=localdate() + timedelta(400))

    assert "encore" not in client.get("/fr/a-saisir/").content.decode()
