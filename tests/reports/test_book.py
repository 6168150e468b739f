"""How blocks become a book: notes at the foot, chapters that follow, the dictionary of the attached data."""

import csv

import pytest

from programmes.reports import attachments, pages, paper
from programmes.reports.printed import Frame, all_printed, printed
from programmes.sections import blocks
from tests.reports import sample, sheets

FRAME = Frame(language="en", level=2)
SOURCE = blocks.Paragraph(text="Source : registre", style="source", language="fr")


@pytest.mark.parametrize(
    "text", [blocks.Paragraph(text="Une phrase\nqui suit"), blocks.Rich(html="<p>Une <b>phrase</b></p>")]
)
def test_the_source_of_a_text_is_its_note(text: blocks.Paragraph | blocks.Rich) -> None:
    (one,) = all_printed((text, SOURCE), FRAME)

    assert one["footnote"] == "Source : registre"
    assert one["french"] == "fr"


@pytest.mark.parametrize("text", [blocks.Heading(text="Titre"), blocks.Rich(html="<ul><li>Un</li></ul>"), SOURCE])
def test_a_source_elsewhere_is_a_line(text: blocks.Block) -> None:
    assert len(all_printed((text, SOURCE), FRAME)) == 2


def test_a_note_is_called_beside_the_last_word() -> None:
    chapter = blocks.Chapter(
        slug="x",
        title="X",
        blocks=(blocks.Remark(text="Une autre source dit 7", source="Presse"), sample_text(), SOURCE),
    )

    html = paper.whole(sample.of(chapter))

    noted = '<span class="held">7<span class="footnote">Source\N{NO-BREAK SPACE}: Presse</span></span>'
    assert f"Une autre source dit {noted}" in html
    assert '<em>dite</em><span class="footnote">Source : registre</span></p>' in html


def sample_text() -> blocks.Rich:
    """A formatted text."""
    return blocks.Rich(html="<p>Une chose <em>dite</em></p>")


def test_a_chapter_of_a_few_sentences_follows_the_one_before() -> None:
    empty = blocks.Table(caption="Rien", columns=sheets.MONEY_COLUMNS, rows=())
    said = blocks.Chapter(slug="a", title="A", blocks=(blocks.Missing(), empty))

    assert pages.chapter_of(said, 1, "fr").slight
    assert not pages.chapter_of(sample.finance(), 1, "fr").slight
    assert not pages.chapter_of(blocks.Chapter(slug="t", title="T", theme=1), 1, "fr").slight


@pytest.mark.parametrize(("count", "shape"), [(0, []), (4, [4]), (5, [5]), (6, [3, 3]), (7, [4, 3])])
def test_facts_stand_in_even_rows(count: int, shape: list[int]) -> None:
    facts = tuple(blocks.Fact(label=str(rank), value=rank) for rank in range(count))

    assert [len(row) for row in printed(blocks.Facts(facts=facts), FRAME)["rows"]] == shape


def test_the_dictionary_tells_every_column_of_every_file() -> None:
    files = {name: text for name, text, _words in attachments.files(sample.report("fr"))}
    lines = list(csv.DictReader(files["dictionnaire.csv"].splitlines()))

    heads = [(name, head) for name, text in files.items() for head in text.splitlines()[0].split(",")]
    assert [(line["file"], line["column"]) for line in lines] == [one for one in heads if one[0] != "dictionnaire.csv"]
    planned = next(line for line in lines if (line["file"], line["column"]) == ("finances.csv", "planned"))
    assert planned == {
        "file": "finances.csv", "column": "planned", "meaning": "Prévu", "unit": "EUR", "type": "decimal"
    }  # fmt: skip


def test_a_report_without_files_has_no_dictionary() -> None:
    assert attachments.files(sample.of(blocks.Chapter(slug="x", title="X"))) == []
