"""The opening of a campaign is a job: whatever stops it, each sheet is made once. Its closing is all or nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from programmes import tasks, workflow
from programmes.enums import JobKind, JobState, SheetStatus
from programmes.models import Campaign, CommitmentSheet, Job, StatusChange, User, Visa
from projects.models import ProjectSheet
from tests.factories import CampaignFactory, CommitmentFactory, CommitmentSheetFactory, ProjectFactory, UserFactory
from tests.local.runs import environment

pytestmark = pytest.mark.usefixtures("unmeasured_children")

WORKER = "import django; django.setup(); from programmes.tasks import run_job; run_job({})"
SLOW = """
    CREATE FUNCTION wait_a_minute() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
    CREATE TRIGGER wait_a_minute BEFORE INSERT ON projects_projectsheet
    FOR EACH STATEMENT EXECUTE FUNCTION wait_a_minute()
"""


def opened() -> Job:
    """The opening of a campaign with two commitments and one action, which no worker has taken yet."""
    first = CommitmentFactory(published=True, protocol__published=True)
    CommitmentFactory(published=True, protocol=first.protocol)
    ProjectFactory(published=True).commitment_links.create(commitment=first)
    campaign = CampaignFactory(protocol=first.protocol)
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    job: Job = Job.objects.get(kind=JobKind.OPENING)
    return job


def sheets() -> tuple[int, int]:
    """How many sheets of commitments and of actions there are."""
    return CommitmentSheet.objects.count(), ProjectSheet.objects.count()


@pytest.mark.django_db
def test_a_campaign_opened_twice_has_each_sheet_once() -> None:
    job = opened()
    again = workflow.jobs.ask(JobKind.OPENING, by=job.asked_by, **job.options)

    tasks.run_job(job.pk)
    tasks.run_job(again.pk)

    assert sheets() == (2, 1)
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}


@pytest.mark.django_db
def test_the_opening_says_how_many_sheets_it_has_made() -> None:
    job, told = opened(), []

    tasks.opening(job, lambda percent, words: told.append((percent, words)))

    assert told == [(66, "2 fiches sur 3"), (99, "3 fiches sur 3")]


@pytest.fixture
def slow_actions(transactional_db: None) -> Iterator[None]:
    """The sheets of actions take a minute to write."""
    with connection.cursor() as cursor:
        cursor.execute(SLOW)
        yield
        cursor.execute("DROP FUNCTION IF EXISTS wait_a_minute CASCADE")


def kill_in_the_middle(job: Job) -> None:
    """Run the job in a worker of its own, and kill -9 it while it writes the sheets of actions."""
    server = urlsplit(os.environ["DATABASE_URL"])
    address = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    given = environment(DATABASE_URL=address, SECRET_KEY="essai", LOCALSTACK="1", DB_POOL="off")
    given |= {"DJANGO_SETTINGS_MODULE": "normandie_cnrs.settings"}
    command = [sys.executable, "-c", WORKER.format(job.pk)]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=given) as worker, connection.cursor() as cursor:
        while not waiting(cursor) and worker.poll() is None:
            time.sleep(0.05)
        worker.send_signal(signal.SIGKILL)
        cursor.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")


def waiting(cursor: object) -> bool:
    """Whether a connection writes sheets of actions."""
    cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")  # type: ignore[attr-defined]
    return bool(cursor.fetchone()[0])  # type: ignore[attr-defined]


def test_an_opening_killed_in_its_middle_ends_with_each_sheet_once(slow_actions: None) -> None:
    job = opened()
    kill_in_the_middle(job)
    halfway = sheets()

    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION wait_a_minute CASCADE")
    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert (halfway, sheets()) == ((2, 0), (2, 1))
    assert (job.state, job.attempts) == (JobState.DONE, 2)


@pytest.mark.django_db
def test_closing_leaves_in_each_sheet_the_trail_of_a_sheet_that_was_missed() -> None:
    campaign: Campaign = CampaignFactory()
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    empty, seen = (CommitmentSheetFactory(campaign=campaign, judged=True, nothing_new=new) for new in (False, True))
    workflow.sheets.submit_sheet(seen, by=UserFactory(administrator=True))
    party = campaign.protocol.parties.get(rank=1)
    workflow.sheets.approve_sheet(seen, by=UserFactory(approver=True, organisation=party.organisation))

    workflow.campaigns.close_campaign(campaign, by=UserFactory(administrator=True))

    lines = StatusChange.objects.filter(step="miss_sheet").order_by("old")
    assert [(line.object_id, line.old, line.reason, line.made_by.is_calendar) for line in lines] == [
        (seen.pk, SheetStatus.SUBMITTED, "Clôture de la campagne.", True),
        (empty.pk, SheetStatus.TO_FILL, "Clôture de la campagne.", True),
    ]
    assert set(CommitmentSheet.objects.values_list("status", "version")) == {("not_handed_in", 2), ("not_handed_in", 3)}
    assert not Visa.objects.in_force().exists()
    assert lines[0].version == 3
