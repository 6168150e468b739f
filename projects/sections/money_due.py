"""What waits in money: balances to pay, agreements that lapse before they are settled."""

from typing import Any

from programmes import wording
from programmes.models import rights
from programmes.sections.addresses import change_page, list_page
from programmes.sections.waiting import AHEAD, SOON, Desk, Task, Wait, first_due, gathered

from ..models import Grant, Instalment


def waiting(desk: Desk) -> tuple[Task, ...]:
    """Only the money of the party of this person: nobody else writes it."""
    return (*_balances(desk), *_lapsing(desk))


def _balances(desk: Desk) -> tuple[Task, ...]:
    rows: Any = rights.written(Instalment.objects.balances_due(desk.today + SOON), desk.user)
    return gathered(first_due(rows), _balance, lambda row: _several(row, Wait.TO_PAY, "soldes à mandater"))


def _balance(row: Any) -> Task:
    awaited = "" if row.papers_received_on else ", pièces attendues"
    return Task(
        wait=Wait.TO_PAY,
        title=f"Solde, {row.grant.project}",
        url=change_page(row.grant),
        details=f"{wording.euros(row.amount, 'fr')}, {row.grant.purpose}{awaited}",
        due_on=row.due_on,
    )


def _lapsing(desk: Desk) -> tuple[Task, ...]:
    rows: Any = rights.written(Grant.objects.lapsing(desk.today, desk.today + AHEAD), desk.user)
    return gathered(first_due(rows), _grant, lambda row: _several(row, Wait.LAPSING, "conventions bientôt caduques"))


def _grant(row: Any) -> Task:
    return Task(
        wait=Wait.LAPSING,
        title=f"Convention {row.convention_number or row.reference}, {row.project}",
        url=change_page(row),
        details=f"Caducité proche, {wording.euros(row.unpaid, 'fr')} restent à mandater.",
        due_on=row.due_on,
    )


def _several(row: Any, wait: Wait, words: str) -> Task:
    return Task(wait=wait, title=f"{row.together} {words}", url=list_page(Grant), due_on=row.due_on, count=row.together)
