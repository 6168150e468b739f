"""The foundation app: its checks, and the groups of staff kept equal to the table of roles."""

from importlib import import_module
from itertools import product
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate


def copy_roles(using: str, **_options: Any) -> None:
    """Give each role's group the permissions of the table in code, once every app has made its own."""
    from django.contrib.auth.models import Group, Permission  # models load after the apps

    from .models.base import Row
    from .roles import ADMINISTRATION, READ_ONLY, Role, verbs

    wanted: dict[str, set[str]] = {role.value: set() for role in Role}
    ours = [
        model for model in apps.get_models()
        if issubclass(model, Row) or model._meta.label_lower in ADMINISTRATION | READ_ONLY
    ]  # fmt: skip
    for role, model in product(Role, ours):
        wanted[role.value] |= {f"{verb}_{model._meta.model_name}" for verb in verbs(role, model._meta.label_lower)}
    by_name = {permission.codename: permission for permission in Permission.objects.using(using).all()}
    for name, codenames in wanted.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set([by_name[codename] for codename in codenames if codename in by_name])


class ProgrammesConfig(AppConfig):
    """Protocol, partners, year, report."""

    name = "programmes"
    verbose_name = "protocole"
    default = True

    def ready(self) -> None:
        """Register the checks and follow migrations."""
        from . import checks  # noqa: F401 - registers itself; models must be loaded first

        post_migrate.connect(copy_roles, dispatch_uid="programmes.copy_roles")


class StaffConfig(admin_apps.AdminConfig):
    """Django's administration, with our own site."""

    default = False
    default_site = "programmes.admin.site.StaffSite"

    def ready(self) -> None:
        """Make the site first: registering the tables below asks for it."""
        import_module("programmes.admin")
        super().ready()
