"""The year: the yearly sheets, and the evidence of a commitment."""

from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..enums import Channel, Level, SheetStatus
from ..roles import TableKind
from .agreement import Party
from .base import Row, Sourced
from .belonging import Belongs, row_of
from .campaigns import Campaign
from .commitments import Commitment
from .organisations import Person
from .tracking import sheet_visas, tracked

M = TypeVar("M", bound=models.Model)


class SheetQuerySet(models.QuerySet[M]):
    """Yearly sheets, by what outsiders may read."""

    def public(self) -> Self:
        """Approved sheets as a published edition froze them, the latest year first.

        A sheet handed in again after that edition waits for the next one.
        """
        return (
            self.filter(
                status=SheetStatus.APPROVED,
                campaign__report__editions__publication__isnull=False,
                campaign__report__editions__withdrawal__isnull=True,
                campaign__report__editions__frozen_at__gte=F("submitted_at"),
            )
            .distinct()
            .select_related("campaign")
            .order_by("-campaign__year", "campaign__kind")
        )


class YearlySheet(Row):
    """What is jointly declared of a record for a campaign (fiche annuelle). One a record and campaign.

    Each text says who reads its answer: the public, or the partners only.
    """

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campagne"), on_delete=models.PROTECT, related_name="%(class)ss"
    )
    status = models.CharField(
        _("statut"), max_length=14, choices=SheetStatus, default=SheetStatus.TO_FILL, editable=False
    )
    nothing_new = models.BooleanField(_("rien de nouveau depuis l’an dernier"), default=False)
    progress = models.TextField(_("ce qui a été fait"), blank=True, help_text=_("Public : imprimé dans le rapport."))
    progress_en = models.TextField(_("ce qui a été fait, en anglais"), blank=True)
    next_steps = models.TextField(_("ce qui est prévu"), blank=True, help_text=_("Public : imprimé dans le rapport."))
    next_steps_en = models.TextField(_("ce qui est prévu, en anglais"), blank=True)
    difficulties = models.TextField(
        _("difficultés"), blank=True, help_text=_("Entre partenaires : n’est jamais publié.")
    )
    channel = models.CharField(_("reçue par"), max_length=10, choices=Channel, default=Channel.DIRECT)
    behalf_of = models.ForeignKey(
        Person,
        verbose_name=_("remplie pour"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("soumise le"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("soumise par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects: ClassVar[Any] = SheetQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-campaign__year", "pk"]
        triggers = [sheet_visas()]
        constraints = [
            together("%(class)s_submission", "submitted_at", "submitted_by", "Une soumission a une date et un auteur."),
            models.CheckConstraint(
                name="%(class)s_complete",
                condition=~Q(status__in=[SheetStatus.SUBMITTED, SheetStatus.APPROVED])
                | Q(nothing_new=True)
                | ~Q(progress=""),
                violation_error_message=_("Une fiche soumise dit ce qui a été fait, ou « rien de nouveau »."),
            ),
        ]

    @property
    def has_text(self) -> bool:
        """Whether it says something: what was done, or that nothing is new."""
        return self.nothing_new or bool(self.progress.strip())


class CommitmentSheetQuerySet(SheetQuerySet["CommitmentSheet"]):
    """Yearly sheets of commitments."""

    def with_assessments(self) -> Self:
        """Load what the level of a sheet is read from."""
        return self.prefetch_related("assessments__party__organisation", "campaign__protocol__parties")


@tracked
class CommitmentSheet(YearlySheet):
    """The yearly sheet of a commitment: the level on which every party agrees, or the fact that they differ."""

    belongs = Belongs(
        kind=TableKind.RECORD, under=("commitment", "campaign"), protocols=("campaign__protocol",), subject=True
    )

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
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "party"],
                name="assessment_unique",
                violation_error_message=_("Cette partie a déjà donné son appréciation."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} : {self.get_level_display()}"


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


@tracked
class ResponseLink(Row):
    """The personal address sent to a respondent for one campaign. Only a hash of its token is stored."""

    belongs = Belongs(kind=TableKind.GOVERNANCE, under=("campaign",))

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campagne"), on_delete=models.CASCADE, related_name="response_links"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("répondant"), on_delete=models.PROTECT, related_name="response_links"
    )
    email = models.EmailField(_("envoyé à"))
    token_hash = models.CharField(_("empreinte"), max_length=64, unique=True, editable=False)
    sent_on = models.DateTimeField(_("envoyé le"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("révoqué le"), null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("révoqué par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = _("lien de réponse")
        verbose_name_plural = _("liens de réponse")
        ordering = ["campaign", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "person"],
                name="response_link_unique",
                violation_error_message=_("Cette personne a déjà un lien pour la campagne."),
            ),
            together("response_link_revoked", "revoked_at", "revoked_by", "Une révocation a une date et un auteur."),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.campaign}"
