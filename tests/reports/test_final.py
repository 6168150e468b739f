"""The report over the whole term: a verdict on each promise, indicators from start to end, lessons, what follows."""

from datetime import date

import pytest

from programmes import workflow
from programmes.enums import CampaignKind, ContinuationKind, Level
from programmes.models import (
    Campaign,
    Commitment,
    CommitmentContinuation,
    CommitmentSheet,
    Indicator,
    IndicatorValue,
    User,
)
from programmes.reports.freezing import freeze
from programmes.sections.blocks import Figures, Missing
from programmes.sections.opening import open_sheets
from tests.factories import AssessmentFactory, CampaignFactory, CommitmentFactory, CommitmentSheetFactory
from tests.reports import reading, situation
from tests.reports.printing import bytes_of, faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured_children")]


@pytest.fixture
def term() -> Campaign:
    """The open final campaign of a protocol that was told in 2024."""
    protocol = situation.told_year().protocol
    whole = {"starts_on": date(2021, 9, 21), "ends_on": date(2025, 9, 20), "money_as_of": date(2025, 9, 20)}
    campaign: Campaign = CampaignFactory(protocol=protocol, year=2025, kind=CampaignKind.FINAL, **whole)
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    return campaign


@pytest.fixture
def judged(term: Campaign) -> Campaign:
    """The first promise is partly kept, both parties say so, and what is to be renewed."""
    promise = Commitment.objects.get(label="Former")
    sheet: CommitmentSheet = CommitmentSheetFactory(
        campaign=term, commitment=promise, progress="Cinquante thèses.", next_steps="Reconduire, avec moins de thèmes."
    )
    IndicatorValue.objects.update(source="Compte inventé")
    for party in term.protocol.parties.all():
        AssessmentFactory(sheet=sheet, party=party, level=Level.PARTLY_KEPT)
    situation.approve(sheet)
    return term


def test_each_promise_has_its_verdict(judged: Campaign) -> None:
    report = freeze(judged, "fr")

    chapter = reading.chapter(report, "engagements")
    (counts,) = (block for block in chapter.blocks if isinstance(block, Figures))
    assert chapter.title == "Ce que sont devenus les engagements"
    assert {one.label: one.value for one in counts.figures} == {
        "engagement tenu": 0,
        "engagement partiellement tenu": 1,
        "engagement non tenu": 0,
        "engagement impossible à apprécier": 0,
        "sans verdict commun": 1,
    }  # fmt: skip
    assert [row[1] for row in reading.table(report, "engagements").rows] == ["partiellement tenu", "non renseigné"]


def test_indicators_run_from_their_start_to_the_end(judged: Campaign) -> None:
    rows = reading.table(freeze(judged, "fr"), "indicateurs-du-terme").rows

    assert [str(value) for value in rows[0]] == ["1", "Thèses", "thèses", "22.00", "None", "99.00", "2025", "50.00"]
    assert rows[1][3:] == (None, None, None, None, None)


def test_without_a_baseline_an_indicator_starts_with_its_first_value(judged: Campaign) -> None:
    Indicator.objects.update(baseline=None)

    rows = reading.table(freeze(judged, "fr"), "indicateurs-du-terme").rows

    assert [str(value) for value in rows[0][3:5]] == ["23.00", "2021"]


def test_the_years_stand_beside_the_verdict(judged: Campaign) -> None:
    part = reading.part(freeze(judged, "fr"), "engagement-1")

    assert "Niveaux donnés" in reading.captions(part.blocks)
    said = reading.words(part.blocks)
    assert "Sept thèses de plus." in said
    assert "en bonne voie" in said
    assert "Ce que les parties déclarent au terme" in said


def test_a_year_on_which_the_parties_differed_says_so(judged: Campaign) -> None:
    CommitmentSheet.objects.get(campaign__year=2024).assessments.filter(party__rank=2).update(level=Level.REACHED)

    part = reading.part(freeze(judged, "fr"), "engagement-1")

    assert "appréciations différentes" in reading.words(part.blocks)


def test_a_year_without_a_level_is_not_known(judged: Campaign) -> None:
    CommitmentSheet.objects.get(campaign__year=2024).assessments.all().delete()

    part = reading.part(freeze(judged, "fr"), "engagement-1")

    assert "non renseigné" in reading.words(part.blocks)


def test_the_last_chapter_says_what_is_learnt_and_what_follows(judged: Campaign) -> None:
    first, second = Commitment.objects.order_by("number")
    following = CommitmentFactory(published=True, protocol__published=True, protocol__short_title="Protocole 2")
    CommitmentContinuation.objects.create(predecessor=first, successor=following, kind=ContinuationKind.CHANGED)
    CommitmentContinuation.objects.create(predecessor=second, kind=ContinuationKind.DROPPED)

    report = freeze(judged, "fr")

    chapter = reading.chapter(report, "enseignements")
    assert "Reconduire, avec moins de thèmes." in reading.words(chapter.blocks)
    assert [row[1:] for row in reading.table(report, "suites").rows] == [
        ("modifié", f"Protocole 2, {following.number}"), ("abandonné", "–"),
    ]  # fmt: skip


def test_what_is_not_decided_is_left_open(term: Campaign) -> None:
    report = freeze(term, "fr")

    assert [row[1:] for row in reading.table(report, "suites").rows] == [(None, None), (None, None)]
    assert Missing(text="Aucun enseignement n’a été déclaré.") in reading.chapter(report, "enseignements").blocks


def test_a_yearly_report_has_no_last_word() -> None:
    report = freeze(situation.told_year(), "fr")

    assert "enseignements" not in [chapter.slug for chapter in report.chapters]


def test_the_final_report_prints_in_both_languages(judged: Campaign) -> None:
    french, english = freeze(judged, "fr"), freeze(judged, "en")

    assert french.chapters[0].title == "Le protocole en synthèse"
    assert (english.title, english.chapters[0].title) == ("Final assessment", "The protocol in brief")
    assert faults(bytes_of(english), "ua1") == []


def test_a_final_campaign_that_nobody_planned_covers_the_term(term: Campaign) -> None:
    unplanned = Campaign.objects.of_year(term.protocol, 2026, CampaignKind.FINAL)

    assert unplanned.starts_on == term.protocol.starts_on


def test_a_final_sheet_stands_beside_that_of_its_own_year() -> None:
    yearly = situation.told_year()
    final: Campaign = CampaignFactory(protocol=yearly.protocol, kind=CampaignKind.FINAL)

    open_sheets(CommitmentSheet, Commitment.objects.filter(label="Former"), final)

    assert CommitmentSheet.objects.get(campaign=final).previous == CommitmentSheet.objects.get(campaign=yearly)
