"""Accounts of staff, by role, and the records of which they are in charge."""

from typing import Any

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from programmes.enums import AssignmentRole
from programmes.models import Assignment, User
from programmes.roles import Role

PASSWORD = "un mot de passe assez long"


class UserFactory(DjangoModelFactory):
    """An open account that may log in with PASSWORD; a trait a role, none by default."""

    class Meta:
        model = User
        django_get_or_create = ("email",)

    class Params:
        reader = factory.Trait(role=Role.READER)
        contributor = factory.Trait(role=Role.CONTRIBUTOR)
        approver = factory.Trait(role=Role.APPROVER)
        administrator = factory.Trait(role=Role.ADMINISTRATOR)
        superuser = factory.Trait(is_superuser=True)

    email = factory.Sequence(lambda n: f"agent{n}@exemple.invalid")
    full_name = factory.Sequence(lambda n: f"Agent Numéro {n}")
    password = factory.django.Password(PASSWORD)
    is_staff = True

    role: Role | None = None

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, role: str | None = None, **values: Any) -> User:
        """Put the account in the group of its role."""
        user: User = super()._create(model_class, *args, **values)
        if role:
            user.groups.add(Group.objects.get_or_create(name=role)[0])
        return user


class AssignmentFactory(DjangoModelFactory):
    """Somebody contributes to a record: `AssignmentFactory(user=agent, record=action)`."""

    class Meta:
        model = Assignment

    user = factory.SubFactory(UserFactory)
    record = factory.SubFactory("tests.factories.projects.ProjectFactory")
    role = AssignmentRole.CONTRIBUTOR
