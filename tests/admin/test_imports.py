"""A member of staff sends a file, reads its preview, confirms; nobody else may."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from programmes import tasks
from programmes.models import Import, ImportState, Organisation, User
from programmes.resources import all_kinds, importing
from programmes.spreadsheets import sniffing
from tests.factories import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
TEXT = "Référence;Nature;Nom\no-1;université;Université\n"


def sent_by(author: User, text: str = TEXT) -> Import:
    """An import with its preview."""
    sent = importing.send(SimpleUploadedFile("liste.csv", text.encode()), "organismes", by=author)
    sent.refresh_from_db()
    tasks.run_job(sent.job_id or 0)
    sent.refresh_from_db()
    return sent


def test_a_file_goes_from_the_list_to_the_records(desk: Client) -> None:
    listed = desk.get(reverse("admin:programmes_import_changelist"))
    kinds = desk.get(reverse("admin:programmes_import_kinds"))
    upload = {"file": SimpleUploadedFile("liste.csv", TEXT.encode())}
    answer = desk.post(reverse("admin:programmes_import_send", args=["organismes"]), upload, follow=True)

    assert "Importer un fichier" in listed.content.decode()
    assert "Organismes" in kinds.content.decode()
    assert "Lecture en cours" in answer.content.decode()

    sent = Import.objects.get()
    tasks.run_job(sent.job_id or 0)
    preview = desk.get(reverse("admin:programmes_import_change", args=[sent.pk]))
    assert "Nouvelles\u00a0: 1" in preview.content.decode()

    desk.post(reverse("admin:programmes_import_confirm", args=[sent.pk]))
    sent.refresh_from_db()
    tasks.run_job(sent.job_id or 0)
    written = desk.get(reverse("admin:programmes_import_change", args=[sent.pk]))
    assert "Enregistré le" in written.content.decode()
    assert Organisation.objects.get().name == "Université"


@pytest.mark.parametrize("kind", list(all_kinds()))
def test_each_kind_has_its_page_and_its_template(desk: Client, kind: str) -> None:
    page = desk.get(reverse("admin:programmes_import_send", args=[kind]))
    template = desk.get(reverse("admin:programmes_import_template", args=[kind]))

    book = openpyxl.load_workbook(BytesIO(template.content))
    headings = [cell.value for cell in book.worksheets[0][1]]
    assert "Colonnes reconnues" in page.content.decode()
    assert headings == [column.heading for column in all_kinds()[kind]().all_columns]
    assert book.worksheets[0].max_row == 3


def test_a_file_is_asked_for_and_not_too_large_a_one(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("programmes.admin.imports.LARGEST", 3)
    address = reverse("admin:programmes_import_send", args=["organismes"])

    assert "Choisissez un fichier" in desk.post(address).content.decode()
    assert "50 Mo" in desk.post(address, {"file": SimpleUploadedFile("a.csv", b"long")}).content.decode()
    assert sniffing.LARGEST == 50_000_000


def test_refused_lines_come_first_with_their_reasons(desk: Client, administrator: User) -> None:
    sent = sent_by(administrator, TEXT + "o-2;licorne;Autre\n")

    page = desk.get(reverse("admin:programmes_import_change", args=[sent.pk])).content.decode()
    new = desk.get(reverse("admin:programmes_import_change", args=[sent.pk]), {"lignes": "new"}).content.decode()

    assert "n’est pas dans la liste" in page
    assert "o-1" in new
    assert "Confirmer" not in page


def test_progress_is_asked_for_until_the_preview_is_there(desk: Client, administrator: User) -> None:
    waiting = importing.send(SimpleUploadedFile("liste.csv", b"x"), "organismes", by=administrator)
    over = sent_by(administrator)

    assert desk.get(reverse("admin:programmes_import_progress", args=[waiting.pk])).status_code == 200
    assert desk.get(reverse("admin:programmes_import_progress", args=[over.pk])).headers["HX-Refresh"] == "true"


def test_the_file_is_given_back_as_it_was_sent(desk: Client, administrator: User) -> None:
    answer = desk.get(reverse("admin:programmes_import_file", args=[sent_by(administrator).pk]))

    assert b"".join(answer.streaming_content).decode() == TEXT  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_a_preview_may_be_dropped_once(desk: Client, administrator: User) -> None:
    sent = sent_by(administrator)
    address = reverse("admin:programmes_import_cancel", args=[sent.pk])

    first, second = desk.post(address, follow=True), desk.post(address, follow=True)
    late = desk.post(reverse("admin:programmes_import_confirm", args=[sent.pk]), follow=True)

    sent.refresh_from_db()
    assert sent.state == ImportState.CANCELLED
    assert "rien n’est enregistré" in first.content.decode()
    assert "déjà enregistré ou clos" in second.content.decode()
    assert "n’est plus à confirmer" in late.content.decode()


def test_a_visit_changes_nothing(desk: Client, administrator: User) -> None:
    sent = sent_by(administrator)

    desk.get(reverse("admin:programmes_import_confirm", args=[sent.pk]))
    desk.get(reverse("admin:programmes_import_cancel", args=[sent.pk]))

    sent.refresh_from_db()
    assert sent.state == ImportState.READY


def test_only_its_author_confirms_an_import(desk: Client) -> None:
    sent = sent_by(UserFactory(contributor=True))

    assert desk.post(reverse("admin:programmes_import_confirm", args=[sent.pk])).status_code == 403


@pytest.mark.parametrize("page", ["change", "file", "progress", "confirm", "cancel"])
def test_nobody_sees_the_import_of_another(client: Client, page: str) -> None:
    sent = sent_by(UserFactory(contributor=True))
    client.force_login(UserFactory(contributor=True))

    answer = client.get(reverse(f"admin:programmes_import_{page}", args=[sent.pk]))

    assert answer.status_code == (302 if page == "change" else 404)


def test_a_reader_imports_nothing(client: Client) -> None:
    client.force_login(UserFactory(reader=True))

    assert client.get(reverse("admin:programmes_import_kinds")).status_code == 403
    assert client.get(reverse("admin:programmes_import_send", args=["theses"])).status_code == 403


def test_an_unknown_kind_is_not_found(desk: Client) -> None:
    assert desk.get(reverse("admin:programmes_import_send", args=["licornes"])).status_code == 404


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT + "\n", "il n’y a rien à confirmer"),
        ("Référence;Nature;Nom\n;;\n", "Le fichier ne contient aucune ligne à importer"),
    ],
)
def test_a_file_that_changes_nothing_asks_for_no_confirmation(
    desk: Client, administrator: User, text: str, words: str
) -> None:
    OrganisationFactory(reference="o-1", kind="university", name="Université")

    sent = sent_by(administrator, text)
    page = desk.get(reverse("admin:programmes_import_change", args=[sent.pk])).content.decode()

    assert words in page
    assert "Confirmer et enregistrer" not in page
