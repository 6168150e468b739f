"""Whose money it is: a money row belongs to the party that gives it; others read it."""

from functools import cached_property

from ..models import Organisation, Party, User
from ..roles import Role


class PartyRule:
    """What one member of staff may write down about money."""

    def __init__(self, importer: User | None) -> None:
        self.importer = importer

    @cached_property
    def _parents(self) -> dict[int, int | None]:
        return dict(Organisation.objects.values_list("pk", "parent"))

    @cached_property
    def _parties(self) -> dict[int, str]:
        """Organisations bound by a protocol, by number."""
        return {
            party.organisation_id: str(party.organisation) for party in Party.objects.select_related("organisation")
        }

    def party_of(self, body: int | None) -> int | None:
        """The organisation bound by a protocol to which a body belongs; None for a body apart."""
        seen: set[int] = set()
        while body is not None and body not in seen:
            if body in self._parties:
                return body
            seen.add(body)
            body = self._parents.get(body)
        return None

    @cached_property
    def _own(self) -> int | None:
        return self.party_of(self.importer.organisation_id) if self.importer else None

    def refusal(self, body: int | None) -> str:
        """Why this person may not write down the money of a body; empty when they may."""
        party = self.party_of(body)
        if party is None or party == self._own or (self.importer and self.importer.has_role(Role.ADMINISTRATOR)):
            return ""
        return f"cette ligne appartient à « {self._parties[party]} » : elle seule l’écrit"
