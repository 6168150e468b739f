"""The outbox: each mail is a row, written with what it tells and kept until it has gone."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from ..enums import Language

MOST_ATTEMPTS = 40  # with the delays below, a week and a half
LONGEST_DELAY = timedelta(hours=6)
KEPT_FOR = timedelta(days=365)  # who was written to, and when; the text of a secret one goes at once


def new_message_id() -> str:
    """The Message-ID of a new mail, under the domain of our sender."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return make_msgid(domain=domain or "localhost")


class MailKind(models.TextChoices):
    """Why somebody is written to."""

    ACCOUNT = "account", "compte"
    DIGEST = "digest", "rappel"
    RESPONSE = "response", "réponse à une campagne"
    REVIEW = "review", "relecture d’un rapport"
    NOTICE = "notice", "avis"


class MailQuerySet(models.QuerySet["Mail"]):
    """Mails of the outbox."""

    def waiting(self) -> Self:
        """Those that have not gone and are not given up."""
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def due(self, now: datetime) -> Self:
        """Those to send now: first what somebody waits for in front of a screen, then by age."""
        first = Case(When(kind=MailKind.ACCOUNT, then=Value(0)), default=Value(1))
        return self.waiting().filter(not_before__lte=now).order_by(first, "not_before", "pk")

    def failed(self) -> Self:
        """Those that a server refused, or that are given up; invented addresses apart, which never leave."""
        return self.filter(sent_at__isnull=True, is_demo=False).exclude(last_error="").order_by("-created_at", "-pk")

    def outdated(self, now: datetime) -> Self:
        """Those that nobody needs any more: sent or given up a year ago."""
        over = Q(sent_at__isnull=False) | Q(attempts__gte=MOST_ATTEMPTS)
        return self.filter(over, created_at__lt=now - KEPT_FOR)


class Mail(models.Model):
    """A mail to one address. Sent at least once, always under the same Message-ID.

    A mail that holds a secret (a personal link) loses its text as it goes. A mail without a text yet is composed as
    it goes, from `options`: its secret is then never written down.
    """

    kind = models.CharField("nature", max_length=10, choices=MailKind)
    template = models.CharField("gabarit", max_length=60)
    key = models.CharField("posté une fois pour", max_length=120, unique=True, null=True, blank=True)
    to = models.EmailField("destinataire")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mails",
    )
    language = models.CharField("langue", max_length=2, choices=Language, default=Language.FRENCH)
    message_id = models.CharField("Message-ID", max_length=255, unique=True, default=new_message_id)
    headers = models.JSONField("en-têtes", default=dict, blank=True)
    subject = models.CharField("objet", max_length=200, blank=True)
    text = models.TextField("texte", blank=True)
    html = models.TextField("texte mis en page", blank=True)
    options = models.JSONField("à composer avec", default=dict, blank=True)
    is_secret = models.BooleanField("porte un lien personnel", default=False)
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField("écrit le", auto_now_add=True)
    not_before = models.DateTimeField("pas avant", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    last_error = models.TextField("dernier échec", blank=True)
    sent_at = models.DateTimeField("parti le", null=True, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = "message"
        verbose_name_plural = "messages"
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["not_before"], name="mail_waiting", condition=Q(sent_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.subject or self.template}, {self.to}"

    @property
    def is_given_up(self) -> bool:
        """Whether it was tried so often that it is tried no more."""
        return self.sent_at is None and self.attempts >= MOST_ATTEMPTS

    @property
    def may_go_again(self) -> bool:
        """Whether it still holds what to send: a personal link that was given up is forgotten, and is made anew."""
        return self.sent_at is None and bool(self.text or self.options)

    def send_again(self) -> None:
        """Try at once, and as often as the first time, under the same Message-ID."""
        self.attempts, self.not_before = 0, timezone.now()
        self.save(update_fields=["attempts", "not_before"])

    def note_attempt(self) -> None:
        """Write down, before sending, that it is tried: whoever is killed meanwhile leaves it for later."""
        self.attempts += 1
        self.not_before = timezone.now() + min(timedelta(minutes=2 ** min(self.attempts, 12)), LONGEST_DELAY)
        self.save(update_fields=["attempts", "not_before"])

    def note_failure(self, sentence: str) -> None:
        """Write down why it did not go; a secret that will never go is kept no longer."""
        self.last_error = sentence[:500]
        if self.is_given_up:
            self._forget_secret()
        self.save(update_fields=["last_error", "text", "html", "options"])

    def give_up(self, sentence: str) -> None:
        """Write down that it will never go."""
        self.attempts = MOST_ATTEMPTS
        self.save(update_fields=["attempts"])
        self.note_failure(sentence)

    def note_sent(self) -> None:
        """Write down that it has gone."""
        self.sent_at, self.last_error, self.options = timezone.now(), "", {}
        self._forget_secret()
        self.save(update_fields=["sent_at", "last_error", "options", "subject", "text", "html"])

    def _forget_secret(self) -> None:
        if self.is_secret:
            self.text = self.html = ""
            self.options = {}
