"""Every declared step × role × place: whoever may not take it has no button, and a forged request changes nothing."""

from typing import Any

import pytest
from django.test import Client

from programmes import workflow
from programmes.models import StatusChange
from programmes.workflow import Step
from tests.admin.conftest import address, step_of
from tests.rights.places import PLACES, World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured")]

ROLES = ("reader", "contributor", "approver", "administrator")
TABLE = {
    "YearlySheet": "programmes.CommitmentSheet",
    "Record": "projects.Project",
    "Campaign": "programmes.Campaign",
    "AnnualReport": "programmes.AnnualReport",
}
# Who may take a step, and where: « own » is assigned, « same » is of the same party, « other » of other parties.
OWN, PARTY, ALL = {"own"}, {"own", "same"}, {"own", "same", "other"}
NOBODY: dict[str, set[str]] = {}
CONTRIBUTING = {"contributor": OWN, "administrator": ALL}
DECIDING = {"approver": PARTY, "administrator": ALL}
FOR_A_PARTY = {"approver": PARTY, "administrator": PARTY}
ADMINISTERING = {"administrator": ALL}
WRITING = {"contributor": OWN, "approver": PARTY, "administrator": ALL}
MAY: dict[str, dict[str, set[str]]] = {
    **dict.fromkeys(("submit_sheet", "submit", "send_to_review", "revise"), CONTRIBUTING),
    **dict.fromkeys(("approve_sheet", "hand_back_sheet", "set_aside", "agree_to_set_aside"), FOR_A_PARTY),
    **dict.fromkeys(("refuse_to_set_aside", "approve_report", "propose_withdrawal"), FOR_A_PARTY),
    **dict.fromkeys(("agree_to_withdrawal", "refuse_withdrawal"), FOR_A_PARTY),
    **dict.fromkeys(("reopen_sheet", "publish", "hand_back", "reopen", "archive", "restore"), DECIDING),
    **dict.fromkeys(("open_campaign", "postpone", "close_campaign"), ADMINISTERING),
    **dict.fromkeys(("adopt", "publish_report", "correct"), ADMINISTERING),
    **dict.fromkeys(("absorb", "revive"), WRITING),
    **dict.fromkeys(("miss_sheet", "publish_loaded"), NOBODY),
}


@pytest.fixture(params=workflow.STEPS, ids=lambda step: step.name)
def step(request: pytest.FixtureRequest) -> Any:
    """Each step."""
    return request.param


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    """Each role."""
    return str(request.param)


def rows_for(step: Step, world: World) -> dict[str, Any]:
    """The record of a step in each place."""
    table = TABLE[step.kind.__name__]
    return {place: world.places[place][table] for place in PLACES}


def test_no_step_is_forgotten() -> None:
    assert {step.name for step in workflow.STEPS} == MAY.keys()


def test_a_step_is_for_these_roles_in_these_places_only(world: World, step: Step, role: str) -> None:
    person = world.staff[role]

    may = {place for place, row in rows_for(step, world).items() if step.may(person, row)}

    assert may == MAY[step.name].get(role, set())


def test_a_step_that_is_not_mine_has_no_button(world: World, step: Step, role: str) -> None:
    rows = rows_for(step, world)
    theirs = [row for place, row in rows.items() if place not in MAY[step.name].get(role, set())]

    offered = [one.name for row in theirs for one in workflow.available(row, world.staff[role])]

    assert step.name not in offered


def state_of(rows: list[Any]) -> tuple[Any, int]:
    """Where these rows stand, and how long the trail is."""
    places = [type(row).objects.values("status", "version").get(pk=row.pk) for row in rows]
    return places, StatusChange.objects.count()


def test_a_forged_request_changes_nothing(world: World, step: Step, role: str, client: Client) -> None:
    rows = [row for place, row in rows_for(step, world).items() if place not in MAY[step.name].get(role, set())]
    client.force_login(world.staff[role])
    before = state_of(rows)

    [client.post(step_of(row, step.name), {"reason": "Forgé", "seen_version": row.version}) for row in rows[:1]]
    chosen = {"action": f"step_{step.name}", "_selected_action": [row.pk for row in rows], "_confirmed": "yes"}
    seen = {"seen": [f"{row.pk}:{row.version}" for row in rows], "reason": "Forgé"}
    [client.post(address(type(row), "changelist"), chosen | seen) for row in rows[:1]]

    assert state_of(rows) == before
