"""Visas: the agreement of each party with a sheet or a report, party by party, in any order."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..enums import VisaPurpose
from ..models import Party, User, Visa
from . import people
from .engine import Refused

APPROVAL = VisaPurpose.APPROVAL


def give(record: Any, *, by: User, seen: str, purpose: VisaPurpose = APPROVAL) -> bool:
    """Give the visa of the party for which `by` acts. True when every party has now given its own."""
    party = party_for(record, by)
    if Visa.objects.about(record).in_force(purpose).filter(party=party).exists():
        raise Refused(f"{party} a déjà donné son visa.")
    Visa.objects.create(
        record=record,
        party=party,
        purpose=purpose,
        user=by,
        seen=seen,
        given_at=timezone.now(),
        is_demo=record.is_demo,
    )
    return not missing(record, purpose)


def party_for(record: Any, by: User) -> Party:
    """The party in whose name `by` gives a visa: their own, or that of the person they stand in for. Raises Refused."""
    actor = people.approver_of_a_party(by, record) or by
    party = people.party_of(actor, record.campaign.protocol)
    if party is None:
        raise Refused("Votre organisme n’est pas partie à ce protocole.")
    return party


def is_awaited(record: Any, by: User) -> bool:
    """Whether the visa of the party for which `by` acts is still to be given, and nobody proposes to set it aside."""
    against = Q(purpose=VisaPurpose.SETTING_ASIDE) | Q(purpose=APPROVAL, party=party_for(record, by))
    return not Visa.objects.about(record).filter(against, cancelled_at__isnull=True).exists()


def missing(record: Any, purpose: VisaPurpose = APPROVAL) -> list[str]:
    """The parties whose visa is still awaited, in their order."""
    given = Visa.objects.about(record).in_force(purpose).values("party")
    return [
        str(party) for party in record.campaign.protocol.parties.exclude(pk__in=given).select_related("organisation")
    ]


def told(record: Any) -> list[dict[str, str]]:
    """The visas in force as plain data, to be frozen: the party, who gave it, when, and what was seen."""
    given = Visa.objects.about(record).in_force().select_related("party__organisation", "user")
    return [
        {"party": str(visa.party), "by": str(visa.user), "given_at": visa.given_at.isoformat(), "seen": visa.seen}
        for visa in given.order_by("party__rank", "pk")
    ]


def cancel(record: Any, *, by: User, purposes: tuple[VisaPurpose, ...] = tuple(VisaPurpose)) -> None:
    """Cancel the visas in force: what was agreed has changed."""
    for purpose in purposes:
        Visa.objects.about(record).in_force(purpose).update(cancelled_at=timezone.now(), cancelled_by=by)


def cancel_all(records: QuerySet[Any], *, by: User) -> None:
    """Cancel the visas in force of all these records of one table."""
    kind = ContentType.objects.get_for_model(records.model)
    given = Visa.objects.filter(content_type=kind, object_id__in=records.values("pk"), cancelled_at__isnull=True)
    given.update(cancelled_at=timezone.now(), cancelled_by=by)
