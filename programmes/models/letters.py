"""What visitors write: an error on a page, a question, a complaint. Answered by staff, erased a year later."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Self, TypeVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, F, Window
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..enums import Language
from ..roles import TableKind
from .base import Row
from .belonging import Belongs
from .tracking import tracked

LONGEST: Final = 4000  # signs of a message: two pages
KEPT_FOR: Final = timedelta(days=365)  # after it was handled
A_WEEK: Final = timedelta(days=7)  # what the accessibility rules give for an answer (RGAA, complaints)
A_MONTH: Final = timedelta(days=30)  # what the GDPR gives, article 12.3
L = TypeVar("L", bound="Letter")


class ErrorReason(models.TextChoices):
    """What is wrong on a page."""

    WRONG = "wrong", _("Une information est fausse")
    OUTDATED = "outdated", _("Une information n’est plus à jour")
    MISSING = "missing", _("Il manque une information")
    PERSONAL = "personal", _("Une donnée personnelle est à corriger ou à retirer")
    UNREADABLE = "unreadable", _("Un lien, un fichier ou un contenu ne s’ouvre pas")


class ContactSubject(models.TextChoices):
    """Why somebody writes."""

    QUESTION = "question", _("Une question sur une fiche ou un chiffre")
    REUSE = "reuse", _("Réutiliser les données ou citer une page")
    ACCESSIBILITY = "accessibility", _("Un contenu ou une fonction qui ne m’est pas accessible")
    PERSONAL = "personal", _("Mes données personnelles")
    OTHER = "other", _("Autre chose")


class Outcome(models.TextChoices):
    """What came of a letter."""

    CORRECTED = "corrected", "corrigé"
    ANSWERED = "answered", "répondu"
    SET_ASIDE = "set_aside", "sans suite"


class LetterQuerySet(models.QuerySet[L]):
    """What visitors wrote."""

    def open_ones(self) -> "tuple[int, L | None]":
        """How many were not handled yet, and the first of them to answer."""
        waiting: Any = self.filter(handled_at=None).annotate(together=Window(Count("pk")))
        rows = list(waiting.order_by(F("due_on").asc(nulls_last=True), "received_on", "pk")[:1])
        return (rows[0].together, rows[0]) if rows else (0, None)

    def outdated(self, now: datetime) -> Self:
        """Those that are kept no longer: handled a year ago."""
        return self.filter(handled_at__lt=now - KEPT_FOR)


class Letter(Row):
    """A message of a visitor. The law gives some a term: `due_on`. `language` is the one it is answered in."""

    belongs = Belongs(kind=TableKind.SIGNAL)
    terms: ClassVar[dict[str, timedelta]] = {}  # by reason or subject
    about: ClassVar[str] = ""  # the column that says the reason or the subject

    message = models.TextField("message", max_length=LONGEST)
    email = models.EmailField("adresse de réponse", blank=True)
    language = models.CharField("langue", max_length=2, choices=Language, default=Language.FRENCH, editable=False)
    received_on = models.DateTimeField("reçu le", auto_now_add=True)
    due_on = models.DateField("à traiter avant le", null=True, blank=True, editable=False)
    outcome = models.CharField("suite donnée", max_length=10, choices=Outcome, blank=True)
    answer = models.TextField("réponse", blank=True)
    handled_at = models.DateTimeField("traité le", null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="traité par",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = [F("handled_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "received_on"]

    def save(self, *arguments: Any, **options: Any) -> None:
        """Note, as it arrives, by when it is to be answered."""
        term = self.terms.get(getattr(self, self.about))
        if self._state.adding and term and self.due_on is None:
            self.due_on = localdate() + term
        super().save(*arguments, **options)


@tracked
class ErrorReport(Letter):
    """What a reader reported as wrong on a public page, of a record most often."""

    terms = {ErrorReason.PERSONAL: A_MONTH, ErrorReason.UNREADABLE: A_WEEK}
    about = "reason"

    address = models.CharField("page", max_length=300)
    reason = models.CharField("motif", max_length=10, choices=ErrorReason, default=ErrorReason.WRONG)
    content_type = models.ForeignKey(
        ContentType, verbose_name="nature de la fiche", on_delete=models.PROTECT, null=True, editable=False
    )
    object_id = models.PositiveBigIntegerField("numéro interne de la fiche", null=True, editable=False)
    record = GenericForeignKey("content_type", "object_id")

    class Meta(Letter.Meta):
        verbose_name = "erreur signalée"
        verbose_name_plural = "erreurs signalées"
        constraints = [
            together("error_report_handled", "handled_at", "handled_by", "Un traitement a une date et un auteur.")
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.received_on:%d/%m/%Y}"


@tracked
class ContactMessage(Letter):
    """What a visitor wrote by the contact page."""

    terms = {ContactSubject.PERSONAL: A_MONTH, ContactSubject.ACCESSIBILITY: A_WEEK}
    about = "subject"

    subject = models.CharField("sujet", max_length=13, choices=ContactSubject)

    class Meta(Letter.Meta):
        verbose_name = "message reçu"
        verbose_name_plural = "messages reçus"
        constraints = [
            together("contact_message_handled", "handled_at", "handled_by", "Un traitement a une date et un auteur.")
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}, {self.received_on:%d/%m/%Y}"
