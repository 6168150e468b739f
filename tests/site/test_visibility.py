"""A draft shows nowhere, to nobody."""

import pytest
from django.test import Client

from programmes.enums import ContinuationKind
from programmes.models import Protocol, Theme
from programmes.workflow import reopen
from tests import factories
from tests.site.conftest import Register

PAGES = [
    "/fr/",
    "/fr/engagements/",
    "/fr/themes/",
    "/fr/laboratoires/",
    "/fr/actions/",
    "/fr/theses/",
    "/en/theses/",
]


@pytest.fixture
def drafts(register: Register) -> list[str]:
    """Drafts of each kind hanging on published records; what names them."""
    theme = factories.ThemeFactory(protocol=register.protocol, label="Brouillon de thème")
    laboratory = factories.LaboratoryFactory(acronym="BROUILLON-LABO")
    theme.laboratory_links.create(laboratory=register.laboratory)
    register.theme.laboratory_links.create(laboratory=laboratory)
    project = factories.ProjectFactory(title="Brouillon d’action", lead_laboratory=register.laboratory)
    project.theme_links.create(theme=register.theme)
    project.commitment_links.create(commitment=register.commitment)
    factories.CommitmentFactory(protocol=register.protocol, label="Brouillon d’engagement")
    thesis = factories.ThesisFactory(
        title="Brouillon de thèse", title_en="Draft", project=register.project, laboratory=laboratory
    )
    thesis.theme_links.create(theme=register.theme)
    register.project.theme_links.create(theme=theme)
    register.thesis.theme_links.create(theme=theme)
    return ["Brouillon", "BROUILLON"]


@pytest.mark.parametrize("path", PAGES)
def test_a_draft_is_in_no_list(client: Client, drafts: list[str], path: str) -> None:
    page = client.get(path).content.decode()

    assert [words for words in drafts if words in page] == []


@pytest.mark.parametrize("kind", ["theme", "laboratory", "project", "thesis", "commitment"])
def test_a_draft_is_on_no_page_beside_it(client: Client, register: Register, drafts: list[str], kind: str) -> None:
    path = {
        "theme": f"/fr/themes/{register.theme.slug}/",
        "laboratory": f"/fr/laboratoires/{register.laboratory.slug}/",
        "project": f"/fr/actions/{register.project.slug}/",
        "thesis": f"/fr/theses/{register.thesis.slug}/",
        "commitment": f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/",
    }[kind]

    page = client.get(path).content.decode()

    assert [words for words in drafts if words in page] == []


def test_a_draft_has_no_page(client: Client, register: Register) -> None:
    project = factories.ProjectFactory()
    thesis = factories.ThesisFactory()
    theme = factories.ThemeFactory(protocol=register.protocol)
    commitment = factories.CommitmentFactory(protocol=register.protocol)

    answers = [
        client.get(f"/fr/actions/{project.slug}/"),
        client.get(f"/en/theses/{thesis.slug}/"),
        client.get(f"/fr/themes/{theme.slug}/"),
        client.get(f"/fr/engagements/{register.protocol.reference}/{commitment.number}/"),
        client.get(f"/fr/laboratoires/{factories.LaboratoryFactory().slug}/"),
        client.get(f"/fr/protocole/{factories.ProtocolFactory().reference}/"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 6


def test_staff_see_on_public_pages_what_everybody_sees(client: Client, register: Register) -> None:
    project = factories.ProjectFactory()
    client.force_login(factories.UserFactory(superuser=True))

    assert client.get(f"/fr/actions/{project.slug}/").status_code == 404


def test_the_facets_name_no_draft(client: Client, drafts: list[str]) -> None:
    page = client.get("/fr/theses/?theme=inconnu").content.decode()

    assert "Brouillon" not in page


def test_what_comes_before_and_after_is_named_once_published(client: Client, register: Register) -> None:
    draft = factories.ProtocolFactory(short_title="Brouillon de protocole")
    followed = factories.CommitmentFactory(protocol=draft, label="Brouillon d’engagement")
    register.commitment.continued_by.create(successor=followed, kind=ContinuationKind.RENEWED)
    Protocol.objects.filter(pk=register.protocol.pk).update(predecessor=draft)
    Theme.objects.filter(pk=register.theme.pk).update(continues=factories.ThemeFactory(label="Brouillon de thème"))

    pages = [
        client.get("/fr/protocole/"),
        client.get(f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/"),
        client.get(f"/fr/themes/{register.theme.slug}/"),
    ]

    assert ["Brouillon" in page.content.decode() for page in pages] == [False] * 3


def test_what_a_protocol_promised_goes_with_it(client: Client, register: Register) -> None:
    reopen(register.protocol, by=factories.UserFactory(administrator=True), reason="Une erreur de date.")

    pages = [
        client.get("/fr/engagements/"),
        client.get("/fr/themes/"),
        client.get(f"/fr/actions/{register.project.slug}/"),
        client.get(f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/"),
        client.get(f"/fr/themes/{register.theme.slug}/"),
    ]

    assert [page.status_code for page in pages] == [200, 200, 200, 404, 404]
    assert [register.protocol.short_title in page.content.decode() for page in pages[:3]] == [False] * 3
