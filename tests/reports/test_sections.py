"""The chapters of a report: what the sections freeze of a year, and nothing that may not be printed."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.charts import figures
from programmes.enums import Level
from programmes.models import Campaign, CommitmentAssessment, Indicator
from programmes.reports.freezing import freeze
from programmes.sections.blocks import Chart, Facts, Figures, Measure, Missing, Report, bare
from programmes.sections.writing import sheet as sheet_words
from projects.models import Project
from tests.factories import (
    CampaignFactory,
    CommitmentSheetFactory,
    ProjectFactory,
    ThesisFactory,
)
from tests.reports import reading, situation
from tests.reports.printing import bytes_of, faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured_children")]


@pytest.fixture
def campaign() -> Campaign:
    return situation.told_year()


def test_the_chapters_come_in_the_order_of_the_settings(report: Report) -> None:
    slugs = [chapter.slug.partition("-")[0] for chapter in report.chapters]

    assert slugs == [
        "synthese",
        "protocole",
        "engagements",
        "theme",
        "theme",
        "actions",
        "theses",
        "territoires",
        "finances",
        "methode",
    ]


def test_a_whole_report_prints_in_both_languages(campaign: Campaign) -> None:
    french, english = (bytes_of(freeze(campaign, language)) for language in ("fr", "en"))

    assert faults(french, "ua1") == faults(english, "3a") == []


def test_the_summary_counts_promises_actions_theses_and_money(report: Report) -> None:
    (numbers,) = (block for block in report.chapters[0].blocks if isinstance(block, Figures))
    values = {figure.label: figure.value for figure in numbers.figures}

    assert values["engagements"] == 2
    assert values["action commune"] == 1
    assert values["thèses cofinancées"] == 3
    assert values["prévus, tous financeurs"] == Decimal(690_000)


def test_the_agreement_says_who_signed_and_who_has_not(report: Report) -> None:
    chapter = reading.chapter(report, "protocole")
    rows = reading.table(report, "signataires").rows

    assert [row[1] is None for row in rows] == [False, True]
    assert "Nous voilà." in reading.words(chapter.blocks)
    assert "Un an de plus" in reading.words(chapter.blocks)


def test_decisions_are_printed_when_made_public_only(report: Report) -> None:
    assert "Ouvrir l’instrument." in reading.everything(report)
    assert "Secret de réunion." not in reading.everything(report)


def test_a_commitment_is_quoted_with_its_level_and_its_evidence(report: Report) -> None:
    part = reading.part(report, "engagement-1")

    assert part.pill is not None
    assert part.pill.label == "en bonne voie"
    said = reading.words(part.blocks)
    assert "Les parties s’engagent à tenir la promesse" in said
    assert "Sept thèses de plus." in said
    assert "Preuve inventée" in said
    assert "2 thèses cofinancées relèvent" in said


def test_an_indicator_stops_at_the_year_of_the_report(report: Report) -> None:
    part = reading.part(report, "engagement-1")
    levels = [
        one.figure for one in part.blocks if isinstance(one, Chart) and isinstance(one.figure, figures.LevelTrack)
    ]

    assert [level.actual for level in levels] == [Decimal(42), None]
    assert bare(reading.table(report, "engagements").rows[0][2]) == Measure(value=Decimal(42), precision="about")
    assert Decimal(99) not in [row[5] for row in reading.table(report, "indicateurs").rows]


def test_a_commitment_of_which_nothing_is_known_says_so(report: Report) -> None:
    part = reading.part(report, "engagement-2")

    assert part.pill is not None
    assert part.pill.state == "unknown"
    assert Missing(text="Indicateur à définir.") in part.blocks


def test_assessments_that_differ_are_printed_side_by_side(campaign: Campaign) -> None:
    CommitmentAssessment.objects.filter(party__rank=2).update(level=Level.TO_STRENGTHEN)

    part = reading.part(freeze(campaign, "fr"), "engagement-1")

    assert part.pill is not None
    assert part.pill.label == "appréciations différentes"
    assert "Appréciation de chaque partie" in reading.captions(part.blocks)


def test_an_indicator_without_a_rule_holds_the_years_typed_in(report: Report) -> None:
    assert {row[3] for row in reading.table(report, "indicateurs").rows} == {2021, 2022, 2023, 2024}


def test_a_rule_that_no_section_knows_leaves_the_years_unknown(campaign: Campaign) -> None:
    Indicator.objects.filter(label="Accueil").update(rule="inconnue")

    rows = reading.table(freeze(campaign, "fr"), "indicateurs").rows

    assert [row[3:] for row in rows if row[1] == "Accueil"] == [(year, None, None) for year in range(2021, 2025)]


def test_a_theme_shows_its_laboratories_actions_theses_and_doubts(report: Report) -> None:
    first, second = (chapter for chapter in report.chapters if chapter.theme)

    assert reading.captions(first.blocks) == [
        "Laboratoires",
        "Actions communes",
        "Productions",
        "Thèses cofinancées",
        "Laboratoires des thèmes",
    ]
    assert "Autre libellé" in reading.words(first.blocks)
    assert "Un rattachement proposé reste à confirmer par les parties." in reading.words(first.blocks)
    assert [table.rows for table in second.blocks if hasattr(table, "rows")] == [(), (), (), ()]


def test_the_sheet_of_an_action_prints_what_was_declared(report: Report) -> None:
    action = reading.part(report, "action-")
    said = reading.words(action.blocks)

    assert "L’aimant est froid." in said
    assert "Ce qui est prévu" in said
    assert "Un article (publication)" in said
    assert "Appel en préparation" not in said
    assert reading.captions(action.blocks) == [
        "Jalons, prévus et atteints",
        "Financement, arrêté au 31\u00a0décembre\u00a02024",
        "Détail des montants prévus",
        "Appels",
        "Qui y prend part",
    ]


def test_what_happened_after_the_day_of_the_report_had_not_happened(report: Report) -> None:
    action = reading.part(report, "action-")
    milestones = next(block for block in action.blocks if getattr(block, "caption", "").startswith("Jalons"))

    assert [row[3] == "–" for row in milestones.rows] == [False, True]  # type: ignore[union-attr]
    assert len(reading.table(report, "subventions").rows) == 1
    assert "Étude à venir" not in reading.everything(report)


def test_a_part_of_an_action_follows_it(report: Report) -> None:
    parts = reading.chapter(report, "actions").parts

    assert [part.eyebrow for part in parts] == ["Thème 1 · Équipement", "Projet de recherche · SPECTRO"]
    assert Missing(text="Montants\u00a0: non renseigné.") in parts[1].blocks


def test_money_is_counted_in_five_columns(report: Report) -> None:
    total = reading.table(report, "finances").total

    assert total[2:] == (Decimal(690_000), Decimal(100_000), Decimal(100_000), Decimal(10_000), Decimal(90_000))


def test_theses_begun_before_the_signature_are_the_starting_point(report: Report) -> None:
    (facts,) = (block for block in reading.chapter(report, "theses").blocks if isinstance(block, Facts))

    assert facts.facts[0].label == "Commencées avant la signature (point de départ)"
    assert facts.facts[0].value == 1
    assert [fact.value for fact in facts.facts[1:]] == [2, 1]


def test_a_discontinued_thesis_is_named_nowhere_and_counted_from_five_on(campaign: Campaign) -> None:
    project = Project.objects.get(acronym="SPECTRO")
    ThesisFactory.create_batch(4, published=True, discontinued=True, project=project)

    report = freeze(campaign, "fr")

    (facts,) = (block for block in reading.chapter(report, "theses").blocks if isinstance(block, Facts))
    assert (facts.facts[-1].label, facts.facts[-1].value) == ("Abandonnées", 5)
    assert "Étude abandonnée" not in reading.everything(report)


def test_a_candidate_is_named_after_the_defence_only(report: Report) -> None:
    names = {row[0]: row[1] for row in reading.table(report, "theses").rows}

    assert names["Étude ancienne"] == "–"
    assert str(names["Étude soutenue"]).startswith("Camille")


def test_a_report_says_when_something_in_it_was_invented(campaign: Campaign) -> None:
    before = freeze(campaign, "fr").contains_demo

    Project.objects.filter(acronym="SPECTRO").update(is_demo=True)

    assert (before, freeze(campaign, "fr").contains_demo) == (False, True)


def test_records_that_are_not_published_are_in_no_chapter(campaign: Campaign) -> None:
    ProjectFactory(part_of=Project.objects.get(acronym="SPECTRO"), title="Action secrète")

    assert "Action secrète" not in reading.everything(freeze(campaign, "fr"))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("not_applicable", "Fiche annuelle\u00a0: sans objet."),
        ("not_handed_in", "Fiche annuelle\u00a0: non remise."),
        ("to_fill", "Fiche annuelle\u00a0: en attente du visa des parties."),
    ],
)
def test_a_sheet_without_every_visa_prints_its_state_only(status: str, sentence: str) -> None:
    sheet = CommitmentSheetFactory.build(status=status, progress="Brouillon", campaign=None, commitment=None)

    assert sheet_words(sheet) == (Missing(text=sentence),)


def test_nothing_new_is_an_answer() -> None:
    sheet = CommitmentSheetFactory.build(status="approved", nothing_new=True, campaign=None, commitment=None)

    assert "Rien de nouveau depuis l’an dernier." in reading.words(sheet_words(sheet))


def test_an_empty_base_still_makes_a_report() -> None:
    report = freeze(CampaignFactory(), "fr")

    said = reading.everything(report)
    assert "Aucune thèse cofinancée n’est enregistrée." in said
    assert faults(bytes_of(report), "ua1") == []


def test_a_report_asks_as_many_questions_for_ten_actions_as_for_one(campaign: Campaign) -> None:
    whole = Project.objects.get(acronym="SPECTRO")
    with CaptureQueriesContext(connection) as few:
        freeze(campaign, "fr")
    ProjectFactory.create_batch(9, published=True, part_of=whole)

    with CaptureQueriesContext(connection) as many:
        freeze(campaign, "fr")

    assert len(many) == len(few)
