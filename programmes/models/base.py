"""What every table shares: the version, the languages, the status, the question of visibility."""

from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..enums import Precision, RecordStatus
from ..refusals import PLAIN, UNIQUE
from .belonging import Belongs

M = TypeVar("M", bound=models.Model)


class Plain(Func):
    """Text without case nor accents, as French readers sort and search it (an SQL function of ours)."""

    function = "plain_text"
    output_field = models.TextField()


class Newest(Func):
    """Days as numbers that grow backwards: the newest first, an unknown day last, in one ascending order."""

    template = "COALESCE(DATE '9999-12-31' - %(expressions)s, 9999999)"
    output_field = models.IntegerField()


class AcademicYear(models.Func):
    """The civil year in which the academic year of a day began: on 1 August."""

    template = "EXTRACT(YEAR FROM %(expressions)s - INTERVAL '7 months')::integer"
    output_field = models.IntegerField()


def alike(name: str, *fields: str) -> GinIndex:
    """An index of names without case nor accents, by groups of three letters: finds those that look alike."""
    parts = [part for field in fields for part in (Value(" "), F(field))][1:]
    text = Plain(Concat(*parts) if len(parts) > 1 else parts[0])
    return GinIndex(OpClass(text, name="gin_trgm_ops"), name=name)


def french(field: str) -> tuple[Plain, F]:
    """The order of a French dictionary: « école » beside « ecole », not after « zoo »."""
    return Plain(F(field)), F(field)


class Row(models.Model):
    """A row that staff edit: versioned against concurrent edits, in the trail, marked when invented."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    is_demo = models.BooleanField(_("donnée de démonstration"), default=False, editable=False, db_index=True)

    belongs: ClassVar[Belongs]  # who may see and write the rows of this table
    seen_everywhere: ClassVar[bool | None] = None  # on the pages of any record; None: as its kind (models.stamps)

    class Meta:
        abstract = True

    def unique_error_message(self, model_class: type[models.Model], unique_check: Any) -> ValidationError:
        """In the words of staff: Django’s own sentence speaks of objects."""
        kind = "unique" if len(unique_check) == 1 else "unique_together"
        return ValidationError(PLAIN[UNIQUE], code=kind)

    def tr(self, field: str) -> str:
        """The text in the reader's language; French when the English text is missing."""
        return (getattr(self, f"{field}_en") if get_language() == "en" else "") or getattr(self, field)

    def lacks_translation(self, field: str) -> bool:
        """Whether an English reader gets the French text of this field."""
        return get_language() == "en" and bool(getattr(self, field)) and not getattr(self, f"{field}_en")

    def language_of(self, field: str) -> str:
        """The language of the text that the reader gets, to announce when it is not theirs; empty when it is."""
        return "fr" if self.lacks_translation(field) else ""


class Sourced(models.Model):
    """A row that states a fact about the world says where the fact comes from."""

    source = models.TextField(
        _("source"), blank=True, help_text=_("D’où vient cette information\u202f; affichée sous la page publique.")
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

    def with_page(self) -> Self:
        """Records that have a page once they are published."""
        return self

    def visible_to(self, viewer: Any) -> Self:
        """What this viewer may see outside the administration: published records and nothing else.

        Staff read drafts in the administration alone, so that a public page shows everybody the same. A preview is
        that page, shown in the administration to a viewer who `also_sees` its one record (`viewers.Preview`).
        """
        also_sees = getattr(viewer, "also_sees", None)
        if also_sees is None:
            return self.published()
        every = type(self)(self.model)
        shown = Q(pk__in=every.published().values("pk"))
        return self.filter(shown | Q(also_sees(self.model), pk__in=every.with_page().values("pk")))


class Kept:
    """Mixed into the querysets of bodies and people, of which some were found to be another one recorded twice."""

    def kept(self) -> Self:
        """Records that were not merged into another: the only ones to list, count, choose or export."""
        return self.filter(merged_into__isnull=True)  # type: ignore[attr-defined]


class KeptQuerySet(Kept, models.QuerySet[M]):
    """Bodies and people without a page of their own on the site."""


class Mergeable(models.Model):
    """A body or a person that may turn out to be recorded twice: the absorbed record stays and says where it went.

    Only `programmes.merge` writes it, the database sees to that; a record that absorbed others is never itself
    absorbed with them still pointing at it, so that one step always leads to the record kept.
    """

    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("fusionné dans"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="absorbed",
    )

    # The columns under which it is known, the fullest first; several joined by a space make one name.
    called: ClassVar[tuple[str, ...]] = ("name", "acronym")

    class Meta:
        abstract = True


class Record(Row, Sourced):
    """A record with a public page: it has a reference of ours and goes through the record cycle."""

    reference = models.SlugField(
        _("référence"),
        max_length=60,
        unique=True,
        help_text=_("Courte, unique et stable\u202f; imprimée dans les exports, clé des imports."),
    )
    status = models.CharField(
        _("statut"), max_length=12, choices=RecordStatus, default=RecordStatus.DRAFT, editable=False
    )

    # Paths to other records whose pages show this one, besides those that it names itself.
    shown_on: ClassVar[tuple[str, ...]] = ()

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
