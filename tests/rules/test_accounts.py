"""Accounts and roles: what a group may do is the table in code, whatever was changed by hand."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command

from programmes import roles
from programmes.models import User
from programmes.models.base import Row
from programmes.roles import Role, TableKind
from projects.models import Project
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_readers_look_and_contributors_write() -> None:
    reader, contributor = UserFactory(reader=True), UserFactory(contributor=True)

    assert reader.has_perm("projects.view_grant")
    assert not reader.has_perm("projects.change_grant")
    assert contributor.has_perm("projects.change_grant")


def test_accounts_are_an_administrator_s_business_and_are_never_deleted() -> None:
    approver, administrator = UserFactory(approver=True), UserFactory(administrator=True)

    assert not approver.has_perm("programmes.view_user")
    assert administrator.has_perm("programmes.change_user")
    assert not administrator.has_perm("programmes.delete_user")


def test_nobody_edits_the_log_of_steps() -> None:
    administrator = UserFactory(administrator=True)

    assert administrator.has_perm("programmes.view_statuschange")
    assert not administrator.has_perm("programmes.change_statuschange")


def test_a_permission_given_by_hand_goes_at_the_next_migration() -> None:
    group = Group.objects.get(name=Role.READER)
    group.permissions.clear()

    call_command("migrate", verbosity=0, interactive=False)

    assert group.permissions.filter(codename="view_thesis").exists()


def test_an_administrator_holds_every_role() -> None:
    assert UserFactory(administrator=True).roles == frozenset(Role.values)
    assert UserFactory(superuser=True).has_role(Role.APPROVER)


def test_an_e_mail_address_is_one_account_however_it_is_typed() -> None:
    UserFactory(email="agent@exemple.invalid")
    twin = User(email="Agent@Exemple.invalid", full_name="Agent", password="!")

    with pytest.raises(ValidationError, match="existe déjà avec cette adresse"):
        twin.full_clean()

    assert User.objects.get_by_natural_key("AGENT@exemple.invalid").email == "agent@exemple.invalid"


def test_an_account_made_on_the_command_line_may_do_everything() -> None:
    user = User.objects.create_superuser("chef@exemple.invalid", "un mot de passe", full_name="Chef")

    assert user.is_staff
    assert user.check_password("un mot de passe")


def test_the_calendar_is_one_account_that_cannot_log_in() -> None:
    clerk = User.objects.calendar()

    assert clerk == User.objects.calendar()
    assert not clerk.is_active
    assert clerk not in User.objects.people()


def test_a_public_page_shows_staff_what_it_shows_everybody() -> None:
    shown = ProjectFactory(published=True)
    ProjectFactory()

    assert list(Project.objects.visible_to(UserFactory(superuser=True))) == [shown]
    assert list(Project.objects.visible_to(None)) == [shown]


def test_every_role_is_in_the_table() -> None:
    assert roles.verbs((Role.READER,), TableKind.MONEY) == ("view",)
    assert roles.verbs((Role.READER,), TableKind.ACCOUNT) == ()
    assert roles.verbs((Role.CONTRIBUTOR,), TableKind.WORK) == ("view",)


def test_every_table_of_staff_says_where_its_rows_belong() -> None:
    tables = [model for model in apps.get_models() if issubclass(model, Row)]

    assert [model for model in tables if not hasattr(model, "belongs")] == []
