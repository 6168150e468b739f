"""A page that cannot be shown to staff says so in the frame of the administration, and leads back to its start."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from programmes.views import errors
from tests.factories import UserFactory

START = 'href="/admin/">Revenir à l’accueil de l’administration'


@pytest.mark.parametrize("path", ["/admin/nulle-part/", "/admin/r/1/1/", "/admin/r/x/y/"])
def test_an_address_that_leads_nowhere_keeps_the_frame(path: str, desk: Client) -> None:
    page = desk.get(path)

    assert page.status_code == 404
    assert START in page.text
    assert 'id="staff-menu"' in page.text


def test_a_page_of_another_role_keeps_the_frame(client: Client, db: None) -> None:
    client.force_login(UserFactory(reader=True))

    page = client.get(reverse("admin:programmes_protocol_add"))

    assert page.status_code == 403
    assert START in page.text


def test_a_form_without_its_token_may_be_reopened(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(administrator=True))

    page = client.post(reverse("admin:password_change"), {})

    assert page.status_code == 403
    assert "Rouvrir la page" in page.text


def test_a_fault_is_told_without_asking_the_database(rf: RequestFactory) -> None:
    page = errors.failed(rf.get("/admin/"))

    assert page.status_code == 500
    assert START in page.text


def test_visitors_are_told_in_the_frame_of_the_site(rf: RequestFactory, db: None) -> None:
    told = [errors.failed(rf.get("/fr/")), errors.expired(rf.get("/fr/"))]

    assert [page.status_code for page in told] == [500, 403]
    assert not any(START in page.text for page in told)
