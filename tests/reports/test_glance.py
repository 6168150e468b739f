"""Every commitment on one page: its level, its arrow since the last edition, its proof, the page to read."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest

from programmes.enums import FileFormat, Level
from programmes.models import AnnualReport, Campaign, CommitmentEvidence, Edition, IndicatorValue
from programmes.models import Statement as Foreword
from programmes.reports import checking, files, front, paper
from programmes.reports.freezing import freeze
from programmes.sections import blocks, glance
from programmes.sections.earlier import Earlier
from tests.factories import AnnualReportFactory, CampaignFactory, EditionFactory, PersonFactory
from tests.factories.year import publish
from tests.reports import sample, situation
from tests.reports.printing import bytes_of, faults

LEVELS = (blocks.Column(label="Engagement", name="commitment"), blocks.Column(label="Niveau", name="level"))


def page(number: int = 1, **words: Any) -> blocks.Glance:
    """An invented page of so many commitments."""
    pledge = blocks.Pledge(
        number=1, wording="tenir la promesse", level=blocks.Pill(state="on_track", label="en bonne voie"),
        move="up", since="en hausse", proof="36 thèses", anchor="engagement-4", **words,
    )  # fmt: skip
    decision = blocks.Awaited(text="Ouvrir l’instrument.", owner="CNRS", due_on=date(2025, 6, 1))
    return blocks.Glance(
        title="Un engagement, une page", lead="Où en est-on ?", promises=(pledge,) * number,
        decisions=(decision, blocks.Awaited(text="Choisir.")), more=2,
    )  # fmt: skip


def told(level: str) -> Earlier:
    """The edition before, in which the first commitment had this level."""
    rows = ((blocks.Link(text="1. Former", anchor="engagement-1"), level),)
    table = blocks.Table(caption="Où en est chaque engagement", columns=LEVELS, rows=rows, name="engagements")
    report = replace(sample.of(blocks.Chapter(slug="engagements", title="E", blocks=(table,))), year=2023)
    return Earlier(report=report, number=1, published_on=date(2024, 5, 1))


@pytest.fixture
def campaign(db: None) -> Campaign:
    return situation.told_year()


def test_each_promise_has_its_wording_level_proof_and_page(campaign: Campaign) -> None:
    frozen = freeze(campaign, "fr").glance

    assert frozen is not None
    assert frozen.title == "Deux engagements, une page"
    first, second = frozen.promises
    assert (first.level.label, first.proof) == ("en bonne voie", "environ\u00a042 thèses en 2024, pour 50 visés")
    assert (second.level.label, second.proof, second.move) == ("non renseigné", "", "none")
    assert "Aucune édition publiée avant celle-ci" in frozen.lead


def test_without_a_figure_the_paper_proves_then_the_actions(campaign: Campaign) -> None:
    IndicatorValue.objects.all().delete()
    paper_first = freeze(campaign, "fr").glance
    CommitmentEvidence.objects.all().delete()

    actions_then = freeze(campaign, "fr").glance

    assert paper_first is not None
    assert actions_then is not None
    assert (paper_first.promises[0].proof, paper_first.promises[0].proof_url) == (
        "Preuve inventée", "https://example.org/preuve",
    )  # fmt: skip
    assert actions_then.promises[0].proof == "1 action commune\u00a0: SPECTRO"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("à renforcer", Level.ON_TRACK, ("up", "en hausse\u202f; était «\u00a0à renforcer\u00a0»")),
        ("atteint", Level.ON_TRACK, ("down", "en baisse\u202f; était «\u00a0atteint\u00a0»")),
        ("en bonne voie", Level.ON_TRACK, ("same", "stable")),
        ("non renseigné", Level.ON_TRACK, ("new", "premier niveau donné")),
        ("non renseigné", None, ("none", "toujours sans niveau commun")),
        ("en bonne voie", None, ("none", "était «\u00a0en bonne voie\u00a0»")),
        ("en bonne voie", Level.KEPT, ("new", "verdict\u202f; était «\u00a0en bonne voie\u00a0»")),
    ],
)
def test_an_arrow_says_in_words_where_a_level_went(then: str, now: Level | None, expected: tuple[str, str]) -> None:
    assert glance.moved(1, now, told(then)) == expected


def test_the_edition_published_before_is_the_one_compared(campaign: Campaign) -> None:
    before = CampaignFactory(protocol=campaign.protocol, year=2023)
    report = AnnualReportFactory(campaign=before)
    plain = blocks.as_plain(told("à renforcer").report)
    publish(EditionFactory(report=report, content={"fr": plain}))

    french, english = freeze(campaign, "fr").glance, freeze(campaign, "en").glance

    assert french is not None
    assert english is not None
    assert french.promises[0].move == "up"
    assert "Rapport annuel 2023, édition 1" in french.lead
    assert english.promises[0].move == "none"


def test_a_protocol_without_commitments_has_no_such_page(db: None) -> None:
    assert freeze(CampaignFactory(), "fr").glance is None


def test_decisions_awaited_stop_at_the_adoption_of_the_report(campaign: Campaign) -> None:
    meeting = campaign.protocol.meetings.get()
    report = AnnualReportFactory(campaign=campaign)
    first = freeze(campaign, "fr").glance
    meeting_before = type(meeting).objects.create(protocol=campaign.protocol, held_on=date(2024, 2, 1))
    AnnualReport.objects.filter(pk=report.pk).update(adopted_in=meeting_before)

    second = freeze(campaign, "fr").glance

    assert first is not None
    assert second is not None
    assert [decision.text for decision in first.decisions] == ["Ouvrir l’instrument."]
    assert second.decisions == ()


def test_forewords_stand_before_the_contents(campaign: Campaign) -> None:
    report = AnnualReportFactory(campaign=campaign)
    Foreword.objects.create(
        report=report, person=PersonFactory(), function="Présidente", said_on=date(2025, 5, 1), text="Une année."
    )

    html = paper.whole(freeze(campaign, "fr"))

    assert html.index("Une année.") < html.index("Sommaire</h1>") < html.index("L’année en synthèse</h1>")


def test_the_page_leads_to_the_sheets_with_their_pages() -> None:
    report = replace(sample.report("fr"), glance=page(), forewords=(blocks.Quote(text="Bref.\n\nDit.", speaker="A"),))

    html = paper.front(report, {"engagement-4": 12})

    assert 'href="x-dest:engagement-4">p. 12</a>' in html
    assert "en hausse" in html
    assert "2 autres décisions" in html
    assert "pour le 1er\u00a0juin\u00a02025" in html


def test_the_page_alone_says_where_it_comes_from() -> None:
    draft = paper.glance(replace(sample.report("en"), glance=page()), {})

    assert "working preview" in draft
    assert "Extrait du Rapport annuel 2024" in paper.glance(replace(sample.report("fr"), glance=page()), {})


def test_a_paper_that_proves_is_a_link_outside_the_report_only() -> None:
    told = replace(page().promises[0], proof_url="https://example.org/preuve")
    hostile = replace(told, proof_url="javascript:alert(1)")
    glanced = replace(page(), promises=(told, hostile), decisions=(), more=0)

    html = paper.glance(replace(sample.report("fr"), glance=glanced), {})

    assert html.count('href="https://example.org/preuve"') == 1
    assert "javascript" not in html
    assert "n’attend d’être exécutée" in html


def test_the_contents_are_set_closer_when_that_spares_a_page() -> None:
    parts = tuple(blocks.Part(anchor=f"p{at}", title="Titre") for at in range(45))
    chapter = blocks.Chapter(slug="x", title="X", parts=parts)

    closer = front.context(sample.of(chapter), {})["is_dense"]

    assert (closer, front.context(sample.empty(), {})["is_dense"]) == (True, False)


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The report on paper, the page of its commitments in front."""
    return bytes_of(replace(sample.report("fr"), glance=page(9)))


