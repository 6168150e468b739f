"""Letting somebody without an account read a candidate: a personal address, until a day, that may be revoked."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from .. import tokens
from ..enums import ReportStatus
from ..models import AnnualReport, ReviewLink, User
from . import people
from .engine import Refused
from .reports import candidate_of, files_first

LONGEST = timedelta(days=60)  # a draft that is read for longer is no draft any more
USUAL = timedelta(days=14)


def may_give(user: User, report: AnnualReport) -> bool:
    """Whether this person may let others read the candidate: whoever writes the report, while it is under review."""
    under_review = report.status in (ReportStatus.REVIEW, ReportStatus.ADOPTED)
    return under_review and (people.administrator(user, report) or people.writer(user, report)) is not None


def give(report: AnnualReport, *, reader: str, until: date, by: User) -> tuple[ReviewLink, str]:
    """A new address for one reader, and its token, which is told this once. Raises Refused or PermissionDenied."""
    _check(report, by)
    if first := files_first(report):
        raise Refused(first)
    today = timezone.localdate()
    if not today <= until <= today + LONGEST:
        raise Refused(f"Un lien de relecture dure au plus {LONGEST.days} jours, à partir d’aujourd’hui.")
    token = tokens.new()
    link = ReviewLink.objects.create(
        edition=candidate_of(report),
        reader=reader,
        until=until,
        token_hash=tokens.digest(token),
        made_by=by,
        is_demo=report.is_demo,
    )
    return link, token


def revoke(link: ReviewLink, *, by: User) -> None:
    """Close an address before its day; one that is closed already stays as it was."""
    _check(link.edition.report, by)
    rows = ReviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True)
    rows.update(revoked_at=timezone.now(), revoked_by=by)


def note_reading(link: ReviewLink) -> None:
    """The reader says to have read the draft; the first time is kept."""
    ReviewLink.objects.filter(pk=link.pk, read_at__isnull=True).update(read_at=timezone.now())


def _check(report: AnnualReport, by: User) -> None:
    if not may_give(by, report):
        raise PermissionDenied("Vous ne pouvez pas donner ce rapport à relire.")
