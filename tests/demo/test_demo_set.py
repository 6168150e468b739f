"""The demonstration set: invented, marked, consistent, and gone without a trace when asked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db.models import F

from doctorates.models import Supervision, Thesis
from programmes import demonstration
from programmes.enums import FileFormat, JobKind, Language, ReportStatus, SheetStatus
from programmes.models import (
    AnnualReport,
    CommitmentSheet,
    EditionFile,
    Job,
    LaboratoryContact,
    Remark,
    StatusChange,
    User,
)
from programmes.models.sheets import YearlySheet
from programmes.workflow.reports import freeze_candidate
from projects.models import Project
from tests.factories import ThesisFactory, UserFactory

from .conftest import Loaded, counts

pytestmark = pytest.mark.usefixtures("unmeasured")

Capture = Callable[..., Any]


def freeze(report: AnnualReport) -> None:
    """Write a candidate edition and its files, as the worker does."""
    author = User.objects.get(email="demo-fiches@example.org")
    edition = freeze_candidate(report, {"fr": {}, "en": {}}, contains_demo=True, by=author)
    for language in Language.values:
        file = EditionFile(edition=edition, language=language, format=FileFormat.PDF, sha256="0" * 64, size=4)
        file.file.save("report.pdf", ContentFile(b"%PDF"), save=False)
        file.save(force_insert=True)


def test_loading_twice_changes_nothing(loaded: Loaded) -> None:
    before = counts()

    result = demonstration.install()

    assert (result.created, result.changed, result.deleted) == (0, [], [])
    assert counts() == before


def test_removing_leaves_the_base_as_it_was(loaded: Loaded) -> None:
    demonstration.remove()

    assert counts() == loaded.before


def test_every_row_that_the_set_adds_is_marked(loaded: Loaded) -> None:
    marked = [model for model in apps.get_models() if any(field.name == "is_demo" for field in model._meta.fields)]

    real = {model._meta.db_table: model._base_manager.filter(is_demo=False).count() for model in marked}

    assert real == {table: loaded.before[table] for table in real}


def test_no_real_person_is_said_to_do_anything_invented(loaded: Loaded) -> None:
    assert not Thesis.objects.filter(is_demo=True, candidate__is_demo=False).exists()
    assert not Supervision.objects.filter(is_demo=True, person__is_demo=False).exists()
    assert not LaboratoryContact.objects.filter(is_demo=True, person__is_demo=False).exists()


def test_the_years_were_played_by_the_workflow(loaded: Loaded) -> None:
    statuses = {
        status for kind in YearlySheet.__subclasses__() for status in kind.objects.values_list("status", flat=True)
    }

    assert statuses == set(SheetStatus.values)
    assert CommitmentSheet.objects.filter(campaign__year=2024).exclude(status=SheetStatus.APPROVED).count() == 0
    assert StatusChange.objects.filter(step="approve_sheet").exclude(made_by__is_demo=True).count() == 0


def test_one_payment_was_paid_back_and_none_goes_beyond_its_vote(loaded: Loaded) -> None:
    theses = Project.objects.get(reference="theses-cofinancees")

    paid = {payment.amount < 0 for grant in theses.grants.all() for payment in grant.payments.all()}

    assert paid == {True, False}


def test_a_thesis_is_never_defended_before_its_registration(loaded: Loaded) -> None:
    invented = Thesis.objects.filter(is_demo=True)

    assert invented.count() == 27
    assert not invented.filter(defended_on__lte=F("registered_on")).exists()
    assert set(invented.filter(nnt__isnull=False).values_list("state", flat=True)) == {"S"}


def test_a_worker_is_asked_for_the_oldest_edition(loaded: Loaded) -> None:
    asked = Job.objects.unfinished().get(is_demo=True, kind=JobKind.EDITION_FILES)

    assert AnnualReport.objects.get(status=ReportStatus.REVIEW).campaign.year == 2021
    assert asked.options == {"report": AnnualReport.objects.get(campaign__year=2021).pk}


def test_the_invented_staff_publish_a_report_once_its_files_are_there(loaded: Loaded) -> None:
    report = AnnualReport.objects.get(campaign__year=2021)
    freeze(report)

    demonstration.conclude(report, asked_by=User.objects.get(email="demo-fiches@example.org"))

    report.refresh_from_db()
    assert report.status == ReportStatus.PUBLISHED
    assert report.editions.published().count() == 1
    assert AnnualReport.objects.get(status=ReportStatus.REVIEW).campaign.year == 2022


def test_a_report_that_a_real_person_sent_to_review_waits_for_real_visas(loaded: Loaded) -> None:
    report = AnnualReport.objects.get(campaign__year=2021)
    freeze(report)

    demonstration.conclude(report, asked_by=UserFactory())

    report.refresh_from_db()
    assert report.status == ReportStatus.REVIEW


def test_editions_go_away_with_their_files(
    loaded: Loaded, django_capture_on_commit_callbacks: Capture, tmp_path: Any
) -> None:
    freeze(AnnualReport.objects.get(campaign__year=2021))

    with django_capture_on_commit_callbacks(execute=True):
        demonstration.remove()

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_real_thesis_that_hangs_on_an_invented_action_stops_the_removal(loaded: Loaded) -> None:
    ThesisFactory(title="Une vraie thèse", project=Project.objects.get(reference="demo-jumeau-bocage"))

    with pytest.raises(demonstration.Held, match="thèse «\u00a0Une vraie thèse\u00a0», qui repose sur action"):
        demonstration.remove()

    assert Thesis.objects.filter(is_demo=True).exists()


def test_a_real_remark_about_an_invented_record_stops_the_removal(loaded: Loaded) -> None:
    thesis = Thesis.objects.get(reference="demo-these-05")
    Remark.objects.create(record=thesis, field="title", other_value="Un autre titre")

    with pytest.raises(demonstration.Held, match="remarque «\u00a0titre\u00a0: Un autre titre\u00a0»"):
        demonstration.remove()
