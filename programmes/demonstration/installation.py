"""Making the demonstration set: the files in, the years played, the reports sent to review; all or nothing."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from .. import channels
from ..loading import Result, load
from ..models import Protocol, User
from . import reports, year
from .cast import cast_of

PROTOCOL = "normandie-cnrs-2021"  # the set hangs on the protocol of the facts
REASON = "jeu de démonstration"


def install() -> Result:
    """Load the invented set and play its years; what is there already is left as it is.

    The facts on which it rests are loaded first when their protocol is missing. Raises LoadError in French.
    """
    clerk = User.objects.calendar()
    facts, invented = _folder("facts"), _folder("demo")
    with transaction.atomic():
        if not Protocol.objects.filter(reference=PROTOCOL).exists():
            load(sorted(facts.glob("*.toml")), author=clerk, reason="chargement des faits")
        with channels.by_load(clerk.pk, REASON):
            protocol = Protocol.objects.get(reference=PROTOCOL)
            cast = cast_of(protocol)
            result = load(sorted(invented.glob("*.toml")), author=clerk, reason=REASON, demo=True)
            year.play(protocol, cast, year.read_endings(invented / "circuit" / "fiches.toml"))
            reports.send_to_review(protocol, cast)
    return result


def _folder(name: str) -> Path:
    return Path(settings.BASE_DIR) / "fixtures" / name
