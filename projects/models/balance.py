"""The five columns of money, computed once for pages, report, exports and interface alike.

prévu · voté · engagé · mandaté · reste à mandater, arrêté au …
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from programmes.enums import OrganisationKind
from programmes.models import Organisation
from programmes.models.together import share

from .grants import Grant, GrantAmendment, Payment
from .money import Contribution, ContributionFunder
from .projects import Project

ZERO = Decimal(0)
TONES = {
    OrganisationKind.LOCAL_AUTHORITY: "region",
    OrganisationKind.RESEARCH_BODY: "cnrs",
    OrganisationKind.COMPANY: "company",
    OrganisationKind.STATE: "state",
    OrganisationKind.EUROPE: "state",
    OrganisationKind.UNIVERSITY: "institution",
    OrganisationKind.SCHOOL: "institution",
    OrganisationKind.COMMUNITY: "institution",
}


@dataclass(frozen=True, kw_only=True)
class Money:
    """Amounts in euros on a given day. None: nothing is known, which is not zero."""

    planned: Decimal | None = None
    voted: Decimal | None = None
    committed: Decimal | None = None
    paid: Decimal | None = None

    @property
    def left(self) -> Decimal | None:
        """Left to pay (reste à mandater): committed less paid."""
        return None if self.committed is None else self.committed - (self.paid or ZERO)

    def __add__(self, other: "Money") -> "Money":
        return Money(
            planned=_sum(self.planned, other.planned),
            voted=_sum(self.voted, other.voted),
            committed=_sum(self.committed, other.committed),
            paid=_sum(self.paid, other.paid),
        )


@dataclass(frozen=True, kw_only=True)
class Line:
    """The money of a project by one funder, or by several when the split is not known."""

    project_id: int
    funders: tuple[Organisation, ...]
    money: Money
    is_demo: bool = False

    @property
    def name(self) -> str:
        """Who pays, in the reader's language; several names when the split is not known."""
        return " + ".join(funder.tr("name") for funder in self.funders)

    @property
    def tone(self) -> str:
        """The key of the funder's colour; money of several funders has the colour of mixed money."""
        return TONES.get(OrganisationKind(self.funders[0].kind), "other") if len(self.funders) == 1 else "state"


def _sum(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return second if first is None else first if second is None else first + second


def grant_money(grant: Grant, as_of: date) -> Money:
    """Voted, committed once the agreement is signed, and paid, as of a day. Load with_money() first."""
    if grant.voted_on and grant.voted_on > as_of:
        return Money()
    cancelled = ZERO if grant.cancelled_on and grant.cancelled_on > as_of else grant.cancelled_amount
    added = sum((item.amount for item in grant.amendments.all() if not item.signed_on or item.signed_on <= as_of), ZERO)
    voted = grant.amount + added - cancelled
    signed = grant.convention_signed_on is not None and grant.convention_signed_on <= as_of
    paid = sum((payment.amount for payment in grant.payments.all() if payment.paid_on <= as_of), ZERO)
    return Money(voted=voted, committed=voted if signed else None, paid=paid if signed or paid else None)


def lines_of(projects: Iterable[Project], as_of: date) -> tuple[Line, ...]:
    """The money of these projects on a day, project by project and funder by funder, in a steady order.

    Two queries and their prefetches, whatever the number of projects.
    """
    keys = [project.pk for project in projects]
    contributions = Contribution.objects.filter(project__in=keys).with_funders()
    return added_up(contributions, Grant.objects.filter(project__in=keys).with_money(), as_of, keys)


def added_up(
    contributions: Iterable[Contribution], grants: Iterable[Grant], as_of: date, projects: Sequence[int]
) -> tuple[Line, ...]:
    """The same of rows that are known, of projects in this order. Load with_funders() and with_money() first."""
    order = {key: rank for rank, key in enumerate(projects)}
    totals: dict[tuple[int, tuple[Organisation, ...]], Line] = {}
    for project_id, funders, money, is_demo in _amounts(contributions, grants, as_of):
        known = totals.get((project_id, funders), Line(project_id=project_id, funders=funders, money=Money()))
        totals[project_id, funders] = replace(known, money=known.money + money, is_demo=known.is_demo or is_demo)
    return tuple(
        sorted(totals.values(), key=lambda line: (order[line.project_id], [body.reference for body in line.funders]))
    )


def money_lists(projects: QuerySet) -> dict[str, QuerySet[Any]]:
    """The lists that hold the money of these actions, for a page that reads them with others; in no order."""
    funders = ContributionFunder.objects.filter(contribution__project__in=projects)
    lists: dict[str, QuerySet[Any]] = {
        "contributions": Contribution.objects.filter(project__in=projects),
        "funder_links": funders.select_related("organisation"),
        "grants": Grant.objects.filter(project__in=projects).select_related("organisation"),
        "amendments": GrantAmendment.objects.filter(grant__project__in=projects),
        "payments": Payment.objects.filter(grant__project__in=projects),
    }
    return {name: rows.order_by() for name, rows in lists.items()}


def money_of(rows: Mapping[str, list[Any]], projects: Sequence[int], as_of: date) -> tuple[Line, ...]:
    """Their money on a day, as `lines_of` tells it, from the rows of these lists."""
    share(rows["contributions"], "funder_links", rows["funder_links"], "contribution")
    for name in ("amendments", "payments"):
        share(rows["grants"], name, rows[name], "grant")
    return added_up(rows["contributions"], rows["grants"], as_of, projects)


def _amounts(
    contributions: Iterable[Contribution], grants: Iterable[Grant], as_of: date
) -> Iterator[tuple[int, tuple[Organisation, ...], Money, bool]]:
    """Each contribution and each grant: its project, its funders, its money, whether it is invented."""
    for contribution in contributions:
        funders = [link.organisation for link in contribution.funder_links.all()]
        ranked = tuple(sorted(funders, key=lambda funder: funder.reference))
        yield contribution.project_id, ranked, Money(planned=contribution.amount), contribution.is_demo
    for grant in grants:
        yield grant.project_id, (grant.organisation,), grant_money(grant, as_of), grant.is_demo


def by_funders(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same money funder by funder, all actions together, what was planned most first."""
    found: dict[tuple[Organisation, ...], Line] = {}
    for line in lines:
        known = found.get(line.funders)
        found[line.funders] = (
            line
            if known is None
            else replace(known, money=known.money + line.money, is_demo=known.is_demo or line.is_demo)
        )
    return tuple(sorted(found.values(), key=lambda line: -(line.money.planned or ZERO)))


def total(lines: Iterable[Line]) -> Money:
    """The sum of the lines; a column stays unknown when no line knows it."""
    return sum((line.money for line in lines), Money())


def grants_by_funder(grants: Iterable[Grant], as_of: date) -> dict[str, Money]:
    """What these grants come to on a day, funder by funder. Load with_money() first."""
    totals: dict[str, Money] = {}
    for grant in grants:
        name = grant.organisation.name
        totals[name] = totals.get(name, Money()) + grant_money(grant, as_of)
    return dict(sorted(totals.items()))


def contributions_by_funders(contributions: Iterable[Contribution]) -> dict[str, Money]:
    """What is planned, funder by funder; several together when the split is not known. Load with_funders() first."""
    totals: dict[str, Money] = {}
    for contribution in contributions:
        names = sorted(link.organisation.name for link in contribution.funder_links.all())
        name = " + ".join(names) or "Sans financeur"
        totals[name] = totals.get(name, Money()) + Money(planned=contribution.amount)
    return dict(sorted(totals.items()))
