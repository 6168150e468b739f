"""What the calendar brings to the start page: decisions to carry out, balances to pay, agreements that lapse."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils.timezone import localdate

from programmes.models import Party, Protocol, User
from programmes.sections import todo
from programmes.sections.waiting import Task, Wait
from projects.models import Grant
from tests.admin.conftest import address
from tests.factories import GrantFactory, MeetingFactory, PaymentFactory, ProjectFactory, ProtocolFactory, UserFactory

TODAY = localdate()
SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=300)


@pytest.fixture
def party(db: None) -> Party:
    """A party of a protocol that lasts."""
    party: Party = ProtocolFactory(published=True).parties.get(rank=1)
    return party


@pytest.fixture
def approver(party: Party) -> User:
    """Who decides for that party."""
    user: User = UserFactory(approver=True, organisation=party.organisation)
    return user


def told(user: User) -> list[Task]:
    """What waits for somebody."""
    return todo.tasks_of(user, TODAY)


def decision(protocol: Protocol, **fields: Any) -> Any:
    """A decision of a meeting."""
    number = fields.pop("number", 1)
    held = fields.pop("held_on", date(2025, 3, 10))
    return MeetingFactory(protocol=protocol, held_on=held).decisions.create(number=number, text="Écrire.", **fields)


def grant_of(party: Party, **fields: Any) -> Grant:
    """Money that a party gives to an action of its protocol."""
    project = ProjectFactory()
    commitment = party.protocol.commitments.create(
        number=party.protocol.commitments.count() + 1, reference=f"engagement-{project.pk}", label="L", wording="W"
    )
    project.commitment_links.create(commitment=commitment)
    grant: Grant = GrantFactory(project=project, organisation=party.organisation, amount=Decimal(1000), **fields)
    return grant


def test_a_decision_that_is_due_waits_for_the_party_that_carries_it_out(party: Party, approver: User) -> None:
    other = party.protocol.parties.get(rank=2)
    second = UserFactory(approver=True, organisation=other.organisation)
    mine = decision(party.protocol, due_on=SOON, owner=party)

    (task,) = told(approver)

    assert (task.wait, task.due_on, task.url) == (Wait.TO_CARRY_OUT, SOON, address(mine.meeting, "change"))
    assert told(second) == []


@pytest.mark.parametrize("fields", [{"due_on": LATER}, {"due_on": None}, {"due_on": SOON, "state": "done"}])
def test_a_decision_far_off_or_carried_out_waits_for_nobody(
    party: Party, approver: User, fields: dict[str, Any]
) -> None:
    decision(party.protocol, **fields)

    assert told(approver) == []


def test_many_decisions_make_one_line(party: Party, approver: User) -> None:
    [decision(party.protocol, due_on=SOON, held_on=date(2025, 3, day)) for day in range(1, 7)]

    assert [(task.title, task.count) for task in told(approver)] == [("6 décisions à exécuter", 6)]


def test_a_balance_waits_for_the_party_that_pays_it_until_it_is_paid(party: Party, approver: User) -> None:
    grant = grant_of(party)
    balance = grant.instalments.create(kind="balance", amount=Decimal(400), expected_on=SOON)
    grant.instalments.create(kind="advance", number=2, amount=Decimal(600), expected_on=SOON)

    before = told(approver)
    PaymentFactory(grant=grant, instalment=balance, amount=Decimal(400))

    assert [(task.wait, task.due_on, task.url) for task in before] == [(Wait.TO_PAY, SOON, address(grant, "change"))]
    assert told(approver) == []


def test_an_agreement_that_lapses_with_money_left_is_told_six_months_before(party: Party, approver: User) -> None:
    near = grant_of(party, lapses_on=SOON)
    grant_of(party, lapses_on=LATER)
    PaymentFactory(grant=grant_of(party, lapses_on=SOON), amount=Decimal(1000))
    grant_of(party, lapses_on=SOON).amendments.create(number=1, amount=0, new_lapse_date=LATER)

    (task,) = told(approver)

    assert (task.wait, task.url) == (Wait.LAPSING, address(near, "change"))
    assert "1\u202f000\u00a0€ restent à mandater" in task.details


def test_a_protocol_that_ends_is_told_six_months_before_to_those_who_decide(party: Party, approver: User) -> None:
    Protocol.objects.update(starts_on=TODAY - timedelta(days=900), ends_on=SOON)

    assert [(task.wait, task.due_on) for task in told(approver)] == [(Wait.LAPSING, SOON)]
    assert told(UserFactory(contributor=True, organisation=party.organisation)) == []
