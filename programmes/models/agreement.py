"""The agreement: protocols, the organisations bound by them, signatures and amendments."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, OrderBy, Q, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..constraints import in_order
from ..enums import AmendmentKind
from ..roles import TableKind
from .base import Record, Row, Sourced, VisibleQuerySet
from .belonging import Belongs, row_of
from .organisations import Organisation, Person
from .tracking import tracked


class ProtocolState(models.TextChoices):
    """Where a protocol stands on a day: computed, never stored."""

    FUTURE = "future", _("à venir")
    IN_FORCE = "in_force", _("en vigueur")
    EXTENDED = "extended", _("prolongé")
    EXPIRED = "expired", _("échu")
    UNKNOWN = "unknown", _("dates non renseignées")


def in_force_first(way: str = "") -> tuple[OrderBy, OrderBy]:
    """The order of protocols: the one in force, or the last one; those to come stand behind. `way` leads to them."""
    to_come = Case(When(**{f"{way}starts_on__gt": Now()}, then=1), default=0)
    return OrderBy(to_come), F(f"{way}starts_on").desc(nulls_last=True)


class ProtocolQuerySet(VisibleQuerySet["Protocol"]):
    """Protocols, the latest first."""

    def latest_first(self) -> Self:
        """The protocol in force, or the last one, comes first."""
        return self.order_by(*in_force_first(), "-pk")

    def begun_by(self, year: int) -> Self:
        """Those that had begun by the end of a year, or whose beginning is not known."""
        return self.filter(Q(starts_on__year__lte=year) | Q(starts_on__isnull=True))

    def with_agreement(self) -> Self:
        """Load what the page of the agreement shows."""
        return self.prefetch_related(
            "parties__organisation",
            "parties__acts",
            "parties__signatures__person",
            "amendments",
            "statements__person",
            "successors",
        ).select_related("predecessor")


@tracked
class Protocol(Record):
    """A cooperation protocol. Several may exist: another region's, or the successor of this one.

    The reference stands in public addresses: /fr/engagements/<reference>/4/.
    """

    belongs = Belongs(kind=TableKind.FRAME, protocols=("pk",), subject=True)

    title = models.CharField(_("intitulé"), max_length=250)
    title_en = models.CharField(_("intitulé en anglais"), max_length=250, blank=True)
    short_title = models.CharField(_("intitulé court"), max_length=80)
    short_title_en = models.CharField(_("intitulé court en anglais"), max_length=80, blank=True)
    summary = models.TextField(_("présentation"), blank=True)
    summary_en = models.TextField(_("présentation en anglais"), blank=True)
    predecessor = models.ForeignKey(
        "self", verbose_name=_("succède à"), on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    signed_on = models.DateField(_("signé le"), null=True, blank=True)
    signed_at_place = models.CharField(_("lieu de la signature"), max_length=160, blank=True)
    starts_on = models.DateField(_("prend effet le"), null=True, blank=True)
    ends_on = models.DateField(_("échéance"), null=True, blank=True)
    legal_reference = models.CharField(_("référence juridique"), max_length=160, blank=True)

    objects = ProtocolQuerySet.as_manager()

    class Meta:
        verbose_name = _("protocole")
        verbose_name_plural = _("protocoles")
        ordering = ["-starts_on", "reference"]
        constraints = [
            in_order("protocol_dates", "starts_on", "ends_on", "Un protocole finit après avoir commencé."),
            models.CheckConstraint(
                name="protocol_not_own_predecessor",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("id")),
                violation_error_message=_("Un protocole ne succède pas à lui-même."),
            ),
        ]

    def __str__(self) -> str:
        return self.short_title

    @property
    def term(self) -> date | None:
        """The day it ends, extensions included; None when unknown."""
        ends = [amendment.new_end_date for amendment in self.amendments.all() if amendment.new_end_date]
        return max([day for day in (self.ends_on, *ends) if day], default=None)

    def state_on(self, day: date) -> ProtocolState:
        """Where it stands on a day: to come, in force, extended by an amendment, expired."""
        term = self.term
        if not self.starts_on or not term:
            return ProtocolState.UNKNOWN
        if day < self.starts_on:
            return ProtocolState.FUTURE
        if day > term:
            return ProtocolState.EXPIRED
        return ProtocolState.EXTENDED if self.ends_on and day > self.ends_on else ProtocolState.IN_FORCE

    def period_of(self, year: int) -> tuple[date, date]:
        """1 January to 31 December, cut by the protocol's dates."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return max(first, self.starts_on or first), min(last, self.term or last)


