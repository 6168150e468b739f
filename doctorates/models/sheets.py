"""The yearly sheets of theses, and theses as evidence of a commitment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes import questions
from programmes.models import Evidence, YearlySheet
from programmes.models.belonging import Belongs
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from .theses import Thesis


@tracked
class ThesisSheet(YearlySheet):
    """The yearly sheet of a thesis."""

    belongs = Belongs(
        kind=TableKind.RECORD, under=("thesis", "campaign"), protocols=("campaign__protocol",), subject=True
    )

    questions = questions.OF_THESES
    subject_field = "thesis"

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.PROTECT, related_name="sheets")

    class Meta(YearlySheet.Meta):
        verbose_name = _("fiche annuelle d’une thèse")
        verbose_name_plural = _("fiches annuelles des thèses")
        constraints = [
            *YearlySheet.Meta.constraints,
            models.UniqueConstraint(
                fields=["campaign", "thesis"],
                name="thesis_sheet_unique",
                violation_error_message=_("Cette thèse a déjà une fiche dans la campagne."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thesis} ({self.campaign.year})"


@tracked
class ThesisEvidence(Evidence):
    """A thesis as evidence that a commitment was kept in a year."""

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.PROTECT, related_name="evidence")

    class Meta(Evidence.Meta):
        verbose_name = _("thèse probante")
        verbose_name_plural = _("thèses probantes")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "thesis"],
                name="thesis_evidence_unique",
                violation_error_message=_("Cette thèse est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return str(self.thesis)
