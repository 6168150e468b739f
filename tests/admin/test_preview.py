"""The preview: the very public page of a record that is not public, for those who may read it, and nothing more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from programmes.models import Theme
from tests import factories
from tests.admin.conftest import address


def preview(record: Any) -> str:
    return address(record, "preview")


@pytest.fixture
def drafts(db: None) -> dict[str, Any]:
    """A draft of each kind that has a public page."""
    names = ("Protocol", "Commitment", "Theme", "Laboratory", "Project", "Thesis")
    return {name: getattr(factories, f"{name}Factory")() for name in names}


KINDS = ["Protocol", "Commitment", "Theme", "Laboratory", "Project", "Thesis"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_is_shown_by_its_public_page(desk: Client, drafts: dict[str, Any], kind: str, language: str) -> None:
    page = desk.get(preview(drafts[kind]), {"langue": language})

    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert "Aperçu, non publié" in page.text
    assert page.headers["Content-Language"] == language


@pytest.mark.parametrize("kind", KINDS)
def test_its_form_leads_to_the_preview(desk: Client, drafts: dict[str, Any], kind: str) -> None:
    assert f'href="{preview(drafts[kind])}"' in desk.get(address(drafts[kind], "change")).text


def test_a_published_record_has_its_page_and_no_preview(desk: Client) -> None:
    theme = factories.ThemeFactory(published=True, protocol=factories.ProtocolFactory(published=True))

    assert "Aperçu de la page publique" not in desk.get(address(theme, "change")).text


def test_a_preview_is_neither_kept_nor_indexed(desk: Client) -> None:
    page = desk.get(preview(factories.ThemeFactory()))

    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in page.text


def test_the_page_is_the_public_one_but_for_its_banner(desk: Client) -> None:
    protocol = factories.ProtocolFactory(published=True)
    theme = factories.ThemeFactory(protocol=protocol, label="Chimie des estuaires")
    shown = desk.get(preview(theme))

    factories.ThemeFactory(protocol=protocol, label="Autre thème", published=True)
    public = Client().get(f"/fr/themes/{theme.slug}/")

    assert public.status_code == 404
    assert shown.templates[0].name == "programmes/theme.html"
    assert "Chimie des estuaires" in shown.text


def test_other_drafts_stay_invisible_in_a_preview(desk: Client) -> None:
    protocol = factories.ProtocolFactory(published=True)
    theme = factories.ThemeFactory(protocol=protocol)
    factories.ThemeFactory(protocol=protocol, label="Autre brouillon")
    project = factories.ProjectFactory(title="Action en brouillon")
    project.theme_links.create(theme=theme)
    theme.laboratory_links.create(laboratory=factories.LaboratoryFactory(acronym="BROUILLON"))

    page = desk.get(preview(theme)).text

    assert [words for words in ("Autre brouillon", "Action en brouillon", "BROUILLON") if words in page] == []


def test_a_candidate_is_named_only_as_the_public_page_would(desk: Client) -> None:
    candidate = factories.PersonFactory(family_name="Zéphirine")
    begun = factories.ThesisFactory(candidate=candidate)
    defended = factories.ThesisFactory(candidate=candidate, defended=True)

    pages = [desk.get(preview(thesis)).text for thesis in (begun, defended)]

    assert ["Zéphirine" in page for page in pages] == [False, True]


@pytest.mark.parametrize("facts", [{"discontinued": True}, {"title_is_public": False}])
def test_a_thesis_without_a_public_page_has_none_in_preview(desk: Client, facts: dict[str, Any]) -> None:
    page = desk.get(preview(factories.ThesisFactory(**facts)))

    assert "n’aurait pas de page sur le site" in page.text
    assert "no-store" in page.headers["Cache-Control"]


def test_a_visitor_gets_no_preview(client: Client, drafts: dict[str, Any]) -> None:
    answers = {client.get(preview(record)).status_code for record in drafts.values()}

    assert answers == {302}


def test_an_account_without_a_role_gets_no_preview(client: Client, drafts: dict[str, Any]) -> None:
    client.force_login(factories.UserFactory())

    answers = {client.get(preview(record)).status_code for record in drafts.values()}

    assert answers <= {403, 404}


def test_a_preview_needs_a_record_and_a_language_that_exist(desk: Client) -> None:
    theme = factories.ThemeFactory()
    absent = reverse("admin:programmes_theme_preview", args=[theme.pk + 1])

    answers = [desk.get(preview(theme), {"langue": "de"}).status_code, desk.get(absent).status_code]

    assert answers == [404, 404]


def test_a_preview_publishes_nothing(desk: Client) -> None:
    theme = factories.ThemeFactory()

    desk.get(preview(theme))

    assert list(Theme.objects.visible_to(None)) == []
