"""What is kept about records: visas, moves, doubts, former addresses."""

from collections.abc import Sequence
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..constraints import refusal, together
from ..enums import VisaPurpose
from ..roles import TableKind
from .agreement import Party
from .base import Row, Sourced
from .belonging import Belongs
from .tracking import every_visa, tracked


class AboutQuerySet(models.QuerySet[Any]):
    """Rows that are about a record of any kind."""

    def about(self, record: models.Model) -> Self:
        """Those about this record."""
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)

    def among(self, records: Sequence[models.Model]) -> set[int]:
        """The primary keys of those of these records, all of one kind, that a row is about."""
        if not records:
            return set()
        kind = ContentType.objects.get_for_model(records[0])
        keys = [record.pk for record in records]
        return set(self.filter(content_type=kind, object_id__in=keys).values_list("object_id", flat=True))


class About(models.Model):
    """A row about a record of any app."""

    content_type = models.ForeignKey(ContentType, verbose_name=_("nature de la fiche"), on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField(_("numéro interne de la fiche"))
    record = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["content_type", "object_id"])]


class VisaQuerySet(AboutQuerySet):
    """Visas of parties."""

    def in_force(self, purpose: VisaPurpose = VisaPurpose.APPROVAL) -> Self:
        """Visas that were not cancelled since: approvals, or agreements that no sheet is due."""
        return self.filter(cancelled_at__isnull=True, purpose=purpose)

    def shown_of(self, kind: Any, sheets: Any) -> Self:
        """Approvals in force of sheets of one kind, as pages show them: with who gave each, in the parties' order."""
        rows = self.in_force().filter(content_type=kind, object_id__in=sheets)
        return rows.select_related("party__organisation").order_by("party__rank")


@tracked
class Visa(About, Row):
    """The approval of a sheet or a report by a party, naming the version it saw. Cancelled, never deleted."""

    belongs = Belongs(kind=TableKind.JOURNAL, about=True)

    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.PROTECT, related_name="visas")
    purpose = models.CharField(_("pour"), max_length=14, choices=VisaPurpose, default=VisaPurpose.APPROVAL)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("donné par"), on_delete=models.PROTECT, related_name="visas"
    )
    seen = models.CharField(
        _("version lue"), max_length=64, help_text=_("Version de la fiche, ou empreinte du contenu du rapport.")
    )
    given_at = models.DateTimeField(_("donné le"))
    cancelled_at = models.DateTimeField(_("annulé le"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("annulé par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = VisaQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("visa")
        triggers = [
            every_visa(
                "(SELECT app_label || '_' || model FROM django_content_type WHERE id = OLD.content_type_id)",
                "OLD.object_id",
                operation=pgtrigger.Update | pgtrigger.Delete,
            )
        ]
        verbose_name_plural = _("visas")
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "party", "purpose"],
                condition=Q(cancelled_at__isnull=True),
                name="visa_one_in_force",
                violation_error_message=_("Cette partie a déjà donné son visa."),
            ),
            together("visa_cancelled_pair", "cancelled_at", "cancelled_by", "Une annulation a une date et un auteur."),
        ]

    def __str__(self) -> str:
        return f"{self.party}, {self.given_at:%d/%m/%Y}"


class StatusChange(About):
    """A step of the workflow that was taken: from, to, by whom, for which party, when, why. Nobody edits or erases it.

    `version` is that of the record once the step was taken; `details` hold what the step was given: a demand for each
    field of a sheet handed back, the dates of a deadline that moved.
    """

    belongs = Belongs(kind=TableKind.JOURNAL, about=True)

    step = models.CharField(_("étape"), max_length=40)
    label = models.CharField(_("libellé"), max_length=80)
    old = models.CharField(_("de"), max_length=14)
    new = models.CharField(_("à"), max_length=14)
    made_at = models.DateTimeField(_("le"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("par"), on_delete=models.PROTECT, related_name="status_changes"
    )
    party = models.ForeignKey(
        Party, verbose_name=_("pour la partie"), on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    link = models.ForeignKey(
        "programmes.ResponseLink",
        verbose_name=_("par le lien de réponse"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="status_changes",
    )
    standing_in_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("en remplacement de"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version de la fiche"), null=True, editable=False)
    reason = models.TextField(_("motif"), blank=True)
    details = models.JSONField(_("précisions"), default=dict, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    context = models.ForeignKey(
        "pghistory.Context",
        verbose_name=_("action"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = AboutQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("changement de statut")
        verbose_name_plural = _("changements de statut")
        ordering = ["-made_at", "-pk"]
        triggers = [
            pgtrigger.Trigger(
                name="same_action",  # as what the step wrote: the trail tells both at once
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="NEW.context_id = _pgh_attach_context(); RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="append_only",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("NOT OLD.is_demo"),
                func=refusal("status_change_kept", "Le journal des statuts ne se modifie pas."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.old} → {self.new})"

    @property
    def author(self) -> str:
        """Who took the step, in words: the respondent whose link it was, else the account."""
        return self.link.who if self.link else str(self.made_by)


@tracked
class Remark(About, Row, Sourced):
    """A doubt about a field of a record: another source gives another value (« les sources divergent »)."""

    belongs = Belongs(kind=TableKind.RECORD, about=True)

    field = models.CharField(_("champ"), max_length=60)
    other_value = models.TextField(_("autre valeur"))
    other_value_en = models.TextField(_("autre valeur en anglais"), blank=True)

    objects = AboutQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("remarque")
        verbose_name_plural = _("remarques")
        ordering = ["content_type", "object_id", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "other_value"],
                name="remark_unique",
                violation_error_message=_("Cette remarque est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.field_label}\u00a0: {self.other_value}"

    @property
    def field_label(self) -> str:
        """What the field is called on screen; its own name for one that no longer exists."""
        try:
            model = ContentType.objects.get_for_id(self.content_type_id).model_class()
            field: Any = model._meta.get_field(self.field)  # type: ignore[union-attr]
            return str(field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name)
        except (AttributeError, FieldDoesNotExist):
            return self.field


class FormerSlugQuerySet(AboutQuerySet):
    """Addresses that published records left."""

    def left(self, model: type[models.Model], slug: str) -> "FormerSlug | None":
        """The trace of a record of this kind at this old address; None when nobody lived there."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), slug=slug).first()


class FormerSlug(About):
    """An address that a published record left: it redirects for ever. Written by the database itself."""

    belongs = Belongs(kind=TableKind.JOURNAL, about=True)

    slug = models.SlugField(_("ancienne adresse"), max_length=120)
    is_demo = models.BooleanField(default=False, editable=False)

    objects = FormerSlugQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("ancienne adresse")
        verbose_name_plural = _("anciennes adresses")
        constraints = [models.UniqueConstraint(fields=["content_type", "slug"], name="former_slug_unique")]

    def __str__(self) -> str:
        return self.slug
