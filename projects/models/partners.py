"""Who takes part in a joint action: bodies, laboratories, people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.constraints import exactly_one, in_order
from programmes.models import Laboratory, Organisation, Person
from programmes.models.base import Row, Sourced
from programmes.models.belonging import row_of
from programmes.models.tracking import tracked

from ..enums import ParticipationRole, TeamRole
from .projects import Project


@tracked
class Participation(Row, Sourced):
    """What an organisation or a laboratory does in an action."""

    belongs = row_of("project")

    project = models.ForeignKey(
        Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="participations"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
    )
    laboratory = models.ForeignKey(
        Laboratory,
        verbose_name=_("laboratoire"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
    )
    role = models.CharField(_("rôle"), max_length=16, choices=ParticipationRole)
    note = models.CharField(_("précision"), max_length=200, blank=True)
    note_en = models.CharField(_("précision en anglais"), max_length=200, blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["project", "id"]
        constraints = [
            exactly_one(
                "participation_one_body",
                "organisation",
                "laboratory",
                message="Une participation est celle d’un organisme ou d’un laboratoire.",
            ),
            models.UniqueConstraint(
                fields=["project", "organisation", "laboratory", "role"],
                name="participation_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette participation est déjà inscrite."),
            ),
            in_order("participation_dates", "since", "until", "Une participation finit après avoir commencé."),
        ]

    def __str__(self) -> str:
        return f"{self.organisation or self.laboratory}, {self.get_role_display()}"


@tracked
class TeamMember(Row, Sourced):
    """What a person does in an action: a chair has several people with roles, not one holder (facts A5)."""

    belongs = row_of("project")

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("rôle"), max_length=12, choices=TeamRole)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("membre de l’équipe")
        verbose_name_plural = _("membres des équipes")
        ordering = ["project", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person", "role", "since"],
                name="team_member_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette personne a déjà ce rôle."),
            ),
            in_order("team_member_dates", "since", "until", "Un rôle finit après avoir commencé."),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
