"""Roles of staff and what each may do, as a table in code: role × kind of table → verbs, and over which rows.

`ROLES` is the one table of rights. `models.rights` reads it (which rows), the login (which verbs), Django's groups (a
copy after each migration) and the page « Qui peut quoi ». Each table says its kind beside its columns
(`models.belonging`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff may do. The group of a role bears its value."""

    READER = "lecteur", _("lecteur")
    CONTRIBUTOR = "contributeur", _("contributeur")
    APPROVER = "approbateur", _("approbateur")
    ADMINISTRATOR = "administrateur", _("administrateur")


class Scope(models.IntegerChoices):
    """Over which rows of a table, from the narrowest to the widest: somebody with two roles has the wider one."""

    NONE = 0, "aucune"
    ASKED = 1, "ce que la personne a demandé elle-même"
    ATTACHED = 2, "ce qui lui est attribué, et ce qui en dépend"
    PARTY = 3, "ce qui relève des protocoles de sa partie"
    FOLLOWS = 4, "avec la fiche dont il s’agit"
    ALL = 5, "tout"


class TableKind(models.TextChoices):
    """Tables that obey the same rights."""

    FRAME = "frame", "Cadre\u00a0: protocoles, parties, engagements, thèmes, indicateurs, campagnes"
    GOVERNANCE = "governance", "Vie du protocole\u00a0: réunions, décisions, déclarations, rapports annuels"
    RECORD = "record", "Actions, thèses, appels, événements, productions, fiches annuelles, remarques"
    MONEY = "money", "Financements (écrits par la seule partie qui donne)"
    UNIT = "unit", "Laboratoires"
    DIRECTORY = "directory", "Annuaires\u00a0: organismes, personnes, identifiants, écoles doctorales, dispositifs"
    ASSIGNMENT = "assignment", "Attributions\u00a0: qui contribue à quoi"
    JOURNAL = "journal", "Traces\u00a0: visas, étapes, éditions, fusions, anciennes adresses"
    SIGNAL = "signal", "Erreurs signalées et messages des visiteurs"
    DUTY = "duty", "Déclaration d’accessibilité du site"
    WORK = "work", "Travaux en arrière-plan et imports"
    ACCOUNT = "account", "Comptes"


VIEW = ("view",)
CORRECT = ("view", "change")
OPEN = ("view", "add", "change")  # accounts are closed, bodies and people are merged: neither is deleted
EVERY_VERB = ("view", "add", "change", "delete")


@dataclass(frozen=True)
class Right:
    """Verbs over the rows of a kind of table, which rows are read and which are written."""

    verbs: tuple[str, ...] = ()
    sees: Scope = Scope.NONE
    writes: Scope = Scope.NONE


NOTHING = Right()
READS = Right(VIEW, Scope.PARTY)
FOLLOWS = Right(VIEW, Scope.FOLLOWS)
READS_ALL = Right(VIEW, Scope.ALL)
DECIDES = Right(EVERY_VERB, Scope.PARTY, Scope.PARTY)
WRITES_ALL = Right(EVERY_VERB, Scope.ALL, Scope.ALL)

ROLES: dict[Role, dict[TableKind, Right]] = {
    Role.READER: {
        **dict.fromkeys(TableKind, READS),
        TableKind.UNIT: READS_ALL,
        TableKind.DIRECTORY: READS_ALL,
        TableKind.ASSIGNMENT: FOLLOWS,
        TableKind.JOURNAL: FOLLOWS,
        TableKind.WORK: Right(VIEW, Scope.ASKED),
        TableKind.DUTY: READS_ALL,
        TableKind.SIGNAL: NOTHING,
        TableKind.ACCOUNT: NOTHING,
    },
    Role.CONTRIBUTOR: {
        # The frame is read so that a record can name its commitment, its theme, its campaign.
        TableKind.FRAME: Right(CORRECT, Scope.PARTY, Scope.ATTACHED),
        TableKind.GOVERNANCE: Right(CORRECT, Scope.ATTACHED, Scope.ATTACHED),
        TableKind.RECORD: Right(EVERY_VERB, Scope.ATTACHED, Scope.ATTACHED),
        TableKind.MONEY: Right(EVERY_VERB, Scope.ATTACHED, Scope.ATTACHED),
        TableKind.UNIT: Right(EVERY_VERB, Scope.ALL, Scope.ATTACHED),
        TableKind.DIRECTORY: Right(OPEN, Scope.ALL, Scope.ALL),
        TableKind.ASSIGNMENT: FOLLOWS,
        TableKind.JOURNAL: FOLLOWS,
        TableKind.WORK: Right(VIEW, Scope.ASKED),
        TableKind.DUTY: READS_ALL,
        TableKind.SIGNAL: NOTHING,
        TableKind.ACCOUNT: NOTHING,
    },
    Role.APPROVER: {
        **dict.fromkeys(TableKind, DECIDES),
        TableKind.UNIT: WRITES_ALL,
        TableKind.DIRECTORY: WRITES_ALL,
        TableKind.ASSIGNMENT: FOLLOWS,
        TableKind.JOURNAL: FOLLOWS,
        TableKind.WORK: Right(VIEW, Scope.ASKED),
        TableKind.SIGNAL: WRITES_ALL,
        TableKind.DUTY: READS_ALL,
        TableKind.ACCOUNT: NOTHING,
    },
    Role.ADMINISTRATOR: {
        **dict.fromkeys(TableKind, WRITES_ALL),
        TableKind.JOURNAL: READS_ALL,
        TableKind.WORK: READS_ALL,
        TableKind.ACCOUNT: Right(OPEN, Scope.ALL, Scope.ALL),
    },
}


@cache
def right_of(roles: frozenset[str], kind: TableKind) -> Right:
    """What these roles together allow on a kind of table: every verb of any of them, over the wider rows."""
    held = [ROLES[Role(role)][kind] for role in sorted(roles)]
    return Right(
        verbs=tuple(verb for verb in EVERY_VERB if any(verb in right.verbs for right in held)),
        sees=max((right.sees for right in held), default=Scope.NONE),
        writes=max((right.writes for right in held), default=Scope.NONE),
    )


def verbs(roles: Iterable[str], kind: TableKind) -> tuple[str, ...]:
    """What these roles may do to the rows of a kind of table."""
    return right_of(frozenset(roles), kind).verbs
