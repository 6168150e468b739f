"""The last edition published before a report, as it was frozen: what the year is compared with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..enums import CampaignKind
from ..models import Edition
from .base import Frame
from .blocks import Link, Measure, Report, Said, Value, bare, from_plain


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A published edition, read in the language of the report that compares itself with it."""

    report: Report
    number: int
    published_on: date

    @property
    def name(self) -> str:
        """What it is called: rapport annuel 2023, édition 1."""
        words = {"title": self.report.title, "year": self.report.year, "number": self.number}
        return _("%(title)s %(year)s, édition %(number)s") % words

    def lines(self, name: str) -> list[dict[str, Value]]:
        """The rows of one of its tables, by the names of the columns; none when it had no such table."""
        found = next((table for table in self.report.tables if table.name == name), None)
        return (
            [dict(zip([column.key for column in found.columns], row, strict=True)) for row in found.rows]
            if found
            else []
        )


def of(frame: Frame) -> Earlier | None:
    """The published edition of the period before this one, of the same protocol; None when there is none."""
    return frame.once("earlier", lambda: _read(frame))


def _read(frame: Frame) -> Earlier | None:
    campaign = frame.campaign
    before = Q(report__campaign__ends_on__lt=campaign.ends_on)
    if frame.is_final:  # the term is judged after the report of its last year
        before |= Q(report__campaign__ends_on=campaign.ends_on)
    rows = Edition.objects.current().filter(before, report__campaign__protocol=campaign.protocol_id)
    rows = rows.exclude(report__campaign=campaign.pk).exclude(report__campaign__kind=CampaignKind.FINAL)
    edition = (
        rows.select_related("publication")
        .order_by("-report__campaign__ends_on", "-report__campaign__year", "-number")
        .first()
    )
    if edition is None or frame.language not in edition.content:
        return None
    return Earlier(
        report=from_plain(edition.content[frame.language]),
        number=edition.number,
        published_on=localdate(edition.publication.published_at),
    )


def words_of(value: Value) -> str:
    """A text, or the words of a link."""
    told = bare(value)
    return told.text if isinstance(told, Link | Said) else "" if told is None else str(told)


def number_of(value: Value) -> Decimal | None:
    """A figure without its precision; None for what is not known or is no figure."""
    known = bare(value)
    known = known.value if isinstance(known, Measure) else known
    return Decimal(known) if isinstance(known, int | Decimal) and not isinstance(known, bool) else None
