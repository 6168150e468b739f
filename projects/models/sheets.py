"""The yearly sheets of actions, and actions as evidence of a commitment."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes import questions
from programmes.models import Evidence, YearlySheet
from programmes.models.belonging import Belongs
from programmes.models.sheets import SheetQuerySet
from programmes.models.tracking import tracked
from programmes.questions import HEADLINE, Lack, Question
from programmes.roles import TableKind

from .life import Event, Output
from .projects import Project


class ProjectSheetQuerySet(SheetQuerySet["ProjectSheet"]):
    """Yearly sheets of actions."""

    def with_answers(self) -> Self:
        """Load what tells which answers are there."""
        return self.select_related("campaign", "project").prefetch_related(
            "project__key_figures", "project__milestones"
        )


@tracked
class ProjectSheet(YearlySheet):
    """The yearly sheet of an action."""

    belongs = Belongs(
        kind=TableKind.RECORD, under=("project", "campaign"), protocols=("campaign__protocol",), subject=True
    )

    questions = questions.OF_ACTIONS
    subject_field = "project"

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="sheets")
    headline = models.CharField(
        _("l’année en une phrase"),
        max_length=HEADLINE.length,
        blank=True,
        help_text=_("Public\u00a0: imprimée dans le rapport."),
    )
    headline_en = models.CharField(_("l’année en une phrase, en anglais"), max_length=HEADLINE.length, blank=True)

    objects: ClassVar[Any] = ProjectSheetQuerySet.as_manager()

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

    def lacks_of(self, question: Question, *, in_french: bool) -> Iterator[Lack]:
        """Key figures of last year without a value this year, values without a source, milestones past their day."""
        match question:
            case questions.KEY_FIGURES:
                yield from self._lacks_of_figures(question)
            case questions.MILESTONES:
                yield from self._lacks_of_milestones(question)
            case _:
                yield from super().lacks_of(question, in_french=in_french)

    def _lacks_of_figures(self, question: Question) -> Iterator[Lack]:
        year, rows = self.campaign.year, list(self.project.key_figures.all())
        now = {row.label: row for row in rows if row.year == year}
        for row in now.values():
            if not row.source.strip():
                yield Lack(question=question, sentence=f"{row.label}, sa source")
        for row in rows:
            if row.year == year - 1 and row.label not in now:
                yield Lack(question=question, sentence=f"{row.label}, valeur et source", blocks=False)

    def _lacks_of_milestones(self, question: Question) -> Iterator[Lack]:
        for row in self.project.milestones.all():
            if row.planned_on and row.planned_on <= self.campaign.ends_on and row.reached_on is None:
                yield Lack(
                    question=question,
                    sentence=f"Jalon «\u00a0{row.label}\u00a0»\u00a0: atteint, ou non\u202f?",
                    blocks=False,
                )


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


@tracked
class OutputEvidence(Evidence):
    """An output of an action as evidence that a commitment was kept in a year."""

    output = models.ForeignKey(Output, verbose_name=_("production"), on_delete=models.PROTECT, related_name="evidence")

    class Meta(Evidence.Meta):
        verbose_name = _("production probante")
        verbose_name_plural = _("productions probantes")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "output"],
                name="output_evidence_unique",
                violation_error_message=_("Cette production est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return str(self.output)


@tracked
class EventEvidence(Evidence):
    """An event as evidence that a commitment was kept in a year."""

    event = models.ForeignKey(Event, verbose_name=_("événement"), on_delete=models.PROTECT, related_name="evidence")

    class Meta(Evidence.Meta):
        verbose_name = _("événement probant")
        verbose_name_plural = _("événements probants")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "event"],
                name="event_evidence_unique",
                violation_error_message=_("Cet événement est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return str(self.event)
