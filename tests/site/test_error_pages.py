"""When a page cannot be shown: in the frame of the site, in the language of the address, with a way out."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from programmes.views import errors
from tests.site.conftest import Register

PAGES: dict[int, Callable[[HttpRequest], HttpResponse]] = {
    400: lambda request: errors.wrong(request, ValueError()),
    500: errors.failed,
}


@pytest.mark.parametrize("code", PAGES)
@pytest.mark.parametrize(("language", "home"), [("fr", "Accueil"), ("en", "Home")])
def test_a_page_that_fails_asks_nothing_and_speaks_the_language_of_its_address(
    rf: RequestFactory, code: int, language: str, home: str
) -> None:
    answer = PAGES[code](rf.get(f"/{language}/theses/?state=S&q=x"))

    page = answer.content.decode()
    other = {"fr": "/en/theses/?state=S&amp;q=x", "en": "/fr/theses/?state=S&amp;q=x"}[language]
    assert (answer.status_code, f'<html lang="{language}">' in page) == (code, True)
    assert f'<a href="/{language}/">{home}</a>' in page
    assert f'href="{other}"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/fr/absente/?q=a&q=b", "/en/absente/?q=a&amp;q=b"),
        ("/en/absent", "/fr/absent"),
        ("/fr/theses/inconnue/", "/en/theses/inconnue/"),
        ("/nulle-part", "/en/"),
    ],
)
def test_a_missing_page_keeps_its_address_in_the_other_language(client: Client, address: str, other: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert f'href="{other}"' in answer.content.decode()


@pytest.mark.parametrize("path", ["/fr/themes/aucun/", "/en/absent/"])
def test_a_page_that_is_not_there_claims_no_address(client: Client, db: None, path: str) -> None:
    head = client.get(path).content.decode().partition("</head>")[0]

    assert [mark in head for mark in ("noindex", "canonical", "hreflang", "ld+json")] == [True, False, False, False]


@pytest.mark.django_db
def test_a_missing_page_offers_search_the_map_and_a_letter(client: Client) -> None:
    page = client.get("/en/absent/").content.decode()

    assert '<form class="search-line message-page__search" action="/en/search/"' in page
    assert '<a href="/en/site-map/">Site map</a> <a href="/en/contact/">Write to us</a>' in page


def test_a_form_sent_back_leads_to_itself_in_the_other_language(client: Client, register: Register) -> None:
    contact = client.post("/fr/contact/?subject=other", {}).content.decode()
    error = client.post(f"/en/report-error/thesis/{register.thesis.reference}/", {}).content.decode()

    assert 'href="/en/contact/?subject=other"' in contact
    assert f'href="/fr/signaler/thesis/{register.thesis.reference}/"' in error


@pytest.mark.parametrize("path", ["/fr/", "/fr/theses/", "/en/data/"])
def test_a_page_that_takes_no_form_refuses_one_as_such(register: Register, path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(path, {"q": "x"})

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["POST", "TRACE"])
@pytest.mark.parametrize(
    "path",
    [
        *("/healthz", "/favicon.ico", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/data.ttl"),
        *("/fr/actualites.atom", "/en/open/calendar.ics", "/fr/donnees/theses.csv", "/fr/engagements/1/"),
        "/fr/agenda/secret.ics",
    ],
)
def test_a_file_that_is_only_read_refuses_anything_else_as_such(db: None, path: str, method: str) -> None:
    answer = Client(enforce_csrf_checks=True).generic(method, path)

    assert answer.status_code == 405
    assert answer["Allow"].startswith("GET, HEAD")
