"""The board of a campaign: one figure, each gap a link to its field, who gave which visa, whatever the size."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programmes import workflow
from programmes.admin.board_page import BoardPage
from programmes.models import Campaign, CommitmentSheet, User
from programmes.sections import registry
from projects.models import ProjectSheet
from tests import factories

Shown = Callable[..., BoardPage]


@pytest.fixture
def campaign(db: None) -> Campaign:
    """An open campaign of two parties, due in three days."""
    due = timezone.localdate() + timedelta(days=3)
    protocol = factories.ProtocolFactory(published=True)
    found = factories.CampaignFactory(protocol=protocol, contributors_due_on=due)
    workflow.campaigns.open_campaign(found, by=User.objects.calendar())
    return found


@pytest.fixture
def address(campaign: Campaign) -> str:
    """Where the board stands."""
    return reverse("admin:programmes_campaign_board", args=(campaign.pk,))


@pytest.fixture
def shown(desk: Client, address: str) -> Shown:
    """The board as the administrator sees it with these filters."""

    def board(**asked: Any) -> BoardPage:
        page: BoardPage = desk.get(address, asked).context["board"]
        return page

    return board


def action_in(campaign: Campaign, **links: Any) -> ProjectSheet:
    """The sheet of an action with a theme, a commitment and a laboratory."""
    sheet: ProjectSheet = factories.ProjectSheetFactory(
        campaign=campaign, project__lead_laboratory=links.get("laboratory") or factories.LaboratoryFactory()
    )
    sheet.project.theme_links.create(theme=links.get("theme") or factories.ThemeFactory(protocol=campaign.protocol))
    commitment = factories.CommitmentFactory(protocol=campaign.protocol)
    sheet.project.commitment_links.create(commitment=commitment)
    return sheet


def approved(sheet: CommitmentSheet) -> CommitmentSheet:
    """A sheet with the visa of every party."""
    submitted(sheet)
    for party in sheet.campaign.protocol.parties.all():
        workflow.sheets.approve_sheet(sheet, by=factories.UserFactory(approver=True, organisation=party.organisation))
    return sheet


def submitted(sheet: Any) -> Any:
    """A sheet that waits for the visas."""
    type(sheet).objects.filter(pk=sheet.pk).update(nothing_new=True)
    workflow.sheets.submit_sheet(sheet, by=factories.UserFactory(administrator=True))
    return sheet


def test_every_gap_is_a_link_to_the_very_field(campaign: Campaign, shown: Shown) -> None:
    sheet = factories.ProjectSheetFactory(campaign=campaign, progress="Fait.")
    sheet.project.key_figures.create(year=2024, label="Équipes", value=3)

    (row,) = shown(kind="actions").rows

    page = reverse("admin:projects_projectsheet_change", args=(sheet.pk,))
    assert [(cell.words, cell.url) for cell in row.cells] == [
        ("1\u00a0manque", f"{page}#question-headline"),
        ("complet", ""),
        ("1\u00a0manque", f"{page}#question-key_figures"),
    ]


def test_a_visa_says_who_gave_it_and_the_one_awaited_leads_to_the_sheet(campaign: Campaign, shown: Shown) -> None:
    sheet = submitted(factories.CommitmentSheetFactory(campaign=campaign))
    party = campaign.protocol.parties.get(rank=2)
    approver = factories.UserFactory(approver=True, organisation=party.organisation)
    workflow.sheets.approve_sheet(sheet, by=approver)

    (row,) = shown().rows

    assert [cell.words for cell in row.visas] == ["à viser", "visa donné"]
    assert row.visas[0].url == row.line.url
    assert approver.full_name in row.visas[1].note


def test_a_sheet_handed_back_says_by_whom(campaign: Campaign, shown: Shown) -> None:
    sheet = submitted(factories.CommitmentSheetFactory(campaign=campaign))
    party = campaign.protocol.parties.get(rank=1)
    approver = factories.UserFactory(approver=True, organisation=party.organisation)
    workflow.sheets.hand_back_sheet(sheet, by=approver, reason="Donnez la source.")

    (row,) = shown().rows

    assert [cell.words for cell in row.visas] == ["renvoyée", "à soumettre"]


def test_the_figure_is_the_same_on_the_board_on_the_start_page_and_in_the_file(
    campaign: Campaign, desk: Client, address: str
) -> None:
    approved(factories.CommitmentSheetFactory(campaign=campaign))
    action_in(campaign)
    factories.ThesisSheetFactory(campaign=campaign)

    board = desk.get(address).context["whole"]
    start = desk.get(reverse("admin:index")).context["progress"].whole

    assert board == start == registry.progress_of(campaign)
    assert (board.percent, board.approved, board.total) == (33, 1, 3)


def test_what_was_not_handed_in_says_so_and_what_is_not_due_is_left_out(campaign: Campaign, shown: Shown) -> None:
    missed = factories.CommitmentSheetFactory(campaign=campaign)
    aside = factories.CommitmentSheetFactory(campaign=campaign)
    for party in campaign.protocol.parties.all():
        user = factories.UserFactory(approver=True, organisation=party.organisation)
        step = workflow.sheets.set_aside if party.rank == 1 else workflow.sheets.agree_to_set_aside
        step(aside, by=user, reason="Rien cette année.")
    workflow.campaigns.close_campaign(campaign, by=User.objects.calendar())

    rows = {row.line.pk: row for row in shown().rows}

    assert (rows[missed.pk].verdict, rows[aside.pk].verdict) == ("non remise", "sans objet")
    assert registry.progress_of(campaign).total == 1


def test_each_theme_laboratory_and_person_has_its_squares(campaign: Campaign, shown: Shown) -> None:
    sheet = action_in(campaign)
    person = factories.UserFactory(contributor=True)
    factories.AssignmentFactory(record=sheet.project, user=person)

    summaries = {summary.axis: summary.groups for summary in shown().summaries}

    assert [(group.name, group.squares, group.lacks) for group in summaries["person"]] == [
        (person.full_name, [(0, 0, "to_fill")], 2)
    ]
    assert [group.name for group in summaries["laboratory"]] == [str(sheet.project.lead_laboratory)]
    assert summaries["theme"][0].words == "1 à remplir"


def test_many_sheets_make_a_bar_and_no_squares(campaign: Campaign, shown: Shown) -> None:
    laboratory = factories.LaboratoryFactory()
    factories.ThesisSheetFactory.create_batch(25, campaign=campaign, thesis__laboratory=laboratory)

    group = next(one for one in shown().summaries if one.axis == "laboratory").groups[0]

    assert (group.squares, group.shares[0].count) == ([], 25)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"missing": "Texte"}, 1),
        ({"missing": "any"}, 1),
        ({"missing": "Chiffres"}, 0),
        ({"status": "submitted"}, 1),
        ({"person": "0"}, 2),
        ({"theme": "-1"}, 0),
        ({"laboratory": "mille"}, 0),
        ({"by": "person", "page": "9"}, 2),
    ],
)
def test_the_board_narrows_to_what_is_asked(
    campaign: Campaign, shown: Shown, asked: dict[str, str], number: int
) -> None:
    submitted(factories.ThesisSheetFactory(campaign=campaign))
    factories.ThesisSheetFactory(campaign=campaign)

    assert len(shown(kind="theses", **asked).chosen) == number


def test_a_group_leads_to_its_sheets(campaign: Campaign, desk: Client, address: str, shown: Shown) -> None:
    sheet = action_in(campaign)
    action_in(campaign)
    group = next(group for group in shown(by="laboratory").alone.groups if group.name == str(  # type: ignore[union-attr]
        sheet.project.lead_laboratory))  # fmt: skip

    page = desk.get(address + group.query).context["board"]

    assert [row.line.pk for row in page.rows] == [sheet.pk]


def test_the_board_costs_the_same_for_many_sheets_as_for_few(campaign: Campaign, desk: Client, address: str) -> None:
    def cost() -> int:
        desk.get(address)
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        return len(queries)

    def grow() -> None:
        factories.AssignmentFactory(record=action_in(campaign), user=factories.UserFactory(contributor=True))
        factories.ThesisSheetFactory(campaign=campaign)
        submitted(factories.CommitmentSheetFactory(campaign=campaign))

    grow()
    before = cost()
    action_in(campaign)
    factories.ThesisSheetFactory.create_batch(6, campaign=campaign)
    factories.AssignmentFactory(record=campaign.protocol, user=factories.UserFactory(contributor=True))
    submitted(factories.CommitmentSheetFactory(campaign=campaign))

    assert cost() == before


def test_the_page_stays_light_with_many_theses(campaign: Campaign, desk: Client, address: str) -> None:
    factories.ThesisSheetFactory.create_batch(60, campaign=campaign)

    page = desk.get(address, {"kind": "theses"})

    assert len(page.context["board"].rows) == 40
    assert len(page.content) < 100_000


def test_a_contributor_sees_the_sheets_in_their_charge_and_the_figure_of_all(
    campaign: Campaign, client: Client, address: str
) -> None:
    mine = factories.CommitmentSheetFactory(campaign=campaign)
    factories.CommitmentSheetFactory(campaign=campaign)
    body = campaign.protocol.parties.get(rank=1).organisation
    user = factories.UserFactory(contributor=True, organisation=body)
    factories.AssignmentFactory(record=mine, user=user)
    client.force_login(user)

    page = client.get(address)

    assert [row.line.pk for row in page.context["board"].rows] == [mine.pk]
    assert page.context["whole"].total == 2


def test_nobody_without_a_role_opens_the_board(campaign: Campaign, client: Client, address: str) -> None:
    client.force_login(factories.UserFactory())

    assert client.get(address).status_code in (403, 404)
    assert client.get(f"{address}xlsx/").status_code in (403, 404)


def test_the_menu_leads_to_the_board_of_the_open_campaign(campaign: Campaign, desk: Client, address: str) -> None:
    assert desk.get(reverse("admin:board")).headers["Location"] == address


def test_without_a_campaign_the_menu_leads_to_their_list(desk: Client) -> None:
    assert desk.get(reverse("admin:board")).headers["Location"] == reverse("admin:programmes_campaign_changelist")


def test_a_campaign_that_does_not_exist_has_no_board(desk: Client) -> None:
    assert desk.get(reverse("admin:programmes_campaign_board", args=(0,))).status_code == 404


def test_the_board_is_a_file_too(campaign: Campaign, desk: Client, address: str) -> None:
    sheet = action_in(campaign)

    answer: Any = desk.get(f"{address}xlsx/", {"missing": "Texte"})

    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as book:
        lines = book.read("xl/worksheets/sheet1.xml").decode()
    assert str(sheet.project) in lines
    assert "Ce qui manque" in lines
