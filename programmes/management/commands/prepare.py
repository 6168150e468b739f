"""manage.py prepare: what ./start and a release step call."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Brings the tables up to date and loads the facts into an empty base. Safe to repeat."""

    help = "Met les tables à jour ; charge les faits dans une base vide, et dans elle seule."

    def handle(self, *_args: object, **options: object) -> None:
        """Migrates, then loads."""
        call_command("migrate", interactive=False, verbosity=0)
