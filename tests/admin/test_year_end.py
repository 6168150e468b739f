"""The end of a year through the pages of the administration: review, visas, adoption, publication, erratum."""

import pytest
from django.test import Client

from programmes import workflow
from programmes.enums import FileFormat, Language, ReportStatus
from programmes.models import AnnualReport, EditionFile, Party, User
from tests import factories
from tests.admin.conftest import Typed, address, step_of


@pytest.fixture
def report(db: None) -> AnnualReport:
    """A report that nobody has sent to review."""
    protocol = factories.ProtocolFactory(published=True)
    found: AnnualReport = factories.AnnualReportFactory(campaign__protocol=protocol, campaign__year=2024)
    workflow.campaigns.open_campaign(found.campaign, by=User.objects.calendar())
    return found


@pytest.fixture
def parties(report: AnnualReport) -> list[Party]:
    """Each party, with somebody who gives its visa."""
    found = list(report.campaign.protocol.parties.order_by("rank"))
    factories.UserFactory(approver=True, organisation=found[0].organisation)
    factories.UserFactory(approver=True, organisation=found[1].organisation)
    return found


def who_of(party: Party) -> User:
    """Who gives the visa of a party."""
    return User.objects.get(organisation=party.organisation)


def press(who: Client, report: AnnualReport, step: str, **typed: str) -> str:
    """Press the button of a step on the report's page; what the next page says."""
    report.refresh_from_db()
    assert step_of(report, step) in who.get(address(report, "change")).text
    return who.post(step_of(report, step), {"seen_version": report.version, **typed}, follow=True).text


def review(desk: Client, report: AnnualReport, parties: list[Party]) -> None:
    """Freeze a candidate, which the job of a review does, then each party gives its visa from its own desk."""
    press(desk, report, "send_to_review")
    report.refresh_from_db()
    edition = workflow.reports.freeze_candidate(report, {}, contains_demo=False, by=who_of(parties[0]))
    files = {"format": FileFormat.PDF, "sha256": "0" * 64, "size": 1}
    EditionFile.objects.bulk_create(EditionFile(edition=edition, language=one, **files) for one in Language)
    visa(report, parties[0])
    visa(report, parties[1])


def visa(report: AnnualReport, party: Party) -> None:
    """A party gives its visa from its own desk."""
    own = Client()
    own.force_login(who_of(party))
    press(own, report, "approve_report")


def finish(desk: Client, report: AnnualReport, typed: Typed, day: str) -> None:
    """Choose the meeting of a day on the report's page, adopt and publish."""
    meeting = factories.MeetingFactory(protocol=report.campaign.protocol, held_on=day)
    change = address(report, "change")
    assert desk.post(change, typed(change, adopted_in=meeting.pk)).status_code == 302
    press(desk, report, "adopt")
    press(desk, report, "publish_report")


def test_a_year_ends_through_the_pages_alone_and_an_erratum_runs_the_same_cycle(
    desk: Client, report: AnnualReport, parties: list[Party], typed: Typed
) -> None:
    review(desk, report, parties)
    too_early = desk.get(address(report, "change")).text
    finish(desk, report, typed, "2025-05-12")

    press(desk, report, "correct", reason="Un total était faux.")
    review(desk, report, parties)
    finish(desk, report, typed, "2025-09-03")

    assert "Indiquez la réunion" in too_early
    assert step_of(report, "adopt") not in too_early
    report.refresh_from_db()
    assert report.status == ReportStatus.PUBLISHED
    first, second = report.editions.order_by("number")
    assert (first.reason, second.reason) == ("", "Un total était faux.")
    assert [str(one.publication.adopted_in)[-10:] for one in (first, second)] == ["12/05/2025", "03/09/2025"]


def test_a_party_is_not_offered_its_visa_twice(report: AnnualReport, parties: list[Party], desk: Client) -> None:
    region = Client()
    region.force_login(who_of(parties[0]))

    review(desk, report, parties)

    report.refresh_from_db()
    assert step_of(report, "approve_report") not in region.get(address(report, "change")).text
    assert (
        "a déjà donné son visa"
        in region.post(step_of(report, "approve_report"), {"seen_version": report.version}, follow=True).text
    )


@pytest.mark.parametrize("words", ["2025", "12/05/2025", "2025-05-12"])
def test_the_meeting_that_adopts_is_found_by_its_day(desk: Client, report: AnnualReport, words: str) -> None:
    factories.MeetingFactory(protocol=report.campaign.protocol, held_on="2025-05-12")
    factories.MeetingFactory(protocol=report.campaign.protocol, held_on="2024-06-20")

    found = desk.get(
        "/admin/autocomplete/",
        {"app_label": "programmes", "model_name": "annualreport", "field_name": "adopted_in", "term": words},
    )

    assert [line["text"] for line in found.json()["results"]] == ["comité de pilotage du 12/05/2025"]
