"""Planned money: funding schemes, contributions of funders, own means declared."""

from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programmes.constraints import in_order, not_negative
from programmes.enums import Precision
from programmes.fields import MoneyField
from programmes.models import Organisation
from programmes.models.base import Figure, Row, Sourced
from programmes.models.belonging import Belongs, row_of
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from ..enums import ContributionNature
from .projects import Project


@tracked
class FundingScheme(Row, Sourced):
    """A funding scheme (dispositif d’aide), dated: the RIN until 2022, Normandie Recherche since (facts 5)."""

    belongs = Belongs(kind=TableKind.DIRECTORY)

    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    name = models.CharField(_("nom"), max_length=200)
    name_en = models.CharField(_("nom en anglais"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="schemes",
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("volet de"), on_delete=models.PROTECT, null=True, blank=True, related_name="strands"
    )
    successor = models.ForeignKey(
        "self", verbose_name=_("remplacé par"), on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("dispositif d’aide")
        verbose_name_plural = _("dispositifs d’aide")
        ordering = ["name"]
        constraints = [in_order("scheme_dates", "since", "until", "Un dispositif finit après avoir commencé.")]

    def __str__(self) -> str:
        return self.name


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Planned contributions."""

    def with_funders(self) -> Self:
        """Load who pays."""
        return self.select_related("scheme").prefetch_related("funder_links__organisation")


@tracked
class Contribution(Row, Figure):
    """What is planned: an amount by one funder, or by several together when the split is not known."""

    belongs = Belongs(kind=TableKind.MONEY, under=("project",), givers="funder_links__organisation", subject=True)

    project = models.ForeignKey(
        Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="contributions"
    )
    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    nature = models.CharField(_("nature"), max_length=10, choices=ContributionNature, default=ContributionNature.GRANT)
    scheme = models.ForeignKey(
        FundingScheme,
        verbose_name=_("dispositif"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
    )
    purpose = models.CharField(
        _("objet"), max_length=200, blank=True, help_text=_("Par exemple\u00a0: achat, travaux.")
    )
    purpose_en = models.CharField(_("objet en anglais"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("année"), null=True, blank=True, validators=[MinValueValidator(1900)])
    amount = MoneyField(_("montant prévu"), help_text=_("En euros."))
    amount_max = MoneyField(_("montant prévu, au plus"), null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution prévue")
        verbose_name_plural = _("contributions prévues")
        ordering = ["project", "-amount", "reference"]
        constraints = [
            not_negative("contribution_amount", "amount", message="Un montant prévu n’est pas négatif."),
            models.CheckConstraint(
                name="contribution_between",
                condition=~Q(precision=Precision.BETWEEN) | Q(amount_max__isnull=False, amount_max__gte=F("amount")),
                violation_error_message=_("«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}, {self.reference}"


@tracked
class ContributionFunder(Row):
    """A funder of a contribution."""

    belongs = row_of("contribution", kind=TableKind.MONEY)

    contribution = models.ForeignKey(
        Contribution, verbose_name=_("contribution"), on_delete=models.CASCADE, related_name="funder_links"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("financeur"), on_delete=models.PROTECT, related_name="contribution_links"
    )

    class Meta:
        verbose_name = _("financeur")
        verbose_name_plural = _("financeurs")
        ordering = ["contribution", "organisation"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "organisation"],
                name="contribution_funder_unique",
                violation_error_message=_("Ce financeur est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)


@tracked
class Expense(Row, Sourced):
    """An expense met by own means, as declared by a party: half a salary has no agreement and no payment."""

    belongs = Belongs(kind=TableKind.MONEY, under=("project",), givers="organisation", subject=True)

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="expenses")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("déclarée par"), on_delete=models.PROTECT, related_name="expenses"
    )
    year = models.PositiveSmallIntegerField(_("exercice"), validators=[MinValueValidator(1900)])
    purpose = models.CharField(_("objet"), max_length=200)
    purpose_en = models.CharField(_("objet en anglais"), max_length=200, blank=True)
    amount = MoneyField(_("montant"))
    declared_on = models.DateField(_("déclarée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("dépense constatée")
        verbose_name_plural = _("dépenses constatées")
        ordering = ["project", "year"]
        constraints = [
            not_negative("expense_amount", "amount", message="Une dépense n’est pas négative."),
            models.UniqueConstraint(
                fields=["project", "organisation", "year", "purpose"],
                name="expense_unique",
                violation_error_message=_("Cette dépense est déjà inscrite."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.purpose} ({self.year})"
