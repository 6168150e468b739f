"""A published action or thesis on one page: from the parts of the report, made once, never two at a time."""

import io
from datetime import date

import pikepdf
import pytest
from django.core.cache import cache
from django.test import Client

from doctorates.models import Thesis
from doctorates.sections.leaflet import leaflet as thesis_leaflet
from programmes.reports import leaflets
from programmes.reports.typesetting import document
from programmes.sections import blocks
from programmes.views import leaflets as view
from programmes.views.leaflets import BUSY, frame_of
from tests import factories
from tests.reports import reading
from tests.reports.printing import faults
from tests.site.conftest import Register

PLACES = ["/fr/actions/{}/fiche.pdf", "/en/projects/{}/sheet.pdf"]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def pages(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return len(document.pages)


def leaflet(*told: blocks.Block) -> dict[str, object]:
    """An action on one page that says all this."""
    part = blocks.Part(anchor="action", title="Un instrument", tone="theme-2", blocks=told, new_page=True)
    return {
        "language": "fr", "title": "Un instrument", "author": "Registre", "address": "https://example.org/",
        "day": "23 novembre 2026", "iso": "2026-11-23", "demo": "", "part": blocks.as_plain(part),
    }  # fmt: skip


def test_an_action_is_printed_on_one_accessible_page(client: Client, register: Register) -> None:
    answer = client.get(PLACES[0].format(register.project.slug))

    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer.content) == 1
    assert [faults(answer.content, profile) for profile in ("ua1", "3a")] == [[], []]
    assert client.get(PLACES[0].format(register.project.slug)).content == answer.content


def test_a_record_that_says_too_much_is_cut_to_one_page_that_says_so() -> None:
    long = blocks.Rich(html=f"<p><strong>{'mot ' * 4000}</strong></p>")
    told = leaflet(long, *(blocks.Paragraph(text="Beaucoup de mots. " * 60), blocks.Heading(text="Encore")) * 40)

    text = leaflets.fitted(told)

    assert len(document(text).render().pages) == 1
    assert "Cette page ne dit pas tout" in text


def test_the_money_of_a_record_that_says_too_much_stays_on_its_page() -> None:
    long = (blocks.Paragraph(text="Beaucoup de mots. " * 60), blocks.Heading(text="Encore")) * 40
    money = blocks.Table(caption="Argent", columns=(blocks.Column(label="Prévu", kind="money"),), rows=((42,),))

    text = leaflets.fitted(leaflet(*long, blocks.Heading(text="Financements"), money))

    assert len(document(text).render().pages) == 1
    assert "Financements" in text
    assert "42" in text


def test_a_record_that_says_little_is_whole() -> None:
    assert "Cette page ne dit pas tout" not in leaflets.fitted(leaflet(blocks.Paragraph(text="Peu.")))


def test_two_pages_are_never_made_at_once(client: Client, register: Register) -> None:
    cache.set(BUSY, 1)

    answer = client.get(f"/fr/theses/{register.thesis.slug}/fiche.pdf")

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


@pytest.mark.parametrize("place", PLACES)
def test_a_record_that_is_not_published_has_no_page(place: str, client: Client, db: None) -> None:
    draft = factories.ProjectFactory()

    assert client.get(place.format(draft.slug)).status_code == 404


def test_who_asks_for_too_many_pages_waits(client: Client, register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "MADE", 0)

    assert client.get(PLACES[1].format(register.project.slug)).status_code == 503


def test_a_page_that_cannot_be_made_leaves_the_way_free(db: None) -> None:
    cache.set(BUSY, 1)

    assert view.made({"language": "fr"}) is None
    assert cache.get(BUSY) is None


def test_a_thesis_says_what_the_parties_declared_of_it(register: Register) -> None:
    campaign = factories.CampaignFactory(protocol=register.protocol)
    sheet = factories.ThesisSheetFactory(campaign=campaign, thesis=register.thesis, progress="Deux articles.")
    sheet.status = "approved"

    part = thesis_leaflet(Thesis.objects.for_page().get(), sheet, frame_of(2024))

    assert blocks.Heading(text="Ce que les parties déclarent pour 2024") in part.blocks
    assert "Deux articles." in reading.words(part.blocks)


def test_the_abstract_of_a_confidential_thesis_is_kept_back(register: Register) -> None:
    Thesis.objects.update(confidential_until=date(2999, 1, 1), abstract="Un secret.")

    part = thesis_leaflet(Thesis.objects.for_page().get(), None, frame_of(2024))

    assert blocks.Missing(text="Cette thèse est confidentielle.") in part.blocks
    assert "Un secret." not in reading.words(part.blocks)