def test_a_report_with_its_front_is_accessible(whole: bytes) -> None:
    assert faults(whole, "ua1") == faults(whole, "3a") == []


@pytest.fixture
def edition(db: None, whole: bytes) -> Edition:
    """A frozen edition with the French report and the page beside it."""
    content = {"fr": blocks.as_plain(replace(sample.report("fr"), glance=page(9)))}
    edition: Edition = EditionFactory(content=content, checksum="ab" * 32)
    files.store_pdf(edition, "fr", whole)
    files.make(edition, "fr", FileFormat.PAGE, lambda _percent, _words: None)
    return edition


def test_the_page_is_a_file_of_its_own_beside_the_report(edition: Edition) -> None:
    file = edition.files.get(format=FileFormat.PAGE)
    with file.file.open("rb") as stored:
        data = stored.read()

    assert file.pages == 1
    assert "engagements-" in str(file.file.name)
    assert faults(data, "ua1") == faults(data, "3a") == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "Un engagement, une page" in str(pdf.docinfo.Title)
    assert files.missing(edition) == [("en", "pdf")]


@pytest.mark.usefixtures("unmeasured_children")
def test_the_page_made_again_is_the_same_to_the_byte(edition: Edition) -> None:
    found = checking.verdicts(edition, lambda _percent, _words: None)

    assert [(one.name, one.is_rebuilt) for one in found] == [
        ("PDF en français", True), ("PDF d’une page en français", True),
    ]  # fmt: skip
