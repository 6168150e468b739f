"""The start page: what waits for me, how far the campaign is, where work begins."""

from datetime import date, timedelta

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from programmes import workflow
from programmes.enums import AssignmentRole
from programmes.models import (
    Assignment,
    Campaign,
    CommitmentSheet,
    ErrorReport,
    Import,
    ImportState,
    Protocol,
    User,
)
from programmes.sections import todo
from programmes.sections.waiting import Task, Wait
from programmes.workflow.campaigns import open_campaign
from tests import factories
from tests.admin.conftest import address

TODAY = date(2026, 3, 10)


@pytest.fixture
def campaign(db: None) -> Campaign:
    """An open campaign of two parties, with a commitment; its sheets were made by hand."""
    protocol = factories.ProtocolFactory(published=True)
    found = factories.CampaignFactory(protocol=protocol, contributors_due_on=date(2026, 3, 13))
    open_campaign(found, by=User.objects.calendar())
    return found


@pytest.fixture
def contributor(db: None) -> User:
    return factories.UserFactory(contributor=True)


def in_charge(user: User, record: Model) -> User:
    Assignment.objects.create(record=record, user=user, role=AssignmentRole.CONTRIBUTOR)
    return user


def approver_of(protocol: Protocol) -> User:
    return factories.UserFactory(approver=True, organisation=protocol.parties.get(rank=1).organisation)


def submitted(sheet: CommitmentSheet, by: User) -> CommitmentSheet:
    type(sheet).objects.filter(pk=sheet.pk).update(progress="Deux thèses soutenues.")
    sheet.refresh_from_db()
    workflow.sheets.submit_sheet(sheet, by=by)
    return sheet


def waits(user: User) -> list[Wait]:
    return [task.wait for task in todo.tasks_of(user, TODAY)]


def test_a_sheet_to_fill_leads_to_its_page(campaign: Campaign, contributor: User) -> None:
    sheet = factories.CommitmentSheetFactory(campaign=campaign)
    in_charge(contributor, sheet)

    (task,) = todo.tasks_of(contributor, TODAY)

    assert (task.wait, task.url, task.due_on) == (Wait.TO_FILL, address(sheet, "change"), date(2026, 3, 13))
    assert task.title == "Fiche 2024, engagement 1"


def test_a_sheet_given_to_somebody_waits_for_nobody_else(campaign: Campaign, administrator: User) -> None:
    sheet = factories.CommitmentSheetFactory(campaign=campaign)
    before = waits(administrator)

    other = in_charge(factories.UserFactory(contributor=True), sheet.commitment)

    assert (before, waits(administrator), waits(other)) == ([Wait.TO_FILL], [], [Wait.TO_FILL])


def test_nothing_waits_in_a_campaign_that_is_not_open(contributor: User) -> None:
    factories.CommitmentSheetFactory()

    assert waits(contributor) == []


def test_a_sheet_handed_back_quotes_the_reason(campaign: Campaign, contributor: User) -> None:
    sheet = factories.CommitmentSheetFactory(campaign=campaign)
    submitted(sheet, in_charge(contributor, sheet))
    approver = approver_of(campaign.protocol)
    workflow.sheets.hand_back_sheet(sheet, by=approver, reason="Donnez la source.")

    (task,) = todo.tasks_of(contributor, TODAY)

    assert (task.wait, task.returned.reason) == (Wait.RETURNED, "Donnez la source.")  # type: ignore[union-attr]
    assert task.returned.who == approver.organisation.name  # type: ignore[union-attr]


def test_a_submitted_sheet_waits_for_the_visa_of_my_party(campaign: Campaign, contributor: User) -> None:
    judged = factories.CommitmentSheetFactory(campaign=campaign, judged=True)
    sheet = submitted(judged, in_charge(contributor, campaign.protocol))
    mine, other = campaign.protocol.parties.all()
    campaign.deadlines.create(party=mine, due_on=date(2026, 3, 6))
    approver = factories.UserFactory(approver=True, organisation=mine.organisation)
    second = factories.UserFactory(approver=True, organisation=other.organisation)

    before, second_before = todo.tasks_of(approver, TODAY), waits(second)
    workflow.sheets.approve_sheet(sheet, by=second)
    after = todo.tasks_of(approver, TODAY)

    assert [(task.wait, task.due_on) for task in before] == [(Wait.TO_APPROVE, date(2026, 3, 6))]
    assert second_before == [Wait.TO_APPROVE]
    assert waits(second) == []
    assert f"déjà visée par {other.organisation.name}" in after[0].details


def test_an_approver_of_no_party_has_nothing_to_approve(campaign: Campaign, contributor: User) -> None:
    submitted(factories.CommitmentSheetFactory(campaign=campaign), in_charge(contributor, campaign.protocol))

    assert waits(factories.UserFactory(approver=True)) == []


def test_many_sheets_of_a_kind_stand_on_one_line(campaign: Campaign, administrator: User) -> None:
    factories.ThesisSheetFactory.create_batch(6, campaign=campaign)

    (task,) = todo.tasks_of(administrator, TODAY)

    assert (task.title, task.count) == ("Six fiches de thèse 2024", 6)
    assert task.url.endswith("/thesissheet/?status__exact=to_fill&campaign__year=2024")


