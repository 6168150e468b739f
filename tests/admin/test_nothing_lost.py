"""Nothing typed is lost: by a refusal, a session that ended, a double click."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.models import Laboratory, Organisation
from tests.admin.conftest import Typed, address
from tests.factories import LaboratoryFactory, ProjectFactory
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.usefixtures("unmeasured")

Faults = Callable[[Page], list[str]]
ORGANISATION = {"name": "Un organisme", "reference": "un-organisme", "kind": "university", "jeton": "a" * 22}


def test_a_form_sent_twice_makes_one_record(desk: Client, typed: Typed) -> None:
    page = address(Organisation, "add")
    form = typed(page, **ORGANISATION)

    first = desk.post(page, form)
    second = desk.post(page, form | {"reference": "autre"}, follow=True)

    assert first.status_code == 302
    assert Organisation.objects.filter(name="Un organisme").count() == 1
    assert "était déjà enregistré" in second.text


def test_an_empty_form_has_a_token_of_its_own(desk: Client) -> None:
    page = address(Organisation, "add")

    assert desk.get(page).context["token"] != desk.get(page).context["token"]


def test_each_point_to_correct_is_named_and_linked(desk: Client, typed: Typed) -> None:
    page = address(LaboratoryFactory(), "change")
    row = {"unit_codes-TOTAL_FORMS": "1", "unit_codes-0-type": "UMR", "unit_codes-0-number": "", "unit_codes-0-id": ""}

    answer = desk.post(page, typed(page, name="", latitude="nord", **row))

    assert [(point.label, point.anchor) for point in answer.context["points"]] == [
        ("Nom", "id_name"),
        ("Latitude", "id_latitude"),
        ("Code d’unité 1, numéro", "id_unit_codes-0-number"),
    ]
    assert '<a href="#id_unit_codes-0-number">' in answer.text


def test_rules_on_the_whole_are_named_too(desk: Client, typed: Typed) -> None:
    page = address(LaboratoryFactory(), "change")
    rows = {"unit_codes-TOTAL_FORMS": "2"}
    rows |= {
        f"unit_codes-{row}-{name}": value for row in (0, 1) for name, value in (("type", "UMR"), ("number", "6506"))
    }

    answer = desk.post(page, typed(page, **rows, **{"unit_codes-0-id": "", "unit_codes-1-id": ""}))

    assert [point.anchor for point in answer.context["points"]] == [""]


def test_a_file_that_must_be_chosen_again_is_named(desk: Client, typed: Typed) -> None:
    page = address(ProjectFactory(), "change")
    row = {"documents-TOTAL_FORMS": "1", "documents-0-title": "", "documents-0-id": ""}

    answer = desk.post(page, typed(page, **row, **{"documents-0-file": SimpleUploadedFile("bilan.pdf", b"%PDF-1.4")}))

    assert "«\u00a0bilan.pdf\u00a0» n’est pas gardé" in answer.text


def test_a_refused_token_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert answer.status_code == 403
    assert "Rouvrir la page" in answer.text


@pytest.mark.django_db(transaction=True)
def test_what_was_typed_before_the_session_ended_is_found_again(staff: Page, live_server: LiveServer) -> None:
    laboratory = LaboratoryFactory(name="Ancien nom", acronym="ANC")
    staff.goto(live_server.url + address(laboratory, "change"))
    staff.locator("#id_name").fill("Nom tapé")
    staff.locator("#unit_codes-group button").click()
    staff.locator("#id_unit_codes-0-number").fill("6014")
    Session.objects.all().delete()
    staff.get_by_role("button", name="Enregistrer", exact=True).click()
    staff.get_by_label("Adresse électronique").fill("admin@exemple.invalid")
    staff.get_by_label("Mot de passe").fill(PASSWORD)
    staff.get_by_role("button", name="Connexion").click()

    staff.get_by_role("button", name="Reprendre ma saisie").click()
    staff.locator("#id_unit_codes-0-type").select_option("UMR")
    staff.get_by_role("button", name="Enregistrer", exact=True).click()
    staff.wait_for_url("**/laboratory/")

    assert Laboratory.objects.get().name == "Nom tapé"
    assert str(laboratory.unit_codes.get()) == "UMR 6014"
    assert staff.evaluate("Object.keys(sessionStorage).length") == 0
    assert staff.evaluate("window.refused") == []


@pytest.mark.django_db(transaction=True)
def test_a_refusal_leads_to_each_box(staff: Page, live_server: LiveServer, accessibility_faults: Faults) -> None:
    staff.goto(live_server.url + address(LaboratoryFactory(), "change"))
    staff.locator("#id_name").fill("")
    staff.get_by_role("button", name="Enregistrer", exact=True).click()

    staff.locator("#error-summary:focus").wait_for()
    staff.get_by_role("link", name="Nom", exact=True).click()

    assert staff.evaluate("document.activeElement.id") == "id_name"
    assert accessibility_faults(staff) == []
