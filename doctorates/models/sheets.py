"""The yearly sheets of theses, and theses as evidence of a commitment."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes import questions
from programmes.models import Evidence, YearlySheet
from programmes.models.belonging import Belongs
from programmes.models.tracking import tracked
from programmes.questions import Lack, Question
from programmes.roles import TableKind

from ..enums import ThesisState
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

    def lacks_of(self, question: Question, *, in_french: bool) -> Iterator[Lack]:
        """Dates that a thesis in progress should have, and a planned defence whose day has passed."""
        if question != questions.THESIS_STATE:
            yield from super().lacks_of(question, in_french=in_french)
        elif self.thesis.state == ThesisState.IN_PROGRESS:
            planned = self.thesis.planned_defence
            if planned is None:
                yield Lack(question=question, sentence="Soutenance prévue", blocks=False)
            elif planned <= self.campaign.ends_on:
                yield Lack(question=question, sentence="Soutenance\u00a0: passée, ou reportée\u202f?", blocks=False)
            if self.thesis.contract_ends_on is None:
                yield Lack(question=question, sentence="Fin du contrat", blocks=False)


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