def test_a_submitted_record_waits_for_an_approver(contributor: User) -> None:
    theme = factories.ThemeFactory()
    workflow.submit(theme, by=in_charge(contributor, theme))
    approver = approver_of(theme.protocol)

    assert (waits(contributor), waits(approver)) == ([], [Wait.TO_PUBLISH])


def test_a_record_handed_back_waits_for_its_author(contributor: User) -> None:
    theme = factories.ThemeFactory()
    workflow.submit(theme, by=in_charge(contributor, theme))
    workflow.hand_back(theme, by=approver_of(theme.protocol), reason="Une coquille.")

    (task,) = todo.tasks_of(contributor, TODAY)

    assert (task.wait, task.returned.reason) == (Wait.RETURNED, "Une coquille.")  # type: ignore[union-attr]
    assert waits(factories.UserFactory(administrator=True)) == []


def test_many_submitted_records_stand_on_one_line(contributor: User) -> None:
    protocol = factories.ProtocolFactory()
    themes = factories.ThemeFactory.create_batch(5, protocol=protocol)
    in_charge(contributor, protocol)
    [workflow.submit(theme, by=contributor) for theme in themes]

    (task,) = todo.tasks_of(approver_of(themes[0].protocol), TODAY)

    assert (task.count, task.url) == (5, f"{reverse('admin:programmes_theme_changelist')}?status__exact=submitted")


def test_a_reader_has_nothing_to_do(campaign: Campaign) -> None:
    factories.CommitmentSheetFactory(campaign=campaign)
    ErrorReport.objects.create(address="/fr/", message="Une date est fausse.")

    assert waits(factories.UserFactory(reader=True)) == []


@pytest.mark.parametrize(
    ("state", "wait"), [(ImportState.READY, Wait.TO_CONFIRM), (ImportState.REFUSED, Wait.TO_CORRECT)]
)
def test_a_file_waits_for_the_one_who_sent_it(contributor: User, state: ImportState, wait: Wait) -> None:
    Import.objects.create(kind="theses", name="thèses.xlsx", author=contributor, state=state)

    assert (waits(contributor), waits(factories.UserFactory(administrator=True))) == ([wait], [])


def test_a_refused_file_sent_again_waits_no_more(contributor: User) -> None:
    Import.objects.create(kind="theses", name="thèses.xlsx", author=contributor, state=ImportState.REFUSED)
    Import.objects.create(kind="theses", name="thèses 2.xlsx", author=contributor, state=ImportState.WRITTEN)

    assert waits(contributor) == []


@pytest.mark.parametrize(("number", "title"), [(1, "Une erreur signalée"), (3, "Trois erreurs signalées")])
def test_errors_that_readers_reported_wait_for_an_answer(administrator: User, number: int, title: str) -> None:
    ErrorReport.objects.bulk_create(ErrorReport(address="/fr/", message="Faux.") for _one in range(number))

    assert [(task.title, task.count) for task in todo.tasks_of(administrator, TODAY)] == [(title, number)]


def test_a_report_in_preparation_waits_once_its_campaign_is_over(campaign: Campaign, administrator: User) -> None:
    report = factories.AnnualReportFactory(campaign=campaign)

    before = waits(administrator)
    workflow.campaigns.close_campaign(campaign, by=User.objects.calendar())

    assert before == []
    assert [task.url for task in todo.tasks_of(administrator, TODAY)] == [address(report, "change")]


LINES = {
    0: "aujourd’hui",
    1: "demain",
    3: "dans 3\u00a0jours",
    -1: "1\u00a0jour de retard",
    -4: "4\u00a0jours de retard",
}


@pytest.mark.parametrize("left", LINES)
def test_a_deadline_is_told_in_days(left: int) -> None:
    assert todo.delay_in_words(TODAY + timedelta(left), TODAY) == LINES[left]


def line(left: int) -> todo.TaskLine:
    task = Task(wait=Wait.TO_FILL, title="Fiche", url="/", due_on=TODAY + timedelta(left))
    return todo.TaskLine(task=task, today=TODAY)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([], "Rien ne vous attend"),
        ([line(3)], "Une\u00a0chose à faire"),
        ([line(-4), *[line(3)] * 6], "Sept\u00a0choses à faire, une en retard"),
        ([line(3)] * 20, "20\u00a0choses à faire"),
    ],
)
def test_the_title_counts_what_is_to_be_done(lines: list[todo.TaskLine], title: str) -> None:
    assert todo.title_of(lines) == title


def test_the_page_shows_tasks_progress_and_where_to_begin(desk: Client, campaign: Campaign) -> None:
    campaign.deadlines.create(party=campaign.protocol.parties.get(rank=1), due_on=localdate() + timedelta(20))
    factories.CommitmentSheetFactory(campaign=campaign)

    page = desk.get(reverse("admin:index")).text

    assert "Une\u00a0chose à faire" in page
    assert "jours de retard" in page
    assert "sur 1</span>" in page
    assert f'href="{reverse("admin:projects_project_add")}">Ajouter une action</a>' in page
    assert f'href="{reverse("admin:programmes_import_send", args=["theses"])}"' in page


def test_no_progress_is_shown_when_no_campaign_is_open(desk: Client) -> None:
    page = desk.get(reverse("admin:index"))

    assert "Échéances" not in page.text
    assert "Rien ne vous attend" in page.text
