"""A draft read under a personal address: as a page, as a stamped file, by nobody else, and nothing is followed."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from programmes import workflow
from programmes.enums import ReportStatus
from programmes.models import AnnualReport, Edition, EditionFile, ReviewLink, User
from programmes.sections.blocks import as_plain
from tests import factories
from tests.database import force_step
from tests.reports import sample


def paper() -> bytes:
    """One empty page."""
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(target)
    return target.getvalue()


@pytest.fixture
def candidate(db: None) -> Edition:
    """A frozen candidate with its files, under review."""
    content = {language: as_plain(sample.report(language)) for language in ("fr", "en")}
    edition: Edition = factories.EditionFactory(content=content)
    for language in ("fr", "en"):
        file = ContentFile(paper(), name="rapport.pdf")
        EditionFile.objects.create(edition=edition, language=language, format="pdf", file=file, sha256="ab", size=8)
    force_step()
    AnnualReport.objects.update(status=ReportStatus.REVIEW)
    return edition


@pytest.fixture
def administrator(db: None) -> User:
    """Who gives the draft to read."""
    return factories.UserFactory(administrator=True)


@pytest.fixture
def token(candidate: Edition, administrator: User) -> str:
    """The secret of the address given to a vice-president."""
    report = AnnualReport.objects.get()
    until = timezone.localdate() + timedelta(7)
    return workflow.reviewing.give(report, reader="La vice-présidente", until=until, by=administrator)[1]


@pytest.mark.parametrize(
    ("place", "words"), [("fr/relecture", "confié à La vice-présidente"), ("en/review", "entrusted to La vice")]
)
def test_the_draft_is_read_in_both_languages(client: Client, token: str, place: str, words: str) -> None:
    page = client.get(f"/{place}/{token}/")

    assert words in page.text
    assert page.context["twin"]["chapters"]


def test_nothing_of_the_visit_leaves_or_stays(client: Client, token: str) -> None:
    page = client.get(f"/fr/relecture/{token}/")

    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    assert "no-store" in page["Cache-Control"]
    assert client.cookies.keys() == set()


def test_looking_changes_nothing(client: Client, token: str) -> None:
    before = ReviewLink.objects.values().get()

    client.get(f"/fr/relecture/{token}/")
    client.get(f"/fr/relecture/{token}/fr.pdf")

    assert ReviewLink.objects.values().get() == before


def test_the_file_says_draft_on_each_page(client: Client, token: str) -> None:
    answer = client.get(f"/fr/relecture/{token}/en.pdf")

    with pikepdf.open(io.BytesIO(b"".join(answer))) as pdf:
        assert b"/Artifact" in pdf.pages[0].Contents[-1].read_bytes()
    assert "projet-rapport-" in answer["Content-Disposition"]


def test_a_file_in_another_language_does_not_exist(client: Client, token: str) -> None:
    assert client.get(f"/fr/relecture/{token}/de.pdf").status_code == 404


def test_the_reader_says_to_have_read_it(client: Client, token: str) -> None:
    page = client.post(f"/fr/relecture/{token}/", follow=True)

    assert "Vous avez dit avoir lu ce projet" in page.text
    assert ReviewLink.objects.get().read_at is not None


def test_a_guessed_address_gets_a_courteous_page(client: Client, token: str) -> None:
    page = client.get(f"/fr/relecture/{token[:-1]}/")

    assert page.status_code == 404
    assert "Ce lien de relecture n’ouvre rien" in page.text
    assert page["Referrer-Policy"] == "no-referrer"


def test_a_revoked_address_gets_the_same_page(client: Client, token: str, administrator: User) -> None:
    guessed = client.get("/fr/relecture/abc/").text
    workflow.reviewing.revoke(ReviewLink.objects.get(), by=administrator)

    closed = client.get(f"/fr/relecture/{token}/")

    assert closed.text.replace(token, "abc") == guessed
    assert client.post(f"/fr/relecture/{token}/").status_code == 404
    assert client.get(f"/fr/relecture/{token}/fr.pdf").status_code == 404
