"""What every table shares: the version, the languages, the status, the question of visibility."""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Func
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..enums import Precision, RecordStatus
from .belonging import Belongs

M = TypeVar("M", bound=models.Model)


class Plain(Func):
    """Text without case nor accents, as French readers sort and search it (an SQL function of ours)."""

    function = "plain_text"
    output_field = models.TextField()


def french(field: str) -> tuple[Plain, F]:
    """The order of a French dictionary: « école » beside « ecole », not after « zoo »."""
    return Plain(F(field)), F(field)


class Row(models.Model):
    """A row that staff edit: versioned against concurrent edits, in the trail, marked when invented."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    is_demo = models.BooleanField(_("donnée de démonstration"), default=False, editable=False, db_index=True)

    belongs: ClassVar[Belongs]  # who may see and write the rows of this table

    class Meta:
        abstract = True

    def tr(self, field: str) -> str:
        """The text in the reader's language; French when the English text is missing."""
        return (getattr(self, f"{field}_en") if get_language() == "en" else "") or getattr(self, field)

    def lacks_translation(self, field: str) -> bool:
        """Whether an English reader gets the French text of this field."""
        return get_language() == "en" and bool(getattr(self, field)) and not getattr(self, f"{field}_en")


class Sourced(models.Model):
    """A row that states a fact about the world says where the fact comes from."""

    source = models.TextField(
        _("source"), blank=True, help_text=_("D’où vient cette information ; affichée sous la page publique.")
    )

    class Meta:
        abstract = True


class Figure(Sourced):
    """A row that holds a figure: how exactly it is known, and at which date."""

    precision = models.CharField(_("précision"), max_length=10, choices=Precision, default=Precision.EXACT)
    as_of = models.DateField(_("arrêté au"), null=True, blank=True)

    class Meta:
        abstract = True


class VisibleQuerySet(models.QuerySet[M]):
    """The one question of visibility, asked by every page, list, count, file, feed and chapter."""

    def published(self) -> Self:
        """Records that outsiders may see."""
        return self.filter(status=RecordStatus.PUBLISHED)

    def visible_to(self, viewer: Any) -> Self:
        """What this viewer may see outside the administration: published records and nothing else.

        Staff read drafts in the administration alone, so that a public page shows everybody the same.
        """
        return self.published()


class Record(Row, Sourced):
    """A record with a public page: it has a reference of ours and goes through the record cycle."""

    reference = models.SlugField(
        _("référence"),
        max_length=60,
        unique=True,
        help_text=_("Courte, unique et stable ; imprimée dans les exports, clé des imports."),
    )
    status = models.CharField(
        _("statut"), max_length=12, choices=RecordStatus, default=RecordStatus.DRAFT, editable=False
    )

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        """Whether outsiders may see it."""
        return self.status == RecordStatus.PUBLISHED


class Slugged(models.Model):
    """A record whose public address carries words; a published one leaves a redirect when they change."""

    slug = models.SlugField(
        _("adresse"),
        max_length=120,
        unique=True,
        help_text=_("Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle."),
    )

    class Meta:
        abstract = True
