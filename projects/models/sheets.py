"""The yearly sheets of actions, and actions as evidence of a commitment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models import Evidence, YearlySheet
from programmes.models.belonging import Belongs
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from .projects import Project


@tracked
class ProjectSheet(YearlySheet):
    """The yearly sheet of an action."""

    belongs = Belongs(
        kind=TableKind.RECORD, under=("project", "campaign"), protocols=("campaign__protocol",), subject=True
    )

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="sheets")

    class Meta(YearlySheet.Meta):
        verbose_name = _("fiche annuelle d’une action")
        verbose_name_plural = _("fiches annuelles des actions")
        constraints = [
            *YearlySheet.Meta.constraints,
            models.UniqueConstraint(
                fields=["campaign", "project"],
                name="project_sheet_unique",
                violation_error_message=_("Cette action a déjà une fiche dans la campagne."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} ({self.campaign.year})"


@tracked
class ProjectEvidence(Evidence):
    """An action as evidence that a commitment was kept in a year."""

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="evidence")

    class Meta(Evidence.Meta):
        verbose_name = _("action probante")
        verbose_name_plural = _("actions probantes")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "project"],
                name="project_evidence_unique",
                violation_error_message=_("Cette action est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return str(self.project)
