"""What is not published cannot reach a reader: not in the file, its attachments, the twin, the pages to print."""

import io
import json

import pikepdf
import pytest
from django.test import Client, RequestFactory

from doctorates.models import Thesis
from doctorates.views.screens import ThesisLeafletView
from programmes.models import Campaign
from programmes.reports import paper
from programmes.reports.freezing import freeze
from programmes.sections import blocks
from projects.models import Project
from projects.views.screens import ProjectLeafletView
from tests import factories
from tests.reports import markers, sample, situation
from tests.reports.printing import bytes_of

pytestmark = pytest.mark.usefixtures("unmeasured_children")


@pytest.fixture
def marked(db: None) -> Campaign:
    """A year of which something of everything is known, with a mark wherever outsiders may not read."""
    campaign = situation.told_year()
    markers.everywhere(campaign)
    return campaign


def inside(data: bytes) -> str:
    """What a PDF holds beside its pages: attached files, bookmarks, metadata, names of places."""
    with pikepdf.open(io.BytesIO(data)) as document, document.open_outline() as outline:
        files = [file.get_file().read_bytes().decode() for file in document.attachments.values()]
        marks = [item.title for top in outline.root for item in (top, *top.children)]
        metadata = document.Root.Metadata.read_bytes().decode()
        return " ".join([*files, *marks, metadata, str(document.docinfo), str(document.Root.Names)])


def test_nothing_unpublished_reaches_the_report(marked: Campaign) -> None:
    report = freeze(marked, "fr")

    data = bytes_of(report)

    assert "SPECTRO" in inside(data)
    assert markers.MARK not in inside(data)
    assert markers.MARK not in paper.whole(report)
    assert markers.MARK not in json.dumps(blocks.as_plain(report), ensure_ascii=False)


def test_nothing_unpublished_reaches_the_twin(marked: Campaign, client: Client) -> None:
    content = {language: blocks.as_plain(freeze(marked, language)) for language in ("fr", "en")}
    edition = factories.publish(factories.EditionFactory(content=content, report__campaign=marked))
    place = f"/fr/rapports/{marked.protocol.reference}/2024/{edition.number}/"

    pages = [
        client.get(place + path).content.decode()
        for path in ("actions/", "theses/", "tableaux/", "tableaux/liste-theses/")
    ]

    assert [page.count("<h1") for page in pages] == [1, 1, 1, 1]
    assert markers.MARK not in "".join(pages)


def test_nothing_unpublished_reaches_the_pages_to_print(marked: Campaign, rf: RequestFactory) -> None:
    action, thesis = ProjectLeafletView(), ThesisLeafletView()
    action.setup(rf.get("/"))
    thesis.setup(rf.get("/"))

    told = [action.leaflet(row) for row in Project.objects.published().for_page()]
    told += [thesis.leaflet(row) for row in Thesis.objects.published().for_page()]

    assert len(told) > 4
    assert markers.MARK not in json.dumps(told, ensure_ascii=False)


HOSTILE = {
    "nested": "<ul><li>" * 500 + "fond" + "</li></ul>" * 500,
    "import": "<style>@import url(file:///etc/hostname);</style><p>fond</p>",
    "attachment": '<link rel="attachment" href="file:///etc/hostname"><p>fond</p>',
    "svg": '<svg><image href="http://127.0.0.1:9/"/><script>x()</script></svg><p>fond</p>',
    "link": '<p><a href="file:///etc/hostname">fond</a> <a href="javascript:x()">fond</a></p>',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_cleaned_again_when_printed(kind: str) -> None:
    chapter = blocks.Chapter(slug="x", title="X", blocks=(blocks.Rich(html=HOSTILE[kind]),))

    text = paper.whole(sample.of(chapter))

    assert "fond" in text
    assert [bad for bad in ("file:", "@import", "127.0.0.1", "javascript", "x()") if bad in text] == []
    assert text.count("<ul>") < 20


@pytest.mark.parametrize("block", [blocks.Paragraph(text="mot " * 260_000), blocks.Rich(html="<p>" + "mot " * 260_000)])
def test_a_text_without_end_is_cut(block: blocks.Block) -> None:
    text = paper.whole(sample.of(blocks.Chapter(slug="x", title="X", blocks=(block,))))

    assert 40_000 < len(text) < 70_000
