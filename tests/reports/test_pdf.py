"""The PDF of a report: valid for accessibility and archiving, the same bytes again, ours in every face."""

import io
from decimal import Decimal
from typing import Any

import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from programmes.reports import closed, paper
from programmes.sections import blocks
from tests.reports import sample, sheets
from tests.reports.printing import bytes_of, faults

FACES = {"Source-Sans", "Source-Sans-Semi-Bold", "Source-Sans-Italic", "Source-Serif", "Source-Serif-Semi-Bold"}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_french_report_is_accessible_and_fit_for_archives(french: bytes, profile: str) -> None:
    assert faults(french, profile) == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_english_report_is_accessible_and_fit_for_archives(english: bytes, profile: str) -> None:
    assert faults(english, profile) == []


def test_the_same_data_give_the_same_bytes_in_another_process(french: bytes) -> None:
    again = bytes_of(sample.report("fr"), afresh=True)

    assert again == french


def test_every_embedded_face_is_ours(french: bytes) -> None:
    with opened(french) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        names = {str(font.FontName).partition("+")[2] for font in fonts}

    assert names
    assert names <= FACES


def test_the_named_tables_travel_with_the_file(french: bytes) -> None:
    with opened(french) as document:
        relations = {str(one.F): str(one.AFRelationship) for one in document.Root.AF}
        csv = document.attachments["finances.csv"].get_file().read_bytes().decode()

    assert relations == dict.fromkeys(("brutes.csv", "dictionnaire.csv", "engagement-4.csv", "finances.csv"), "/Data")
    assert csv.splitlines()[:2] == ["funder,planned,voted,committed,paid,left_to_pay", "Action 1,1000,900,800,-5,0"]


def test_the_contents_lead_where_the_outline_leads(french: bytes) -> None:
    with opened(french) as document:
        targets = destinations(document)
        entries = dict.fromkeys(str(link.Dest) for link in document.pages[2].Annots)
        linked = [targets[entry] for entry in entries if entry.startswith(("theme", "action"))]
        with document.open_outline() as outline:
            chapters = [item for item in outline.root if item.title in sample.THEMES]
            outlined = [place(document, item) for chapter in chapters for item in (chapter, *chapter.children[:1])]

    assert len(linked) == 16
    assert linked == outlined


def destinations(document: pikepdf.Pdf) -> dict[str, int]:
    """The page of each named place."""
    names = pikepdf.NameTree(document.Root.Names.Dests)
    return {str(name): page_of(value) for name, value in names.items()}


def page_of(target: Any) -> int:
    """The page at the head of a destination."""
    page: Any = pikepdf.Page(target[0])
    return int(page.index)


def place(document: pikepdf.Pdf, item: Any) -> int:
    """The page a line of the outline opens."""
    target = item.destination if item.destination is not None else item.action.D
    return page_of(target)


def test_the_file_says_its_language_title_and_day(english: bytes) -> None:
    with opened(english) as document:
        language, title, made = document.Root.Lang, document.docinfo.Title, document.docinfo.CreationDate

    assert str(language) == "en"
    assert str(title) == "Annual report 2024 – Protocole de coopération 2021–2025"
    assert str(made).startswith("D:20241231")


def test_running_heads_are_set_aside_for_those_who_listen(french: bytes) -> None:
    with opened(french) as document:
        sheet = document.pages[8].Contents.read_bytes()

    assert sheet.count(b"/Artifact") >= 4
    assert b"/Type /Pagination" in sheet


def test_a_link_inside_the_report_is_read_with_its_words(french: bytes) -> None:
    with opened(french) as document:
        words = [str(link.Contents) for link in document.pages[2].Annots]

    assert "8. Transitions numériques" in words


def test_a_report_of_which_nothing_is_known_stands() -> None:
    data = bytes_of(sample.empty())

    assert faults(data, "ua1") == []
    with opened(data) as document:
        assert len(document.pages) == 5


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "report:../secret", "data:,x"])
def test_a_rendering_reads_nothing_but_its_own_files(address: str) -> None:
    hostile = paper.whole(sample.empty()).replace("</head>", f'<link rel="stylesheet" href="{address}"></head>')
    fetcher = closed.ClosedFetcher(closed.files([]))

    with pytest.raises((FatalURLFetchingError, KeyError)):
        closed_render(hostile, fetcher)


def closed_render(text: str, fetcher: closed.ClosedFetcher) -> None:
    """Lay a page out with this fetcher."""
    import weasyprint  # heavy: only the tests that lay out load it

    weasyprint.HTML(string=text, base_url="report:", url_fetcher=fetcher).render()


def test_hostile_rich_text_leaves_only_its_words() -> None:
    html = (
        '<p onclick="x()">bonjour</p><link rel="attachment" href="file:///etc/passwd"><style>p{}</style>'
        '<svg><image href="http://127.0.0.1:9/"/></svg><img src="file:///etc/passwd"><li><p>orphelin</p></li>'
    )
    chapter = blocks.Chapter(slug="x", title="X", blocks=(blocks.Rich(html=html),))
    report = sample.of(chapter)

    data = bytes_of(report)

    assert faults(data, "3a") == []
    with opened(data) as document:
        assert not document.attachments
    assert "etc/passwd" not in paper.whole(report)
    assert "bonjour" in paper.whole(report)


def test_a_sign_that_our_faces_do_not_draw_becomes_a_square() -> None:
    assert closed.legible("Nguyễn 东\n1\u202f000 € e\u0301") == "Nguyễn □\n1\u202f000 € é"


def test_a_total_without_value_prints_nothing() -> None:
    row = ("A", Decimal(1), None, None, None, None)
    table = blocks.Table(caption="C", columns=sheets.MONEY_COLUMNS, rows=(row,), total=("Total", Decimal(1)))
    chapter = blocks.Chapter(slug="x", title="X", blocks=(table,))
    report = sample.of(chapter)

    html = paper.whole(report)

    assert '<td class="number">1 €</td></tr></tfoot>' in html
