"""Identifiers checked while they are typed: the verdict, its reason, the correction."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.identifiers import Scheme
from programmes.models import Laboratory, Person
from tests.admin.conftest import address
from tests.factories import LaboratoryFactory, PersonFactory

SIRET_PASTED = "180 089 013 03720"


def verdict(client: Client, scheme: str, typed: str) -> Any:
    return client.get(reverse("admin:identifier_check"), {"schema": scheme, "valeur": typed}).json()


@pytest.mark.parametrize(
    ("scheme", "typed", "words"),
    [
        (Scheme.SIRET, SIRET_PASTED, "est valable\u00a0: sa clé se contrôle."),
        (Scheme.ORCID, "https://orcid.org/0000-0002-1825-0097", "Il sera enregistré ainsi\u00a0: 0000000218250097."),
        (Scheme.NNT, "2021NORMR001", "a la forme attendue."),
    ],
)
def test_a_right_number_is_said_to_be_right(desk: Client, scheme: str, typed: str, words: str) -> None:
    said = verdict(desk, scheme, typed)

    assert said["is_right"]
    assert words in said["sentence"]


@pytest.mark.parametrize(
    ("scheme", "typed", "words", "correction"),
    [
        (Scheme.SIRET, "18008901303721", "le dernier chiffre devrait être 0", "18008901303712"),
        (Scheme.SIRET, "180O8901303720", "le caractère 4, «\u00a0O\u00a0»", "18008901303720"),
        (Scheme.SIRET, "200053403", "Il a la forme d’un autre\u00a0: SIREN.", ""),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason(
    desk: Client, scheme: str, typed: str, words: str, correction: str
) -> None:
    said = verdict(desk, scheme, typed)

    assert not said["is_right"]
    assert words in said["sentence"]
    assert said["value"] == correction


@pytest.mark.parametrize("asked", [{}, {"schema": "nul", "valeur": "1"}, {"schema": "siret", "valeur": "1" * 501}])
def test_a_question_that_means_nothing_is_refused(desk: Client, asked: dict[str, str]) -> None:
    assert desk.get(reverse("admin:identifier_check"), asked).status_code == 400


def test_visitors_and_forged_posts_get_no_verdict(client: Client, desk: Client) -> None:
    page = reverse("admin:identifier_check")

    assert Client().get(page, {"schema": "siret", "valeur": "1"}).status_code == 302
    assert desk.post(page, {"schema": "siret", "valeur": "1"}).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_the_correction_is_offered_beside_the_box(staff: Page, live_server: LiveServer) -> None:
    staff.goto(live_server.url + address(PersonFactory(), "change"))
    staff.locator("#identifiers-group button").click()
    staff.get_by_role("combobox", name="Référentiel").select_option(Scheme.ORCID)
    staff.get_by_role("textbox", name="Valeur").fill("0000-0002-1825-0O97")
    staff.get_by_role("textbox", name="Valeur").press("Tab")
    staff.get_by_role("button", name="Corriger en 0000000218250097").click()
    staff.get_by_text("sa clé se contrôle").wait_for()

    staff.get_by_role("button", name="Enregistrer", exact=True).click()
    staff.wait_for_url("**/person/")

    assert Person.objects.get().identifiers.get().value == "0000000218250097"
    assert staff.evaluate("window.refused") == []


@pytest.mark.django_db(transaction=True)
def test_the_number_of_a_unit_is_checked_with_its_type(staff: Page, live_server: LiveServer) -> None:
    staff.goto(live_server.url + address(LaboratoryFactory(), "change"))
    staff.locator("#unit_codes-group button").click()
    staff.get_by_role("combobox", name="Type").select_option("UMR")
    staff.get_by_role("textbox", name="Numéro").fill("UMR 6014")
    staff.get_by_role("textbox", name="Numéro").press("Tab")

    staff.get_by_role("button", name="Corriger en 6014").wait_for()

    assert Laboratory.objects.count() == 1
