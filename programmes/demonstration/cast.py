"""The invented members of staff who play the year: one fills the sheets, one a party gives its visa, one publishes."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from ..enums import AssignmentRole
from ..models import Assignment, Organisation, Protocol, User
from ..roles import Role


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who takes which step."""

    contributor: User
    approvers: tuple[User, ...]
    administrator: User


def cast_of(protocol: Protocol) -> Cast:
    """The cast of a protocol, whatever its parties; made at its first use. Nobody can log in as one of them."""
    bodies = [party.organisation for party in protocol.parties.select_related("organisation").order_by("rank")]
    return Cast(
        contributor=_in_charge(_user("demo-fiches", "Prune Demonstrand", Role.CONTRIBUTOR), protocol),
        approvers=tuple(
            _user(f"demo-{body.reference}", f"Visa inventé – {body.short_name}", Role.APPROVER, body) for body in bodies
        ),
        administrator=_user("demo-secretariat", "Sidonie Jeuxdessai", Role.ADMINISTRATOR),
    )


def _user(name: str, full_name: str, role: Role, organisation: Organisation | None = None) -> User:
    # "!" is no password: an account open to the workflow, closed to everybody's log-in.
    fields = {"full_name": full_name, "organisation": organisation, "password": "!", "is_demo": True}
    user, made = User.objects.get_or_create(email=f"{name}@example.org", defaults=fields)
    if made:
        user.groups.add(Group.objects.get(name=role))
    return user


def _in_charge(user: User, protocol: Protocol) -> User:
    """The contributor of the set fills in every sheet of the protocol."""
    if not Assignment.objects.about(protocol).filter(user=user).exists():
        Assignment.objects.create(record=protocol, user=user, role=AssignmentRole.CONTRIBUTOR, is_demo=True)
    return user
