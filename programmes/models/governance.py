"""How the partners decide: meetings, decisions, and what was said."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..constraints import exactly_one
from ..enums import DecisionState, MeetingKind
from ..roles import TableKind
from .agreement import Party, Protocol
from .base import Row, Sourced
from .belonging import Belongs, row_of
from .organisations import Person
from .tracking import tracked


@tracked
class SteeringMeeting(Row, Sourced):
    """A meeting of a committee, or a written procedure: a decision without a meeting."""

    belongs = Belongs(kind=TableKind.GOVERNANCE, under=("protocol",))

    protocol = models.ForeignKey(
        Protocol, verbose_name=_("protocole"), on_delete=models.PROTECT, related_name="meetings"
    )
    kind = models.CharField(_("forme"), max_length=10, choices=MeetingKind)
    held_on = models.DateField(_("date"))
    place = models.CharField(_("lieu"), max_length=120, blank=True)
    agenda = models.TextField(_("ordre du jour"), blank=True)

    class Meta:
        verbose_name = _("réunion")
        verbose_name_plural = _("réunions")
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "kind", "held_on"],
                name="meeting_unique",
                violation_error_message=_("Cette réunion est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} du {self.held_on:%d/%m/%Y}"


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions of the partners."""

    def public(self) -> Self:
        """Those that the partners made public."""
        return self.filter(is_public=True)

    def visible_to(self, viewer: Any) -> Self:
        """Those made public, of the protocols that this viewer may see."""
        return self.public().filter(meeting__protocol__in=Protocol.objects.visible_to(viewer).values("pk"))

    def public_of(self, protocol: Protocol) -> Self:
        """Those of a protocol made public, the latest meeting first, with who carries them out."""
        rows = self.public().filter(meeting__protocol=protocol)
        return rows.select_related("meeting", "owner__organisation").order_by("-meeting__held_on", "number")

    def still_open(self) -> Self:
        """Those still to be carried out, the first due first; then those without a day."""
        return self.filter(state=DecisionState.OPEN).order_by(F("due_on").asc(nulls_last=True), "pk")

    def due_by(self, day: date) -> Self:
        """Those still to be carried out whose day comes by then, or has passed."""
        return self.filter(state=DecisionState.OPEN, due_on__lte=day).select_related("meeting", "owner__organisation")


@tracked
class Decision(Row, Sourced):
    """A decision taken in a meeting, with who carries it out and by when."""

    belongs = row_of("meeting", kind=TableKind.GOVERNANCE)

    meeting = models.ForeignKey(
        SteeringMeeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="decisions"
    )
    number = models.PositiveSmallIntegerField(_("numéro"))
    text = models.TextField(_("décision"))
    text_en = models.TextField(_("décision en anglais"), blank=True)
    owner = models.ForeignKey(
        Party,
        verbose_name=_("à la charge de"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
    )
    due_on = models.DateField(_("échéance"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=8, choices=DecisionState, default=DecisionState.OPEN)
    is_public = models.BooleanField(_("rendue publique"), default=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("décision")
        verbose_name_plural = _("décisions")
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="decision_unique",
                violation_error_message=_("Ce numéro de décision existe déjà dans la réunion."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, décision n° {self.number}"


@tracked
class Statement(Row, Sourced):
    """What somebody said in public of a protocol, or the foreword of a report; kept to the letter."""

    belongs = Belongs(kind=TableKind.GOVERNANCE, under=("protocol", "report"))

    protocol = models.ForeignKey(
        Protocol,
        verbose_name=_("protocole"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="statements",
    )
    report = models.ForeignKey(
        "programmes.AnnualReport",
        verbose_name=_("rapport"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="statements",
    )
    person = models.ForeignKey(
        Person, verbose_name=_("auteur des propos"), on_delete=models.PROTECT, related_name="statements"
    )
    function = models.CharField(_("fonction ce jour-là"), max_length=160)
    function_en = models.CharField(_("fonction en anglais"), max_length=160, blank=True)
    said_on = models.DateField(_("date"))
    text = models.TextField(_("propos"))
    text_en = models.TextField(_("propos en anglais"), blank=True, help_text=_("Traduction de courtoisie."))
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)

    class Meta:
        verbose_name = _("déclaration")
        verbose_name_plural = _("déclarations")
        ordering = ["rank", "said_on"]
        constraints = [
            exactly_one(
                "statement_one_subject",
                "protocol",
                "report",
                message="Une déclaration porte sur un protocole ou sur un rapport.",
            ),
            models.UniqueConstraint(
                fields=["protocol", "report", "person", "said_on"],
                name="statement_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette déclaration est déjà inscrite."),
            ),
            models.CheckConstraint(
                name="statement_not_empty",
                condition=~Q(text=""),
                violation_error_message=_("Une déclaration a un texte."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.said_on:%d/%m/%Y}"
