"""Editions over time: what they rest on, whether they are still what they were, whether old ones still open."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile

from programmes import tasks, workflow
from programmes.enums import JobKind, JobState
from programmes.models import Edition, EditionFile, Job
from programmes.reports import checking, stamp, versions
from programmes.reports.files import store_pdf
from programmes.reports.freezing import freeze_all
from programmes.reports.pages import twin
from programmes.sections import blocks
from programmes.workflow.reports import checksum
from tests.factories import EditionFactory, UserFactory
from tests.reports import sample, situation

pytestmark = pytest.mark.usefixtures("unmeasured_children")

FIRST_SHAPE = Path(__file__).parent / "frozen" / "schema-1.json"


def small() -> dict[str, Any]:
    """The plain form of a report that is printed quickly."""
    plain: dict[str, Any] = blocks.as_plain(sample.empty())
    return plain


@pytest.fixture
def edition(db: None) -> Edition:
    """A frozen edition with its French file as the worker made it."""
    content = {"fr": small()}
    edition: Edition = EditionFactory(content=content, checksum=checksum(content))
    store_pdf(edition, "fr", checking.render(content["fr"], lambda _percent, _words: None))
    return edition


def test_a_content_frozen_under_the_first_shape_still_opens() -> None:
    plain = json.loads(FIRST_SHAPE.read_text(encoding="utf-8"))

    assert blocks.from_plain(plain) == replace(sample.report("fr"), schema=1)
    assert len(twin({"fr": plain}, "fr")["chapters"]) == len(sample.report("fr").chapters)


def test_a_content_that_is_gone_leaves_nothing_to_read_online() -> None:
    assert twin({}, "fr") == {}


def test_a_content_without_a_number_has_the_first_shape() -> None:
    plain = small()
    del plain["schema"]

    assert blocks.from_plain(plain).schema == 1


def test_a_content_newer_than_this_code_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="forme n° 99"):
        blocks.from_plain(small() | {"schema": 99})


def test_an_edition_rests_on_the_sheets_with_their_visas(db: None) -> None:
    campaign = situation.told_year()

    sheets = freeze_all(campaign, number=1).rests_on["sheets"]

    approved = [sheet for sheet in sheets if sheet["status"] == "visée"]
    assert len(approved) == 3
    assert [len(sheet["visas"]) for sheet in approved] == [2, 2, 2]
    assert {visa["seen"] for visa in approved[0]["visas"]} <= {str(n) for n in range(approved[0]["version"] + 1)}


def test_a_checked_edition_is_the_same_to_the_byte(edition: Edition) -> None:
    job = Job.objects.create(
        kind=JobKind.EDITION_CHECK, asked_by=UserFactory(administrator=True), options={"edition": edition.pk}
    )

    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert "Contenu figé\u00a0: intact." in job.message
    assert "identique octet pour octet" in job.message


def test_a_stored_file_that_was_touched_is_told(edition: Edition) -> None:
    file = edition.files.get()
    file.file.storage.delete(str(file.file.name))
    file.file.storage.save(file.file.name, ContentFile(b"%PDF autre"))

    assert "il a été altéré" in checking.told(edition, lambda _percent, _words: None)


def test_a_stored_file_that_is_gone_and_a_content_that_was_touched_are_told(edition: Edition) -> None:
    file = edition.files.get()
    file.file.storage.delete(str(file.file.name))
    edition.checksum = "0" * 64

    found = checking.told(edition, lambda _percent, _words: None)

    assert "il n’a plus l’empreinte enregistrée" in found
    assert "il a été altéré" in found


@pytest.mark.parametrize(
    ("changed", "words"),
    [((), "versions pourtant égales"), (("weasyprint 69.0 → 70.0",), "les versions diffèrent (weasyprint 69.0")],
)
def test_a_file_that_differs_says_which_versions_do(changed: tuple[str, ...], words: str) -> None:
    verdict = checking.Verdict(name="PDF en français", is_kept=True, is_rebuilt=False, changed=changed)

    assert words in verdict.sentence


def test_versions_are_compared_name_by_name() -> None:
    now = versions.made_with()

    assert versions.differences(now, now) == []
    assert versions.differences({"code": "a", "old": "1"}, {"code": "b", "new": "2"}) == [
        "code du rapport a → b",
        "new inconnu → 2",
        "old 1 → absent",
    ]
    assert {"code", "fonts", "pango", "python", "weasyprint"} <= now.keys()


def test_each_file_records_with_what_it_was_made(edition: Edition) -> None:
    assert EditionFile.objects.get().made_with == versions.made_with()


def test_a_preview_says_so_on_each_page_and_draws_once(edition: Edition) -> None:
    with edition.files.get().file.open("rb") as stored:
        data = stored.read()

    stamped = stamp.draft(data, "en")

    assert stamped == stamp.draft(data, "en")
    with pikepdf.open(io.BytesIO(stamped)) as pdf:
        drawings = {next(iter(page.resources.XObject.values())).objgen for page in pdf.pages}
        assert len(drawings) < len(pdf.pages)


def test_a_letter_without_a_drawing_is_left_out() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        target = io.BytesIO()
        pdf.save(target)

    assert stamp.stamped(target.getvalue(), "A", "\U0001f600").startswith(b"%PDF")


def test_a_report_that_left_its_review_meanwhile_keeps_no_candidate(db: None) -> None:
    report = EditionFactory().report

    with pytest.raises(workflow.Refused, match="n’est plus en relecture"):
        workflow.reports.freeze_candidate(report, {}, contains_demo=False, by=UserFactory())
