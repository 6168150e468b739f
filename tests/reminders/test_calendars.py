"""Deadlines in an agenda: one identifier for ever, a sequence that counts up when a day moves, a secret that ends."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from programmes import workflow
from programmes.models import Campaign, CampaignDeadline, ReminderSettings, User
from programmes.reminders import calendars
from tests import factories
from tests.reminders.conftest import FRIDAY


@pytest.fixture
def dated(campaign: Campaign) -> Campaign:
    """With the day of a party."""
    party = campaign.protocol.parties.get(rank=1)
    CampaignDeadline.objects.create(campaign=campaign, party=party, due_on=date(2026, 4, 3))
    return campaign


@pytest.fixture
def administrator(client: Client, db: None) -> User:
    """At their desk, reading every campaign."""
    user = factories.UserFactory(administrator=True)
    client.force_login(user)
    return user


def read(file: bytes) -> dict[str, Any]:
    """The events of a file, by their identifier without the host."""
    events = Calendar.from_ical(file).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in events}


def new_address(client: Client) -> str:
    """What a person copies from their page."""
    page = client.post(reverse("admin:reminders_calendar"))
    return str(page.context["address"])


def test_an_agenda_holds_each_day_of_a_campaign(dated: Campaign) -> None:
    events = read(calendars.of_campaigns([dated], "Échéances", "essai"))

    party = dated.deadlines.get().party
    assert {name: event["DTSTART"].dt for name, event in events.items()} == {
        f"campaign-{dated.pk}-contributors": FRIDAY,
        f"campaign-{dated.pk}-party-{party.pk}": date(2026, 4, 3),
    }
    assert f"Visas\u00a0: {party.organisation.short_name}" in events[f"campaign-{dated.pk}-party-{party.pk}"]["SUMMARY"]


def test_a_day_that_moves_keeps_its_identifier_and_counts_up(dated: Campaign) -> None:
    name, later = f"campaign-{dated.pk}-contributors", timezone.localdate() + timedelta(days=30)
    before = read(calendars.of_campaigns([dated], "Échéances", "essai"))[name]

    workflow.campaigns.postpone(
        dated, by=factories.UserFactory(administrator=True), reason="Vacances", contributors_due_on=later
    )

    after = read(calendars.of_campaigns([dated], "Échéances", "essai"))[name]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == later


def test_the_days_of_a_campaign_are_downloaded_from_its_page(
    client: Client, administrator: User, dated: Campaign
) -> None:
    file = client.get(reverse("admin:programmes_campaign_calendar", args=(dated.pk,)))

    assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(read(file.content)) == 2


def test_nobody_downloads_the_days_of_a_campaign_that_is_not_theirs(client: Client, dated: Campaign) -> None:
    client.force_login(factories.UserFactory(reader=True, organisation=factories.OrganisationFactory()))

    file = client.get(reverse("admin:programmes_campaign_calendar", args=(dated.pk,)))

    assert file.status_code == 404


def test_a_secret_address_shows_the_days_without_an_account(
    client: Client, administrator: User, dated: Campaign
) -> None:
    address = new_address(client)

    file = Client().get(address)

    assert len(read(file.content)) == 2
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert token not in (ReminderSettings.objects.get(user=administrator).calendar_hash or "")


def test_an_agenda_shows_no_campaign_of_others(client: Client, dated: Campaign) -> None:
    client.force_login(factories.UserFactory(reader=True, organisation=factories.OrganisationFactory()))

    assert read(Client().get(new_address(client)).content) == {}


def test_an_address_that_is_replaced_or_withdrawn_answers_no_more(
    client: Client, administrator: User, dated: Campaign
) -> None:
    first, second = new_address(client), new_address(client)
    replaced = [Client().get(first).status_code, Client().get(second).status_code]

    client.post(reverse("admin:reminders_calendar"), {"withdraw": "1"})

    assert replaced == [404, 200]
    assert Client().get(second).status_code == 404


def test_the_address_of_a_closed_account_answers_no_more(client: Client, administrator: User) -> None:
    address = new_address(client)

    User.objects.filter(pk=administrator.pk).update(is_active=False)

    assert Client().get(address).status_code == 404


def test_looking_makes_no_address(client: Client, administrator: User) -> None:
    assert client.get(reverse("admin:reminders_calendar")).status_code == 302
    assert not ReminderSettings.objects.filter(calendar_hash__isnull=False).exists()
