"""One body, one record: what each merge moved, so that it can be undone, and which pairs are not duplicates."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..enums import MergedKind
from ..roles import TableKind
from .base import Row
from .belonging import Belongs, row_of
from .tracking import tracked
from .trail import About, AboutQuerySet


class MergeQuerySet(AboutQuerySet):
    """Merges, done and undone."""

    def in_force(self) -> Self:
        """Merges that were not undone."""
        return self.filter(undone_at__isnull=True)

    def of_absorbed(self, record: models.Model) -> Self:
        """The merges by which this record went into another."""
        return self.filter(content_type=ContentType.objects.get_for_model(record), absorbed_id=record.pk)

    def concerning(self, record: models.Model) -> Self:
        """The merges in which this record had a part, kept or absorbed."""
        return self.about(record) | self.of_absorbed(record)


class Merge(About):
    """Two records found to be one: which is kept (`record`), what the other held, who decided and why."""

    belongs = Belongs(kind=TableKind.JOURNAL, about=True)

    absorbed_id = models.PositiveBigIntegerField(_("numéro interne de la fiche fusionnée"))
    absorbed = models.JSONField(_("fiche fusionnée"), encoder=DjangoJSONEncoder)
    reason = models.TextField(_("motif"))
    merged_at = models.DateTimeField(_("fusionné le"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("fusionné par"), on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(_("défaite le"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("défaite par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    undone_reason = models.TextField(_("motif du retour"), blank=True)
    absorbed_record = GenericForeignKey("content_type", "absorbed_id")

    objects = MergeQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("fusion")
        verbose_name_plural = _("fusions")
        ordering = ["-merged_at"]
        constraints = [
            together("merge_undone_pair", "undone_at", "undone_by", "Une fusion défaite a une date et un auteur."),
            models.UniqueConstraint(
                fields=["content_type", "absorbed_id"],
                condition=Q(undone_at__isnull=True),
                name="merge_one_in_force",
                violation_error_message=_("Cette fiche est déjà fusionnée."),
            ),
        ]

    def __str__(self) -> str:
        return f"Fusion de « {self.absorbed['name']} », {self.merged_at:%d/%m/%Y}"


class MergedRow(About):
    """One thing that a merge did: a link moved, a link that both sides had and is kept once, a value taken over.

    `version` is that in which the merge left the row; undoing refuses when it is no longer that one.
    """

    belongs = row_of("merge", kind=TableKind.JOURNAL)

    merge = models.ForeignKey(Merge, verbose_name=_("fusion"), on_delete=models.CASCADE, related_name="rows")
    kind = models.CharField(_("ce qui a été fait"), max_length=8, choices=MergedKind)
    field = models.CharField(_("champ"), max_length=60, blank=True)
    old = models.JSONField(_("de"), null=True, encoder=DjangoJSONEncoder)
    new = models.JSONField(_("à"), null=True, encoder=DjangoJSONEncoder)
    version = models.PositiveIntegerField(_("version"), null=True)

    objects = AboutQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("ligne d’une fusion")
        verbose_name_plural = _("lignes d’une fusion")
        ordering = ["merge", "pk"]

    def __str__(self) -> str:
        return f"{self.content_type.name} n° {self.object_id}, {self.get_kind_display()}"


class DistinctPairQuerySet(models.QuerySet["DistinctPair"]):
    """Pairs that somebody looked at."""

    def of(self, model: type[models.Model]) -> Self:
        """Pairs of records of this kind."""
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def remember(self, one: models.Model, other: models.Model) -> "DistinctPair":
        """Note that these two are not one; once is enough."""
        first, second = sorted((one.pk, other.pk))
        kind = ContentType.objects.get_for_model(one)
        is_demo = getattr(one, "is_demo", False) or getattr(other, "is_demo", False)
        found = self.get_or_create(content_type=kind, first_id=first, second_id=second, defaults={"is_demo": is_demo})
        return found[0]

    def among(self, model: type[models.Model], keys: Iterable[Any]) -> set[tuple[int, int]]:
        """The pairs of these records that are known to be two."""
        wanted = list(keys)
        pairs = self.of(model).filter(first_id__in=wanted, second_id__in=wanted)
        return set(pairs.values_list("first_id", "second_id"))


@tracked
class DistinctPair(Row):
    """Two records that look alike and are not one: somebody looked, and they are not shown again."""

    belongs = Belongs(kind=TableKind.DIRECTORY)

    content_type = models.ForeignKey(ContentType, verbose_name=_("nature des fiches"), on_delete=models.PROTECT)
    first_id = models.PositiveBigIntegerField(_("première fiche"), editable=False)
    second_id = models.PositiveBigIntegerField(_("seconde fiche"), editable=False)
    first = GenericForeignKey("content_type", "first_id")
    second = GenericForeignKey("content_type", "second_id")

    objects = DistinctPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("paire distincte")
        verbose_name_plural = _("paires distinctes")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "first_id", "second_id"], name="distinct_pair_unique"),
            models.CheckConstraint(name="distinct_pair_order", condition=Q(first_id__lt=F("second_id"))),
        ]

    def __str__(self) -> str:
        return f"{self.content_type.name} n° {self.first_id} et {self.second_id}"
