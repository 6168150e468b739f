"""Charts: what they show, that they are described, that nothing typed can escape into the page."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest

from programmes.charts import Figure, draw, flow_lines, palette, regions, states, svg
from programmes.charts.figures import (
    FundersBar,
    Gantt,
    LevelTrack,
    MapDot,
    Milestone,
    MilestoneLine,
    Progress,
    RegionMap,
    Segment,
    Series,
    StackedColumn,
    StackedColumns,
    ThemeBar,
    ThemeBars,
    Trajectory,
    YearCount,
    YearHistogram,
    YearValue,
)
from tests.reports import sample

LINE = MilestoneLine(start=date(2021, 1, 1), end=date(2022, 1, 1), today=date(2030, 1, 1), milestones=())
FIGURES = [
    StackedColumns(series=(), columns=()),
    StackedColumns(series=(Series(label="A", tone="cnrs"),), columns=(StackedColumn(label="2021", values=(-5,)),)),
    ThemeBars(bars=(ThemeBar(number=9, label="un deux " * 30, value=None), ThemeBar(number=1, label="a", value=3))),
    LevelTrack(actual=None),
    LevelTrack(actual=0),
    LevelTrack(actual=14, target=12, tone="reached"),
    Progress(value=None),
    Progress(value=300),
    LINE,
    FundersBar(segments=()),
    FundersBar(segments=(Segment(label="Reversé", value=-3, tone="region"),)),
    YearHistogram(years=()),
    YearHistogram(years=(YearCount(year=2021, count=0), YearCount(year=2022, count=4, chosen=False))),
    sample.actions_over_time(),
    Gantt(first_year=2020, last_year=2021, rows=()),
    RegionMap(dots=()),
    Trajectory(actual=()),
    Trajectory(actual=(YearValue(year=2021, value=4),), since=1990),
    Trajectory(actual=(), targets=(YearValue(year=2021, value=4),)),
]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_a_chart_is_an_image_that_begins_with_its_sentence(figure: Figure, language: str) -> None:
    drawing = Xml.fromstring(draw(figure, "Une phrase <b>entière</b> & sûre.", language))  # noqa: S314 - our own

    assert drawing.get("role") == "img"
    assert drawing[0].tag.endswith("title")
    assert drawing[0].text == "Une phrase <b>entière</b> & sûre."


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_a_chart_needs_no_style_script_or_identifier(figure: Figure) -> None:
    drawing = draw(figure, "Une phrase.", "fr", 320)

    assert not re.search(r" style=| id=| on\w+=|<style|<script|nan|inf", drawing)


def test_no_line_of_a_date_crosses_the_name_of_a_part() -> None:
    drawing = draw(sample.actions_over_time(), "Une phrase.", "fr")

    assert drawing.index("Signature") < drawing.index("Terme") < drawing.index("Première édition")


def test_words_of_a_chart_cannot_become_markup() -> None:
    columns = (StackedColumn(label='<script>"&', values=()),)

    drawing = draw(StackedColumns(series=(), columns=columns), "Une phrase.", "fr")

    assert "&lt;script&gt;" in drawing


def test_milestones_close_in_time_do_not_cover_each_other() -> None:
    june = tuple(Milestone(number=at, planned=date(2021, 6, at)) for at in range(1, 6))
    figure = MilestoneLine(start=date(2021, 1, 1), end=date(2021, 12, 31), today=date(2021, 7, 1), milestones=june)

    drawing = draw(figure, "Cinq jalons en juin.", "fr")

    places = sorted(float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawing))
    assert all(right - left >= 21.9 for left, right in pairwise(places))


def test_laboratories_of_one_agglomeration_share_a_pack() -> None:
    drawing = draw(sample.summary().blocks[3].figure, "Des laboratoires.", "fr")  # type: ignore[union-attr]

    assert "Mont-Saint-Aignan (7)" in drawing
    assert drawing.count("<circle") == 21


def test_caen_lies_where_it_lies() -> None:
    x, y = regions.place(49.1829, -0.3707)

    assert (round(x), round(y)) == (461, 404)


def test_ticks_are_round_and_few() -> None:
    assert [list(map(int, svg.ticks(highest))) for highest in (0, 7, 47, 1_590_000)] == [
        [0, 1],
        [0, 2, 4, 6, 8],
        [0, 20, 40, 60],
        [0, 500_000, 1_000_000, 1_500_000, 2_000_000],
    ]


def test_colours_have_one_home() -> None:
    assert palette.colour("theme-9") == palette.colour(palette.theme_tone(9)) == "#b4530a"
    assert palette.colour("#123456") == "#123456"
    assert palette.colour("region") == "#c8102e"
    assert palette.colour("inconnu") == palette.INK
    assert palette.colour_on_ink("theme-1") == palette.GOLD
    assert palette.colour_on_ink("#000000") == "#808080"


def test_an_ornament_is_silent_and_has_a_dot_a_theme() -> None:
    drawing = flow_lines(800, 400, ["theme-1", "theme-2"])

    assert 'aria-hidden="true"' in drawing
    assert drawing.count("<circle") == 4


@pytest.mark.parametrize("state", list(palette.STATES))
def test_each_state_has_its_icon(state: str) -> None:
    assert palette.STATES[state].colour in states.icon(state)
    assert palette.WHITE in states.icon(state, palette.WHITE)


@pytest.mark.parametrize(("width", "anchor"), [(660, "middle"), (420, "end")])
def test_names_of_cities_stand_clear_of_each_other_on_a_phone(width: int, anchor: str) -> None:
    west = MapDot(label="LOMC", city="Le Havre", latitude=49.49, longitude=0.11, tone="ink")
    east = MapDot(label="CORIA", city="Saint-Étienne-du-Rouvray", latitude=49.42, longitude=1.09, tone="ink")

    drawing = draw(RegionMap(dots=(west, east)), "La carte", "fr", width)

    assert re.search(rf'text-anchor="{anchor}"[^>]*>Le Havre', drawing)
