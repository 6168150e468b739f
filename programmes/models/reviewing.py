"""Reading a report before it is adopted, without an account: personal addresses that expire."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import tokens
from ..constraints import together
from ..enums import ReportStatus
from ..roles import TableKind
from .base import Row
from .belonging import row_of
from .reports import AnnualReport, Edition
from .tracking import tracked


class ReviewLinkQuerySet(models.QuerySet["ReviewLink"]):
    """Addresses for reading a candidate edition."""

    def alive(self) -> Self:
        """Those that still open: not revoked nor expired, and the candidate is neither dropped nor published."""
        return self.filter(
            revoked_at__isnull=True,
            until__gte=timezone.localdate(),
            edition__publication__isnull=True,
            edition__report__status__in=(ReportStatus.REVIEW, ReportStatus.ADOPTED),
        )

    def at(self, token: str) -> "ReviewLink | None":
        """The address that still opens under this token; None for a guessed one, and for one that has died."""
        links = self.alive().select_related("edition__report__campaign__protocol")
        return links.filter(token_hash=tokens.digest(token)).first()

    def of(self, report: AnnualReport) -> Self:
        """Those given for the candidate of a report, the latest first."""
        return self.filter(edition__report=report, edition__publication__isnull=True).select_related(
            "made_by", "revoked_by", "edition__report"
        )


@tracked
class ReviewLink(Row):
    """A personal address under which somebody without an account reads a candidate edition until a day.

    No visit is followed: `read_at` is when that person said to have read it.
    """

    belongs = row_of("edition", kind=TableKind.JOURNAL)

    edition = models.ForeignKey(
        Edition, verbose_name=_("édition"), on_delete=models.CASCADE, related_name="review_links"
    )
    reader = models.CharField(_("pour qui"), max_length=120)
    token_hash = models.CharField(_("empreinte"), max_length=64, unique=True, editable=False)
    until = models.DateField(_("jusqu’au"))
    made_at = models.DateTimeField(_("donné le"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("donné par"), on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(_("dit l’avoir lu le"), null=True, blank=True, editable=False)
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

    objects = ReviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("lien de relecture")
        verbose_name_plural = _("liens de relecture")
        ordering = ["-made_at"]
        constraints = [
            together("review_link_revoked", "revoked_at", "revoked_by", "Une révocation a une date et un auteur.")
        ]

    def __str__(self) -> str:
        return f"{self.reader}, jusqu’au {self.until:%d/%m/%Y}"

    @property
    def is_alive(self) -> bool:
        """Whether it still opens; asked of a link whose edition is a candidate under review."""
        return self.revoked_at is None and self.until >= timezone.localdate()
