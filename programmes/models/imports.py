"""An import: a file that somebody sent, what its lines would change, and what became of it."""

import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..roles import Role, TableKind
from .belonging import Belongs
from .jobs import Job

REFUSALS_LAST = timedelta(days=14)  # afterwards nobody means to send that file again
MOST_WAITING = 5


class ImportState(models.TextChoices):
    """Where an import stands."""

    READING = "reading", _("lecture en cours")
    REFUSED = "refused", _("à corriger")
    READY = "ready", _("à confirmer")
    WRITING = "writing", _("enregistrement en cours")
    WRITTEN = "written", _("enregistré")
    FAILED = "failed", _("échoué")
    CANCELLED = "cancelled", _("annulé")

    @classmethod
    def under_way(cls) -> tuple["ImportState", ...]:
        """States in which a worker is at it, or soon will be."""
        return cls.READING, cls.WRITING


class ImportQuerySet(models.QuerySet["Import"]):
    """Imports, by who may see them and what may still happen."""

    def visible_to(self, viewer: Any) -> Self:
        """An import is its author's; administrators see them all."""
        if viewer.has_role(Role.ADMINISTRATOR):
            return self.all()
        return self.filter(author=viewer)

    def waiting_for(self, author: Any, now: datetime) -> Self:
        """Files to be confirmed; files refused lately, unless their author sent another of that kind since."""
        later = self.model._base_manager.filter(author=author, kind=OuterRef("kind"), sent_at__gt=OuterRef("sent_at"))
        refused = Q(state=ImportState.REFUSED, sent_at__gte=now - REFUSALS_LAST) & ~Exists(later)
        rows = self.filter(refused | Q(state=ImportState.READY), author=author)
        return rows.defer("lines", "totals").order_by("sent_at")[:MOST_WAITING]

    def move(self, target: ImportState, *sources: ImportState, **changes: Any) -> bool:
        """Take these imports to a state from one of others; False when none stood there any more."""
        return bool(self.filter(state__in=sources).update(state=target, **changes))


def import_path(_import: "Import", _name: str) -> str:
    """Where a file is stored: nobody can guess its address, and its own name is not trusted."""
    return f"imports/{secrets.token_hex(16)}"


class Import(models.Model):
    """A file sent by a member of staff, previewed, then confirmed or not. Kept for ever, with its author."""

    belongs = Belongs(kind=TableKind.WORK, asked_by="author")

    kind = models.CharField(_("nature"), max_length=30)
    name = models.CharField(_("nom du fichier"), max_length=200)
    file = models.FileField(_("fichier"), upload_to=import_path, max_length=100)
    checksum = models.CharField(_("empreinte du fichier"), max_length=64)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("envoyé par"), on_delete=models.PROTECT, related_name="imports"
    )
    sent_at = models.DateTimeField(_("envoyé le"), auto_now_add=True)
    state = models.CharField(_("état"), max_length=10, choices=ImportState, default=ImportState.READING)
    message = models.TextField(_("message"), blank=True)
    job = models.ForeignKey(
        Job, verbose_name=_("travail"), on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    totals = models.JSONField(_("résultat"), default=dict)
    lines = models.JSONField(_("lignes"), default=list)
    ignored = models.JSONField(_("colonnes ignorées"), default=list)
    fingerprint = models.CharField(_("empreinte des fiches lues"), max_length=64, blank=True)
    written_at = models.DateTimeField(_("enregistré le"), null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def would_write(self) -> bool:
        """Whether the lines of the file are new or change something, as far as its preview says."""
        return any(self.totals.get(verdict) for verdict in ("new", "changed"))

    @property
    def is_under_way(self) -> bool:
        """Whether a worker is at it, or soon will be."""
        return self.state in ImportState.under_way()
