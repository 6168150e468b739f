"""How a promise is measured: indicators and their yearly values."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..enums import Precision
from ..roles import TableKind
from .base import Figure, Row, Sourced
from .belonging import row_of
from .commitments import Commitment
from .tracking import tracked


@tracked
class Indicator(Row, Sourced):
    """A measure of a commitment, yearly or cumulative; typed in, or computed from records by a named rule."""

    belongs = row_of("commitment", kind=TableKind.FRAME)

    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("engagement"), on_delete=models.PROTECT, related_name="indicators"
    )
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)
    label = models.CharField(_("intitulé"), max_length=200)
    label_en = models.CharField(_("intitulé en anglais"), max_length=200, blank=True)
    definition = models.TextField(_("définition"), blank=True)
    definition_en = models.TextField(_("définition en anglais"), blank=True)
    unit = models.CharField(_("unité"), max_length=60)
    unit_en = models.CharField(_("unité en anglais"), max_length=60, blank=True)
    is_cumulative = models.BooleanField(
        _("cumulatif"), default=False, help_text=_("La valeur d’une année comprend celles des années précédentes.")
    )
    baseline = models.DecimalField(_("valeur de départ"), max_digits=14, decimal_places=2, null=True, blank=True)
    baseline_year = models.PositiveSmallIntegerField(
        _("année de départ"), null=True, blank=True, validators=[MinValueValidator(1900)]
    )
    target = models.DecimalField(_("cible"), max_digits=14, decimal_places=2, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(_("année de la cible"), null=True, blank=True)
    rule = models.CharField(
        _("règle de calcul"),
        max_length=60,
        blank=True,
        help_text=_("Nom d’une règle qui compte des fiches\u202f; vide\u00a0: la valeur est saisie."),
    )

    class Meta:
        verbose_name = _("indicateur")
        verbose_name_plural = _("indicateurs")
        ordering = ["commitment", "rank", "reference"]

    def __str__(self) -> str:
        return self.label


@tracked
class IndicatorValue(Row, Figure):
    """What an indicator was to be and was in a year."""

    belongs = row_of("indicator")

    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indicateur"), on_delete=models.CASCADE, related_name="values"
    )
    year = models.PositiveSmallIntegerField(_("année"), validators=[MinValueValidator(1900)])
    target = models.DecimalField(_("cible"), max_digits=14, decimal_places=2, null=True, blank=True)
    actual = models.DecimalField(_("réalisé"), max_digits=14, decimal_places=2, null=True, blank=True)
    actual_max = models.DecimalField(_("réalisé, au plus"), max_digits=14, decimal_places=2, null=True, blank=True)
    comment = models.TextField(_("commentaire"), blank=True)
    comment_en = models.TextField(_("commentaire en anglais"), blank=True)

    class Meta:
        verbose_name = _("valeur d’un indicateur")
        verbose_name_plural = _("valeurs des indicateurs")
        ordering = ["indicator", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"],
                name="indicator_value_unique",
                violation_error_message=_("Cet indicateur a déjà une valeur pour cette année."),
            ),
            models.CheckConstraint(
                name="indicator_value_between",
                condition=~Q(precision=Precision.BETWEEN)
                | Q(actual__isnull=False, actual_max__isnull=False, actual_max__gte=F("actual")),
                violation_error_message=_("«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}"
