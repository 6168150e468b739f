"""Commands whose changes are signed in the trail with the command's name."""

from typing import Any

from django.core.management.base import BaseCommand

from .. import channels


class SignedCommand(BaseCommand):
    """A command that writes to the register."""

    def execute(self, *arguments: Any, **options: Any) -> Any:
        """Run it as one action of the trail."""
        with channels.by_command(self.__class__.__module__.rpartition(".")[2]):
            return super().execute(*arguments, **options)
