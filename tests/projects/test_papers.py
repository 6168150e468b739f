"""Papers of actions: judged by their content, read by those who may see them."""

import io
import zipfile
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from projects.models import Document
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 une page"


def archive(mimetype: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("mimetype", mimetype)
    return stream.getvalue()


def paper(name: str = "bilan.pdf", content: bytes = PDF, **more: Any) -> Document:
    project = more.pop("project", None) or ProjectFactory(published=True)
    return Document(project=project, title="Bilan", file=SimpleUploadedFile(name, content), **more)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bilan.pdf", b"\x89PNG\r\n\x1a\n"),
        ("photo.png", PDF),
        ("photo.jpg", b"<html>"),
        ("table.csv", b"a;b\n\x00\x01"),
        ("note.odt", b"PK\x03\x04 coup\xe9"),
        ("note.odt", archive("application/zip")),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(ValidationError, match="quel que soit son nom"):
        paper(name, content).full_clean()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bilan.pdf", PDF),
        ("photo.PNG", b"\x89PNG\r\n\x1a\n...."),
        ("table.csv", "année;montant\n2024;1\n".encode("cp1252")),
        ("note.odt", archive("application/vnd.oasis.opendocument.text")),
    ],
)
def test_a_file_that_is_what_its_name_says_is_kept(name: str, content: bytes) -> None:
    paper(name, content).full_clean()


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("projects.models.papers.LARGEST", 3)

    with pytest.raises(ValidationError, match="Le fichier dépasse 50"):
        paper().full_clean()


def test_staff_read_the_file_of_an_action_that_they_may_see(client: Client) -> None:
    kept = paper(project=ProjectFactory())
    kept.save()
    refused = client.get(kept.file.url).status_code
    client.force_login(UserFactory(administrator=True))

    answer = client.get(kept.file.url)

    assert refused == 302  # to the log-in page
    assert b"".join(answer) == PDF
    assert answer["Content-Disposition"].startswith("attachment")


def test_who_has_no_role_reads_no_file(client: Client) -> None:
    kept = paper()
    kept.save()
    client.force_login(UserFactory(is_staff=True))

    assert client.get(kept.file.url).status_code == 403


def test_the_public_reads_public_papers_of_published_actions_only(client: Client) -> None:
    project = ProjectFactory(published=True)
    papers = [paper(project=project, is_public=True), paper(is_public=False)]
    papers.append(paper(project=ProjectFactory(), is_public=True))
    Document.objects.bulk_create(papers)

    answers = [client.get(reverse("projects:document", args=(one.pk,))) for one in papers]

    assert [answer.status_code for answer in answers] == [200, 404, 404]
    assert b"".join(answers[0]) == PDF
    assert papers[0].address in client.get(reverse("projects:detail", args=(project.slug,))).text


def test_a_file_that_the_store_has_lost_is_not_found(client: Client) -> None:
    kept = paper(is_public=True)
    kept.save()
    kept.file.storage.delete(str(kept.file.name))
    client.force_login(UserFactory(administrator=True))

    answers = [client.get(address).status_code for address in (kept.file.url, kept.address)]

    assert answers == [404, 404]
