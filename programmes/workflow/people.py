"""Who may take a step: by role, by party, or as the calendar."""

from collections.abc import Iterator
from typing import Any

from ..models import Organisation, Party, Protocol, User
from ..roles import Role


def contributor(user: User, _record: Any) -> bool:
    """Members of staff who fill in records."""
    return user.has_role(Role.CONTRIBUTOR)


def approver(user: User, _record: Any) -> bool:
    """Members of staff who decide for their party."""
    return user.has_role(Role.APPROVER)


def administrator(user: User, _record: Any) -> bool:
    """Administrators."""
    return user.has_role(Role.ADMINISTRATOR)


def calendar(user: User, _record: Any) -> bool:
    """The account of stored dates and loads, and no person."""
    return user.is_calendar


def calendar_or_administrator(user: User, record: Any) -> bool:
    """A stored date, or an administrator ahead of it."""
    return calendar(user, record) or administrator(user, record)


def party_of(user: User, protocol: Protocol) -> Party | None:
    """The party for which a member of staff acts in a protocol: that of the organisation, or of a body above it."""
    for body in bodies_of(user):
        if party := protocol.parties.filter(organisation=body).first():
            return party
    return None


def parties_of(user: User) -> dict[int, Party]:
    """The party for which a member of staff acts, by protocol: in each, that of the nearest body."""
    bodies = [body.pk for body in bodies_of(user)]
    found = Party.objects.filter(organisation__in=bodies).select_related("organisation")
    farthest_first = sorted(found, key=lambda party: bodies.index(party.organisation_id), reverse=True)
    return {party.protocol_id: party for party in farthest_first}


def bodies_of(user: User) -> Iterator[Organisation]:
    """The organisation of a member of staff, then the bodies above it."""
    body, seen = user.organisation, set()
    while body and body.pk not in seen:
        yield body
        seen.add(body.pk)
        body = body.parent


def approver_of_a_party(user: User, record: Any) -> bool:
    """Approvers who act for a party of the record's protocol."""
    return approver(user, record) and party_of(user, record.campaign.protocol) is not None
