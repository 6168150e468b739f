"""manage.py local_accounts: one account a role, to try the application on one's own machine."""

import os
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from django.db import transaction

from programmes.enums import AssignmentRole
from programmes.management.signed import SignedCommand
from programmes.models import Assignment, Organisation, User
from programmes.roles import Role

# What the local contributor is in charge of: of the facts, then of the demonstration set. What is missing is left out.
IN_CHARGE = {
    "programmes.commitment": ("normandie-cnrs-2021-engagement-4",),
    "programmes.laboratory": ("cobra",),
    "projects.project": ("ft-icr-18t", "theses-cofinancees", "demo-jumeau-bocage", "demo-plateforme-sainte-utopie"),
}


@dataclass(frozen=True)
class Account:
    """A local account: its login is login@local.test."""

    login: str
    full_name: str
    role: Role
    organisation: str = "region-normandie"  # the organisation's reference

    @property
    def email(self) -> str:
        """The login, on a domain that cannot exist."""
        return f"{self.login}@local.test"


ACCOUNTS = [
    Account("admin", "Administration locale", Role.ADMINISTRATOR),
    Account("lecteur", "Lecture locale", Role.READER),
    Account("contributeur", "Contribution locale", Role.CONTRIBUTOR),
    Account("visa-region", "Visa local de la Région", Role.APPROVER),
    Account("visa-cnrs", "Visa local du CNRS", Role.APPROVER, organisation="cnrs"),
]


class Command(SignedCommand):
    """Makes the local accounts, or gives them back their role and password. Refused anywhere but on one's machine."""

    help = "Crée les comptes locaux avec le mot de passe LOCAL_PASSWORD\u202f; refusé ailleurs qu’en local."

    def handle(self, *_args: object, **_options: object) -> None:
        """All of them or none."""
        if not settings.LOCAL:
            raise CommandError("Les comptes locaux n’existent que sur une installation locale (./start).")
        password = os.environ.get("LOCAL_PASSWORD")
        if not password:
            raise CommandError("La variable LOCAL_PASSWORD manque\u00a0: c’est le mot de passe des comptes locaux.")
        with transaction.atomic():
            for account in ACCOUNTS:
                self._open(account, password)
            self._put_in_charge(User.objects.get(email="contributeur@local.test"))

    @staticmethod
    def _open(account: Account, password: str) -> None:
        user = User.objects.filter(email__iexact=account.email).first() or User(email=account.email)
        user.full_name = account.full_name
        user.is_superuser = account.role == Role.ADMINISTRATOR
        user.organisation = Organisation.objects.filter(reference=account.organisation).first()
        user.set_password(password)
        user.save()
        user.groups.set([Group.objects.get_or_create(name=account.role.value)[0]])

    @staticmethod
    def _put_in_charge(user: User) -> None:
        for table, references in IN_CHARGE.items():
            for record in apps.get_model(table)._base_manager.filter(reference__in=references):
                if not Assignment.objects.about(record).filter(user=user).exists():
                    role, is_demo = AssignmentRole.CONTRIBUTOR, record.is_demo
                    Assignment.objects.create(record=record, user=user, role=role, is_demo=is_demo)
