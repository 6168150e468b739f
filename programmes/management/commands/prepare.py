"""manage.py prepare: what ./start and a release step call."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from programmes.models import Organisation, Protocol


class Command(BaseCommand):
    """Brings the tables up to date and loads the facts into an empty base. Safe to repeat."""

    help = "Met les tables à jour\u202f; charge les faits dans une base vide, et dans elle seule."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Migrates, then loads: all the facts or, when it is interrupted, none."""
        call_command("migrate", interactive=False, verbosity=0)
        if not Organisation.objects.exists() and not Protocol.objects.exists():
            with transaction.atomic():
                call_command("load_facts", stdout=self.stdout)
