"""What an annual report waits for, from its review to its publication."""

from datetime import date

import pytest

from programmes import workflow
from programmes.enums import FileFormat, Language
from programmes.models import AnnualReport, EditionFile, User
from programmes.sections import todo
from programmes.sections.waiting import Wait
from programmes.workflow.campaigns import open_campaign
from tests import factories

TODAY = date(2026, 3, 10)


def waits(user: User) -> list[Wait]:
    return [task.wait for task in todo.tasks_of(user, TODAY)]


@pytest.fixture
def report(db: None) -> AnnualReport:
    """A report in review, its candidate frozen."""
    found = factories.AnnualReportFactory(campaign__protocol=factories.ProtocolFactory(published=True))
    open_campaign(found.campaign, by=User.objects.calendar())
    author = factories.UserFactory(administrator=True)
    workflow.reports.send_to_review(found, by=author)
    edition = workflow.reports.freeze_candidate(found, {}, contains_demo=False, by=author)
    files = {"format": FileFormat.PDF, "sha256": "0" * 64, "size": 1}
    EditionFile.objects.bulk_create(EditionFile(edition=edition, language=one, **files) for one in Language)
    return found


def test_a_report_in_review_waits_for_each_party_then_for_its_adoption(
    report: AnnualReport, administrator: User
) -> None:
    parties = report.campaign.protocol.parties.order_by("rank")
    first, second = (factories.UserFactory(approver=True, organisation=party.organisation) for party in parties)

    before = waits(first), waits(administrator)
    workflow.reports.approve_report(report, by=first)
    between = waits(first), waits(second)
    workflow.reports.approve_report(report, by=second)

    assert before == ([Wait.TO_APPROVE], [])
    assert between == ([], [Wait.TO_APPROVE])
    assert waits(administrator) == [Wait.TO_ADOPT]


def test_an_adopted_report_waits_for_its_publication(report: AnnualReport, administrator: User) -> None:
    meeting = factories.MeetingFactory(protocol=report.campaign.protocol)
    approvers = [
        factories.UserFactory(approver=True, organisation=party.organisation)
        for party in report.campaign.protocol.parties.all()
    ]
    [workflow.reports.approve_report(report, by=approver) for approver in approvers]
    AnnualReport.objects.update(adopted_in=meeting)
    report.refresh_from_db()

    workflow.reports.adopt(report, by=administrator)

    assert waits(administrator) == [Wait.TO_PUBLISH]


def test_a_report_taken_back_says_why(report: AnnualReport, administrator: User) -> None:
    workflow.reports.revise(report, by=administrator, reason="Un tableau est vide.")

    (task,) = todo.tasks_of(administrator, TODAY)

    assert (task.wait, task.returned.reason) == (Wait.TO_PREPARE, "Un tableau est vide.")  # type: ignore[union-attr]
