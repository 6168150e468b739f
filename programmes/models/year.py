"""The year of a commitment: its sheet, the level that each party gives it, its evidence."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import questions
from ..constraints import refusal
from ..enums import CampaignKind, Level
from ..questions import Lack, Question
from ..roles import TableKind
from .agreement import Party
from .base import Row, Sourced
from .belonging import Belongs, row_of
from .commitments import Commitment
from .sheets import SheetQuerySet, YearlySheet
from .tracking import tracked


class CommitmentSheetQuerySet(SheetQuerySet["CommitmentSheet"]):
    """Yearly sheets of commitments."""

    def with_assessments(self) -> Self:
        """Load what the level of a sheet is read from."""
        return self.prefetch_related("assessments__party__organisation", "campaign__protocol__parties")

    def with_answers(self) -> Self:
        """Load what tells which answers are there."""
        return self.with_assessments().prefetch_related("commitment__indicators__values")


@tracked
class CommitmentSheet(YearlySheet):
    """The yearly sheet of a commitment: the level on which every party agrees, or the fact that they differ."""

    belongs = Belongs(
        kind=TableKind.RECORD, under=("commitment", "campaign"), protocols=("campaign__protocol",), subject=True
    )

    questions = questions.OF_COMMITMENTS
    subject_field = "commitment"

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("engagement"), on_delete=models.PROTECT, related_name="sheets"
    )

    objects: ClassVar[Any] = CommitmentSheetQuerySet.as_manager()

    class Meta(YearlySheet.Meta):
        verbose_name = _("fiche annuelle d’un engagement")
        verbose_name_plural = _("fiches annuelles des engagements")
        constraints = [
            *YearlySheet.Meta.constraints,
            models.UniqueConstraint(
                fields=["campaign", "commitment"],
                name="commitment_sheet_unique",
                violation_error_message=_("Cet engagement a déjà une fiche dans la campagne."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment} ({self.campaign.year})"

    def lacks_of(self, question: Question, *, in_french: bool) -> Iterator[Lack]:
        """Levels that parties have still to give, values of indicators that are typed in."""
        if question == questions.LEVEL:
            for party in self.parties_without_level():
                yield Lack(question=question, sentence=f"Niveau selon {party}", blocks=False, party=party.pk)
        elif question == questions.INDICATORS:
            yield from self._lacks_of_indicators(question)
        else:
            yield from super().lacks_of(question, in_french=in_french)

    def _lacks_of_indicators(self, question: Question) -> Iterator[Lack]:
        for indicator in self.commitment.indicators.all():
            value = next((row for row in indicator.values.all() if row.year == self.campaign.year), None)
            known = value is not None and value.actual is not None
            if known and value is not None and not value.source.strip():
                yield Lack(question=question, sentence=f"{indicator}, sa source", field=f"indicator-{indicator.pk}")
            elif not known and not indicator.rule:
                yield Lack(
                    question=question,
                    sentence=f"{indicator}, sa valeur",
                    blocks=False,
                    field=f"indicator-{indicator.pk}",
                )

    def parties_without_level(self) -> list[Party]:
        """The parties that have not said how they see the commitment."""
        given = {assessment.party_id for assessment in self.assessments.all()}
        return [party for party in self.campaign.protocol.parties.all() if party.pk not in given]

    @property
    def level(self) -> Level | None:
        """The level every party agrees on; None when one is missing or when they differ."""
        levels = {assessment.level for assessment in self.assessments.all()}
        parties = {party.pk for party in self.campaign.protocol.parties.all()}
        given = {assessment.party_id for assessment in self.assessments.all()}
        return Level(levels.pop()) if len(levels) == 1 and parties == given else None

    @property
    def assessments_differ(self) -> bool:
        """Whether parties gave different levels: the report then prints each text."""
        return len({assessment.level for assessment in self.assessments.all()}) > 1


def level_of_campaign() -> pgtrigger.Trigger:
    """The levels of a final campaign are never given in another one, and conversely."""
    final = ", ".join(f"'{level.value}'" for level in Level.of_campaign(CampaignKind.FINAL))
    judged = "Un bilan final dit d’un engagement s’il est tenu, partiellement tenu, non tenu, ou ne peut être apprécié."
    under_way = (
        "«\u00a0Tenu\u00a0» et «\u00a0non tenu\u00a0» appartiennent au bilan final\u00a0: "
        "cette campagne dit où en est l’engagement."
    )
    return pgtrigger.Trigger(
        name="level_of_campaign",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("is_final", "boolean")],
        func=f"""
            SELECT c.kind = '{CampaignKind.FINAL.value}' INTO is_final
            FROM programmes_commitmentsheet s JOIN programmes_campaign c ON c.id = s.campaign_id
            WHERE s.id = NEW.sheet_id;
            IF is_final AND NEW.level NOT IN ({final}) THEN {refusal("level_of_campaign", judged)} END IF;
            IF NOT is_final AND NEW.level IN ({final}) THEN {refusal("level_of_campaign", under_way)} END IF;
            RETURN NEW;
        """,  # noqa: S608 - words of our own lists, nothing from outside
    )


@tracked
class CommitmentAssessment(Row):
    """The level at which a party sees a commitment, with its words."""

    belongs = row_of("sheet")

    sheet = models.ForeignKey(
        CommitmentSheet, verbose_name=_("fiche"), on_delete=models.CASCADE, related_name="assessments"
    )
    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.PROTECT, related_name="assessments")
    level = models.CharField(_("niveau"), max_length=14, choices=Level)
    text = models.TextField(_("appréciation"), blank=True)
    text_en = models.TextField(_("appréciation en anglais"), blank=True)

    class Meta:
        verbose_name = _("appréciation d’une partie")
        verbose_name_plural = _("appréciations des parties")
        ordering = ["sheet", "party__rank"]
        triggers = [level_of_campaign()]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "party"],
                name="assessment_unique",
                violation_error_message=_("Cette partie a déjà donné son appréciation."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party}\u00a0: {self.get_level_display()}"


class Evidence(Row):
    """What shows that a commitment was kept: a link of a commitment's sheet to a record or a document."""

    belongs = row_of("sheet")

    sheet = models.ForeignKey(
        CommitmentSheet, verbose_name=_("fiche"), on_delete=models.CASCADE, related_name="%(app_label)s_%(class)ss"
    )
    text = models.TextField(_("en quoi c’est un élément probant"), blank=True)
    text_en = models.TextField(_("en anglais"), blank=True)
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)

    class Meta:
        abstract = True
        ordering = ["sheet", "rank"]


@tracked
class CommitmentEvidence(Evidence, Sourced):
    """Evidence that is no record of ours: a page, a publication, a press release."""

    title = models.CharField(_("intitulé"), max_length=200)
    title_en = models.CharField(_("intitulé en anglais"), max_length=200, blank=True)
    url = models.URLField(_("adresse"), blank=True)

    class Meta(Evidence.Meta):
        verbose_name = _("élément probant")
        verbose_name_plural = _("éléments probants")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "title"],
                name="evidence_unique",
                violation_error_message=_("Cet élément est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return self.title
