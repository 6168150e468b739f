"""The two commands, on files as small as they may be."""

from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from programmes import workflow
from programmes.enums import JobKind
from programmes.models import Job, Organisation, Protocol, User
from programmes.workflow.jobs import LOCKS
from tests.factories import OrganisationFactory

PROTOCOL = """
[[programmes.protocol]]
reference = "normandie-cnrs-2021"
title = "Protocole"
short_title = "Protocole"
"""
INVENTION = """
[[programmes.organisation]]
reference = "demo-chimere"
kind = "company"
name = "Chimère"
"""


@pytest.fixture
def fixtures(settings: Settings, tmp_path: Path) -> Path:
    """A folder of small fixtures, read instead of the project's."""
    settings.BASE_DIR = tmp_path
    (tmp_path / "fixtures" / "facts").mkdir(parents=True)
    (tmp_path / "fixtures" / "demo" / "circuit").mkdir(parents=True)
    (tmp_path / "fixtures" / "facts" / "protocole.toml").write_text(PROTOCOL)
    (tmp_path / "fixtures" / "demo" / "organismes.toml").write_text(INVENTION)
    (tmp_path / "fixtures" / "demo" / "circuit" / "fiches.toml").write_text("sheet = []\n")
    return tmp_path / "fixtures"


@pytest.mark.django_db
def test_the_facts_are_loaded_first_when_they_are_missing(fixtures: Path) -> None:
    call_command("load_demo")
    call_command("load_facts")

    assert not Protocol.objects.get().is_demo
    assert Organisation.objects.get().is_demo


@pytest.mark.django_db
def test_loading_after_a_removal_brings_the_set_back(fixtures: Path) -> None:
    call_command("load_demo")
    call_command("remove_demo")
    call_command("load_demo")

    assert apps.get_model("programmes.OrganisationHistory").objects.count() == 1


@pytest.mark.django_db
def test_a_file_that_is_wrong_is_named(fixtures: Path) -> None:
    (fixtures / "demo" / "organismes.toml").write_text(INVENTION.replace("kind", "knd"))

    with pytest.raises(CommandError, match=r"organismes.toml.*champ knd"):
        call_command("load_demo")


@pytest.mark.django_db
def test_a_removal_that_real_rows_forbid_says_which(fixtures: Path) -> None:
    call_command("load_demo")
    OrganisationFactory(name="Une vraie filiale", parent=Organisation.objects.get())

    with pytest.raises(CommandError, match=r"Rien n’a été retiré(.|\n)*Une vraie filiale(.|\n)*Chimère"):
        call_command("remove_demo")


@pytest.mark.django_db
def test_no_worker_begins_a_job_that_a_removal_holds() -> None:
    job = workflow.jobs.ask(JobKind.REPORT_PREVIEW, by=User.objects.calendar(), is_demo=True)
    workflow.jobs.hold(Job.objects.filter(is_demo=True))

    with psycopg.connect(**connection.get_connection_params()) as worker:
        answer = worker.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, job.pk]).fetchone()

    assert answer == (False,)
