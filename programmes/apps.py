"""The foundation app: its checks, and the groups of staff kept equal to the table of roles."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate


def copy_roles(using: str, **_options: Any) -> None:
    """Give each role's group the permissions of the table in code, once every app has made its own."""
    from django.contrib.auth.models import Group, Permission  # models load after the apps

    from .roles import Role, verbs

    by_name = {permission.codename: permission for permission in Permission.objects.using(using).all()}
    tables = [(model._meta.model_name, model.belongs.kind) for model in apps.get_models() if hasattr(model, "belongs")]
    for role in Role:
        names = {f"{verb}_{name}" for name, kind in tables for verb in verbs((role,), kind)}
        group, _made = Group.objects.using(using).get_or_create(name=role.value)
        group.permissions.set([permission for codename, permission in by_name.items() if codename in names])


class ProgrammesConfig(AppConfig):
    """Protocol, partners, year, report."""

    name = "programmes"
    verbose_name = "protocole"
    default = True

    def ready(self) -> None:
        """Register the checks and the guards of links, and follow migrations."""
        from . import checks  # noqa: F401 - registers itself; models must be loaded first
        from .merge.landing import guard_links  # models must be loaded first

        guard_links()
        post_migrate.connect(copy_roles, dispatch_uid="programmes.copy_roles")


class StaffConfig(admin_apps.AdminConfig):
    """Django's administration, with our own site."""

    default = False
    default_site = "programmes.admin.site.StaffSite"

    def ready(self) -> None:
        """Make the site first: registering the tables below asks for it."""
        import_module("programmes.admin")
        super().ready()
