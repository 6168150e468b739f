"""A job is one row: rung twice it runs once, killed it runs again, and it says how it ended."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from programmes import tasks, workflow
from programmes.enums import CampaignStatus, JobKind, JobState
from programmes.models import AnnualReport, CommitmentSheet, Edition, Job, Protocol, User
from tests.factories import AnnualReportFactory, CampaignFactory, CommitmentFactory, ProtocolFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured_children")]


@pytest.fixture
def in_review() -> AnnualReport:
    """A report that somebody has just sent to review."""
    report = AnnualReportFactory(campaign=CampaignFactory(protocol=ProtocolFactory()))
    workflow.reports.send_to_review(report, by=UserFactory(administrator=True))
    return report


@pytest.fixture
def another_worker() -> Iterator[psycopg.Connection]:
    """The connection of another worker."""
    with psycopg.connect(**connection.get_connection_params()) as other:
        yield other


def test_a_review_ends_with_one_edition_and_its_files(in_review: AnnualReport) -> None:
    tasks.run_job(Job.objects.get().pk)

    edition = Edition.objects.get()
    assert sorted(edition.files.values_list("language", "format")) == [("en", "pdf"), ("fr", "pdf")]
    assert edition.checksum == workflow.reports.checksum(edition.content)
    assert Job.objects.get().state == JobState.DONE


def test_a_job_killed_half_way_makes_no_second_edition(in_review: AnnualReport) -> None:
    job = Job.objects.get()
    tasks.run_job(job.pk)
    Edition.objects.get().files.get(language="en").delete()
    Job.objects.update(state=JobState.RUNNING)

    tasks.run_job(job.pk)

    assert Edition.objects.get().files.count() == 2


def test_a_job_that_is_over_does_not_run_again(in_review: AnnualReport) -> None:
    Job.objects.update(state=JobState.CANCELLED)

    tasks.run_job(Job.objects.get().pk)

    assert not Edition.objects.exists()


def test_a_job_cancelled_while_it_runs_stops_when_it_next_tells_how_far_it_is(in_review: AnnualReport) -> None:
    job = Job.objects.get()
    Job.objects.update(state=JobState.RUNNING)
    tasks.tell(job, 40, "Mise en page")
    workflow.jobs.cancel(Job.objects.all())

    with pytest.raises(tasks.Cancelled):
        tasks.tell(job, 41, "Mise en page")

    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.CANCELLED, 40)


def test_a_job_that_another_worker_has_is_left_to_it(
    in_review: AnnualReport, another_worker: psycopg.Connection
) -> None:
    job = Job.objects.get()
    another_worker.execute("SELECT pg_advisory_lock(%s, %s)", [workflow.jobs.LOCKS, job.pk])

    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_a_job_refused_by_the_workflow_says_why(in_review: AnnualReport) -> None:
    workflow.reports.revise(in_review, by=UserFactory(administrator=True), reason="Un chiffre")

    tasks.run_job(Job.objects.get().pk)

    job = Job.objects.get()
    assert (job.state, job.message) == (JobState.FAILED, "Le rapport n’est plus en relecture.")


def test_a_job_that_cannot_find_its_record_fails_with_a_sentence() -> None:
    job = workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=UserFactory(), protocol=0, year=2024, kind="yearly")

    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.message.startswith("Une erreur inattendue")


def test_a_preview_is_a_file_of_its_job_and_no_edition() -> None:
    protocol = ProtocolFactory()
    options = {"protocol": protocol.pk, "year": 2023, "kind": "yearly", "language": "en"}
    job = workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=UserFactory(), **options)

    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert (job.state, job.percent, job.is_over) == (JobState.DONE, 100, True)
    with job.file.open() as made:
        assert made.read(5) == b"%PDF-"
    assert not Edition.objects.exists()


def test_the_minute_rings_again_for_silent_jobs(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=UserFactory())
    Job.objects.update(asked_at=timezone.now() - timedelta(minutes=2))

    with django_capture_on_commit_callbacks(execute=True) as rung:
        tasks.tick()

    assert len(rung) == 1


def test_a_job_that_kills_every_worker_is_given_up(in_review: AnnualReport) -> None:
    Job.objects.update(state=JobState.RUNNING, attempts=5)

    tasks.run_job(Job.objects.get().pk)

    job = Job.objects.get()
    assert (job.state, job.message) == (
        JobState.FAILED,
        "Ce travail a été interrompu 5 fois\u00a0: il n’est plus repris.",
    )


def test_a_campaign_that_cannot_open_keeps_no_other_from_its_turn() -> None:
    today = timezone.localdate()
    broken, sound = CampaignFactory(opens_on=today, year=2023), CampaignFactory(opens_on=today)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse_2023() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN IF NEW.year = 2023 THEN RAISE EXCEPTION 'non'; END IF; RETURN NEW; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER refuse_2023 BEFORE UPDATE ON programmes_campaign "
            "FOR EACH ROW EXECUTE FUNCTION refuse_2023()"
        )

    tasks.tick()

    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.status, sound.status) == (CampaignStatus.PLANNED, CampaignStatus.OPEN)


def test_a_job_that_gives_signs_is_not_silent() -> None:
    workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=UserFactory())
    Job.objects.update(state=JobState.RUNNING, heartbeat_at=timezone.now(), total=4, done=1)

    assert not Job.objects.silent().exists()
    assert Job.objects.get().percent == 25


def test_a_job_is_seen_by_its_author_and_by_administrators() -> None:
    author = UserFactory()
    job = workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=author)

    assert list(Job.objects.visible_to(author)) == [job]
    assert list(Job.objects.visible_to(UserFactory(superuser=True))) == [job]
    assert not Job.objects.visible_to(UserFactory()).exists()


def test_stored_dates_open_and_close_campaigns_by_themselves() -> None:
    today = timezone.localdate()
    due = CampaignFactory(opens_on=today)
    over = CampaignFactory(opens_on=date(2020, 1, 1), closes_on=date(2020, 3, 1), year=2020)
    workflow.campaigns.open_campaign(over, by=User.objects.calendar())

    tasks.tick()

    due.refresh_from_db()
    over.refresh_from_db()
    assert (due.status, over.status) == (CampaignStatus.OPEN, CampaignStatus.CLOSED)


def test_a_campaign_opened_by_hand_gets_its_sheets() -> None:
    campaign = CampaignFactory(protocol__published=True)
    commitment = CommitmentFactory(protocol=campaign.protocol, published=True)

    workflow.campaigns.open_campaign(campaign, by=UserFactory(superuser=True))
    tasks.run_job(Job.objects.get(kind=JobKind.OPENING).pk)

    assert [sheet.commitment for sheet in CommitmentSheet.objects.filter(campaign=campaign)] == [commitment]


def test_a_campaign_closed_meanwhile_gets_no_sheet() -> None:
    campaign = CampaignFactory(protocol__published=True)
    CommitmentFactory(protocol=campaign.protocol, published=True)
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    workflow.campaigns.close_campaign(campaign, by=User.objects.calendar())

    tasks.run_job(Job.objects.get(kind=JobKind.OPENING).pk)

    assert not CommitmentSheet.objects.exists()


def test_the_command_builds_the_report_of_a_year_nobody_planned(tmp_path: Path) -> None:
    ProtocolFactory(reference="accord")
    target = tmp_path / "rapport.pdf"

    call_command("build_report", "2023", output=target, stdout=sys.stderr)

    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["2023", "--protocol", "inconnu"], "Aucun protocole «\u00a0inconnu\u00a0»"),
        (["2019"], "ne commence qu’en 2021"),
        (["2023", "--output", "/dossier/absent/rapport.pdf"], "ne peut pas être écrit"),
    ],
)
def test_the_command_says_in_one_sentence_why_it_cannot(arguments: list[str], sentence: str) -> None:
    ProtocolFactory()

    with pytest.raises(CommandError, match=sentence):
        call_command("build_report", *arguments)


def test_the_command_reports_on_the_protocol_that_had_begun(tmp_path: Path) -> None:
    ProtocolFactory(reference="accord", starts_on=date(2021, 9, 21))
    ProtocolFactory(reference="suite", starts_on=date(2026, 1, 1), ends_on=date(2029, 12, 31))
    output = StringIO()

    call_command("build_report", "2023", output=tmp_path / "rapport.pdf", stdout=output, stderr=StringIO())

    assert Protocol.objects.latest_first().begun_by(2023).get().reference == "accord"
    assert "pages" in output.getvalue()


def test_the_command_says_that_there_is_no_protocol() -> None:
    with pytest.raises(CommandError, match="Aucun protocole n’est enregistré"):
        call_command("build_report", "2024")


def test_the_beat_rings_each_minute() -> None:
    assert settings.CELERY_BEAT_SCHEDULE["tick"]["task"] == tasks.tick.name
