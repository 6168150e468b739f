"""Visas: the approval of a sheet or a report, party by party, in any order."""

from typing import Any

from django.utils import timezone

from ..models import User, Visa
from .engine import Refused
from .people import party_of


def give(record: Any, *, by: User, seen: str) -> bool:
    """Give the visa of the party for which `by` acts. True when every party has now given its own."""
    protocol = record.campaign.protocol
    party = party_of(by, protocol)
    if party is None:
        raise Refused("Votre organisme n’est pas partie à ce protocole.")
    if Visa.objects.about(record).in_force().filter(party=party).exists():
        raise Refused(f"{party} a déjà donné son visa.")
    Visa.objects.create(record=record, party=party, user=by, seen=seen, given_at=timezone.now(), is_demo=record.is_demo)
    return not missing(record)


def missing(record: Any) -> list[str]:
    """The parties whose visa is still awaited, in their order."""
    given = Visa.objects.about(record).in_force().values("party")
    return [
        str(party) for party in record.campaign.protocol.parties.exclude(pk__in=given).select_related("organisation")
    ]


def cancel(record: Any, *, by: User) -> None:
    """Cancel the visas in force: what was approved has changed."""
    Visa.objects.about(record).in_force().update(cancelled_at=timezone.now(), cancelled_by=by)
