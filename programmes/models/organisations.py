"""The bodies that sign, fund, host, employ or supervise, and the people in them."""

import re
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from ..enums import OrganisationKind
from ..roles import TableKind
from .base import KeptQuerySet, Mergeable, Plain, Row, Sourced, alike, french
from .belonging import Belongs
from .tracking import tracked

CONTACT_HELP = _("Celle d’un service ou d’une fonction, jamais celle d’une personne\u202f; affichée à tous.")


class OrganisationQuerySet(KeptQuerySet["Organisation"]):
    """Bodies, by what stands above and below them: a regional office stands for its whole."""

    def above(self, body: int | None) -> Self:
        """A body and those above it, however far."""
        sql = (
            "WITH RECURSIVE line(id, parent_id) AS ("
            "SELECT id, parent_id FROM programmes_organisation WHERE id = %s "
            "UNION SELECT up.id, up.parent_id FROM programmes_organisation up JOIN line ON up.id = line.parent_id"
            ") SELECT id FROM line"
        )
        return self.filter(pk__in=RawSQL(sql, [body]))  # noqa: S611 - a constant text, a number beside it

    def below(self, bodies: models.QuerySet[Any]) -> Self:
        """These bodies (a query of their numbers) and those below them, however far."""
        first, parameters = bodies.order_by().query.sql_with_params()
        sql = (
            f"WITH RECURSIVE line(id) AS ({first} "  # noqa: S608 - the framework's own text
            "UNION SELECT down.id FROM programmes_organisation down JOIN line ON down.parent_id = line.id"
            ") SELECT id FROM line"
        )
        return self.filter(pk__in=RawSQL(sql, parameters))  # noqa: S611


@tracked
class Organisation(Mergeable, Row, Sourced):
    """A body that signs, funds, hosts, employs or supervises."""

    belongs = Belongs(kind=TableKind.DIRECTORY, subject=True)

    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    kind = models.CharField(_("nature"), max_length=20, choices=OrganisationKind)
    name = models.CharField(_("nom"), max_length=250)
    name_en = models.CharField(_("nom en anglais"), max_length=250, blank=True)
    acronym = models.CharField(_("sigle"), max_length=40, blank=True)
    usage_name = models.CharField(_("nom d’usage"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("rattaché à"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    city = models.CharField(_("ville"), max_length=80, blank=True)
    country = models.CharField(_("pays"), max_length=60, default="France")
    website = models.URLField(_("site"), blank=True)

    objects = OrganisationQuerySet.as_manager()
    called = ("name", "name_en", "acronym", "usage_name")

    class Meta:
        verbose_name = _("organisme")
        verbose_name_plural = _("organismes")
        ordering = french("name")
        indexes = [alike("organisation_alike", "name")]

    def __str__(self) -> str:
        return self.name

    @property
    def short_name(self) -> str:
        """The acronym when there is one, else the name in the reader’s language."""
        return self.acronym or self.tr("name")


class PersonQuerySet(KeptQuerySet["Person"]):
    """People, by their names."""

    def named_in(self, address: str) -> Self:
        """Those whose family name stands in the first part of an e-mail address."""
        words = re.split(r"[^a-z]+", address.partition("@")[0].lower())
        return self.alias(plain_name=Plain("family_name")).filter(plain_name__in=words)


def refuse_personal(address: str) -> None:
    """A public address is a function's, never somebody's (standards B5). Raises ValidationError."""
    if address and Person.objects.named_in(address).exists():
        raise ValidationError(
            {"contact_email": "Cette adresse porte le nom d’une personne\u202f: donnez celle d’un service."}
        )


@tracked
class Person(Mergeable, Row, Sourced):
    """Somebody in a public role, a member of a team or a doctoral candidate.

    No birth date, nationality nor address: they must not be stored (standards B5).
    """

    belongs = Belongs(kind=TableKind.DIRECTORY, subject=True)

    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    family_name = models.CharField(_("nom"), max_length=100)
    given_name = models.CharField(_("prénom"), max_length=100)
    laboratory = models.ForeignKey(
        "programmes.Laboratory",
        verbose_name=_("laboratoire"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
    )
    informed_on = models.DateField(
        _("informée le"),
        null=True,
        blank=True,
        help_text=_("Date de l’information prévue par le RGPD (art. 13 et 14)."),
    )

    objects = PersonQuerySet.as_manager()
    called = ("family_name given_name",)

    class Meta:
        verbose_name = _("personne")
        verbose_name_plural = _("personnes")
        ordering = [*french("family_name"), "given_name"]
        indexes = [alike("person_alike", "family_name", "given_name")]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()
