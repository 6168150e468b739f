"""The yearly sheet (fiche annuelle): what every kind of sheet asks, holds and still lacks."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..enums import SheetStatus
from ..questions import Channel, Lack, Question
from .base import Row
from .campaigns import Campaign
from .organisations import Person
from .tracking import sheet_visas

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

    def with_answers(self) -> Self:
        """Load what tells which answers are there."""
        return self


class YearlySheet(Row):
    """What is jointly declared of a record for a campaign (fiche annuelle). One a record and campaign.

    Each question says who reads its answer: the public, or the partners only. `previous` is the sheet of the same
    record in the campaign before: its texts stand beside, and are taken up one by one, never copied silently.
    """

    questions: ClassVar[tuple[Question, ...]] = ()
    subject_field: ClassVar[str] = ""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campagne"), on_delete=models.PROTECT, related_name="%(class)ss"
    )
    status = models.CharField(
        _("statut"), max_length=14, choices=SheetStatus, default=SheetStatus.TO_FILL, editable=False
    )
    previous = models.ForeignKey(
        "self",
        verbose_name=_("fiche précédente"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    nothing_new = models.BooleanField(_("rien à signaler depuis l’an dernier"), default=False)
    progress = models.TextField(
        _("ce qui a été fait"), blank=True, help_text=_("Public\u00a0: imprimé dans le rapport.")
    )
    progress_en = models.TextField(_("ce qui a été fait, en anglais"), blank=True)
    next_steps = models.TextField(
        _("ce qui est prévu"), blank=True, help_text=_("Public\u00a0: imprimé dans le rapport.")
    )
    next_steps_en = models.TextField(_("ce qui est prévu, en anglais"), blank=True)
    attention = models.TextField(
        _("point d’attention"), blank=True, help_text=_("Public\u00a0: imprimé dans le rapport.")
    )
    attention_en = models.TextField(_("point d’attention, en anglais"), blank=True)
    difficulties = models.TextField(
        _("difficultés"), blank=True, help_text=_("Entre partenaires\u00a0: n’est jamais publié.")
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
                | ~Q(progress="")
                | ~Q(progress_en=""),
                violation_error_message=_("Une fiche soumise dit ce qui a été fait, ou «\u00a0rien de nouveau\u00a0»."),
            ),
            models.CheckConstraint(
                name="%(class)s_in_french",
                condition=~Q(status=SheetStatus.APPROVED) | Q(nothing_new=True) | ~Q(progress=""),
                violation_error_message=_("Une fiche visée dit en français ce qui a été fait."),
            ),
        ]

    @property
    def subject(self) -> Any:
        """What the sheet is about: an action, a thesis, a commitment."""
        return getattr(self, self.subject_field)

    @property
    def has_text(self) -> bool:
        """Whether it says something, in French or in English: what was done, or that nothing is new."""
        return self.nothing_new or bool(self.progress.strip() or self.progress_en.strip())

    def missing(self, *, in_french: bool = False) -> tuple[Lack, ...]:
        """What it still lacks, in the order of its questions; nothing when there is nothing to report.

        The one answer for its page, its steps, the board and reminders. `in_french`: what its visa asks besides.
        """
        if self.nothing_new:
            return ()
        return tuple(lack for question in self.questions for lack in self.lacks_of(question, in_french=in_french))

    def lacks_of(self, question: Question, *, in_french: bool) -> Iterator[Lack]:
        """What it lacks of one question; each kind of sheet answers for its own rows."""
        if not question.is_text:
            return
        french, english = (getattr(self, name, "").strip() for name in (question.name, f"{question.name}_en"))
        if question.needed and not (french or english):
            yield Lack(question=question, sentence=question.label)
        elif in_french and english and not french:
            yield Lack(question=question, sentence=f"{question.label}\u00a0: le texte français")
        if max(len(french), len(english)) > question.length:
            yield Lack(question=question, sentence=f"{question.label}\u00a0: {question.length} caractères au plus")
