"""Voted money: grants, their amendments, instalments and payments."""

from datetime import date
from typing import Self

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from programmes.constraints import across_rows, in_order, not_negative
from programmes.fields import MoneyField
from programmes.models import Organisation
from programmes.models.base import Row, Sourced
from programmes.models.belonging import Belongs, row_of
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from ..enums import BudgetKind, InstalmentKind
from .money import Contribution, FundingScheme
from .projects import Project

ZERO = Value(0, models.DecimalField())


def paid_within_voted(old: str, new: str) -> pgtrigger.Trigger:
    """Of each grant touched, paid less what was paid back stays within voted + amendments − cancelled."""
    return across_rows(
        "paid_within_voted",
        declare=[("touched", "bigint"), ("voted", "numeric"), ("paid", "numeric")],
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            FOREACH touched IN ARRAY ARRAY[{old}, {new}] LOOP
                CONTINUE WHEN touched IS NULL;
                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;
                SELECT g.amount - g.cancelled_amount
                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)
                  INTO voted FROM projects_grant g WHERE g.id = touched;
                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;
                IF paid > voted THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(
                        'Les versements (%s\u00a0€) dépassent le montant voté de la subvention (%s\u00a0€).',
                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));
                END IF;
            END LOOP;
            RETURN NULL;
        """,  # noqa: S608 - both names are ours, nothing comes from outside
    )


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants."""

    def with_money(self) -> Self:
        """Load what the five columns of money need."""
        return self.select_related("organisation", "beneficiary").prefetch_related("amendments", "payments")

    def lapsing(self, first: date, last: date) -> Self:
        """Those with money left to pay that lapse between two days, `due_on`: the last amendment decides."""
        amendments = GrantAmendment.objects.filter(grant=OuterRef("pk"))
        moved = amendments.filter(new_lapse_date__isnull=False).order_by("-number").values("new_lapse_date")[:1]
        more = amendments.order_by().values("grant").annotate(total=Sum("amount")).values("total")
        paid = Payment.objects.filter(grant=OuterRef("pk")).order_by().values("grant").annotate(total=Sum("amount"))
        known = self.annotate(
            due_on=Coalesce(Subquery(moved), "lapses_on"),
            unpaid=F("amount")
            - F("cancelled_amount")
            + Coalesce(Subquery(more), ZERO)
            - Coalesce(Subquery(paid.values("total")), ZERO),
        )
        return known.filter(due_on__range=(first, last), unpaid__gt=0).select_related("project")


