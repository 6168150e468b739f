"""What staff have under way that is no chapter of the report: the report itself, files sent, errors reported."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from .. import wording
from ..enums import ReportStatus
from ..models import AnnualReport, ErrorReport, Import, ImportState, rights
from ..roles import Role
from .addresses import change_page, list_page
from .base import Section
from .waiting import Desk, Task, Wait, return_of


class DeskSection(Section):
    """The reports, imports and error reports that wait for somebody."""

    name = "desk"

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Files first: their author began something."""
        return (*_imports(desk), *_reports(desk), *_errors(desk))


def _imports(desk: Desk) -> Iterable[Task]:
    """Files of this person that wait for a confirmation, or were refused and not sent again since."""
    for sent in Import.objects.waiting_for(desk.user, timezone.now()):
        ready = sent.state == ImportState.READY
        yield Task(
            wait=Wait.TO_CONFIRM if ready else Wait.TO_CORRECT,
            title=f"Import «\u00a0{sent.name}\u00a0»",
            url=change_page(sent),
            details=sent.message or ("Rien n’est encore enregistré." if ready else "Des lignes sont refusées."),
        )


def _reports(desk: Desk) -> Iterable[Task]:
    """Reports whose next step is this person's."""
    for report in desk.written(AnnualReport).reports_waiting(desk.party_ids):
        if wait := _report_wait(report, desk):
            yield Task(
                wait=wait,
                title=str(report),
                url=change_page(report),
                details=f"Erratum\u00a0: {report.erratum_reason}" if report.erratum_reason else "",
                due_on=report.due_on,
                returned=return_of(report) if wait == Wait.TO_PREPARE else None,
            )


def _report_wait(report: Any, desk: Desk) -> Wait | None:
    """What a report waits for from this person; None when it waits for others."""
    has_party = report.campaign.protocol_id in desk.parties
    is_administrator = desk.user.has_role(Role.ADMINISTRATOR)
    match report.status:
        case ReportStatus.PREPARATION if desk.user.has_role(Role.CONTRIBUTOR):
            return Wait.TO_PREPARE
        case ReportStatus.REVIEW if has_party and not report.is_seen and desk.user.has_role(Role.APPROVER):
            return Wait.TO_APPROVE
        case ReportStatus.REVIEW if is_administrator and report.is_complete:
            return Wait.TO_ADOPT
        case ReportStatus.ADOPTED if is_administrator:
            return Wait.TO_PUBLISH
    return None


def _errors(desk: Desk) -> Iterable[Task]:
    """Errors that readers reported and nobody handled: one line for all when they are many."""
    mine: Any = rights.written(ErrorReport.objects.all(), desk.user)
    number, oldest = mine.open_ones()
    if number == 1 and oldest:
        yield Task(wait=Wait.TO_ANSWER, title="Une erreur signalée", url=change_page(oldest), details=oldest.address)
    elif number:
        title = f"{wording.feminine(number)} erreurs signalées"
        yield Task(wait=Wait.TO_ANSWER, title=title, url=list_page(ErrorReport, handled_at__isempty=1), count=number)
