"""The declaration of accessibility, as the law asks for it (law 2005-102, article 47; RGAA 4.1)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..fields import RichTextField
from ..roles import TableKind
from .base import Row
from .belonging import Belongs
from .tracking import tracked

VALID_YEARS: Final = 3
PARTLY: Final = 50  # percent of the criteria that apply


class Conformity(models.TextChoices):
    """The three words of the law."""

    FULL = "full", _("totalement conforme")
    PARTIAL = "partial", _("partiellement conforme")
    NONE = "none", _("non conforme")


def conformity_of(rate: Decimal | None) -> Conformity:
    """The word for a share of criteria kept, in percent; without an audit there is no share, and no conformity."""
    if rate is None or rate < PARTLY:
        return Conformity.NONE
    return Conformity.FULL if rate == 100 else Conformity.PARTIAL


class AccessibilityDeclarationQuerySet(models.QuerySet["AccessibilityDeclaration"]):
    """Declarations, one after the other."""

    def latest_on(self, day: date) -> "AccessibilityDeclaration | None":
        """The one that stands on a day; None before the first."""
        return self.filter(established_on__lte=day).order_by("-established_on").first()

    def conformity_on(self, day: date) -> Conformity:
        """The state of conformity on a day."""
        found = self.latest_on(day)
        return found.conformity if found else Conformity.NONE


def _lines(label: Any) -> Any:
    return models.TextField(label, blank=True, help_text="Une ligne pour chacun.")


@tracked
class AccessibilityDeclaration(Row):
    """What the site declares of its accessibility. A new audit makes a new declaration; the former ones stay.

    The state of conformity is computed from the audit: without one, « non conforme ».
    """

    belongs = Belongs(kind=TableKind.DUTY)
    seen_everywhere = True  # its word stands at the foot of every page

    established_on = models.DateField("établie le", unique=True)
    updated_on = models.DateField("mise à jour le", null=True, blank=True)
    audited_on = models.DateField("date de l’audit", null=True, blank=True)
    auditor = models.CharField("auteur de l’audit", max_length=200, blank=True)
    rate = models.DecimalField(
        "critères respectés, en %",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    mean_rate = models.DecimalField(
        "taux moyen par page, en %",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    non_conformities = _lines("contenus non conformes")
    non_conformities_en = _lines("contenus non conformes, en anglais")
    burdens = _lines("dérogations pour charge disproportionnée, avec leur raison")
    burdens_en = _lines("dérogations, en anglais")
    exempt = _lines("contenus non soumis à l’obligation")
    exempt_en = _lines("contenus non soumis, en anglais")
    technologies = _lines("technologies")
    technologies_en = _lines("technologies, en anglais")
    environment = _lines("environnement de test")
    environment_en = _lines("environnement de test, en anglais")
    tools = _lines("outils d’évaluation")
    tools_en = _lines("outils d’évaluation, en anglais")
    pages = _lines("pages vérifiées")
    pages_en = _lines("pages vérifiées, en anglais")
    scheme = RichTextField("schéma pluriannuel, trois ans au plus", blank=True)
    scheme_en = RichTextField("schéma pluriannuel, en anglais", blank=True)
    plan = RichTextField("plan d’action de l’année", blank=True)
    plan_en = RichTextField("plan d’action de l’année, en anglais", blank=True)

    objects = AccessibilityDeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = "déclaration d’accessibilité"
        verbose_name_plural = "déclarations d’accessibilité"
        ordering = ["-established_on"]
        constraints = [
            together("declaration_audit", "audited_on", "rate", "Un audit a une date et un taux."),
            models.CheckConstraint(
                name="declaration_mean_rate",
                condition=Q(mean_rate__isnull=True) | Q(rate__isnull=False),
                violation_error_message="Un taux moyen suppose un audit.",
            ),
        ]

    def __str__(self) -> str:
        return f"Déclaration du {self.established_on:%d/%m/%Y}, {self.conformity.label}"

    @property
    def conformity(self) -> Conformity:
        """The state of conformity that follows from the audit."""
        return conformity_of(self.rate)

    @property
    def valid_until(self) -> date:
        """Three years after it was last brought up to date."""
        last = self.updated_on or self.established_on
        return last.replace(year=last.year + VALID_YEARS, day=min(last.day, 28) if last.month == 2 else last.day)

    def lines(self, field: str) -> list[str]:
        """A list in the reader's language, an item a line; French when there is no English."""
        return [line.strip() for line in str(self.tr(field)).splitlines() if line.strip()]
