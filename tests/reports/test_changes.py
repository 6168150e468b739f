"""The year compared with the last edition, what began, ended or slipped; and the last pages: visas, doubts, sources."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from programmes.models import Campaign
from programmes.reports import cells
from programmes.reports.freezing import freeze
from programmes.reports.tracing import found
from programmes.sections import appendix, blocks
from programmes.sections.blocks import Missing, Report, Table, Traced, as_plain
from projects.models import Project
from tests.factories import AnnualReportFactory, CampaignFactory, EditionFactory
from tests.factories.year import publish
from tests.reports import reading, situation, walking


def compared_year() -> Campaign:
    """The told year, after a published edition of the year before in which less was known; one end has slipped."""
    campaign = situation.told_year()
    before = CampaignFactory(
        protocol=campaign.protocol, year=2023, starts_on=date(2023, 1, 1), ends_on=date(2023, 12, 31),
        money_as_of=date(2023, 12, 31),
    )  # fmt: skip
    content = {"fr": as_plain(freeze(before, "fr"))}
    publish(EditionFactory(report=AnnualReportFactory(campaign=before), content=content))
    whole = Project.objects.get(acronym="SPECTRO")
    Project.objects.filter(part_of=whole).update(
        actual_start=date(2024, 2, 1), planned_end=date(2024, 6, 1), acronym="VOLET"
    )
    whole.actual_end = date(2024, 12, 1)
    whole.save()
    return campaign


@pytest.fixture(scope="module")
def report(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Report:
    """The French report of that year, frozen once."""
    with django_db_blocker.unblock(), transaction.atomic():
        frozen = freeze(compared_year(), "fr")
        transaction.set_rollback(True)
    return frozen


def test_figures_stand_beside_those_of_the_last_edition(report: Report) -> None:
    counted = {row[0]: row[1:] for row in reading.rows(report, "changements")}
    money = {row[0]: row[1:] for row in reading.rows(report, "changements-montants")}

    assert "rapport annuel 2023, édition 1" in reading.words(report.chapters[0].blocks).lower()
    assert counted["Actions communes achevées"] == (Decimal(0), 1, Decimal(1))
    assert money["Prévu"] == (Decimal(690_000), Decimal(690_000), Decimal(0))


def test_indicators_stand_beside_their_value_of_the_last_edition(report: Report) -> None:
    (row,) = reading.rows(report, "changements-indicateurs")

    assert row[:2] == (1, "Thèses")
    assert (row[2], row[4]) == (Decimal(36), "–")  # the figure of 2024 is about 42: no difference is told


def test_what_began_ended_or_slipped_is_told_with_its_dates(report: Report) -> None:
    rows = [(row[0], getattr(row[1], "text", row[1])) for row in reading.rows(report, "faits")]

    assert rows == [
        ("nouveau", "VOLET"),
        ("achevé", "SPECTRO"),
        ("achevé", "1 soutenance"),
        ("en retard", "Mise en service (SPECTRO)"),
        ("en retard", "VOLET"),
    ]


def test_every_figure_of_the_comparison_is_what_its_list_comes_to(report: Report) -> None:
    told = [one for one in walking.told(report) if one.place.startswith("synthese") and " / " in one.place]

    assert len(told) > 20
    assert [one.place for one in told if one.trace is None] == []
    assert walking.wrong(report) == []


def test_a_line_that_counts_theses_leads_to_each_of_them(report: Report) -> None:
    told = next(row[1] for row in reading.table(report, "faits").rows if isinstance(row[1], Traced))

    assert told.value == "1 soutenance"
    assert [getattr(row[1], "text", "") for row in found(report, told.trace).rows] == ["Étude soutenue"]


def test_the_first_report_keeps_its_figures_for_the_next_one(db: None) -> None:
    first = freeze(situation.told_year(), "fr")

    assert "Aucune édition de ce protocole n’a été publiée" in reading.words(first.chapters[0].blocks)
    assert not reading.table(first, "changements").printed
    assert reading.rows(first, "changements")[0] == ("Engagements", None, 2, "–")


def test_the_last_pages_gather_visas_doubts_and_sources(report: Report) -> None:
    visas, doubts = reading.table(report, "visas"), reading.table(report, "doutes")

    assert sum(int(str(row[2])) for row in visas.rows) == len(reading.table(report, "visas-des-fiches").rows) == 6
    assert "Autre libellé" in [row[1] for row in doubts.rows]
    assert "Communiqué inventé" in [row[0] for row in reading.table(report, "sources").rows]
    assert "visa" in [row[0] for row in reading.table(report, "glossaire").rows]


def test_a_report_without_doubt_nor_source_says_so() -> None:
    (chapter,) = appendix.completed([blocks.Chapter(slug="methode", title="Méthode")], [])

    said = [block.text for block in chapter.blocks if isinstance(block, Missing)]
    assert [words.partition(" ")[0] for words in said] == ["Aucune", "Aucune"]
    empty = [block.caption for block in chapter.blocks if isinstance(block, Table) and not block.rows]
    assert empty == ["Qui a visé quoi, et quand", "Chaque visa, avec son jour"]


def test_a_difference_carries_its_sign() -> None:
    told = [cells.words(value, "change", "fr") for value in (3, 0, -2)]

    assert [*told, cells.words(Decimal(-1000), "money_change", "fr")] == ["+3", "0", "−2", "−1\u202f000\u00a0€"]
