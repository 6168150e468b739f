"""What the law asks a public site to say of itself, true of this installation and in both languages."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from programmes.models.accessibility import Conformity, conformity_of
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = {
    "/fr/accessibilite/": "/en/accessibility/",
    "/fr/mentions-legales/": "/en/legal/",
    "/fr/donnees-personnelles/": "/en/privacy/",
    "/fr/aide/": "/en/help/",
    "/fr/plan-du-site/": "/en/site-map/",
}


def headings(client: Client, address: str) -> list[str]:
    """The places of a page that links lead to."""
    return re.findall(r'<h2 id="([\w-]+)"', client.get(address).content.decode())


@pytest.mark.parametrize("french", PAGES)
def test_a_page_says_the_same_in_both_languages(client: Client, french: str) -> None:
    assert headings(client, french) == headings(client, PAGES[french]) != []


@pytest.mark.parametrize(
    ("rate", "state"),
    [(None, Conformity.NONE), ("49.99", Conformity.NONE), ("50", Conformity.PARTIAL), ("100", Conformity.FULL)],
)
def test_the_word_of_the_law_follows_from_the_audit(rate: str | None, state: Conformity) -> None:
    assert conformity_of(None if rate is None else Decimal(rate)) == state


def test_without_an_audit_every_page_says_not_conforming_and_leads_to_the_declaration(client: Client) -> None:
    home = client.get("/fr/").content.decode()
    page = client.get("/fr/accessibilite/").content.decode()

    assert '<a href="/fr/accessibilite/">Accessibilité\u00a0: non conforme</a>' in home
    assert "Aucun audit n’a encore été fait" in page
    assert "Défenseur des droits" in page


def test_an_audit_changes_the_word_at_once(client: Client) -> None:
    factories.DeclarationFactory()
    before = client.get("/en/").content.decode()
    factories.DeclarationFactory(
        established_on=timezone.localdate(),
        audited_on=date(2026, 1, 5),
        auditor="Cabinet inventé",
        rate=Decimal("71.5"),
    )

    after = client.get("/en/").content.decode()
    page = client.get("/fr/accessibilite/").content.decode()

    assert ("Accessibility: not conforming" in before, "Accessibility: partly conforming" in after) == (True, True)
    assert "Cabinet inventé, relève que 71,5\u00a0% des critères" in page


def test_a_list_without_english_says_that_it_is_french(client: Client) -> None:
    factories.DeclarationFactory(tools="axe-core\nUn analyseur", burdens="Aucune", burdens_en="None")

    page = client.get("/en/accessibility/").content.decode()

    assert '<ul lang="fr"><li>axe-core</li><li>Un analyseur</li></ul>' in page
    assert "<ul><li>None</li></ul>" in page


def test_a_declaration_is_valid_for_three_years() -> None:
    assert factories.DeclarationFactory(established_on=date(2024, 2, 29)).valid_until == date(2027, 2, 28)


def test_what_the_installation_does_not_say_reads_as_unknown(client: Client, settings: Settings) -> None:
    settings.PUBLISHER_NAME = "Région inventée"

    page = client.get("/fr/mentions-legales/").content.decode()

    assert "<dt>Éditeur du site</dt><dd>Région inventée</dd>" in page
    assert '<dt>Hébergeur</dt><dd><em class="unknown">non renseigné</em></dd>' in page


def test_the_map_leads_to_themes_commitments_and_reports(client: Client) -> None:
    protocol = factories.ProtocolFactory(published=True)
    edition = factories.publish(factories.EditionFactory(report__campaign__protocol=protocol))
    theme = factories.ThemeFactory(protocol=protocol, published=True, label_en="")
    commitment = factories.CommitmentFactory(protocol=protocol, published=True)

    page = client.get("/en/site-map/").content.decode()

    assert f'<a href="/en/themes/{theme.slug}/" lang="fr">{theme.label}</a>' in page
    assert f"/en/commitments/{protocol.reference}/{commitment.number}/" in page
    assert f"/en/reports/{protocol.reference}/{edition.report.campaign.year}/" in page


def test_researchers_of_weaknesses_know_whom_to_tell(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://protocole.example"

    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())

    assert lines["Contact"] == "https://protocole.example/fr/contact/"
    assert lines["Canonical"] == "https://protocole.example/.well-known/security.txt"
    assert 180 < (date.fromisoformat(lines["Expires"][:10]) - timezone.localdate()).days < 365


def test_a_mailbox_for_weaknesses_may_be_configured(client: Client, settings: Settings) -> None:
    settings.SECURITY_CONTACT = "mailto:securite@exemple.invalid"

    assert b"Contact: mailto:securite@exemple.invalid\n" in client.get("/.well-known/security.txt").content


@pytest.mark.parametrize(("address", "word"), [("/fr/aide/", "payé, reversements déduits"), ("/en/help/", "net of")])
def test_help_says_what_the_words_of_the_money_mean(client: Client, db: None, address: str, word: str) -> None:
    assert word in client.get(address).content.decode()
