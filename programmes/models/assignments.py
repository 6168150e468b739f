"""Who is in charge of a record, from when to when, standing in for whom."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..constraints import in_order
from ..enums import AssignmentRole
from ..roles import TableKind
from .base import Row
from .belonging import Belongs
from .tracking import tracked
from .trail import About, AboutQuerySet


class AssignmentQuerySet(AboutQuerySet):
    """Who is in charge of records."""

    def stand_ins_on(self, day: date) -> Self:
        """Those who stand in for somebody on a day."""
        begun = Q(since__isnull=True) | Q(since__lte=day)
        return self.filter(begun, until__gte=day, standing_in_for__isnull=False)

    def contributing_on(self, day: date) -> Self:
        """Assignments in force on a day that put the record in somebody's hands: contributors, and every stand-in."""
        begun = Q(since__isnull=True) | Q(since__lte=day)
        lasting = Q(until__isnull=True) | Q(until__gte=day)
        return self.filter(begun, lasting, Q(role=AssignmentRole.CONTRIBUTOR) | Q(standing_in_for__isnull=False))


@tracked
class Assignment(About, Row):
    """Who contributes to a record or approves it, from when to when, standing in for whom."""

    belongs = Belongs(kind=TableKind.ASSIGNMENT, about=True)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField(_("rôle"), max_length=12, choices=AssignmentRole)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)
    standing_in_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("remplace"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stand_ins",
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        constraints = [
            in_order("assignment_dates", "since", "until", "Une attribution finit après avoir commencé."),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "user", "role", "since"],
                name="assignment_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette attribution est déjà inscrite."),
            ),
            models.CheckConstraint(
                name="assignment_stand_in_ends",
                condition=Q(standing_in_for__isnull=True) | Q(until__isnull=False),
                violation_error_message=_("Un remplacement a une date de fin."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"
