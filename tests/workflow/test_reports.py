"""The cycle of an annual report: a frozen candidate, visas, adoption, publication, erratum."""

import pytest
from django.db import IntegrityError

from programmes import workflow
from programmes.enums import JobKind, ReportStatus
from programmes.models import (
    AnnualReport,
    Edition,
    Job,
    User,
)

CYCLE = workflow.reports


def test_review_asks_for_the_frozen_edition(report: AnnualReport, contributor: User) -> None:
    CYCLE.send_to_review(report, by=contributor)

    assert Job.objects.get(kind=JobKind.EDITION_FILES).options == {"report": report.pk}
    assert report.status == ReportStatus.REVIEW


def test_a_candidate_is_frozen_once(report: AnnualReport, candidate: Edition, contributor: User) -> None:
    again = CYCLE.freeze_candidate(report, {"other": "content"}, contains_demo=False, by=contributor)

    assert again == candidate


def test_nothing_is_frozen_out_of_a_review(report: AnnualReport, contributor: User) -> None:
    with pytest.raises(workflow.Refused, match="n’est plus en relecture"):
        CYCLE.freeze_candidate(report, {}, contains_demo=False, by=contributor)


def test_every_visa_then_adoption_then_publication(published: AnnualReport, candidate: Edition) -> None:
    assert published.status == ReportStatus.PUBLISHED
    assert list(Edition.objects.current()) == [candidate]


def test_no_visa_before_the_files_are_there(report: AnnualReport, contributor: User, first_approver: User) -> None:
    CYCLE.send_to_review(report, by=contributor)
    CYCLE.freeze_candidate(report, {}, contains_demo=False, by=contributor)

    with pytest.raises(workflow.Refused, match="pas encore prêts"):
        CYCLE.approve_report(report, by=first_approver)


def test_no_visa_before_the_edition_is_frozen(report: AnnualReport, contributor: User, first_approver: User) -> None:
    CYCLE.send_to_review(report, by=contributor)

    with pytest.raises(workflow.Refused, match="pas encore prêts"):
        CYCLE.approve_report(report, by=first_approver)


def test_a_report_in_preparation_has_no_candidate(report: AnnualReport) -> None:
    with pytest.raises(workflow.Refused, match="pas d’édition figée"):
        CYCLE.candidate_of(report)


def test_adoption_waits_for_every_visa(
    report: AnnualReport, candidate: Edition, first_approver: User, administrator: User
) -> None:
    CYCLE.approve_report(report, by=first_approver)

    with pytest.raises(workflow.Refused, match="Il manque le visa de"):
        CYCLE.adopt(report, by=administrator)


def test_adoption_names_a_meeting(
    report: AnnualReport, candidate: Edition, first_approver: User, second_approver: User, administrator: User
) -> None:
    AnnualReport.objects.update(adopted_in=None)
    CYCLE.approve_report(report, by=first_approver)
    CYCLE.approve_report(report, by=second_approver)

    with pytest.raises(workflow.Refused, match="Indiquez la réunion"):
        CYCLE.adopt(report, by=administrator)


def test_any_change_drops_the_candidate_and_its_visas(
    report: AnnualReport, candidate: Edition, contributor: User, first_approver: User
) -> None:
    CYCLE.approve_report(report, by=first_approver)

    CYCLE.revise(report, by=contributor, reason="Un montant a changé")

    assert report.candidate is None
    assert workflow.visas.missing(report) == [str(party) for party in report.campaign.protocol.parties.all()]


def test_an_erratum_is_a_new_edition_with_its_reason(
    published: AnnualReport, administrator: User, contributor: User
) -> None:
    CYCLE.correct(published, by=administrator, reason="Tableau 5\u00a0: un montant était faux")
    CYCLE.send_to_review(published, by=contributor)

    second = CYCLE.freeze_candidate(published, {}, contains_demo=False, by=contributor)

    assert (second.number, second.reason) == (2, "Tableau 5\u00a0: un montant était faux")
    assert Edition.objects.published().count() == 1


def test_an_erratum_without_a_reason_is_refused(
    published: AnnualReport, administrator: User, contributor: User
) -> None:
    CYCLE.correct(published, by=administrator, reason="Un montant")
    AnnualReport.objects.update(erratum_reason="")

    with pytest.raises(workflow.Refused, match="Un erratum donne son motif"):
        CYCLE.send_to_review(published, by=contributor)


def test_an_edition_is_never_rewritten(candidate: Edition) -> None:
    candidate.content = {"autre": "contenu"}

    with pytest.raises(IntegrityError, match="ne changent plus"):
        candidate.save()


def test_outsiders_read_published_editions_only(candidate: Edition, contributor: User) -> None:
    assert candidate in Edition.objects.visible_to(contributor)
    assert candidate not in Edition.objects.visible_to(None)
