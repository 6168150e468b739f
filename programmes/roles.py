"""Roles of staff and what each may do: a table in code, copied into Django's groups after each migration."""

from django.db import models
from django.utils.translation import gettext_lazy as _

EVERY_VERB = ("view", "add", "change", "delete")


class Role(models.TextChoices):
    """What a member of staff may do. The group of a role bears its value."""

    READER = "lecteur", _("lecteur")
    CONTRIBUTOR = "contributeur", _("contributeur")
    APPROVER = "approbateur", _("approbateur")
    ADMINISTRATOR = "administrateur", _("administrateur")


# Tables that only an administrator changes, and tables that nobody changes by hand.
ADMINISTRATION = frozenset({"programmes.user", "auth.group"})
READ_ONLY = frozenset(
    {
        "programmes.statuschange",
        "programmes.visa",
        "programmes.job",
        "programmes.import",
        "programmes.merge",
        "programmes.edition",
        "programmes.editionfile",
        "programmes.editionpublication",
        "programmes.editionwithdrawal",
        "programmes.formerslug",
    }
)


def verbs(role: Role, label: str) -> tuple[str, ...]:
    """What a role may do to the rows of a table, named like "programmes.theme"."""
    if label in READ_ONLY or role == Role.READER:
        return () if label in ADMINISTRATION else ("view",)
    if label in ADMINISTRATION:
        return ("view", "add", "change") if role == Role.ADMINISTRATOR else ()
    return EVERY_VERB
