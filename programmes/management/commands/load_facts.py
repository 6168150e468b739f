"""manage.py load_facts: the real facts, from the files that staff may correct."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import ProgrammingError

from programmes.loading import LoadError, load
from programmes.management.signed import SignedCommand
from programmes.models import User


class Command(SignedCommand):
    """Creates what is missing; never touches or revives what a person changed or deleted: lists it."""

    help = (
        "Charge les faits de fixtures/facts\u00a0: crée ce qui manque, signale ce qui a été modifié ou supprimé depuis."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Loads every file, and says what was done."""
        paths = sorted((settings.BASE_DIR / "fixtures" / "facts").glob("*.toml"))
        try:
            result = load(paths, author=User.objects.calendar(), reason="chargement des faits")
        except LoadError as failure:
            raise CommandError(str(failure)) from failure
        except ProgrammingError as failure:
            raise CommandError(
                "Les tables manquent\u00a0: lancez d’abord «\u00a0manage.py prepare\u00a0»."
            ) from failure
        self.stdout.write("\n".join(result.lines))
