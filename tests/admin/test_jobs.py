"""Previews and editions: asked for by a button, followed as they go, downloaded by those who may."""

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from programmes.enums import FileFormat, JobKind, JobState, Language
from programmes.models import Edition, Job, User
from tests.admin.conftest import address
from tests.factories import AnnualReportFactory, EditionFactory, UserFactory, publish, withdraw


def job_of(user: User, **fields: object) -> Job:
    return Job.objects.create(kind=JobKind.REPORT_PREVIEW, asked_by=user, **fields)


def test_a_preview_is_a_job_with_its_own_page(desk: Client, administrator: User) -> None:
    report = AnnualReportFactory()

    answer = desk.post(reverse("admin:programmes_annualreport_preview", args=(report.pk, "en")), follow=True)

    job = Job.objects.get()
    assert (job.asked_by, job.options["year"], job.options["language"]) == (administrator, 2024, "en")
    assert "Avancement" in answer.text


def test_opening_the_address_of_a_preview_asks_for_nothing(desk: Client) -> None:
    report = AnnualReportFactory()

    desk.get(reverse("admin:programmes_annualreport_preview", args=(report.pk, "fr")))

    assert not Job.objects.exists()


def test_no_preview_in_a_language_of_nobody(desk: Client) -> None:
    report = AnnualReportFactory()

    assert desk.post(reverse("admin:programmes_annualreport_preview", args=(report.pk, "de"))).status_code == 404


def test_the_page_asks_again_until_the_job_is_over(desk: Client, administrator: User) -> None:
    job = job_of(administrator, state=JobState.RUNNING, done=3, total=10, message="Chapitre 2")
    part = reverse("admin:programmes_job_progress", args=(job.pk,))
    running = desk.get(part)
    Job.objects.update(state=JobState.DONE)

    over = desk.get(part)

    assert (running.status_code, over.status_code) == (200, 286)
    assert 'value="30"' in running.text
    assert "hx-get" in running.text
    assert "hx-get" not in over.text


def test_the_file_of_a_job_is_for_its_author(client: Client, db: None) -> None:
    author = UserFactory(contributor=True)
    client.force_login(author)
    mine, other = job_of(author), job_of(UserFactory())
    mine.file.save("apercu.pdf", ContentFile(b"%PDF"))
    other.file.save("apercu.pdf", ContentFile(b"%PDF"))

    answers = [client.get(reverse("admin:programmes_job_file", args=(job.pk,))) for job in (mine, other)]

    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[0]["Content-Disposition"].startswith("attachment")
    answers[0].close()


def test_a_job_without_a_file_has_none_to_give(desk: Client, administrator: User) -> None:
    assert desk.get(reverse("admin:programmes_job_file", args=(job_of(administrator).pk,))).status_code == 404


def test_the_job_of_somebody_else_is_found_by_administrators_only(client: Client, administrator: User) -> None:
    page = address(job_of(UserFactory()), "change")
    client.force_login(UserFactory(approver=True))
    hidden = client.get(page)
    client.force_login(administrator)

    assert (hidden.status_code, client.get(page).status_code) == (302, 200)


def file_of(edition: Edition) -> str:
    file = edition.files.model(edition=edition, language=Language.FRENCH, format=FileFormat.PDF, sha256="0", size=4)
    file.file.save("rapport.pdf", ContentFile(b"%PDF"))
    return reverse("admin:programmes_edition_file", args=(edition.pk, file.pk))


def test_staff_download_the_files_of_a_candidate(client: Client, db: None) -> None:
    edition = EditionFactory()
    address_of_file = file_of(edition)
    party = edition.report.campaign.protocol.parties.first()
    client.force_login(UserFactory(reader=True, organisation=party.organisation))

    answer = client.get(address_of_file)

    assert answer.getvalue() == b"%PDF"


def test_a_report_lists_its_editions_with_their_files(desk: Client) -> None:
    edition = EditionFactory()
    address_of_file = file_of(edition)

    assert address_of_file in desk.get(address(edition.report, "change")).text


def test_an_account_without_a_role_downloads_nothing(client: Client, db: None) -> None:
    address_of_file = file_of(EditionFactory())
    client.force_login(UserFactory())

    assert client.get(address_of_file).status_code == 404


def test_jobs_are_listed_with_how_far_they_are(desk: Client, administrator: User) -> None:
    job_of(administrator, state=JobState.RUNNING, done=1, total=4)

    assert "25 %" in desk.get(address(Job, "changelist")).text.replace("\u00a0", " ")


def test_an_account_without_a_role_asks_for_nothing(client: Client, db: None) -> None:
    user = UserFactory()
    client.force_login(user)
    preview = reverse("admin:programmes_annualreport_preview", args=(AnnualReportFactory().pk, "fr"))

    assert client.post(preview).status_code == 404
    assert client.get(address(job_of(user), "change")).status_code == 302


def test_each_edition_says_where_it_stands(desk: Client) -> None:
    withdrawn = withdraw(publish(EditionFactory()))
    publish(EditionFactory(report=withdrawn.report))
    EditionFactory(report=withdrawn.report)

    page = desk.get(address(withdrawn.report, "change"))

    assert [word in page.text for word in ("retirée", "publiée", "candidate")] == [True, True, True]


def test_a_published_report_leads_to_its_public_page(desk: Client) -> None:
    report = publish(EditionFactory()).report

    page = desk.get(address(report, "change"))

    assert f"/fr/rapports/{report.campaign.protocol.reference}/2024/" in page.text
