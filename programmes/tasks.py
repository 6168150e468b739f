"""What workers do: run jobs, and each minute what stored dates say. Tasks compute and store, workflow decides."""

import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial

from celery import shared_task
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from . import channels, demonstration, erasure, exports, respondents, workflow
from .claims import claim
from .enums import CampaignStatus, JobKind, JobState
from .exports import publishing
from .mails import posting, sending
from .models import AnnualReport, Campaign, Edition, Job, Mail, Protocol, Stamp, User
from .models.jobs import MOST_ATTEMPTS
from .reminders import digests
from .reports import checking, files, passages, stamp
from .reports.child import RenderingError
from .reports.freezing import freeze, freeze_all
from .resources import importing
from .sections.blocks import as_plain
from .sections.registry import all_sections
from .workflow.jobs import Cancelled
from .workflow.reports import freeze_candidate

logger = logging.getLogger(__name__)

REMINDING = 2023  # the family of the advisory lock of digests

Progress = Callable[[int, str], None]
AT_ONCE = 200  # sheets made in one transaction: a second or so, and the page that follows them moves


@shared_task(name="programmes.tick")
def tick() -> None:
    """Each minute: open and close campaigns at their dates, ring again for jobs and mails, erase old letters.

    Besides, add up the stamps of public pages, and take the words of new editions for the search,
    have the files of the open data made anew when they no longer tell what is public.
    """
    Stamp.objects.compact()
    if Mail.objects.due(timezone.now()).exists():
        posting.ring()
    for job in Job.objects.silent():
        workflow.jobs.ring(job)
    erasure.forget_letters(timezone.now())
    today = timezone.localdate()
    for campaign in Campaign.objects.due_to_open(today):
        _act(workflow.campaigns.open_campaign, campaign)
    for campaign in Campaign.objects.due_to_close(today):
        _act(workflow.campaigns.close_campaign, campaign)
    passages.keep_all()
    publishing.ask_when_due()


def _act(step: workflow.Step, campaign: Campaign) -> None:
    """Take a step that a stored date asks for; one that fails is noted, and keeps no other from its turn."""
    clerk = User.objects.calendar()
    try:
        with channels.by_calendar(clerk.pk):
            step(campaign, by=clerk)
    except Exception:
        logger.exception("%s of %s failed", step.name, campaign)


@shared_task(name="programmes.send_mails")
def send_mails() -> None:
    """Empty the outbox of what is due."""
    sending.send_due()


@shared_task(name="programmes.remind")
def remind() -> None:
    """Write to each member of staff what waits for them; rung several times a day, it looks at each of them once."""
    with claim(REMINDING) as mine:
        if mine:
            digests.post_all(timezone.localdate())


@shared_task(name="programmes.run_job")
def run_job(pk: int) -> None:
    """Run a job once, however often it is rung: a second worker finds it locked, or over."""
    with claimed(pk) as job:
        if job is None:
            return
        if job.attempts >= MOST_ATTEMPTS:
            _end(job, JobState.FAILED, f"Ce travail a été interrompu {job.attempts} fois\u00a0: il n’est plus repris.")
            return
        _note(job, state=JobState.RUNNING, done=0, total=100, message="", attempts=job.attempts + 1)
        try:
            with channels.by_job(job.asked_by_id, job.get_kind_display()):
                said = RUNNERS[JobKind(job.kind)](job, partial(tell, job))
        except Cancelled:
            logger.info("job %s was cancelled", pk)
        except (RenderingError, workflow.Refused) as failure:
            sentence = failure.messages[0] if isinstance(failure, workflow.Refused) else str(failure)
            _end(job, JobState.FAILED, sentence)
        except Exception:
            logger.exception("job %s failed", pk)
            _end(
                job,
                JobState.FAILED,
                "Une erreur inattendue a arrêté ce travail\u202f; elle est notée au journal du serveur.",
            )
        else:
            _end(job, JobState.DONE, said or "")


