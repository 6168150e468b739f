"""The invented reports: sent to review, then approved, adopted and published once their files are ready."""

from django.db import transaction

from .. import workflow
from ..enums import CampaignStatus, ReportStatus
from ..models import AnnualReport, Protocol, StatusChange, User, Visa
from .cast import Cast, cast_of


def send_to_review(protocol: Protocol, cast: Cast) -> None:
    """Ask for the edition of the oldest closed campaign that has none; a worker freezes and builds it.

    One after the other: each report compares itself with the edition published before it.
    """
    closed = AnnualReport.objects.filter(
        is_demo=True, campaign__protocol=protocol, campaign__status=CampaignStatus.CLOSED
    )
    if closed.exclude(status__in=(ReportStatus.PREPARATION, ReportStatus.PUBLISHED)).exists():
        return
    for report in closed.filter(adopted_in__isnull=False).order_by("campaign__year"):
        if not StatusChange.objects.about(report).exists():
            workflow.reports.send_to_review(report, by=cast.contributor)
            return


def conclude(report: AnnualReport, *, asked_by: User) -> None:
    """Take the steps left to publish a report that the invented staff sent to review, then send the next one."""
    if not (report.is_demo and asked_by.is_demo):
        return
    cast = cast_of(report.campaign.protocol)
    with transaction.atomic():
        report.refresh_from_db()
        if report.status != ReportStatus.REVIEW:
            return
        given = set(Visa.objects.about(report).in_force().values_list("user", flat=True))
        for approver in cast.approvers:
            if approver.pk not in given:
                workflow.reports.approve_report(report, by=approver)
        workflow.reports.adopt(report, by=cast.administrator)
        workflow.reports.publish_report(report, by=cast.administrator)
        send_to_review(report.campaign.protocol, cast)
