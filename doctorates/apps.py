"""The app of the co-funded theses."""

from django.apps import AppConfig


class DoctoratesConfig(AppConfig):
    """Co-funded theses."""

    name = "doctorates"
    verbose_name = "thèses"