@contextmanager
def claimed(pk: int) -> Generator[Job | None, None, None]:
    """The job under its lock; None when another worker has it or when it is over."""
    with claim(workflow.jobs.LOCKS, pk) as mine:
        yield Job.objects.unfinished().filter(pk=pk).select_related("asked_by").first() if mine else None


def preview(job: Job, progress: Progress) -> None:
    """Build the report of a campaign as it stands now: a file of the job, no edition."""
    protocol = Protocol.objects.get(pk=job.options["protocol"])
    campaign = Campaign.objects.of_year(protocol, job.options["year"], job.options["kind"])
    language = job.options["language"]
    data = stamp.draft(files.render(as_plain(freeze(campaign, language)), progress), language)
    job.file.save(f"apercu-{protocol.reference}-{campaign.year}-{language}.pdf", ContentFile(data), save=False)
    Job.objects.filter(pk=job.pk).update(file=job.file.name)


def edition_files(job: Job, progress: Progress) -> None:
    """Freeze the candidate of a report in review, then make the files that are still missing."""
    report = AnnualReport.objects.select_related("campaign__protocol").get(pk=job.options["report"])
    edition = report.candidate
    if edition is None:
        number = report.editions.count() + 1
        frozen = freeze_all(report.campaign, number=number)
        edition = freeze_candidate(
            report, frozen.content, contains_demo=frozen.contains_demo, by=job.asked_by, rests_on=frozen.rests_on
        )
    todo = files.missing(edition)
    for rank, (language, file_format) in enumerate(todo):
        files.make(edition, language, file_format, files.share_of(progress, rank, len(todo)))
    demonstration.conclude(report, asked_by=job.asked_by)


def edition_check(job: Job, progress: Progress) -> str:
    """Make the files of an edition again from its content, and say whether they are the same to the byte."""
    return checking.told(Edition.objects.get(pk=job.options["edition"]), progress)


def opening(job: Job, progress: Progress) -> None:
    """Create the sheets that an open campaign lacks, a few hundred at once: what is kept is never made again.

    Then write to those who answer without an account, all of them or none.
    """
    campaign = Campaign.objects.get(pk=job.options["campaign"])
    due = sum(section.due(campaign) for section in all_sections())
    made = 0
    for section in all_sections():
        while number := _while_open(campaign.pk, partial(section.open, most=AT_ONCE)):
            made += number
            progress(min(100 * made // max(due, 1), 99), f"{made} fiches sur {due}")
    _while_open(campaign.pk, respondents.invite_all)


def _while_open(pk: int, work: Callable[[Campaign], int]) -> int:
    """Work on a campaign while it is open, in one transaction: whoever opens it too waits here. What the work tells."""
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=pk)
        return work(campaign) if campaign.status == CampaignStatus.OPEN else 0


# What each kind of job does; a sentence, when it answers one, is what the person who asked reads at the end.
RUNNERS: dict[JobKind, Callable[[Job, Progress], str | None]] = {
    JobKind.REPORT_PREVIEW: preview,
    JobKind.EDITION_FILES: edition_files,
    JobKind.EDITION_CHECK: edition_check,
    JobKind.IMPORT_PREVIEW: lambda job, progress: importing.preview(job.options["import"], progress),
    JobKind.IMPORT_WRITE: lambda job, progress: importing.write(job.options["import"], progress),
    JobKind.OPENING: opening,
    JobKind.EXPORT: exports.run,
    JobKind.OPEN_DATA: publishing.run,
}


def tell(job: Job, percent: int, words: str) -> None:
    """Write down how far a job is. Raises Cancelled when somebody stopped it or took it away meanwhile."""
    under_way = Job.objects.filter(pk=job.pk, state=JobState.RUNNING)
    if not under_way.update(heartbeat_at=timezone.now(), done=percent, message=words):
        raise Cancelled


def _note(job: Job, **changes: object) -> None:
    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now(), **changes)


def _end(job: Job, state: JobState, sentence: str) -> None:
    done = {"done": 100} if state == JobState.DONE else {}
    _note(job, state=state, message=sentence, ended_at=timezone.now(), **done)
