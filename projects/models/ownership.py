"""Whose money it is: a row belongs to the party that gives it, the others read it."""

from collections.abc import Iterable

from django.db import models

from programmes.models import Organisation, Party, User
from programmes.roles import Role


def parties_above(body: Organisation | None) -> set[int]:
    """Among a body and those above it, the ones bound by a protocol: a regional office stands for its whole."""
    lineage: list[int] = []
    while body and body.pk not in lineage:
        lineage.append(body.pk)
        body = body.parent
    return set(Party.objects.filter(organisation__in=lineage).values_list("organisation", flat=True))


class GivenMoney(models.Model):
    """A row of money that a body gives."""

    class Meta:
        abstract = True

    def givers(self) -> Iterable[Organisation]:
        """The bodies that give this money."""
        raise NotImplementedError

    def may_be_changed_by(self, user: User) -> bool:
        """Whether this person may write it: an administrator, or staff of a party that gives it.

        Money that no party gives (State, Europe, companies) is written by any contributor.
        """
        if user.has_role(Role.ADMINISTRATOR):
            return True
        owners = {party for giver in self.givers() for party in parties_above(giver)}
        return not owners or bool(owners & parties_above(user.organisation))
