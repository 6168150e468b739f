"""A job: one row for everything that takes longer than a page. The row is the truth, the broker a bell."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import JobKind, JobState
from ..roles import Role, TableKind
from .accounts import User
from .belonging import Belongs

SILENCE = timedelta(seconds=60)
MOST_ATTEMPTS = 5  # a job whose worker died as often will kill the next one too


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, by what is left to do."""

    def unfinished(self) -> Self:
        """Waiting or running."""
        return self.filter(state__in=JobState.unfinished())

    def silent(self) -> Self:
        """Unfinished ones that gave no sign for a minute: their worker died, or the bell was lost."""
        limit = timezone.now() - SILENCE
        return self.unfinished().filter(Q(heartbeat_at__lt=limit) | Q(heartbeat_at__isnull=True, asked_at__lt=limit))

    def of_campaign(self, campaign: Any) -> Self:
        """The openings and closings of a campaign, the latest first."""
        kinds = (JobKind.OPENING, JobKind.CLOSING)
        return self.filter(kind__in=kinds, options__campaign=campaign.pk).order_by("-asked_at", "-pk")

    def visible_to(self, viewer: Any) -> Self:
        """A job is its author's; administrators see them all."""
        if isinstance(viewer, User) and viewer.has_role(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(asked_by_id=getattr(viewer, "pk", None))


def job_path(job: "Job", name: str) -> str:
    """Where the file of a job is stored."""
    return f"jobs/{job.pk}/{name}"


class Job(models.Model):
    """What was asked, by whom, how far it is, and the file it made."""

    belongs = Belongs(kind=TableKind.WORK, asked_by="asked_by")

    kind = models.CharField(_("nature"), max_length=20, choices=JobKind)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("demandé par"), on_delete=models.PROTECT, related_name="jobs"
    )
    asked_at = models.DateTimeField(_("demandé le"), auto_now_add=True)
    options = models.JSONField(_("paramètres"), default=dict)
    state = models.CharField(_("état"), max_length=10, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(_("fait"), default=0)
    total = models.PositiveIntegerField(_("sur"), default=0)
    message = models.TextField(_("message"), blank=True)
    heartbeat_at = models.DateTimeField(_("dernier signe de vie"), null=True, blank=True)
    ended_at = models.DateTimeField(_("terminé le"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("essais"), default=0)
    file = models.FileField(_("fichier"), upload_to=job_path, max_length=250, blank=True)
    is_demo = models.BooleanField(default=False, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("travail en arrière-plan")
        verbose_name_plural = _("travaux en arrière-plan")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                name="job_progress", condition=Q(total=0) | Q(done__lte=models.F("total")),
                violation_error_message=_("Un travail ne peut avoir fait plus que son total."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.asked_at:%d/%m/%Y}"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in JobState.unfinished()

    @property
    def percent(self) -> int:
        """How far it is, 0 to 100."""
        return 100 if self.state == JobState.DONE else (100 * self.done // self.total if self.total else 0)
