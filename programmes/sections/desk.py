"""What staff have under way that is no chapter of the report: the report itself, files sent, letters of visitors."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from .. import wording
from ..enums import ReportStatus
from ..models import AnnualReport, ContactMessage, ErrorReport, Import, ImportState, Letter, rights
from ..roles import Role
from .addresses import change_page, list_page
from .base import Section
from .waiting import Desk, Task, Wait, return_of


class DeskSection(Section):
    """The reports, imports and letters that wait for somebody."""

    name = "desk"

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Files first: their author began something."""
        return (*_imports(desk), *_reports(desk), *_errors(desk), *_messages(desk))


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
    number, first = _unanswered(ErrorReport, desk)
    if number == 1:
        yield _letter(first, "Une erreur signalée", first.address)
    elif number:
        yield _letters(first, f"{wording.feminine(number)} erreurs signalées", number)


def _messages(desk: Desk) -> Iterable[Task]:
    """What visitors wrote and nobody answered; the law gives some a term."""
    number, first = _unanswered(ContactMessage, desk)
    if number == 1:
        yield _letter(first, "Un message reçu", first.get_subject_display())
    elif number:
        yield _letters(first, f"{wording.cardinal(number, 'fr').capitalize()} messages reçus", number)


def _unanswered(kind: type[Letter], desk: Desk) -> tuple[int, Any]:
    letters: Any = rights.written(kind._default_manager.all(), desk.user)
    number, first = letters.open_ones()
    return number, first


def _letter(first: Letter, title: str, details: str) -> Task:
    return Task(wait=Wait.TO_ANSWER, title=title, url=change_page(first), details=details, due_on=first.due_on)


def _letters(first: Letter, title: str, number: int) -> Task:
    url = list_page(type(first), handled_at__isempty=1)
    return Task(wait=Wait.TO_ANSWER, title=title, url=url, count=number, due_on=first.due_on)
