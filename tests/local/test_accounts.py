"""The accounts of a local installation, which no other installation may get."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from programmes.management.commands.local_accounts import ACCOUNTS
from programmes.models import Assignment, User, rights
from programmes.roles import Role
from tests.factories import ProjectFactory

pytestmark = pytest.mark.django_db


def test_each_role_gets_an_account_with_the_given_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_PASSWORD", "un mot de passe d’essai")

    call_command("local_accounts")

    admin = User.objects.get(email="admin@local.test")
    assert admin.check_password("un mot de passe d’essai")
    assert admin.is_superuser
    assert {role for user in User.objects.exclude(pk=admin.pk) for role in user.roles} == set(Role) - {
        Role.ADMINISTRATOR
    }


def test_asking_twice_makes_no_second_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_PASSWORD", "premier")
    call_command("local_accounts")

    monkeypatch.setenv("LOCAL_PASSWORD", "second")
    call_command("local_accounts")

    assert User.objects.filter(email__endswith="@local.test").count() == len(ACCOUNTS)
    assert User.objects.get(email="lecteur@local.test").check_password("second")


def test_the_contributor_is_put_in_charge_of_actions_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_PASSWORD", "un mot de passe d’essai")
    action = ProjectFactory(reference="ft-icr-18t")

    call_command("local_accounts")
    call_command("local_accounts")

    contributor = User.objects.get(email="contributeur@local.test")
    assert rights.may_write(contributor, action)
    assert Assignment.objects.about(action).count() == 1


def test_they_are_refused_elsewhere(settings: Settings) -> None:
    settings.LOCAL = False

    with pytest.raises(CommandError, match="installation locale"):
        call_command("local_accounts")


def test_they_need_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCAL_PASSWORD", raising=False)

    with pytest.raises(CommandError, match="LOCAL_PASSWORD manque"):
        call_command("local_accounts")
