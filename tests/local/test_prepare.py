"""manage.py prepare: facts go into an empty base, and in no other."""

from io import StringIO

import pytest
from django.core.management import call_command

from programmes.enums import OrganisationKind
from programmes.models import Organisation, Protocol

pytestmark = pytest.mark.django_db


def test_an_empty_base_receives_the_facts() -> None:
    call_command("prepare", stdout=StringIO())

    assert Protocol.objects.exists()


def test_preparing_twice_changes_nothing() -> None:
    call_command("prepare", stdout=StringIO())
    before = list(Organisation.objects.values_list("reference", "version"))

    call_command("prepare", stdout=StringIO())

    assert list(Organisation.objects.values_list("reference", "version")) == before


def test_a_base_in_use_is_left_alone() -> None:
    Organisation.objects.create(
        reference="autre-region", name="Une autre région", kind=OrganisationKind.LOCAL_AUTHORITY
    )

    call_command("prepare", stdout=StringIO())

    assert not Protocol.objects.exists()