@tracked
class Grant(Row, Sourced):
    """A grant (subvention) voted by a funder: it consumes an AE or an AP, and is paid in instalments."""

    belongs = Belongs(kind=TableKind.MONEY, under=("project",), givers="organisation", subject=True)

    reference = models.SlugField(_("référence"), max_length=60, unique=True)
    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="grants")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("attribuant"), on_delete=models.PROTECT, related_name="grants_given"
    )
    beneficiary = models.ForeignKey(
        Organisation, verbose_name=_("bénéficiaire"), on_delete=models.PROTECT, related_name="grants_received"
    )
    scheme = models.ForeignKey(
        FundingScheme,
        verbose_name=_("dispositif"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
    )
    contribution = models.ForeignKey(
        Contribution,
        verbose_name=_("contribution prévue"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
    )
    purpose = models.CharField(_("objet"), max_length=256)
    deciding_body = models.CharField(_("organe délibérant"), max_length=120, blank=True)
    decision_number = models.CharField(_("numéro de la délibération"), max_length=60, blank=True)
    voted_on = models.DateField(_("votée le"), null=True, blank=True)
    budget = models.CharField(_("AE ou AP"), max_length=2, choices=BudgetKind, blank=True)
    amount = MoneyField(_("montant voté"))
    is_lump_sum = models.BooleanField(_("forfait"), default=True)
    rate = models.DecimalField(
        _("taux (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    eligible_base = MoneyField(_("assiette éligible"), null=True, blank=True)
    convention_number = models.CharField(_("numéro de la convention"), max_length=60, blank=True)
    convention_signed_on = models.DateField(_("convention signée le"), null=True, blank=True)
    eligible_from = models.DateField(_("dépenses éligibles du"), null=True, blank=True)
    eligible_until = models.DateField(_("au"), null=True, blank=True)
    lapses_on = models.DateField(_("caducité"), null=True, blank=True)
    cancelled_amount = MoneyField(_("montant annulé"), default=0)
    cancelled_on = models.DateField(_("annulé le"), null=True, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("subvention")
        verbose_name_plural = _("subventions")
        ordering = ["project", "voted_on", "reference"]
        triggers = [paid_within_voted("OLD.id", "NEW.id")]
        constraints = [
            not_negative("grant_amounts", "amount", "cancelled_amount", message="Un montant n’est pas négatif."),
            in_order("grant_vote_sign", "voted_on", "convention_signed_on", "La convention est signée après le vote."),
            in_order(
                "grant_eligible_dates", "eligible_from", "eligible_until", "La période éligible est dans l’ordre."
            ),
            models.CheckConstraint(
                name="grant_rate_and_base",
                condition=Q(is_lump_sum=True, rate__isnull=True, eligible_base__isnull=True)
                | Q(is_lump_sum=False, rate__isnull=False, eligible_base__isnull=False),
                violation_error_message=_("Un forfait n’a ni taux ni assiette\u202f; sinon il faut les deux."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


@tracked
class GrantAmendment(Row, Sourced):
    """An amendment of a grant's agreement: more or less money, another lapse date."""

    belongs = row_of("grant", kind=TableKind.MONEY)

    grant = models.ForeignKey(Grant, verbose_name=_("subvention"), on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField(_("avenant n°"))
    signed_on = models.DateField(_("signé le"), null=True, blank=True)
    amount = MoneyField(_("montant ajouté ou retiré"), default=0)
    new_lapse_date = models.DateField(_("nouvelle caducité"), null=True, blank=True)

    class Meta:
        verbose_name = _("avenant d’une subvention")
        verbose_name_plural = _("avenants des subventions")
        ordering = ["grant", "number"]
        triggers = [paid_within_voted("OLD.grant_id", "NEW.grant_id")]
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "number"],
                name="grant_amendment_unique",
                violation_error_message=_("Ce numéro d’avenant existe déjà."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.grant}, avenant n° {self.number}"


class InstalmentQuerySet(models.QuerySet["Instalment"]):
    """Parts of grants to be paid."""

    def balances_due(self, day: date) -> Self:
        """Balances expected by a day, `due_on`, that no payment order has settled."""
        expected = self.filter(kind=InstalmentKind.BALANCE, expected_on__lte=day, payments__isnull=True)
        return expected.annotate(due_on=F("expected_on")).select_related("grant__project")


@tracked
class Instalment(Row):
    """A part of a grant to be paid: advance, interim, balance; and the papers it waits for."""

    belongs = row_of("grant", kind=TableKind.MONEY)

    grant = models.ForeignKey(Grant, verbose_name=_("subvention"), on_delete=models.CASCADE, related_name="instalments")
    kind = models.CharField(_("nature"), max_length=8, choices=InstalmentKind)
    number = models.PositiveSmallIntegerField(_("n°"), default=1)
    amount = MoneyField(_("montant"))
    expected_on = models.DateField(_("attendu le"), null=True, blank=True)
    papers_due_on = models.DateField(_("pièces attendues le"), null=True, blank=True)
    papers_received_on = models.DateField(_("pièces reçues le"), null=True, blank=True)

    objects = InstalmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("échéance de versement")
        verbose_name_plural = _("échéances de versement")
        ordering = ["grant", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "number"],
                name="instalment_unique",
                violation_error_message=_("Ce numéro d’échéance existe déjà."),
            ),
            not_negative("instalment_amount", "amount", message="Un montant n’est pas négatif."),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} n° {self.number}"


class PaymentQuerySet(models.QuerySet["Payment"]):
    """Payments."""

    def until(self, day: date) -> Self:
        """Those ordered on this day or before."""
        return self.filter(paid_on__lte=day)


@tracked
class Payment(Row, Sourced):
    """A payment order (mandat); negative when money was paid back."""

    belongs = row_of("grant", kind=TableKind.MONEY)

    grant = models.ForeignKey(Grant, verbose_name=_("subvention"), on_delete=models.PROTECT, related_name="payments")
    instalment = models.ForeignKey(
        Instalment,
        verbose_name=_("échéance"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="payments",
    )
    mandate_number = models.CharField(_("numéro de mandat"), max_length=40)
    budget_year = models.PositiveSmallIntegerField(_("exercice"), validators=[MinValueValidator(1900)])
    paid_on = models.DateField(_("mandaté le"))
    amount = MoneyField(_("montant"), help_text=_("Négatif pour un reversement."))

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("versement")
        verbose_name_plural = _("versements")
        ordering = ["grant", "paid_on", "pk"]
        triggers = [paid_within_voted("OLD.grant_id", "NEW.grant_id")]
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "budget_year", "mandate_number"],
                name="payment_unique",
                violation_error_message=_("Ce mandat est déjà inscrit."),
            ),
            models.CheckConstraint(
                name="payment_not_zero",
                condition=~Q(amount=0),
                violation_error_message=_("Un versement n’est pas nul."),
            ),
        ]

    def __str__(self) -> str:
        return f"Mandat {self.mandate_number}"
