"""The page of a report: giving the candidate to read, proposing a withdrawal, checking an edition."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from programmes.enums import FileFormat, JobKind, Language, ReportStatus
from programmes.models import AnnualReport, EditionFile, Job, Mail, ReviewLink, WithdrawalAgreement
from tests.admin.conftest import address
from tests.database import force_step
from tests.factories import AnnualReportFactory, EditionFactory, UserFactory, publish, withdraw


@pytest.fixture
def report(db: None) -> AnnualReport:
    """A report under review, its candidate frozen, its files made."""
    edition = EditionFactory()
    for language in Language.values:
        EditionFile.objects.create(edition=edition, language=language, format=FileFormat.PDF, sha256="0", size=1)
    force_step()
    AnnualReport.objects.update(status=ReportStatus.REVIEW)
    return AnnualReport.objects.get()


def links_page(report: AnnualReport) -> str:
    return reverse("admin:programmes_annualreport_review", args=(report.pk,))


def test_a_report_under_review_leads_to_its_links(desk: Client, report: AnnualReport) -> None:
    page = desk.get(address(report, "change"))

    assert links_page(report) in page.text


def test_the_address_is_shown_once(desk: Client, report: AnnualReport) -> None:
    until = (timezone.localdate() + timedelta(7)).isoformat()

    given = desk.post(links_page(report), {"reader": "La vice-présidente", "until": until})

    link = ReviewLink.objects.get()
    assert "/fr/relecture/" in given.text
    assert "no-store" in given["Cache-Control"]
    again = desk.get(links_page(report)).text
    assert "La vice-présidente" in again
    assert "/fr/relecture/" not in again
    assert link.edition.report == report


def test_a_day_too_far_is_refused_in_words(desk: Client, report: AnnualReport) -> None:
    page = desk.post(links_page(report), {"reader": "La vice-présidente", "until": "2999-01-01"})

    assert "au plus 60 jours" in page.text
    assert not ReviewLink.objects.exists()


def test_a_link_is_revoked_by_a_button_alone(desk: Client, report: AnnualReport) -> None:
    desk.post(links_page(report), {"reader": "La vice-présidente", "until": timezone.localdate().isoformat()})
    revoke = reverse("admin:programmes_annualreport_review_revoke", args=(report.pk, ReviewLink.objects.get().pk))

    desk.get(revoke)
    assert ReviewLink.objects.alive().exists()
    page = desk.post(revoke, follow=True)

    assert "révoqué le" in page.text
    assert not ReviewLink.objects.alive().exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_manager_gives_nothing_to_read(client: Client, report: AnnualReport, method: str) -> None:
    party = report.campaign.protocol.parties.get(rank=1)
    client.force_login(UserFactory(reader=True, organisation=party.organisation))

    answer = getattr(client, method)(links_page(report), {"reader": "Moi", "until": "2030-01-01"})

    assert answer.status_code == 403
    assert not ReviewLink.objects.exists()


def test_a_link_is_mailed_to_its_reader_and_its_text_is_a_secret(desk: Client, report: AnnualReport) -> None:
    until = (timezone.localdate() + timedelta(days=3)).isoformat()

    page = desk.post(
        links_page(report), {"reader": "La vice-présidente", "until": until, "email": "vp@exemple.invalid"}
    )

    mail = Mail.objects.get(template="review_link")
    assert "Le lien part à vp@exemple.invalid" in page.text
    assert (mail.to, mail.is_secret, "/relecture/" in mail.text) == ("vp@exemple.invalid", True, True)


def test_no_link_before_a_review_nor_for_no_report(desk: Client) -> None:
    early = AnnualReportFactory()

    assert links_page(early) not in desk.get(address(early, "change")).text
    assert desk.get(links_page(early)).status_code == 403
    assert desk.get(reverse("admin:programmes_annualreport_review", args=(0,))).status_code == 404


def test_a_party_proposes_to_withdraw_the_edition_it_chooses(client: Client, db: None) -> None:
    report = publish(EditionFactory()).report
    party = report.campaign.protocol.parties.get(rank=1)
    client.force_login(UserFactory(approver=True, organisation=party.organisation))
    step = reverse("admin:programmes_annualreport_step", args=(report.pk, "propose_withdrawal"))
    assert "Édition 1" in client.get(step).text

    page = client.post(step, {"edition": 1, "reason": "Jugement", "seen_version": report.version}, follow=True)

    assert WithdrawalAgreement.objects.get().reason == "Jugement"
    assert f"retrait proposé par {party}" in page.text


def test_a_withdrawn_edition_shows_what_each_party_said(desk: Client, db: None) -> None:
    edition = withdraw(publish(EditionFactory()))

    assert "Décision de justice" in desk.get(address(edition, "change")).text


def test_an_edition_names_the_sheets_it_rests_on(desk: Client, db: None) -> None:
    sheet = {"about": "1. Promesse", "status": "visée", "version": 3, "visas": [{"party": "Région"}]}
    edition = EditionFactory(rests_on={"sheets": [sheet]})

    assert "1. Promesse\u00a0: visée, version 3" in desk.get(address(edition, "change")).text


def test_a_check_is_a_job(desk: Client, db: None) -> None:
    edition = EditionFactory()
    check = reverse("admin:programmes_edition_check", args=(edition.pk,))

    assert desk.get(check).status_code == 302
    assert not Job.objects.exists()
    desk.post(check)

    assert Job.objects.get(kind=JobKind.EDITION_CHECK).options == {"edition": edition.pk}


def test_who_has_no_role_checks_nothing(client: Client, db: None) -> None:
    edition = EditionFactory()
    client.force_login(UserFactory())

    assert client.post(reverse("admin:programmes_edition_check", args=(edition.pk,))).status_code in (403, 404)
