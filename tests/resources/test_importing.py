"""A file is previewed, confirmed, written whole or not at all, and kept with its author."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from programmes import tasks
from programmes.enums import JobKind, JobState
from programmes.models import Import, ImportState, Job, Organisation, User
from programmes.resources import all_kinds, importing
from programmes.spreadsheets import Unreadable
from programmes.workflow import jobs
from tests.factories import LaboratoryFactory, OrganisationFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured")]
GOOD = "Liste de l’été\n\nRéférence;Nature;NOM;Colonne à nous;ville\no-1;université;Université é;x;Caen\n;;;;\n"
NEW_ONE = [["Nature", "", "université"], ["Nom", "", "Université é"]]
BAD = GOOD + "o-2;universitée;Autre;;\n"


@pytest.fixture
def agent() -> User:
    """A member of staff."""
    return UserFactory(contributor=True)


def previewed(agent: User, text: str = GOOD, kind: str = "organismes") -> Import:
    """An import whose preview is made."""
    sent = importing.send(ContentFile(text.encode("cp1252"), name="C:/liste été.csv"), kind, by=agent)
    return run(sent)


def run(sent: Import) -> Import:
    """Let a worker do the job of an import."""
    sent.refresh_from_db()
    tasks.run_job(sent.job_id)
    sent.refresh_from_db()
    return sent


def test_a_preview_says_what_would_happen_and_writes_nothing(agent: User) -> None:
    OrganisationFactory(reference="o-3", name="Ancien", kind="school")

    sent = previewed(agent, GOOD + "o-3;école;Nouveau;;\n")

    assert (sent.state, sent.totals) == (ImportState.READY, {"new": 1, "changed": 1, "same": 0, "refused": 0})
    assert sent.lines == [[4, "new", "o-1", NEW_ONE], [6, "changed", "o-3", [["Nom", "Ancien", "Nouveau"]]]]
    assert sent.ignored == ["Colonne à nous"]
    assert Organisation.objects.count() == 1


def test_a_refused_line_names_its_column_and_stops_all(agent: User) -> None:
    sent = previewed(agent, BAD)

    assert (sent.state, sent.totals["refused"]) == (ImportState.REFUSED, 1)
    assert sent.lines[1][:3] == [6, "refused", "o-2"]
    assert sent.lines[1][3][0][0] == "Nature"
    assert importing.confirm(sent) is False


def test_a_confirmed_import_is_written_and_stands_in_the_trail(agent: User) -> None:
    sent = previewed(agent)

    assert importing.confirm(sent)
    run(sent)

    body: Any = Organisation.objects.get()
    metadata = body.history.get().pgh_context.metadata
    assert (sent.state, body.name, body.city) == (ImportState.WRITTEN, "Université é", "Caen")
    assert (metadata["user"], metadata["reason"], metadata["import"]) == (agent.pk, f"import {sent.name}", sent.pk)
    assert Job.objects.filter(state=JobState.DONE).count() == 2


def test_the_same_file_again_changes_nothing(agent: User) -> None:
    importing.confirm(sent := previewed(agent))
    run(sent)

    again = previewed(agent)

    assert again.totals == {"new": 0, "changed": 0, "same": 1, "refused": 0}
    assert again.checksum == sent.checksum


def test_records_that_moved_since_the_preview_are_not_overwritten(agent: User) -> None:
    OrganisationFactory(reference="o-1", name="Ancien", kind="university")
    importing.confirm(sent := previewed(agent))
    Organisation.objects.update(website="https://exemple.invalid/")

    run(sent)
    assert (sent.state, sent.message) == (ImportState.READING, importing.MOVED)

    run(sent)
    assert sent.state == ImportState.READY
    assert Organisation.objects.get().name == "Ancien"


def test_a_stopped_import_writes_nothing(agent: User) -> None:
    importing.confirm(sent := previewed(agent))
    sent.refresh_from_db()

    assert importing.cancel(sent)
    run(sent)

    assert sent.state == ImportState.CANCELLED
    assert not Organisation.objects.exists()
    assert importing.confirm(sent) is False


def test_a_job_stopped_half_way_ends_at_its_next_sign_of_life(agent: User) -> None:
    importing.confirm(sent := previewed(agent))
    sent.refresh_from_db()

    def stopped(_percent: int, _words: str) -> None:
        raise jobs.Cancelled

    with pytest.raises(jobs.Cancelled):
        importing.write(sent.pk, stopped)

    assert not Organisation.objects.exists()


def test_a_worker_hears_at_its_next_sign_of_life_that_its_job_is_stopped(
    agent: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = importing.send(ContentFile(b"", name="vide.csv"), "organismes", by=agent)

    def stopping(job: Job, progress: tasks.Progress) -> None:
        jobs.cancel(Job.objects.filter(pk=job.pk))
        progress(50, "La moitié")

    monkeypatch.setitem(tasks.RUNNERS, JobKind.IMPORT_PREVIEW, stopping)

    run(sent)

    assert Job.objects.get().state == JobState.CANCELLED


def test_an_import_cancelled_during_the_writing_is_taken_back(agent: User) -> None:
    importing.confirm(sent := previewed(agent))

    def cancelling(_percent: int, _words: str) -> None:
        importing.cancel(sent)

    with pytest.raises(jobs.Cancelled):
        importing.write(sent.pk, cancelling)

    assert not Organisation.objects.exists()


def test_a_worker_rung_again_after_the_writing_does_nothing(agent: User) -> None:
    importing.confirm(sent := previewed(agent))
    run(sent)
    Job.objects.update(state=JobState.RUNNING)

    run(sent)

    assert Organisation.objects.get().version == 1


def test_an_unexpected_error_is_told_too(agent: User) -> None:
    sent = previewed(agent)
    importing.confirm(sent)
    Path(sent.file.path).unlink()

    run(sent)

    assert (sent.state, sent.message) == (ImportState.FAILED, importing.UNEXPECTED)


def test_what_cannot_be_read_fails_with_its_sentence(agent: User) -> None:
    sent = previewed(agent, "bonjour")

    assert sent.state == ImportState.FAILED
    assert sent.message == Job.objects.get().message
    assert "en-têtes" in sent.message


@pytest.mark.parametrize(
    ("headings", "words"), [("Référence;code;nom", "Deux colonnes"), ("Nom;ville", "«\u00a0Référence\u00a0» manque")]
)
def test_headings_must_be_clear(agent: User, headings: str, words: str) -> None:
    assert words in previewed(agent, f"{headings}\na;b;c\n").message


def test_a_kind_that_is_no_more_is_said_so(agent: User) -> None:
    assert "n’existe plus" in previewed(agent, kind="licornes").message


def test_what_the_database_alone_refuses_is_told_by_the_preview(agent: User) -> None:
    LaboratoryFactory(reference="autre", slug="labo")

    sent = previewed(agent, "Référence;Nom\nlabo;Laboratoire\n", "laboratoires")

    assert sent.state == ImportState.REFUSED
    assert sent.message


def test_a_file_that_changed_behind_our_back_is_refused(agent: User) -> None:
    importing.confirm(sent := previewed(agent))
    Path(sent.file.path).write_bytes(b"")

    run(sent)

    assert (sent.state, sent.message) == (ImportState.FAILED, "Le fichier est vide.")


def test_lines_of_example_are_left_aside(agent: User) -> None:
    assert previewed(agent, GOOD + "univ-exemple;université;Exemple;;\n").totals["new"] == 1


def test_an_import_is_seen_by_its_author_and_by_administrators(agent: User) -> None:
    sent = previewed(agent)

    assert list(Import.objects.visible_to(agent)) == [sent]
    assert list(Import.objects.visible_to(UserFactory(administrator=True))) == [sent]
    assert not Import.objects.visible_to(UserFactory(approver=True)).exists()
    assert (str(sent), sent.is_under_way, str(sent.file).startswith("imports/")) == ("liste été.csv", False, True)


@pytest.mark.parametrize("kind", list(all_kinds()))
def test_a_heading_means_one_column(kind: str) -> None:
    columns = all_kinds()[kind]().all_columns
    names = [name for column in columns for name in column.known_as]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", list(all_kinds()))
def test_nothing_that_a_workflow_or_a_decision_holds_is_a_column(kind: str) -> None:
    attributes = {column.attribute for column in all_kinds()[kind]().all_columns}

    assert not attributes & {"status", "version", "is_demo", "name_is_public", "name_ground", "name_public_at"}


def test_unreadable_says_why() -> None:
    with pytest.raises(Unreadable, match="manque"):
        importing.matched(all_kinds()["organismes"](), ["nom"])


def test_a_line_names_a_record_that_another_line_brings_in(agent: User) -> None:
    lines = "Référence;Nature;Nom;Rattachement\no-7;école;École;o-8\no-8;université;Université;\n"

    importing.confirm(sent := previewed(agent, lines))
    run(sent)

    assert Organisation.objects.get(reference="o-7").parent == Organisation.objects.get(reference="o-8")
