"""Editions of the reports: what is public, what was replaced, what was withdrawn."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from programmes.models import Edition, EditionFile, EditionPublication
from tests import factories
from tests.site.conftest import Register


def address(edition: Edition, *more: object) -> str:
    """The page of the report of an edition, or of what lies under it."""
    campaign = edition.report.campaign
    return "/".join(["/fr/rapports", campaign.protocol.reference, str(campaign.year), *map(str, more), ""])


@pytest.fixture
def pdf(published_edition: Edition) -> EditionFile:
    """The French PDF of the published edition."""
    return EditionFile.objects.create(
        edition=published_edition,
        language="fr",
        format="pdf",
        file=ContentFile(b"%PDF-1.7", name="rapport.pdf"),
        sha256="ab" * 32,
        size=8,
        pages=48,
    )


def test_a_published_edition_is_listed_with_its_files(client: Client, pdf: EditionFile) -> None:
    page = client.get("/fr/rapports/").content.decode()

    assert "Rapport annuel 2024" in page
    assert "48 pages" in page


def test_a_file_is_downloaded_under_a_telling_name(client: Client, pdf: EditionFile) -> None:
    answer = client.get(address(pdf.edition, 1, "fr.pdf").rstrip("/"))

    assert b"".join(answer) == b"%PDF-1.7"
    assert "attachment" in answer["Content-Disposition"]
    assert "2024" in answer["Content-Disposition"]


def test_the_page_of_an_edition_gives_its_checksums(client: Client, pdf: EditionFile) -> None:
    assert pdf.sha256 in client.get(address(pdf.edition)).content.decode()
    assert pdf.sha256 in client.get(address(pdf.edition, 1)).content.decode()


def test_a_candidate_edition_is_invisible(client: Client, register: Register) -> None:
    campaign = factories.CampaignFactory(protocol=register.protocol)
    candidate = factories.EditionFactory(report__campaign=campaign)

    assert client.get(address(candidate)).status_code == 404
    assert client.get(address(candidate, 1)).status_code == 404
    assert client.get(address(candidate, 1, "fr.pdf").rstrip("/")).status_code == 404
    assert "Rapport annuel 2024" not in client.get("/fr/rapports/").content.decode()


def test_an_erratum_takes_the_place_and_the_first_edition_stays(client: Client, published_edition: Edition) -> None:
    erratum = factories.publish(
        factories.EditionFactory(report=published_edition.report, reason="Un total était faux.")
    )

    current = client.get(address(erratum)).content.decode()
    first = client.get(address(erratum, 1)).content.decode()

    assert "Un total était faux." in current
    assert "Édition remplacée" in first


def test_a_withdrawn_edition_is_gone_with_its_reason(client: Client, pdf: EditionFile) -> None:
    factories.withdraw(pdf.edition)

    answers = [client.get(address(pdf.edition, 1)), client.get(address(pdf.edition, 1, "fr.pdf").rstrip("/"))]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert "Décision de justice" in answers[0].content.decode()
    assert pdf.edition.checksum in answers[0].content.decode()
    assert client.get(address(pdf.edition)).status_code == 410


def test_an_earlier_edition_comes_back_when_the_last_is_withdrawn(client: Client, published_edition: Edition) -> None:
    factories.withdraw(factories.publish(factories.EditionFactory(report=published_edition.report)))

    assert client.get(address(published_edition)).context["edition"].row == published_edition


def test_a_year_alone_leads_to_its_report(client: Client, published_edition: Edition) -> None:
    assert client.get("/fr/rapports/2024/")["Location"] == address(published_edition)
    assert client.get("/fr/rapports/2019/").status_code == 404


@pytest.mark.parametrize(
    ("kind", "words"), [("mid_term", "Bilan à mi-parcours"), ("final", "Bilan final"), ("follow_up", "Suivi")]
)
def test_other_kinds_carry_their_kind_in_the_address(client: Client, register: Register, kind: str, words: str) -> None:
    campaign = factories.CampaignFactory(protocol=register.protocol, kind=kind, year=2023)
    factories.publish(factories.EditionFactory(report__campaign=campaign))

    page = client.get(f"/fr/rapports/{register.protocol.reference}/2023-{kind.replace('_', '-')}/").content.decode()

    assert words in page
    assert client.get(f"/fr/rapports/{register.protocol.reference}/2023-autre/").status_code == 404


def test_the_home_page_offers_the_latest_report(client: Client, pdf: EditionFile) -> None:
    assert "Télécharger en français" in client.get("/fr/").content.decode()


def test_a_report_with_invented_rows_says_so(client: Client, register: Register) -> None:
    campaign = factories.CampaignFactory(protocol=register.protocol)
    edition = factories.publish(factories.EditionFactory(report__campaign=campaign, contains_demo=True))

    assert "démonstration" in client.get(address(edition)).content.decode()


def test_an_edition_keeps_the_meeting_that_adopted_it(client: Client, published_edition: Edition) -> None:
    report = published_edition.report
    meeting = factories.MeetingFactory(protocol=report.campaign.protocol, held_on=date(2025, 4, 2))
    second = factories.EditionFactory(report=report)
    EditionPublication.objects.create(
        edition=second, published_at=timezone.now(), published_by=second.frozen_by, adopted_in=meeting
    )

    assert client.get(address(second)).context["adopted_in"] == meeting
    assert client.get(address(published_edition, 1)).context["adopted_in"] is None
