"""manage.py remove_demo: the invented set goes away, with its trail, editions and files."""

from typing import Any

from django.core.management.base import CommandError

from programmes import demonstration
from programmes.management.signed import SignedCommand


class Command(SignedCommand):
    """Takes the invented rows away and nothing else; refuses, naming them, when real rows rest on them."""

    help = "Retire le jeu de démonstration, avec son historique, ses éditions et leurs fichiers\u202f; rien d’autre."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Removes, and says how many rows went."""
        try:
            number = demonstration.remove()
        except demonstration.Held as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Retirés\u00a0: {number} enregistrements inventés, leur historique et leurs fichiers.")
