"""Addresses that outsiders rely on: languages, shortcuts, former addresses, what search engines are told."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests import factories
from tests.site.conftest import Register


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "home"), [("", "/fr/"), ("de", "/fr/"), ("en-GB,en;q=0.9", "/en/")])
def test_the_root_leads_to_the_visitor_s_language_french_first(client: Client, header: str, home: str) -> None:
    answer = client.get("/", headers={"accept-language": header})

    assert answer["Location"] == home


def test_the_other_language_keeps_page_and_filters(client: Client, register: Register) -> None:
    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()
    filtered = client.get("/fr/laboratoires/?q=x").content.decode()

    assert f'href="/en/projects/{register.project.slug}/"' in page
    assert 'href="/en/laboratories/?q=x"' in filtered


def test_search_engines_learn_of_both_languages(client: Client, register: Register) -> None:
    page = client.get("/fr/engagements/?x=1").content.decode()

    assert '<link rel="canonical" href="http://testserver/fr/engagements/">' in page
    assert 'hreflang="en" href="http://testserver/en/commitments/"' in page


def test_a_configured_address_wins_over_the_one_used(client: Client, db: None, settings: object) -> None:
    settings.SITE_URL = "https://protocole.example/"  # type: ignore[attr-defined]

    assert 'href="https://protocole.example/fr/"' in client.get("/fr/").content.decode()


def test_a_number_alone_leads_to_the_latest_protocol(client: Client, register: Register) -> None:
    answer = client.get("/fr/engagements/1/")

    assert answer["Location"] == f"/fr/engagements/{register.protocol.reference}/1/"
    assert client.get("/fr/engagements/99/").status_code == 404


def test_a_former_address_leads_to_the_present_one(client: Client, register: Register) -> None:
    former = register.project.slug
    type(register.project).objects.update(slug="nouvelle-adresse")

    answer = client.get(f"/en/projects/{former}/")

    assert (answer.status_code, answer["Location"]) == (301, "/en/projects/nouvelle-adresse/")


def test_a_former_address_of_a_hidden_record_leads_nowhere(client: Client, register: Register) -> None:
    draft = factories.ProjectFactory(slug="cachee")
    type(draft).objects.filter(pk=draft.pk).update(slug="ailleurs")

    assert client.get("/fr/actions/cachee/").status_code == 404


def test_robots_are_kept_out_of_the_administration(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert "Disallow: /admin/" in answer.content.decode()


@pytest.mark.django_db
def test_a_missing_page_stands_in_the_same_frame(client: Client) -> None:
    answer = client.get("/en/nowhere/")

    assert answer.status_code == 404
    assert "This page does not exist" in answer.content.decode()


@pytest.mark.django_db
def test_a_missing_protocol_is_a_missing_page(client: Client) -> None:
    assert client.get("/fr/protocole/").status_code == 404


def test_a_protocol_to_come_does_not_take_the_place_of_the_one_in_force(client: Client, register: Register) -> None:
    coming = factories.ProtocolFactory(starts_on=date(2099, 1, 1), ends_on=None, published=True)
    factories.CommitmentFactory(protocol=coming, published=True)

    assert client.get("/fr/engagements/1/")["Location"] == f"/fr/engagements/{register.protocol.reference}/1/"
    assert client.get("/fr/protocole/").context["protocol"] == register.protocol


@pytest.mark.parametrize("template", ["400.html", "403.html", "500.html"])
def test_a_refusal_and_an_error_stand_in_the_same_frame(template: str) -> None:
    page = render_to_string(template)

    assert "Nous écrire" in page
    assert "site-header" in page
