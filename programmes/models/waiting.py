"""Rows that wait for somebody: to be written, corrected, published, or given the visa of a party."""

from collections.abc import Collection
from datetime import date
from typing import Any, Self, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import Coalesce, JSONObject, NullIf, RowNumber

from ..enums import CampaignStatus, RecordStatus, ReportStatus, SheetStatus
from .agreement import Party
from .assignments import Assignment
from .campaigns import CampaignDeadline
from .trail import StatusChange, Visa

M = TypeVar("M", bound=models.Model)
ROW = OuterRef("pk")


def called(path: str) -> Coalesce:
    """What an organisation is called in a line: its acronym, or its name."""
    return Coalesce(NullIf(f"{path}acronym", Value("")), f"{path}name", output_field=models.TextField())


class WaitingQuerySet(models.QuerySet[M]):
    """Rows of any kind that have a status; made for a kind: WaitingQuerySet(Theme)."""

    # -- records

    def records_waiting(self, user: Any, day: date, *, publishes: bool) -> Self:
        """Records handed back to their author or to those in charge; for an approver, those to be published."""
        submitted = self._changes().filter(step="submit").values("made_by")[:1]
        mine = Q(status=RecordStatus.RETURNED) & (Q(author=user.pk) | Exists(self._given(day).filter(user=user)))
        ready = Q(status=RecordStatus.SUBMITTED) if publishes else Q(pk__in=[])
        waiting = self.filter(status__in=[RecordStatus.RETURNED, RecordStatus.SUBMITTED])
        return waiting.alias(author=Subquery(submitted)).filter(mine | ready).order_by("pk")

    # -- yearly sheets

    def sheets_to_write(self, user: Any, day: date, subject: str) -> Self:
        """Sheets of open campaigns to fill in or to correct: those given to this person, or given to nobody."""
        given = self._given(day, subject)
        theirs = Q(submitted_by=user) | Exists(given.filter(user=user)) | ~Exists(given)
        todo = self._of_open_campaigns().filter(status__in=[SheetStatus.TO_FILL, SheetStatus.RETURNED])
        return todo.filter(theirs).annotate(due_on=F("campaign__contributors_due_on"))

    def sheets_to_approve(self, parties: Collection[int]) -> Self:
        """Submitted sheets that still lack the visa of these parties, one a protocol, with their deadline."""
        lacking = self._of_open_campaigns().filter(
            status=SheetStatus.SUBMITTED, campaign__protocol__parties__in=parties
        )
        return lacking.exclude(Exists(self._visas().filter(party__in=parties))).with_deadline(parties)

    def with_deadline(self, parties: Collection[int]) -> Self:
        """By when these parties give their visas, and who gave theirs already."""
        deadlines = CampaignDeadline.objects.filter(campaign=OuterRef("campaign"), party__in=parties)
        names = self._visas().order_by("given_at").values(name=called("party__organisation__"))
        return self.annotate(due_on=Subquery(deadlines.values("due_on")[:1]), approved_by=ArraySubquery(names))

    def _of_open_campaigns(self) -> Self:
        return self.filter(campaign__status=CampaignStatus.OPEN).order_by("campaign__year", "pk")

    # -- annual reports

    def reports_waiting(self, parties: Collection[int]) -> Self:
        """Reports to prepare once their campaign is over, to approve, to adopt or to publish.

        `is_seen`: one of these parties gave its visa; `is_complete`: every party did; `due_on`: the day of these.
        """
        begun = Q(campaign__status=CampaignStatus.CLOSED) | Exists(self._changes())
        waiting = Q(status__in=[ReportStatus.REVIEW, ReportStatus.ADOPTED]) | Q(begun, status=ReportStatus.PREPARATION)
        theirs = self._visas(OuterRef(OuterRef("pk"))).filter(party=OuterRef("pk"))
        silent = Party.objects.filter(protocol=OuterRef("campaign__protocol")).exclude(Exists(theirs))
        seen = Exists(self._visas().filter(party__in=parties))
        rows = self.filter(waiting).annotate(is_seen=seen, is_complete=~Exists(silent))
        told = rows.with_deadline(parties).with_return(ReportStatus.PREPARATION)
        return told.select_related("campaign").order_by("campaign__year", "pk")

    # -- what is said of them

    def with_return(self, status: str = "returned") -> Self:
        """Why each was handed back to this status, by whom and when; None when it never was."""
        who = Coalesce(called("made_by__organisation__"), "made_by__full_name", output_field=models.TextField())
        said = JSONObject(reason="reason", who=who, when="made_at")
        return self.annotate(handed_back=Subquery(self._changes().filter(new=status).values(data=said)[:1]))

    def first_of_each(self, number: int) -> Self:
        """The first rows of each status, with how many there are `together`."""
        return self.annotate(
            together=Window(Count("pk"), partition_by=F("status")),
            nth=Window(RowNumber(), partition_by=F("status"), order_by="pk"),
        ).filter(nth__lte=number)

    def _given(self, day: date, subject: str = "") -> models.QuerySet[Assignment]:
        """The assignments of contributors in force on a day, to the row or to the record it is about."""
        about = Q(content_type=self._kind(self.model), object_id=OuterRef("pk"))
        if subject:
            record = self.model._meta.get_field(subject).related_model
            about |= Q(content_type=self._kind(record), object_id=OuterRef(f"{subject}_id"))  # type: ignore[arg-type]
        return Assignment.objects.contributing_on(day).filter(about)

    def _changes(self) -> models.QuerySet[StatusChange]:
        """The steps taken on a row, the latest first."""
        steps = StatusChange.objects.filter(content_type=self._kind(self.model), object_id=OuterRef("pk"))
        return steps.order_by("-made_at", "-pk")

    def _visas(self, row: OuterRef = ROW) -> models.QuerySet[Visa]:
        """The visas in force of a row."""
        return Visa.objects.in_force().filter(content_type=self._kind(self.model), object_id=row)

    def _kind(self, model: type[models.Model]) -> ContentType:
        return ContentType.objects.get_for_model(model)

    def counts_of(self, campaign: Any) -> dict[str, int]:
        """How many sheets of a campaign stand in each status; `partly` of the submitted ones have a visa already.

        A year that nobody planned (a campaign that is not stored) has none.
        """
        sheets = self.filter(campaign=campaign.pk).order_by().annotate(seen=Exists(self._visas()))
        rows = sheets.values_list("status", "seen").annotate(number=Count("pk"))
        counts: dict[str, int] = dict.fromkeys(("partly", *SheetStatus.values), 0)
        for status, seen, number in rows:
            counts["partly" if seen and status == SheetStatus.SUBMITTED else status] += number
        return counts
