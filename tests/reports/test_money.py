"""Money and places of a report: reconciled to the cent, each amount leading to its movements."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from programmes.charts.regions import area_of
from programmes.reports.tracing import asked, found
from programmes.sections.blocks import Report, Trace, Traced, bare
from projects.models import Grant, GrantAmendment
from projects.models.balance import grant_money
from projects.sections.finance import _votes
from projects.sections.ledger import _movements
from tests.factories import GrantFactory, PaymentFactory
from tests.reports import reading

AS_OF = date(2024, 12, 31)


def test_the_years_add_up_to_the_total_to_the_cent(report: Report) -> None:
    yearly, funders = reading.table(report, "financement-par-annee"), reading.table(report, "financeurs")
    columns = list(zip(*yearly.rows, strict=True))[2:6]

    sums = [sum((one for cell in column if isinstance(one := bare(cell), Decimal)), Decimal(0)) for column in columns]

    assert tuple(sums) == yearly.total[2:6] == funders.total[1:5]
    assert yearly.total[6] == funders.total[5] == Decimal(90_000)


def test_each_amount_of_a_year_leads_to_its_movements(report: Report) -> None:
    cells = [one for row in reading.table(report, "financement-par-annee").rows for one in row]
    traced = [one for one in cells if isinstance(one, Traced)]

    assert traced
    assert [found(report, one.trace).value for one in traced] == [one.value for one in traced]


@pytest.mark.parametrize("name", ["finances", "financeurs", "departements"])
def test_each_amount_of_a_column_leads_to_its_list(report: Report, name: str) -> None:
    table = reading.table(report, name)
    cells = [
        (asked(column.trace, table, row), value)
        for row in (*table.rows, table.total)
        for column, value in zip(table.columns, row, strict=True)
        if column.trace and value != "–"
    ]

    answers = [found(report, _of_total(trace, table.total[0])).value for trace, _value in cells]

    assert answers == [value for _trace, value in cells]


def _of_total(trace: Trace, word: object) -> Trace:
    """A total asks for no value of a row."""
    return replace(trace, where=tuple(pair for pair in trace.where if pair[1] not in {word, ""}))


@pytest.mark.django_db
def test_the_movements_of_a_grant_add_up_to_what_it_is_worth() -> None:
    grant = GrantFactory(amount=1000, voted_on=date(2021, 3, 1), convention_signed_on=date(2022, 2, 1))
    GrantAmendment.objects.create(grant=grant, number=1, amount=Decimal("250.50"), signed_on=date(2023, 6, 1))
    PaymentFactory(grant=grant, amount=Decimal("300.25"), paid_on=date(2023, 9, 1))
    Grant.objects.filter(pk=grant.pk).update(cancelled_amount=50, cancelled_on=date(2024, 5, 1))
    known = Grant.objects.with_money().get(pk=grant.pk)

    moved = list(_movements(known, AS_OF))

    whole = grant_money(known, AS_OF)
    assert [one.day.year for one in moved if one.day] == [2021, 2022, 2023, 2023, 2024]
    assert sum(one.money.voted or 0 for one in moved) == whole.voted == Decimal("1200.50")
    assert sum(one.money.committed or 0 for one in moved) == whole.committed
    assert sum(one.money.paid or 0 for one in moved) == whole.paid == Decimal("300.25")


@pytest.mark.django_db
def test_a_vote_without_a_date_stands_before_every_year() -> None:
    GrantFactory(amount=1000, voted_on=None, convention_signed_on=None)
    grant = Grant.objects.with_money().get()

    (moved,) = _movements(grant, AS_OF)

    assert (moved.day, moved.money.voted, moved.money.paid) == (None, Decimal(1000), None)


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (49.18, -0.37, "Calvados"),
        (49.02, 1.15, "Eure"),
        (49.12, -1.09, "Manche"),
        (48.43, 0.09, "Orne"),
        (49.44, 1.10, "Seine-Maritime"),
        (49.75, -1.60, "Manche"),  # in the roads of Cherbourg
    ],
)
def test_a_point_lies_in_its_departement(latitude: float, longitude: float, name: str) -> None:
    assert area_of(latitude, longitude) == name


def test_places_are_counted_by_departement(report: Report) -> None:
    rows = {row[0]: row[1:] for row in reading.table(report, "departements").rows}

    assert rows["Calvados"][0] == 1
    assert rows["Orne"] == (0, 0, 0, "–")


@pytest.mark.parametrize(
    ("years", "title"),
    [([2021], "Montants votés en 2021"), ([2021, 2022], "Montants votés chaque année, de 2021 à 2022")],
)
def test_a_single_year_is_no_period(years: list[int], title: str) -> None:
    assert _votes(years) == title
