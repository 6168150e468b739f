"""The foundation app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Protocol, partners, year, report."""

    name = "programmes"
    verbose_name = "protocole"
