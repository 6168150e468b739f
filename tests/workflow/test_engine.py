"""The engine: what steps declare, what the database keeps, what the trail tells, many at once, two at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import product
from threading import Barrier
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from programmes import workflow
from programmes.enums import CampaignStatus, RecordStatus, ReportStatus, SheetStatus, Status
from programmes.models import Campaign, CommitmentSheet, StatusChange, User, Visa
from programmes.models.assignments import Assignment
from tests.database import force_step
from tests.factories import CampaignFactory, CommitmentFactory, CommitmentSheetFactory, ProtocolFactory, UserFactory

CYCLES = (RecordStatus, SheetStatus, CampaignStatus, ReportStatus)
TODAY = timezone.localdate()


def pairs_of(statuses: type[Status]) -> set[tuple[str, str]]:
    """Every move that the steps of a cycle declare."""
    steps = [step for step in workflow.STEPS if isinstance(step.sources[0], statuses)]
    return {(str(old), str(new)) for step in steps for old, new in step.pairs}


@pytest.fixture
def sheet(campaign: Campaign) -> CommitmentSheet:
    """A sheet that says something."""
    return CommitmentSheetFactory(campaign=campaign, progress="Deux opérations ont été soutenues.", judged=True)


@pytest.mark.parametrize("statuses", CYCLES)
def test_the_steps_make_the_moves_of_their_status_and_no_other(statuses: type[Status]) -> None:
    moves = {(str(old), str(new)) for old, targets in statuses.moves().items() for new in targets}

    declared = pairs_of(statuses)

    assert declared == moves


def trigger_of(table: str) -> str:
    """The guard of a status as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_proc JOIN pg_trigger ON tgfoid = pg_proc.oid"
            " WHERE tgrelid = %s::regclass AND tgname LIKE 'pgtrigger_status_guard%%'",
            [table],
        )
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "statuses"),
    [
        ("programmes_commitment", RecordStatus),
        ("projects_project", RecordStatus),
        ("doctorates_thesis", RecordStatus),
        ("programmes_commitmentsheet", SheetStatus),
        ("projects_projectsheet", SheetStatus),
        ("doctorates_thesissheet", SheetStatus),
        ("programmes_campaign", CampaignStatus),
        ("programmes_annualreport", ReportStatus),
    ],
)
def test_the_guard_in_the_database_knows_the_same_moves(table: str, statuses: type[Status]) -> None:
    declared = pairs_of(statuses)

    guard = trigger_of(table)

    every = set(product(statuses.values, statuses.values))
    assert {pair for pair in every if f"'{pair[0]}>{pair[1]}'" in guard} == declared


def test_a_step_that_its_status_does_not_have_cannot_be_declared() -> None:
    declare = workflow.engine.step(
        kind=Campaign, label="Rouvrir", sources=(CampaignStatus.CLOSED,), target=CampaignStatus.PLANNED,
        may=workflow.people.administrator,
    )  # fmt: skip

    with pytest.raises(ValueError, match="no moves of CampaignStatus"):
        declare(lambda campaign, *, by, reason: None)


@pytest.mark.django_db
def test_every_move_that_no_step_makes_is_refused_by_the_database(campaign: Campaign) -> None:
    force_step()

    with pytest.raises(IntegrityError, match="Ce passage d’un statut à l’autre n’existe pas"):
        Campaign.objects.filter(pk=campaign.pk).update(status=CampaignStatus.PLANNED)


