"""The money by funder and by year in the five columns; its sums are those by funder, to the cent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from programmes.sections.base import Frame
from programmes.sections.blocks import Column, Table, Trace, Traced, Value

from ..models import Project
from ..models.balance import Line, Money, total
from . import ledger, money
from .ledger import MOVED, PLANNED

Key = tuple[str, int | None]


def table(rows: Sequence[Project], lines: Sequence[Line], frame: Frame) -> Table:
    """A line a funder and year; what is left to pay is told at the end of each year, so it is not added up."""
    sums = _sums(rows, frame)
    printed = [
        (funder, year or _("sans année"), *_cells(funder, year, amounts), _left(sums, funder, year, frame))
        for (funder, year), amounts in sorted(sums.items(), key=lambda one: (one[0][0], one[0][1] or 0))
    ]
    whole = total(lines)
    note = _(
        "Voté, engagé et mandaté\u00a0: les mouvements de l’année. Reste à mandater\u00a0: le reste à la fin de "
        "l’année, qui ne s’additionne pas. Le total est celui du tableau par financeur, au centime près."
    )
    return Table(
        caption=_("Par financeur et par année, %(as_of)s") % {"as_of": money.as_of(frame)},
        columns=money.traced(
            Column(label=_("Financeur"), width=21, name="funder"),
            Column(label=_("Année"), kind="year", width=11, name="year"),
        ),
        rows=tuple(printed),
        total=(_("Total"), "", *money.cells(whole)) if printed else (),
        name="financement-par-annee",
        note=note if printed else "",
    )


def _sums(rows: Sequence[Project], frame: Frame) -> dict[Key, Money]:
    sums: dict[Key, Money] = defaultdict(Money)
    for row in rows:
        for one in row.contributions.all():
            sums[ledger.funders_of(one), one.year] += Money(planned=one.amount)
    for movement in ledger.movements_of(rows, frame):
        sums[movement.funder, movement.day.year if movement.day else None] += movement.money
    return sums


def _cells(funder: str, year: int | None, amounts: Money) -> Iterable[Value]:
    """What moved in a year, each amount with its list; a dash where nothing did."""
    where = (("funder", funder), ("year", year))
    for column, table_name in (("planned", PLANNED), ("voted", MOVED), ("committed", MOVED), ("paid", MOVED)):
        value = getattr(amounts, column)
        trace = Trace(table=table_name, where=where, how="sum", column=column)
        yield "–" if value is None else Traced(value=value, trace=trace)


def _left(sums: Mapping[Key, Money], funder: str, year: int | None, frame: Frame) -> Value:
    """What is left to pay at the end of a year: all that was committed by then, less all that was paid."""
    if year is not None and year > frame.year:
        return "–"
    years = [then for whose, then in sums if whose == funder and (then or 0) <= (year or 0)]
    amounts = sum((sums[funder, then] for then in years), Money())
    if amounts.left is None:
        return "–"
    where = (("funder", funder), *(("year", then) for then in years))
    trace = Trace(table=MOVED, where=where, how="difference", column="committed", less="paid")
    return Traced(value=amounts.left, trace=trace)
