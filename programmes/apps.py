"""The foundation app and the admin site it configures."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class AdminConfig(DjangoAdminConfig):
    """Django's admin, on the project's own site."""


class ProgrammesConfig(AppConfig):
    """Protocol, partners, year, report."""

    name = "programmes"
    verbose_name = "protocole"
