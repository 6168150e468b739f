"""In whose name a step may be taken: by role and on the records that are theirs to write, by party, as the calendar,
or standing in for somebody on leave.

Each permission answers with the person in whose name `user` may act on a record, or with None.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from ..enums import AssignmentRole
from ..models import Assignment, Organisation, Party, Protocol, ResponseLink, User, rights
from ..roles import Role


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """What a respondent without an account may answer: the link, and the sheets that it holds today."""

    link: ResponseLink
    sheets: frozenset[tuple[type[Any], int]]

    def holds(self, record: Any) -> bool:
        """Whether the link holds this very sheet."""
        return (type(record), record.pk) in self.sheets


def by_mandate(link: ResponseLink, sheets: Iterable[Any]) -> User:
    """The account in whose name a respondent acts, for these sheets and nothing else."""
    account = User.objects.respondents()
    account.__dict__["mandate"] = Mandate(link=link, sheets=frozenset((type(sheet), sheet.pk) for sheet in sheets))
    return account


def link_of(user: User) -> ResponseLink | None:
    """The link by which somebody without an account acts; None for members of staff."""
    mandate: Mandate | None = user.__dict__.get("mandate")
    return mandate.link if mandate else None


STANDING_IN = {Role.CONTRIBUTOR: AssignmentRole.CONTRIBUTOR, Role.APPROVER: AssignmentRole.APPROVER}


def contributor(user: User, record: Any) -> User | None:
    """Members of staff who fill in this record, and their stand-ins."""
    return _on_their_own(acting(user, record, Role.CONTRIBUTOR), record)


def approver(user: User, record: Any) -> User | None:
    """Members of staff who decide for their party on this record, and their stand-ins."""
    return _on_their_own(acting(user, record, Role.APPROVER), record)


def writer(user: User, record: Any) -> User | None:
    """Members of staff who write records, whether they fill them in or decide."""
    return contributor(user, record) or approver(user, record)


def contributor_or_respondent(user: User, record: Any) -> User | None:
    """Members of staff who fill in this record, or the respondent whose link holds it."""
    mandate: Mandate | None = user.__dict__.get("mandate")
    return contributor(user, record) if mandate is None else user if mandate.holds(record) else None


def administrator(user: User, _record: Any) -> User | None:
    """Administrators."""
    return user if user.has_role(Role.ADMINISTRATOR) else None


def calendar(user: User, _record: Any) -> User | None:
    """The account of stored dates and loads, and no person."""
    return user if user.is_calendar else None


def calendar_or_administrator(user: User, record: Any) -> User | None:
    """A stored date, or an administrator ahead of it."""
    return calendar(user, record) or administrator(user, record)


def approver_of_a_party(user: User, record: Any) -> User | None:
    """Approvers who act for a party of the record's protocol, and their stand-ins of the same party or of none."""
    protocol = protocol_of(record)
    actor = approver(user, record)
    if actor is None or protocol is None:
        return None
    party, own = party_of(actor, protocol), party_of(user, protocol)
    return actor if party is not None and own in (None, party) else None


def acting(user: User, record: Any, role: Role) -> User | None:
    """The person themself, or the first colleague with that role for whom they stand in today on this record."""
    if user.has_role(role):
        return user
    if not user.is_active:
        return None
    wanted, places = STANDING_IN[role], _places(record)
    return next(
        (
            row.standing_in_for
            for row in _stand_ins(user)
            if row.role == wanted and (row.content_type_id, row.object_id) in places
            if row.standing_in_for.has_role(role)
        ),
        None,
    )


def protocol_of(record: Any) -> Protocol | None:
    """The protocol in whose name something is done to a record; None for a record of no single protocol."""
    if isinstance(record, Protocol):
        return record
    holder = getattr(record, "campaign", record)
    return getattr(holder, "protocol", None)


def party_of(user: User, protocol: Protocol) -> Party | None:
    """The party for which a member of staff acts in a protocol: that of the organisation, or of a body above it."""
    known: dict[int, Party] | None = user.__dict__.get("_parties")
    if known is None:
        known = user.__dict__["_parties"] = parties_of(user)
    return known.get(protocol.pk)


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


def _on_their_own(actor: User | None, record: Any) -> User | None:
    return actor if actor and rights.may_write(actor, record) else None


def _stand_ins(user: User) -> list[Any]:
    """For whom this person stands in today; read once for the account in hand, that is for one request or one job."""
    kept: list[Any] | None = user.__dict__.get("_stands_in")
    if kept is None:
        rows = Assignment.objects.stand_ins_on(timezone.localdate()).filter(user=user.pk)
        kept = user.__dict__["_stands_in"] = list(rows.select_related("standing_in_for__organisation"))
    return kept


def _places(record: Any) -> set[tuple[int, int]]:
    """What a stand-in may be named for, to act on a record: itself, what it is about, its campaign, its protocol."""
    campaign = getattr(record, "campaign", None)
    rows = [record, getattr(record, "subject", None), campaign, protocol_of(record)]
    return {(ContentType.objects.get_for_model(row).pk, row.pk) for row in rows if row is not None}
