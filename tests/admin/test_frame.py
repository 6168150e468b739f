"""What stands around every page: the menu and its counts, the campaign, who is at work, at the cost of one query."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from programmes.admin import frame
from programmes.enums import CampaignStatus
from programmes.models import Campaign, User
from programmes.sections import todo
from programmes.workflow.campaigns import open_campaign
from tests import factories
from tests.admin.conftest import address

TODAY = date(2026, 3, 10)


def around(**more: Any) -> frame.Frame:
    lines = [(name, number, text) for name, (number, text) in more.items()]
    return frame.Frame(lines=lines, is_superuser=False, today=TODAY, task_count=None)


def counts_in(page: str) -> str:
    return page[page.index('id="staff-menu"') : page.index("</nav>", page.index('id="staff-menu"'))]


def test_the_menu_counts_the_rows_of_each_list(desk: Client) -> None:
    factories.ThesisFactory.create_batch(3)

    menu = counts_in(desk.get(reverse("admin:index")).text)

    assert 'Thèses</span><span class="staff-menu__count">3</span>' in menu.replace("thèses", "Thèses")


def test_the_menu_marks_where_one_is(desk: Client) -> None:
    page = address(User, "changelist")

    assert f'<a href="{page}" aria-current="page">' in desk.get(page).text


def test_the_counts_are_kept_for_a_minute(desk: Client, administrator: User) -> None:
    page = address(Campaign, "changelist")
    desk.get(page)
    factories.CampaignFactory()

    kept = desk.get(page).context["frame"].counts["programmes.campaign"]
    frame.forget(administrator)
    fresh = desk.get(page).context["frame"].counts["programmes.campaign"]

    assert (kept, fresh) == (0, 1)


def test_the_frame_costs_one_query_and_then_none(desk: Client, administrator: User) -> None:
    page = reverse("admin:guide")
    with CaptureQueriesContext(connection) as first:
        desk.get(page)
    with CaptureQueriesContext(connection) as second:
        desk.get(page)

    assert len(first) - len(second) == 1


def test_an_open_campaign_is_told_on_every_page(desk: Client) -> None:
    due = localdate() + timedelta(3)
    campaign = factories.CampaignFactory(year=2025, contributors_due_on=due)
    open_campaign(campaign, by=User.objects.calendar())

    page = desk.get(reverse("admin:guide")).text

    assert campaign.status == CampaignStatus.OPEN
    assert "Campagne <strong>2025</strong> ouverte, 3\u00a0jours avant la remise" in page


DUE = {
    "": "ouverte",
    "2026-03-13": "ouverte, 3\u00a0jours avant la remise",
    "2026-03-11": "ouverte, remise demain",
    "2026-03-10": "ouverte, remise aujourd’hui",
    "2026-03-06": "ouverte, remise échue",
}


@pytest.mark.parametrize("due", DUE)
def test_the_day_of_the_handing_in_is_told_in_words(due: str) -> None:
    assert around(**{frame.CAMPAIGN: (2025, due)}).campaign_delay == DUE[due]


def test_no_campaign_is_told_when_none_is_open(desk: Client) -> None:
    assert 'class="campaign"' not in desk.get(reverse("admin:guide")).text


def test_the_site_is_offered_once_a_protocol_is_public(desk: Client, administrator: User) -> None:
    before = desk.get(reverse("admin:guide")).text
    factories.ProtocolFactory(published=True)
    frame.forget(administrator)

    assert "Voir le site" not in before
    assert "Voir le site" in desk.get(reverse("admin:guide")).text


def test_people_read_their_roles_and_their_body(client: Client, db: None) -> None:
    body = factories.OrganisationFactory(name="Région inventée")
    client.force_login(factories.UserFactory(approver=True, organisation=body))

    assert "Approbateur, Région inventée" in client.get(reverse("admin:guide")).text


def test_an_account_without_a_role_reads_so() -> None:
    assert around().roles == "Sans rôle"


def test_pages_that_do_not_know_the_number_of_things_to_do_ask_for_it(desk: Client, administrator: User) -> None:
    factories.ThemeFactory.create_batch(2)

    answer = desk.get(reverse("admin:task_count"))

    assert answer.json() == {"count": 0}
    assert "data-known" in desk.get(reverse("admin:guide")).text


def test_a_visitor_is_told_no_number(client: Client, db: None) -> None:
    assert client.get(reverse("admin:task_count")).status_code == 302


def test_what_waits_costs_the_same_whatever_the_register_holds(administrator: User) -> None:
    campaign = factories.CampaignFactory()
    open_campaign(campaign, by=User.objects.calendar())
    factories.CommitmentSheetFactory(campaign=campaign)
    factories.ThesisSheetFactory(campaign=campaign)
    todo.tasks_of(administrator, TODAY)
    with CaptureQueriesContext(connection) as few:
        todo.tasks_of(administrator, TODAY)
    factories.CommitmentSheetFactory.create_batch(3, campaign=campaign)
    factories.ThesisSheetFactory.create_batch(8, campaign=campaign)

    with CaptureQueriesContext(connection) as many:
        todo.tasks_of(administrator, TODAY)

    assert len(many) == len(few)
