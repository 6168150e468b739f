"""Withdrawing a published edition for a legal reason: each party agrees for itself, the last one withdraws it."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..constraints import refusal, together
from ..roles import TableKind
from .agreement import Party
from .base import Row
from .belonging import row_of
from .reports import AnnualReport, Edition, frozen, kept
from .stamps import Stamping
from .tracking import tracked

EVERY_PARTY = refusal("withdrawal_by_every_party", "Une édition n’est retirée que si chaque partie l’a accepté.")
PUBLISHED_ONLY = refusal("withdrawal_of_published", "Seule une édition publiée se retire.")
AGREED = refusal("withdrawal_agreement_kept", "L’édition est retirée\u00a0: les accords donnés ne changent plus.")


class WithdrawalAgreementQuerySet(models.QuerySet["WithdrawalAgreement"]):
    """Agreements of parties to withdraw an edition."""

    def in_force(self) -> Self:
        """Those that no refusal struck."""
        return self.filter(cancelled_at__isnull=True)

    def pending(self, report: AnnualReport) -> Self:
        """Those in force for an edition of a report that is not withdrawn yet; the first one proposed it."""
        waiting = self.in_force().filter(edition__report=report, edition__withdrawal__isnull=True)
        return waiting.select_related("edition__report").order_by("given_at", "pk")


@tracked
class WithdrawalAgreement(Row):
    """A party agrees that an edition be withdrawn, for the reason given. Cancelled by a refusal, never deleted."""

    belongs = row_of("edition", kind=TableKind.JOURNAL)

    edition = models.ForeignKey(
        Edition, verbose_name=_("édition"), on_delete=models.PROTECT, related_name="withdrawal_agreements"
    )
    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("motif"))
    given_at = models.DateTimeField(_("donné le"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("donné par"), on_delete=models.PROTECT, related_name="+"
    )
    cancelled_at = models.DateTimeField(_("annulé le"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("annulé par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = WithdrawalAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("accord d’une partie pour un retrait")
        verbose_name_plural = _("accords des parties pour un retrait")
        ordering = ["edition", "given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "party"],
                condition=Q(cancelled_at__isnull=True),
                name="withdrawal_agreement_unique",
                violation_error_message=_("Cette partie a déjà accepté ce retrait."),
            ),
            together(
                "withdrawal_agreement_cancelled", "cancelled_at", "cancelled_by", "Un refus a une date et un auteur."
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="kept_once_withdrawn",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF EXISTS (SELECT FROM programmes_editionwithdrawal WHERE edition_id = OLD.edition_id)
                    THEN {AGREED} END IF;
                    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition}, {self.party}"


class EditionWithdrawal(models.Model):
    """The withdrawal of an edition for a legal reason, agreed by every party; its address then answers 410."""

    belongs = row_of("edition", kind=TableKind.JOURNAL)
    seen_everywhere = True

    edition = models.OneToOneField(
        Edition, verbose_name=_("édition"), on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(_("motif"))
    withdrawn_at = models.DateTimeField(_("retirée le"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("retirée par"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("retrait d’une édition")
        verbose_name_plural = _("retraits des éditions")
        triggers = [
            frozen(),
            kept("OLD.edition_id"),
            Stamping(),
            pgtrigger.Trigger(
                name="by_every_party",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"""
                    IF NOT EXISTS (SELECT FROM programmes_editionpublication WHERE edition_id = NEW.edition_id)
                    THEN {PUBLISHED_ONLY} END IF;
                    IF EXISTS (
                        SELECT FROM programmes_edition e
                        JOIN programmes_annualreport r ON r.id = e.report_id
                        JOIN programmes_campaign c ON c.id = r.campaign_id
                        JOIN programmes_party p ON p.protocol_id = c.protocol_id
                        WHERE e.id = NEW.edition_id AND NOT EXISTS (
                            SELECT FROM programmes_withdrawalagreement a
                            WHERE a.edition_id = e.id AND a.party_id = p.id AND a.cancelled_at IS NULL)
                    ) THEN {EVERY_PARTY} END IF;
                    RETURN NEW;
                """,  # noqa: S608 - names of our own tables, nothing from outside
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}\u00a0: {self.reason}"
