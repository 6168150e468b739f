"""Addresses that no page of ours makes: a refusal or an empty form, never an error page."""

import pytest
from django.test import Client

from programmes.models import User

pytestmark = pytest.mark.django_db


def test_a_nul_byte_in_a_filter_is_refused(client: Client, administrator: User) -> None:
    client.force_login(administrator)

    answer = client.get("/admin/projects/project/?status__exact=%00")

    assert answer.status_code == 400


@pytest.mark.parametrize("filled", ["lead_laboratory=abc", "kind=chair&inconnu=1", "search=mot"])
def test_an_address_fills_in_only_what_its_fields_can_read(client: Client, administrator: User, filled: str) -> None:
    client.force_login(administrator)

    answer = client.get(f"/admin/projects/project/add/?{filled}")

    assert answer.status_code == 200
