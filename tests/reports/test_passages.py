"""The words of an edition, place by place: what the search of the site finds, and where it sends its reader."""

from dataclasses import replace

from programmes.models import Edition, Passage
from programmes.reports import passages
from programmes.reports.outline import LEAF
from programmes.sections import blocks
from tests.reports import sample


def read(report: blocks.Report) -> list[Passage]:
    """The places of an edition that says this."""
    return list(passages.passages(Edition(content={"fr": blocks.as_plain(report), "en": None})))


def test_a_report_is_a_place_itself_by_its_title_and_its_year() -> None:
    report = read(sample.report("fr"))[0]

    assert (report.rank, report.title, report.chapter) == (0, "Rapport annuel 2024", "")
    assert report.text.endswith("Protocole de coopération 2021–2025 – Région Normandie – CNRS")


def test_forewords_are_a_place_of_their_own_and_commitments_at_a_glance_none() -> None:
    told = blocks.Quote(text="Bref.\n\nDit.", speaker="Une présidente", function="Présidente")

    glance = blocks.Glance(title="Un engagement, une page", lead="Où en est-on ?", promises=(), decisions=())

    _report, place, after, *_others = read(replace(sample.empty(), forewords=(told,), glance=glance))

    assert after.anchor == "synthese"
    assert (place.rank, place.title, place.text) == (1, "Avant-propos", "Bref. Dit. – Une présidente – Présidente")


def test_the_head_of_a_long_chapter_is_told_on_its_first_page_alone() -> None:
    sheets = tuple(
        blocks.Part(anchor=f"fiche-{at}", title=f"Fiche {at}", blocks=(blocks.Paragraph(text="mot " * (LEAF // 5)),))
        for at in range(2)
    )

    _report, *places = read(sample.of(blocks.Chapter(slug="essais", title="Les essais", lead="En tête", parts=sheets)))

    assert [(place.page, place.anchor, place.text[:7]) for place in places] == [
        (1, "essais", "En tête"), (1, "fiche-0", "mot mot"), (2, "fiche-1", "mot mot"),
    ]  # fmt: skip


def test_amounts_and_drawings_are_no_words() -> None:
    words = [place.text for place in read(sample.report("fr")) if place.anchor == "synthese"]

    assert "actions communes, dont une inaugurée en 2025" in words[0]
    assert "8400000" not in words[0]
    assert "1.0993" not in words[0]