class PartyQuerySet(models.QuerySet["Party"]):
    """Organisations bound by protocols."""

    def of_body(self, body: int | None) -> Self:
        """The parties for which a body acts: itself, or a body above it."""
        return self.filter(organisation__in=Organisation.objects.above(body))


@tracked
class Party(Row):
    """An organisation bound by a protocol. Signatures, deadlines, roles and visas are a party's."""

    belongs = row_of("protocol", kind=TableKind.FRAME)

    protocol = models.ForeignKey(
        Protocol, verbose_name=_("protocole"), on_delete=models.CASCADE, related_name="parties"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisme"), on_delete=models.PROTECT, related_name="parties"
    )
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("partie")
        verbose_name_plural = _("parties")
        ordering = ["protocol", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "organisation"],
                name="party_unique",
                violation_error_message=_("Cet organisme est déjà partie au protocole."),
            ),
            models.UniqueConstraint(
                fields=["protocol", "rank"],
                name="party_rank_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Deux parties ont le même rang."),
            ),
        ]

    def __str__(self) -> str:
        return self.organisation.name


@tracked
class ProtocolAct(Row, Sourced):
    """The act by which a party authorised its signature: a deliberation, a decision."""

    belongs = row_of("party", kind=TableKind.FRAME)

    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.CASCADE, related_name="acts")
    body = models.CharField(_("organe"), max_length=120, help_text=_("Par exemple\u00a0: commission permanente."))
    number = models.CharField(_("numéro"), max_length=60)
    decided_on = models.DateField(_("date"), null=True, blank=True)

    class Meta:
        verbose_name = _("acte d’autorisation")
        verbose_name_plural = _("actes d’autorisation")
        ordering = ["party", "decided_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "number"],
                name="act_unique",
                violation_error_message=_("Cet acte est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}, n° {self.number}"


@tracked
class Signature(Row, Sourced):
    """Who signed a protocol for a party, in which function, on which day."""

    belongs = row_of("party", kind=TableKind.FRAME)

    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(
        Person, verbose_name=_("signataire"), on_delete=models.PROTECT, related_name="signatures"
    )
    function = models.CharField(_("fonction ce jour-là"), max_length=160)
    function_en = models.CharField(_("fonction en anglais"), max_length=160, blank=True)
    signed_on = models.DateField(_("signé le"))

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["party", "signed_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "person", "signed_on"],
                name="signature_unique",
                violation_error_message=_("Cette signature est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.function}"


@tracked
class Amendment(Row, Sourced):
    """An amendment (avenant): a dated change of a protocol; an extension has a new end date."""

    belongs = row_of("protocol", kind=TableKind.FRAME)

    protocol = models.ForeignKey(
        Protocol, verbose_name=_("protocole"), on_delete=models.CASCADE, related_name="amendments"
    )
    number = models.PositiveSmallIntegerField(_("numéro"))
    kind = models.CharField(_("objet"), max_length=10, choices=AmendmentKind)
    title = models.CharField(_("intitulé"), max_length=250)
    title_en = models.CharField(_("intitulé en anglais"), max_length=250, blank=True)
    signed_on = models.DateField(_("signé le"), null=True, blank=True)
    new_end_date = models.DateField(_("nouvelle échéance"), null=True, blank=True)

    class Meta:
        verbose_name = _("avenant")
        verbose_name_plural = _("avenants")
        ordering = ["protocol", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "number"],
                name="amendment_unique",
                violation_error_message=_("Ce numéro d’avenant existe déjà."),
            ),
            models.CheckConstraint(
                name="amendment_extension_has_end",
                condition=Q(kind=AmendmentKind.EXTENSION, new_end_date__isnull=False)
                | (~Q(kind=AmendmentKind.EXTENSION) & Q(new_end_date__isnull=True)),
                violation_error_message=_("Une prolongation, et elle seule, fixe une nouvelle échéance."),
            ),
        ]

    def __str__(self) -> str:
        return f"Avenant n° {self.number}"
