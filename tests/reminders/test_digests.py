"""One digest a person: on the days that count, of what waits for them, never twice a day, nothing when all is done."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programmes import tasks, workflow
from programmes.models import Campaign, CommitmentSheet, Mail, ReminderSettings, StatusChange, User
from programmes.reminders import dates, digests
from tests import factories
from tests.reminders.conftest import FRIDAY, TUESDAY, approver_of, chosen, handed_in, told, written_to


@pytest.mark.parametrize(
    ("left", "calls"),
    [(15, False), (14, True), (13, False), (3, True), (0, False), (-1, True), (-2, False), (-8, True), (-15, True)],
)
def test_a_deadline_calls_before_it_the_day_after_and_each_week(left: int, calls: bool) -> None:
    day = date(2026, 3, 11)  # a Wednesday

    assert dates.calls_for_reminder(day + timedelta(left), day) is calls


def test_nothing_leaves_at_the_weekend_and_monday_makes_up_for_it() -> None:
    saturday, monday = date(2026, 3, 14), date(2026, 3, 16)

    assert not dates.calls_for_reminder(FRIDAY, saturday)
    assert dates.calls_for_reminder(FRIDAY, monday)
    assert not dates.calls_for_reminder(None, monday)


def test_a_digest_says_what_waits_and_how_far_the_campaign_is(contributor: User, sheet: CommitmentSheet) -> None:
    (mail,) = written_to(contributor, TUESDAY)

    assert (mail.to, mail.subject) == (contributor.email, "Une\u00a0chose à faire")
    assert "Bonjour Camille Essai" in mail.text
    assert f"/admin/programmes/commitmentsheet/{sheet.pk}/change/" in mail.text
    assert "vendredi 13\u00a0mars (dans 3\u00a0jours)" in mail.text
    assert "0\u00a0fiche visée sur 1 (0\u00a0%)" in mail.text
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nobody_is_written_to_on_other_days(contributor: User) -> None:
    assert written_to(contributor, TUESDAY + timedelta(1)) == []


def test_nobody_is_written_to_twice_a_day(contributor: User) -> None:
    first = written_to(contributor, TUESDAY)

    assert written_to(contributor, TUESDAY) == []
    assert len(first) == 1


def test_reminders_stop_when_all_is_done(contributor: User, sheet: CommitmentSheet) -> None:
    handed_in(sheet, by=contributor)

    assert written_to(contributor, TUESDAY) == []


def test_what_is_handed_back_reaches_its_author_with_the_reason(contributor: User, sheet: CommitmentSheet) -> None:
    handed_in(sheet, by=contributor)
    workflow.sheets.hand_back_sheet(sheet, by=approver_of(sheet), reason="Donnez la source.")

    (mail,) = written_to(contributor, TUESDAY + timedelta(1))

    assert "Donnez la source." in mail.text
    assert "La fiche est à corriger, pour le motif donné." in mail.text


def test_each_party_learns_what_waits_for_its_visa(contributor: User, sheet: CommitmentSheet) -> None:
    approvers = [approver_of(sheet, rank) for rank in (1, 2)]
    handed_in(sheet, by=contributor)

    written_to(approvers[0], TUESDAY + timedelta(1))

    told_so = Mail.objects.filter(text__contains="Une fiche attend le visa de votre partie.")
    assert set(told_so.values_list("user", flat=True)) == {approver.pk for approver in approvers}


def test_what_one_did_oneself_is_no_news(sheet: CommitmentSheet, contributor: User) -> None:
    approver = approver_of(sheet)
    handed_in(sheet, by=contributor)
    told(approver)
    factories.AssessmentFactory(sheet=sheet, party=sheet.campaign.protocol.parties.get(rank=1))
    workflow.sheets.approve_sheet(sheet, by=approver)

    assert written_to(approver, TUESDAY + timedelta(1)) == []


def test_everybody_of_a_campaign_learns_that_a_date_has_moved(campaign: Campaign, contributor: User) -> None:
    later = timezone.localdate() + timedelta(days=90)
    workflow.campaigns.postpone(
        campaign, by=factories.UserFactory(administrator=True), reason="Vacances", contributors_due_on=later
    )

    (mail,) = written_to(contributor, TUESDAY + timedelta(1))

    assert "Une échéance de la campagne a changé." in mail.text


def test_many_news_of_a_kind_are_counted(campaign: Campaign, contributor: User) -> None:
    sheets = [factories.CommitmentSheetFactory(campaign=campaign) for _one in range(6)]
    approver = approver_of(sheets[0])
    [handed_in(one, by=factories.UserFactory(administrator=True)) for one in sheets]

    (mail,) = written_to(approver, TUESDAY + timedelta(1))

    assert "et 2 autres" in mail.text


@pytest.mark.parametrize(
    ("pace", "day", "number"),
    [
        ("none", TUESDAY, 0),
        ("returned", TUESDAY, 0),
        ("weekly", TUESDAY, 0),
        ("weekly", TUESDAY - timedelta(1), 1),
    ],
)
def test_everybody_has_their_own_pace(contributor: User, pace: str, day: date, number: int) -> None:
    chosen(contributor, pace)

    assert len(written_to(contributor, day)) == number


def test_somebody_may_want_to_know_only_what_is_handed_back(contributor: User, sheet: CommitmentSheet) -> None:
    chosen(contributor, "returned")
    factories.AssignmentFactory(user=contributor, record=factories.CommitmentSheetFactory(campaign=sheet.campaign))
    handed_in(sheet, by=contributor)
    workflow.sheets.hand_back_sheet(sheet, by=approver_of(sheet), reason="Donnez la source.")

    (mail,) = written_to(contributor, TUESDAY)

    assert mail.text.count("Fiche 2024, engagement") == 1


def test_closed_accounts_and_the_calendar_are_left_alone(contributor: User) -> None:
    User.objects.filter(pk=contributor.pk).update(is_active=False)

    assert written_to(contributor, TUESDAY) == []
    assert not ReminderSettings.objects.filter(user=User.objects.calendar()).exists()


def test_the_task_looks_at_everybody_once_a_day(contributor: User) -> None:
    tasks.remind()

    assert not ReminderSettings.objects.to_look_at(timezone.localdate()).exists()


def test_an_account_worth_nothing_costs_the_same_for_many_news(campaign: Campaign, contributor: User) -> None:
    few, many = (factories.CommitmentSheetFactory.create_batch(number, campaign=campaign) for number in (2, 8))
    administrator = factories.UserFactory(administrator=True)
    choice = ReminderSettings.objects.of(approver_of(few[0]))
    [handed_in(one, by=administrator) for one in few]
    counted = queries_of(choice)

    [handed_in(one, by=administrator) for one in many]

    assert queries_of(choice) <= counted + 4  # names of the records that are named
    assert StatusChange.objects.filter(step="submit_sheet").count() == 10


def queries_of(choice: ReminderSettings) -> int:
    fresh = ReminderSettings.objects.select_related("user__organisation").get(pk=choice.pk)
    with CaptureQueriesContext(connection) as queries:
        digests.digest_of(fresh, TUESDAY)
    return len(queries)
