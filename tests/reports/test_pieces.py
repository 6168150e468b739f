"""A large report is laid out in pieces, which joined make the same book as one piece would."""

import io
import os
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from programmes.reports import joining, paper, press, workshop
from programmes.reports.deaths import PieceFailedError
from programmes.reports.pieces import cut
from programmes.sections import blocks
from tests.reports import sample, sheets
from tests.reports.printing import faults

SMALL = 900  # signs of plain data: the book below is then cut inside its chapter


def book() -> blocks.Report:
    """A chapter of three sheets that each begin a page and name the next one, then the money."""
    parts = tuple(
        blocks.Part(
            anchor=f"action-{rank}",
            title=f"Action {rank}",
            new_page=True,
            blocks=(
                blocks.Paragraph(text=sheets.PROSE),
                blocks.Table(caption="Montants", columns=sheets.MONEY_COLUMNS, rows=()),
                blocks.Bullets(items=(blocks.Link(text="L’action suivante", anchor=f"action-{rank % 3 + 1}"),)),
            ),
        )
        for rank in (1, 2, 3)
    )
    chapter = blocks.Chapter(slug="actions", title="Les actions", blocks=(blocks.Missing(),), parts=parts)
    return replace(sample.of(chapter), chapters=(chapter, sample.finance()), contains_demo=True)


def in_pieces(report: blocks.Report, weight: int) -> bytes:
    """A report in pieces of this weight."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        return press.pdf(blocks.as_plain(report), lambda percent, words: None, weight=weight)


@pytest.fixture(scope="module")
def joined() -> bytes:
    """The book from its pieces."""
    return in_pieces(book(), SMALL)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_joined_pieces_are_accessible_and_fit_for_archives(joined: bytes, profile: str) -> None:
    assert faults(joined, profile) == []


def test_joined_pieces_are_the_same_book(joined: bytes) -> None:
    assert [piece.continues for piece in cut(book(), SMALL)] == [False, True, True, False]
    assert shape(joined) == shape(in_pieces(book(), 1_000_000))


def shape(data: bytes) -> tuple[Any, ...]:
    """The pages, where each named place stands, the outline, and where each link leads with which words."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        links = [(str(link.Dest), str(link.Contents)) for page in pdf.pages for link in page.obj.get("/Annots", ())]
        lines = [(item.title, [child.title for child in item.children]) for item in outline.root]
        return joining.places(data), lines, links


def test_a_piece_that_has_not_changed_is_not_laid_out_again(settings: Any) -> None:
    report = sample.empty()
    first = in_pieces(report, 1)
    kept = set(settings.REPORT_PIECES.iterdir())

    changed = replace(report, chapters=(replace(report.chapters[0], lead="Une phrase de plus."), *report.chapters[1:]))
    second = in_pieces(changed, 1)

    assert len(kept) == 4, "two pieces, what stands before them, the digits"
    assert len(set(settings.REPORT_PIECES.iterdir()) - kept) == 1
    assert second != first


def test_progress_counts_the_chapters(tmp_path: Path) -> None:
    heard: list[str] = []
    tasks = [
        workshop.Task(text=f"<title>{title}</title><p>{title}", title=title, chapters=chapters)
        for title, chapters in (("Les actions, suite", [1]), ("Les actions", [1]), ("Argent", [2, 3]))
    ]

    pages = workshop.laid_out(
        tasks, workshop.Shelf(tmp_path), lambda percent, words: heard.append(f"{percent} {words}"), cores=1
    )

    assert heard == [
        "33 Chapitres mis en page\u00a0: 0 sur 3, dernier\u00a0: Les actions, suite",
        "66 Chapitres mis en page\u00a0: 1 sur 3, dernier\u00a0: Les actions",
        "100 Chapitres mis en page\u00a0: 3 sur 3, dernier\u00a0: Argent",
    ]
    assert [joining.places(one)[0] for one in pages] == [1, 1, 1]


def test_a_failure_names_the_chapter_at_fault() -> None:
    broken = workshop.Task(text='<link rel="stylesheet" href="file:///etc/hostname">', title="« Les thèses »")

    with pytest.raises(PieceFailedError, match=r"La mise en page de « Les thèses » a échoué"):
        workshop.laid_out([broken], workshop.Shelf(None), lambda percent, words: None)


@pytest.mark.parametrize("folder", [None, Path("/dev/null/pieces")], ids=["afresh", "refused"])
def test_without_a_shelf_only_time_is_lost(folder: Path | None) -> None:
    shelf = workshop.Shelf(folder)
    task = workshop.Task(text="x", title="X")

    shelf.keep(task, b"pages")
    shelf.tidy()

    assert shelf.take(task) is None


def test_the_shelf_keeps_what_served_last(tmp_path: Path) -> None:
    shelf = workshop.Shelf(tmp_path)
    for rank in range(workshop.KEPT + 2):
        (tmp_path / str(rank)).touch()
    task = workshop.Task(text="x", title="X")
    shelf.keep(task, b"pages")

    shelf.tidy()

    assert len(list(tmp_path.iterdir())) == workshop.KEPT
    assert shelf.take(task) == b"pages"


def test_the_shelf_drops_what_has_not_served_for_long(tmp_path: Path) -> None:
    shelf, task = workshop.Shelf(tmp_path), workshop.Task(text="x", title="X")
    shelf.keep(task, b"pages")
    (place,) = tmp_path.iterdir()
    os.utime(place, (0, 0))

    shelf.tidy()

    assert shelf.take(task) is None


def test_two_places_of_one_name_are_refused(joined: bytes) -> None:
    sheaf = joining.Sheaf(data=joined)
    nothing = joining.Enclosed(files=(), day=date(2024, 12, 31))

    with pytest.raises(ValueError, match="portent le nom"):
        joining.join(joined, [sheaf], joined, nothing)


def test_a_title_cannot_leave_its_running_head() -> None:
    parts = tuple(blocks.Part(anchor=f"p{rank}", title="P", new_page=True) for rank in range(2))
    title = 'L’« essai » "a\\b" </style><script>'
    report = sample.of(blocks.Chapter(slug="x", title=title, parts=parts))

    text = paper.body(report, cut(report, 1)[-1])

    assert r'content: "L’\ab  essai \bb  \22 a\5c b\22  \3c \2f style\3e \3c script\3e "' in text
    assert "</style><script>" not in text
