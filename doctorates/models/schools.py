"""Doctoral schools."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programmes.models import Organisation
from programmes.models.base import KeptQuerySet, Mergeable, Row, Sourced
from programmes.models.belonging import Belongs
from programmes.models.tracking import tracked
from programmes.roles import TableKind


def school_words(name: str, number: int) -> str:
    """A doctoral school, named in passing."""
    return f"{name} ({gettext('n°')}\N{NO-BREAK SPACE}{number})"


@tracked
class DoctoralSchool(Mergeable, Row, Sourced):
    """A doctoral school (école doctorale), known by its ministerial number; names change with time (facts A8)."""

    belongs = Belongs(kind=TableKind.DIRECTORY, subject=True)

    number = models.PositiveSmallIntegerField(_("numéro"), unique=True)
    acronym = models.CharField(_("sigle"), max_length=40, blank=True)
    former_acronym = models.CharField(_("ancien sigle"), max_length=40, blank=True)
    name = models.CharField(_("nom"), max_length=200)
    name_en = models.CharField(_("nom en anglais"), max_length=200, blank=True)
    city = models.CharField(_("ville"), max_length=80, blank=True)
    created_year = models.PositiveSmallIntegerField(_("année de création"), null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("établissement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="doctoral_schools",
    )

    objects = KeptQuerySet.as_manager()
    called = ("name", "name_en", "acronym", "former_acronym")

    class Meta:
        verbose_name = _("école doctorale")
        verbose_name_plural = _("écoles doctorales")
        ordering = ["number"]

    def __str__(self) -> str:
        return school_words(self.acronym or self.name, self.number)
