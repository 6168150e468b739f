"""Every movement of money of the report, day by day: the list behind each amount, to the cent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Column, Pairs, Table, Trace

from ..models import Contribution, Grant, Project
from ..models.balance import Money, grant_money
from .reported import named, names_of

PLANNED, MOVED = "montants-prevus", "mouvements"  # the attached lists
By = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Movement:
    """What a day added to a grant, or took from it. Without a day: what is known of it without its date."""

    grant: Grant
    day: date | None
    money: Money

    @property
    def funder(self) -> str:
        """Who gives, in a few words."""
        return names_of([self.grant.organisation])


def grants_of(rows: Sequence[Project], frame: Frame) -> list[Grant]:
    """Grants voted by the day of the report; a vote without a date is kept, and says so."""
    found = Grant.objects.filter(project__in=rows).with_money().select_related("project", "organisation", "beneficiary")
    kept = (grant for grant in found.order_by("voted_on", "reference") if grant_money(grant, frame.as_of) != Money())
    return frame.once("grants", lambda: list(kept))


def movements_of(rows: Sequence[Project], frame: Frame) -> list[Movement]:
    """The movements of these grants up to the day of the report. Their sum is the money of the grants on that day."""
    return [one for grant in grants_of(rows, frame) for one in _movements(grant, frame.as_of)]


def _movements(grant: Grant, as_of: date) -> Iterator[Movement]:
    before = Money()
    for day in _days(grant, as_of):
        now = grant_money(grant, day or date.min)
        added = Money(
            voted=_less(now.voted, before.voted),
            committed=_less(now.committed, before.committed),
            paid=_less(now.paid, before.paid),
        )
        if added != Money():
            yield Movement(grant=grant, day=day, money=added)
        before = now


def _days(grant: Grant, as_of: date) -> list[date | None]:
    """The days on which something may have moved, in their order, after what has no day."""
    days = {grant.voted_on, grant.cancelled_on, grant.convention_signed_on}
    days |= {item.signed_on for item in grant.amendments.all()} | {item.paid_on for item in grant.payments.all()}
    return [None, *sorted(day for day in days if day is not None and day <= as_of)]


def _less(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """What was added; nothing when neither side has changed."""
    return None if now == before else (now or Decimal(0)) - (before or Decimal(0))


def funders_of(one: Contribution) -> str:
    """Who gives a planned amount, in the order of the sums by funder."""
    links = sorted(one.funder_links.all(), key=lambda link: link.organisation.reference)
    return names_of([link.organisation for link in links])


def traced(columns: Sequence[Column], where: Pairs, by: By) -> tuple[Column, ...]:
    """The five columns, each with the list behind it."""
    ways = (
        Trace(table=PLANNED, where=where, by=by, how="sum", column="planned"),
        Trace(table=MOVED, where=where, by=by, how="sum", column="voted"),
        Trace(table=MOVED, where=where, by=by, how="sum", column="committed"),
        Trace(table=MOVED, where=where, by=by, how="sum", column="paid"),
        Trace(table=MOVED, where=where, by=by, how="difference", column="committed", less="paid"),
    )
    return tuple(
        Column(label=one.label, kind=one.kind, width=one.width, name=one.name, meaning=one.meaning, trace=way)
        for one, way in zip(columns, ways, strict=True)
    )


def moved(rows: Sequence[Project], frame: Frame) -> Table:
    """The attached list of the movements."""
    columns = (
        Column(label=_("Subvention"), name="reference"),
        Column(label=_("Action"), name="action"),
        Column(label=_("Financeur"), name="funder"),
        Column(label=_("Jour"), kind="date", name="day"),
        Column(label=_("Année"), kind="year", name="year"),
        Column(label=_("Voté"), kind="money", name="voted"),
        Column(label=_("Engagé"), kind="money", name="committed"),
        Column(label=_("Mandaté"), kind="money", name="paid"),
    )
    lines = tuple(
        (
            one.grant.reference,
            named(one.grant.project),
            one.funder,
            one.day,
            one.day.year if one.day else None,
            one.money.voted,
            one.money.committed,
            one.money.paid,
        )
        for one in movements_of(rows, frame)
    )
    caption = _("Mouvements des subventions, jour par jour")
    return Table(caption=caption, columns=columns, rows=lines, name=MOVED, printed=False, records=True)


def planned(rows: Sequence[Project]) -> Table:
    """The attached list of the planned amounts."""
    columns = (
        Column(label=_("Contribution"), name="reference"),
        Column(label=_("Action"), name="action"),
        Column(label=_("Financeur"), name="funder"),
        Column(label=_("Objet"), name="purpose"),
        Column(label=_("Nature"), name="kind"),
        Column(label=_("Année"), kind="year", name="year"),
        Column(label=_("Prévu"), kind="money", name="planned"),
        Column(label=_("Source"), name="source"),
    )
    lines = tuple(
        (
            one.reference,
            named(row),
            funders_of(one),
            writing.said(one, "purpose"),
            str(one.get_nature_display()),
            one.year,
            one.amount,
            writing.in_french(one.source),
        )
        for row in rows
        for one in row.contributions.all()
    )
    caption = _("Détail des montants prévus")
    return Table(caption=caption, columns=columns, rows=lines, name=PLANNED, printed=False, records=True)
