"""The broker is only a bell: a job is kept when nobody hears it."""

from typing import Any

import pytest
from celery import current_app
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks

from programmes import workflow
from programmes.enums import JobKind
from programmes.models import Job
from tests.factories import UserFactory


@pytest.mark.django_db
def test_a_job_asked_for_while_no_broker_answers_waits_for_the_next_minute(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    monkeypatch.setattr(current_app, "signature", nobody_answers)

    with django_capture_on_commit_callbacks(execute=True):
        job = workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=UserFactory())

    assert job in Job.objects.unfinished()
    assert caplog.messages == [f"no broker answers: job {job.pk} waits for the next tick"]


def nobody_answers(*_args: Any, **_options: Any) -> None:
    """What kombu says of a broker that is down."""
    raise OperationalError("connection refused")
