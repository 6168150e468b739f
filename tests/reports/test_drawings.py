"""The drawings of a report: curves of indicators, the calendar of the actions, the map of the laboratories."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest

from programmes.charts import figures
from programmes.models import Campaign, Commitment, Laboratory
from programmes.reports.freezing import freeze
from programmes.sections.blocks import Block, Chart, Table
from projects.models import Project
from tests.factories import IndicatorFactory, IndicatorValueFactory, ProjectFactory
from tests.reports import reading, situation

pytestmark = pytest.mark.django_db

Drawing = TypeVar("Drawing")


@pytest.fixture
def campaign() -> Campaign:
    return situation.told_year()


def test_a_laboratory_whose_seat_is_elsewhere_is_not_on_the_map(campaign: Campaign) -> None:
    Laboratory.objects.update(is_elsewhere=True)

    drawn = [type(one.figure) for one in freeze(campaign, "fr").chapters[0].blocks if isinstance(one, Chart)]

    assert figures.RegionMap not in drawn
    assert figures.Gantt in drawn


def test_an_indicator_aims_beyond_the_year_of_the_report(campaign: Campaign) -> None:
    promise = Commitment.objects.get(label="Rayonner")
    pays = IndicatorFactory(commitment=promise, label="Pays", unit="pays", target=9, target_year=2026)
    for year in range(2015, 2025):
        IndicatorValueFactory(indicator=pays, year=year, actual=year - 2015, target=None)

    blocks = reading.part(freeze(campaign, "fr"), "engagement-2").blocks

    (curve,) = drawn(blocks, figures.Trajectory)
    (table,) = (block for block in blocks if isinstance(block, Table) and block.caption == "Pays (pays)")
    assert curve.targets == (figures.YearValue(year=2026, value=Decimal(9)),)
    assert [column.label for column in table.columns] == ["Année", "Cible", "Réalisé"]
    assert len(table.rows) == 10


def test_the_calendar_says_what_is_known_of_each_stretch(campaign: Campaign) -> None:
    whole = Project.objects.get(acronym="SPECTRO")
    ProjectFactory(published=True, part_of=whole, actual_start=date(2021, 1, 1), actual_end=date(2022, 1, 1))
    ProjectFactory(published=True, part_of=whole, planned_start=date(2025, 1, 1), planned_end=date(2026, 1, 1))

    (calendar,) = drawn(freeze(campaign, "fr").chapters[0].blocks, figures.Gantt)

    assert [span.look for span in calendar.rows[0].spans] == ["solid", "pale"]


def test_an_action_without_any_date_says_so_in_the_calendar(campaign: Campaign) -> None:
    Project.objects.update(actual_start=None)

    (calendar,) = drawn(freeze(campaign, "fr").chapters[0].blocks, figures.Gantt)

    assert [row.note for row in calendar.rows] == ["dates non renseignées"]


def drawn(blocks: Iterable[Block], kind: type[Drawing]) -> list[Drawing]:
    """The charts of a kind."""
    charts = (block.figure for block in blocks if isinstance(block, Chart))
    return [figure for figure in charts if isinstance(figure, kind)]
