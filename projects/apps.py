"""The app of the joint actions."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Joint actions and money."""

    name = "projects"
    verbose_name = "actions"
