"""Every list of the administration as a file: the rows on screen, the columns chosen, at once or as a job."""

import io
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doctorates.models import Thesis
from programmes import tasks
from programmes.admin import exporting
from programmes.enums import JobKind, JobState
from programmes.exports import formats, offer
from programmes.exports.offering import headings_read
from programmes.models import Job, Organisation, User
from programmes.resources import all_kinds
from programmes.spreadsheets import plain
from tests.admin.conftest import TABLES, address
from tests.exports.reading import lines_of
from tests.factories import OrganisationFactory, ThesisFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured")]
ALL = {"format": "csv", "columns": ["Référence", "Titre"]}


def export_of(model: type[Model], query: str = "") -> str:
    """The address of the export of a list."""
    return f"{address(model, 'export')}?{query}"


def content(response: Any) -> bytes:
    """The file that was answered."""
    return b"".join(response.streaming_content)


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_every_list_can_be_exported(model: type[Model], desk: Client) -> None:
    headings = [one.heading for one in offer(model)]

    page = desk.get(export_of(model))
    answer = desk.post(export_of(model), {"format": "csv", "columns": headings})

    lines = lines_of(content(answer))
    assert page.status_code == 200
    assert f'href="{address(model, "export")}' in desk.get(address(model, "changelist")).text
    assert len(lines) == page.context["lines"]
    assert all(list(line) == [*headings, "Fiche"] for line in lines)


@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_what_an_import_does_not_read_bears_no_heading_that_it_knows(kind: str) -> None:
    resource = all_kinds()[kind]()
    own = {column.heading for column in resource.all_columns}

    others = {plain(one.heading) for one in offer(resource._meta.model) if one.heading not in own}

    assert others & headings_read(resource) == set()


def test_the_rows_are_those_on_screen_in_their_order(desk: Client) -> None:
    ThesisFactory(reference="b", title="Étude b", state="E")
    ThesisFactory(reference="a", title="Étude a", state="E")
    ThesisFactory(reference="c", title="Étude c", state="A", ended_on="2023-01-01")

    answer = desk.post(export_of(Thesis, "state__exact=E&q=etude&o=1"), ALL)

    assert [line["Référence"] for line in lines_of(content(answer))] == ["a", "b"]
    assert answer["Content-Disposition"].startswith('attachment; filename="theses-')


def test_each_line_ends_with_the_address_of_its_record(desk: Client, settings: Any) -> None:
    settings.SITE_URL = "https://protocole.example/"
    thesis = ThesisFactory()

    lines = lines_of(content(desk.post(export_of(Thesis), ALL)))

    assert lines[0]["Fiche"] == f"https://protocole.example{address(thesis, 'change')}"


def test_a_workbook_holds_dates_and_numbers(desk: Client) -> None:
    ThesisFactory(registered_on="2021-09-05", title="=1+1")

    columns = ["Titre", "Première inscription", "Statut"]
    answer = desk.post(export_of(Thesis), {"format": "xlsx", "columns": columns})

    cells = list(openpyxl.load_workbook(io.BytesIO(content(answer))).active.iter_rows(min_row=2))[0]  # noqa: RUF015
    assert [(cell.data_type, str(cell.value)) for cell in cells[:3]] == [
        ("s", "'=1+1"),
        ("d", "2021-09-05 00:00:00"),
        ("s", "brouillon"),
    ]


def test_a_short_export_is_written_down(desk: Client, administrator: User) -> None:
    ThesisFactory()

    content(desk.post(export_of(Thesis, "q=etude"), ALL))

    job = Job.objects.get(kind=JobKind.EXPORT)
    assert (job.asked_by, job.state, job.options["query"]) == (administrator, JobState.DONE, "q=etude")
    assert job.options["headings"] == ["Référence", "Titre"]


def test_a_long_export_is_a_job_with_its_file(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "AT_ONCE", 1)
    ThesisFactory(reference="un", state="E")
    ThesisFactory(reference="deux", state="E")
    ThesisFactory(reference="trois", state="F")

    answer = desk.post(export_of(Thesis, "state__exact=E"), ALL)
    job = Job.objects.get(kind=JobKind.EXPORT)
    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert answer["Location"] == address(job, "change")
    assert (job.state, job.message) == (JobState.DONE, "")
    with job.file.open() as file:
        assert {line["Référence"] for line in lines_of(file.read())} == {"un", "deux"}


def test_the_worker_asks_again_what_the_author_may_see(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "AT_ONCE", 0)
    ThesisFactory()
    desk.post(export_of(Thesis), ALL)
    Group.objects.get(name="administrateur").user_set.clear()

    job = Job.objects.get(kind=JobKind.EXPORT)
    tasks.run_job(job.pk)

    job.refresh_from_db()
    assert (job.state, job.message, bool(job.file)) == (JobState.FAILED, exporting.CLOSED, False)


@pytest.mark.parametrize("method", ["get", "post"])
def test_accounts_are_exported_by_administrators_alone(method: str, client: Client) -> None:
    client.force_login(UserFactory(contributor=True))

    answer = getattr(client, method)(export_of(User), {"format": "csv", "columns": ["Nom complet"]})

    assert answer.status_code == 403


def test_no_export_holds_a_secret() -> None:
    headings = {one.heading for one in offer(User)}

    assert not {heading for heading in headings if "passe" in heading.lower()}


@pytest.mark.parametrize(("sent", "sentence"), [
    ({"format": "csv"}, "Choisissez au moins une colonne."),
    ({"format": "exe", "columns": ["Nom"]}, "n’en fait pas partie"),
    ({"format": "csv", "columns": ["Mot de passe"]}, "n’en fait pas partie"),
])  # fmt: skip
def test_what_is_not_offered_is_refused_in_the_form(sent: dict[str, Any], sentence: str, desk: Client) -> None:
    page = desk.post(export_of(Organisation), sent)

    assert page.status_code == 200
    assert sentence in page.text.replace("&#x27;", "’")


def test_an_ods_of_too_many_lines_is_refused_with_a_sentence(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.MOST, formats.Format.ODS, 1)
    OrganisationFactory.create_batch(2)

    page = desk.post(export_of(Organisation), {"format": "ods", "columns": ["Nom"]})

    assert "Un fichier ODS va jusqu’à 1 lignes ici." in page.text


def test_a_forged_filter_leads_back_to_the_list(desk: Client) -> None:
    answer = desk.get(export_of(Thesis, "registered_on__year=x"))

    assert answer.status_code == 302


def test_an_export_asks_no_more_when_the_list_grows(desk: Client) -> None:
    ThesisFactory()
    columns = {"format": "xlsx", "columns": [one.heading for one in offer(Thesis)]}
    content(desk.post(export_of(Thesis), columns))
    cache.clear()
    with CaptureQueriesContext(connection) as few:
        content(desk.post(export_of(Thesis), columns))
    ThesisFactory.create_batch(10)

    with CaptureQueriesContext(connection) as many:
        content(desk.post(export_of(Thesis), columns))

    assert len(many) == len(few)