def test_the_trail_names_the_party_and_the_version(
    sheet: CommitmentSheet, contributor: User, second_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.hand_back_sheet(
        sheet, by=second_approver, reason="Citer la source", fields={"progress": "Laquelle\u202f?", "inconnu": "x"}
    )

    change: Any = StatusChange.objects.about(sheet).first()
    assert (change.party, change.version) == (sheet.campaign.protocol.parties.get(rank=2), sheet.version)
    assert change.details == {"fields": {"progress": "Laquelle\u202f?"}}


def test_a_stand_in_gives_the_visa_of_the_person_on_leave(
    sheet: CommitmentSheet, contributor: User, first_approver: User
) -> None:
    stand_in(contributor, first_approver, sheet.campaign)
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.approve_sheet(sheet, by=contributor)

    change: Any = StatusChange.objects.about(sheet).first()
    assert (change.made_by, change.standing_in_for) == (contributor, first_approver)
    assert Visa.objects.about(sheet).get().party == sheet.campaign.protocol.parties.get(rank=1)


@pytest.mark.parametrize("days", [{"since": 1, "until": 2}, {"since": -9, "until": -1}])
def test_a_stand_in_may_do_nothing_out_of_the_dates(
    sheet: CommitmentSheet, contributor: User, first_approver: User, days: dict[str, int]
) -> None:
    stand_in(contributor, first_approver, sheet.campaign, **days)
    workflow.sheets.submit_sheet(sheet, by=contributor)

    with pytest.raises(PermissionDenied):
        workflow.sheets.approve_sheet(sheet, by=contributor)


def test_nobody_stands_in_for_another_party(sheet: CommitmentSheet, contributor: User, second_approver: User) -> None:
    stand_in(contributor, second_approver, sheet.campaign)
    workflow.sheets.submit_sheet(sheet, by=contributor)

    with pytest.raises(PermissionDenied):
        workflow.sheets.approve_sheet(sheet, by=contributor)


def test_a_stand_in_without_an_end_is_refused(sheet: CommitmentSheet, contributor: User, first_approver: User) -> None:
    with pytest.raises(IntegrityError, match="assignment_stand_in_ends"):
        stand_in(contributor, first_approver, sheet, until=None)


def stand_in(user: User, person: User, record: object, since: int = 0, until: int | None = 9) -> None:
    """Name somebody for a person on leave, from and to days counted from today."""
    Assignment.objects.create(
        user=user,
        standing_in_for=person,
        content_type=ContentType.objects.get_for_model(record),  # type: ignore[arg-type]
        object_id=record.pk,  # type: ignore[attr-defined]
        role="approver",
        since=TODAY + timedelta(days=since),
        until=None if until is None else TODAY + timedelta(days=until),
    )


def test_a_step_on_many_is_taken_one_by_one_and_names_who_refused(
    campaign: Campaign, sheet: CommitmentSheet, contributor: User, first_approver: User
) -> None:
    empty = CommitmentSheetFactory(campaign=campaign, commitment=CommitmentFactory(protocol=campaign.protocol))
    workflow.sheets.submit_sheet(sheet, by=contributor)

    taken = workflow.take_all(workflow.sheets.approve_sheet, [sheet, empty], by=first_approver)
    forbidden = workflow.take_all(workflow.sheets.approve_sheet, [sheet], by=contributor)

    assert taken.done == (sheet,)
    assert taken.refused == ((empty, "«\u00a0Donner le visa\u00a0» est impossible depuis «\u00a0à remplir\u00a0»."),)
    assert "Vous ne pouvez pas prendre l’étape" in forbidden.refused[0][1]
    assert StatusChange.objects.filter(step="approve_sheet").count() == 1


@pytest.fixture
def committed(transactional_db: None) -> CommitmentSheet:
    """A submitted sheet that other connections can see."""
    campaign = CampaignFactory(protocol=ProtocolFactory())
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    sheet = CommitmentSheetFactory(campaign=campaign, progress="Fait.", judged=True)
    workflow.sheets.submit_sheet(sheet, by=UserFactory(administrator=True))
    return sheet


def test_two_visas_of_a_party_at_the_same_instant_make_one(committed: CommitmentSheet) -> None:
    organisation = committed.campaign.protocol.parties.get(rank=1).organisation
    people = [UserFactory(approver=True, organisation=organisation) for _ in range(2)]
    start = Barrier(2)

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda user: give(committed.pk, user.pk, start), people))

    assert sorted(told)[0] == ""
    assert "a déjà donné son visa" in sorted(told)[1]
    assert Visa.objects.in_force().count() == StatusChange.objects.filter(step="approve_sheet").count() == 1


def give(sheet: int, user: int, start: Barrier) -> str:
    """Give a visa from a connection of its own; why it was refused, or nothing."""
    try:
        mine, person = CommitmentSheet.objects.get(pk=sheet), User.objects.get(pk=user)
        start.wait(timeout=20)
        with transaction.atomic():
            workflow.sheets.approve_sheet(mine, by=person)
    except workflow.Refused as refused:
        return str(refused.messages[0])
    finally:
        connection.close()
    return ""
