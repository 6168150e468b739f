"""Whose money it is: the home of rights says whether a line may be written, here is the sentence that refuses it."""

from collections.abc import Collection

from ..models import Party, User, rights


class PartyRule:
    """What one member of staff may write down about money."""

    def __init__(self, importer: User | None) -> None:
        self.importer = importer
        self._names: dict[int, str] = {}

    def refusal(self, givers: Collection[int]) -> str:
        """Why this person may not write down a row of money that these bodies give; empty when they may."""
        if self.importer is None or rights.may_write_money(self.importer, givers):
            return ""
        names = [name for body in sorted(givers) if (name := self._party_above(body))]
        return f"cette ligne appartient à « {names[0]} » : elle seule l’écrit"

    def _party_above(self, body: int) -> str:
        """The party for which a body gives; empty for a body apart. Asked once for each body that is refused."""
        if body not in self._names:
            party = Party.objects.of_body(body).select_related("organisation").first()
            self._names[body] = str(party.organisation) if party else ""
        return self._names[body]
