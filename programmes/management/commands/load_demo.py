"""manage.py load_demo: the invented set, so that every screen and chapter has something to show."""

from typing import Any

from django.core.management.base import CommandError

from programmes import demonstration
from programmes.loading import LoadError
from programmes.management.signed import SignedCommand


class Command(SignedCommand):
    """Loads the invented set, its rows marked; the facts first when they are missing. Twice changes nothing."""

    help = "Charge le jeu de démonstration, inventé et marqué comme tel\u202f; les faits d’abord, s’ils manquent."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Loads, plays the years, and says what was done; a worker then builds the reports."""
        try:
            result = demonstration.install()
        except LoadError as failure:
            raise CommandError(str(failure)) from failure
        self.stdout.write("\n".join(result.lines))
