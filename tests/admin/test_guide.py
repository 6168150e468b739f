"""The guide: a page a task, reached from the screens that it explains."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from doctorates.models import Thesis
from programmes.admin import guide
from tests import factories
from tests.admin.conftest import address


def page_of(slug: str) -> str:
    return reverse("admin:guide_page", args=[slug])


@pytest.mark.parametrize("slug", guide.BY_SLUG)
def test_each_task_is_told_in_steps(desk: Client, slug: str) -> None:
    page = desk.get(page_of(slug))

    assert page.status_code == 200
    assert page.text.count("<li>") >= 3
    assert [word for word in ("objet ", "modèle de données", "application") if word in page.text] == []


def test_no_text_of_the_guide_is_forgotten() -> None:
    folder = Path(settings.BASE_DIR) / "templates/admin/guide/pages"

    assert {text.stem for text in folder.iterdir()} == set(guide.BY_SLUG)


def test_the_table_of_contents_names_every_task(desk: Client) -> None:
    page = desk.get(reverse("admin:guide")).text

    assert [slug for slug in guide.BY_SLUG if page_of(slug) not in page] == []


def test_a_task_that_does_not_exist_is_not_found(desk: Client) -> None:
    assert desk.get(page_of("inventer")).status_code == 404


def test_every_screen_names_a_task_that_exists() -> None:
    pages: list[Any] = list(admin.site._registry.values())
    named = {page.guide for page in pages} | set(guide.SCREENS.values())

    assert named - {""} - guide.BY_SLUG.keys() == set()


def test_a_screen_leads_to_its_task(desk: Client) -> None:
    thesis = factories.ThesisFactory()
    screens = {
        address(Thesis, "changelist"): "saisir-une-these",
        address(Thesis, "add"): "saisir-une-these",
        address(thesis, "history"): "retablir-un-etat",
        reverse("admin:programmes_import_kinds"): "importer-un-fichier",
        reverse("admin:trail"): "retablir-un-etat",
    }

    missing = {
        screen for screen, slug in screens.items() if f'href="{page_of(slug)}">Aide' not in desk.get(screen).text
    }

    assert missing == set()


def test_a_visitor_reads_no_guide(client: Client, db: None) -> None:
    assert client.get(reverse("admin:guide")).status_code == 302
