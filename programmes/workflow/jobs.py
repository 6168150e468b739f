"""Asking for what takes longer than a page, and ringing the bell that a job waits."""

from typing import Any

from django.db import connection
from django.utils import timezone

from .. import bell
from ..enums import JobKind, JobState
from ..models import Job, User
from ..models.jobs import JobQuerySet

RUN = "programmes.run_job"
LOCKS = 2021  # the family of our advisory locks; the second number is the job


class Cancelled(Exception):
    """Somebody stopped the job; whatever it has not kept is dropped."""


def ask(kind: JobKind, /, *, by: User, is_demo: bool = False, **options: Any) -> Job:
    """Write the job down and ring once the transaction is kept."""
    job = Job.objects.create(kind=kind, asked_by=by, options=options, is_demo=is_demo)
    ring(job)
    return job


def note_done(kind: JobKind, /, *, by: User, message: str = "", is_demo: bool = False, **options: Any) -> Job:
    """Write down what was done at once, so that it is told with the rest."""
    return Job.objects.create(
        kind=kind, asked_by=by, options=options, state=JobState.DONE, done=100, total=100, ended_at=timezone.now(),
        message=message, is_demo=is_demo,
    )  # fmt: skip


def ring(job: Job) -> None:
    """Tell the workers. The bell may be lost or rung twice: the row decides."""
    bell.ring(RUN, job.pk, waits=f"job {job.pk}")


def cancel(wanted: JobQuerySet) -> None:
    """Stop these jobs: one that waits never begins, one under way ends when it next tells how far it is."""
    wanted.unfinished().update(state=JobState.CANCELLED, ended_at=timezone.now())


def hold(wanted: JobQuerySet) -> None:
    """Keep these jobs from running until the transaction ends; the one that a worker still has is waited for."""
    with connection.cursor() as cursor:
        for pk in wanted.order_by("pk").values_list("pk", flat=True):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, pk])
