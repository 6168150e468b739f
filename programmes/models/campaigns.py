"""Campaigns: the collection of the yearly sheets, with the deadline of each party."""

from datetime import date
from typing import Self

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..constraints import in_order, refusal
from ..enums import CampaignKind, CampaignStatus
from ..roles import TableKind
from .agreement import Party, Protocol
from .base import Row
from .belonging import Belongs, row_of
from .tracking import tracked


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns."""

    def of_year(self, protocol: Protocol, year: int, kind: str = CampaignKind.YEARLY) -> "Campaign":
        """The campaign of a year; not saved when nobody planned it, with the period that a year has (design 3)."""
        found = self.filter(protocol=protocol, year=year, kind=kind).select_related("protocol").first()
        if found:
            return found
        first, last = protocol.period_of(year)
        if kind == CampaignKind.FINAL:
            first = protocol.starts_on or first
        return Campaign(protocol=protocol, year=year, kind=kind, starts_on=first, ends_on=last, money_as_of=last)

    def due_to_open(self, day: date) -> Self:
        """Planned ones whose opening day has come."""
        return self.filter(status=CampaignStatus.PLANNED, opens_on__lte=day)

    def due_to_close(self, day: date) -> Self:
        """Open ones whose last day has passed."""
        return self.filter(status=CampaignStatus.OPEN, closes_on__lt=day)


@tracked
class Campaign(Row):
    """The collection of the yearly sheets of a protocol, from its opening to its closing."""

    belongs = Belongs(kind=TableKind.FRAME, under=("protocol",), subject=True)

    protocol = models.ForeignKey(
        Protocol, verbose_name=_("protocole"), on_delete=models.PROTECT, related_name="campaigns"
    )
    kind = models.CharField(_("nature"), max_length=10, choices=CampaignKind, default=CampaignKind.YEARLY)
    year = models.PositiveSmallIntegerField(_("année"), validators=[MinValueValidator(1900)])
    starts_on = models.DateField(_("début de la période"))
    ends_on = models.DateField(_("fin de la période"))
    money_as_of = models.DateField(_("montants arrêtés au"))
    opens_on = models.DateField(_("ouverture"), null=True, blank=True)
    contributors_due_on = models.DateField(_("échéance des contributeurs"), null=True, blank=True)
    closes_on = models.DateField(_("clôture"), null=True, blank=True)
    status = models.CharField(
        _("statut"), max_length=12, choices=CampaignStatus, default=CampaignStatus.PLANNED, editable=False
    )

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campagne")
        verbose_name_plural = _("campagnes")
        ordering = ["-year", "kind"]
        triggers = [
            pgtrigger.Trigger(
                name="campaign_kind_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("NEW.kind <> OLD.kind AND OLD.status <> 'planned'"),
                func=refusal("campaign_kind_kept", "La nature d’une campagne ouverte ne change plus."),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "kind", "year"],
                name="campaign_unique",
                violation_error_message=_("Cette campagne existe déjà."),
            ),
            in_order("campaign_period", "starts_on", "ends_on", "La période finit après avoir commencé."),
            in_order("campaign_open_due", "opens_on", "contributors_due_on", "L’échéance suit l’ouverture."),
            in_order("campaign_due_close", "contributors_due_on", "closes_on", "La clôture suit l’échéance."),
        ]

    def __str__(self) -> str:
        return f"Campagne {self.get_kind_display()} {self.year}"


@tracked
class CampaignDeadline(Row):
    """The day by which a party gives its visas in a campaign."""

    belongs = row_of("campaign", kind=TableKind.FRAME)

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campagne"), on_delete=models.CASCADE, related_name="deadlines"
    )
    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.PROTECT, related_name="deadlines")
    due_on = models.DateField(_("échéance"))

    class Meta:
        verbose_name = _("échéance d’une partie")
        verbose_name_plural = _("échéances des parties")
        ordering = ["campaign", "due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "party"],
                name="deadline_unique",
                violation_error_message=_("Cette partie a déjà une échéance."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party}, {self.due_on:%d/%m/%Y}"
