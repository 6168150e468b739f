"""An open campaign whose sheets wait for somebody, and the day on which digests are looked at."""

from datetime import date

import pytest

from programmes import workflow
from programmes.models import Campaign, CommitmentSheet, Mail, ReminderSettings, User
from programmes.reminders import digests
from tests import factories

FRIDAY, TUESDAY = date(2026, 3, 13), date(2026, 3, 10)  # the deadline, and three days before


@pytest.fixture
def campaign(db: None) -> Campaign:
    """Open, contributors hand in on a Friday."""
    protocol = factories.ProtocolFactory(published=True)
    found = factories.CampaignFactory(protocol=protocol, contributors_due_on=FRIDAY)
    workflow.campaigns.open_campaign(found, by=User.objects.calendar())
    return found


@pytest.fixture
def sheet(campaign: Campaign) -> CommitmentSheet:
    """To be filled in."""
    return factories.CommitmentSheetFactory(campaign=campaign)


@pytest.fixture
def contributor(sheet: CommitmentSheet) -> User:
    """In charge of the sheet, and told already that the campaign is open."""
    user = factories.UserFactory(contributor=True, full_name="Camille Essai")
    factories.AssignmentFactory(user=user, record=sheet)
    told(user)
    return user


def told(user: User) -> None:
    """Until now this person knows what happened."""
    Mail.objects.create(kind="digest", template="digest", to=user.email, user=user)


def approver_of(sheet: CommitmentSheet, rank: int = 1) -> User:
    """Who gives the visas of a party, and knows what happened until now."""
    organisation = sheet.campaign.protocol.parties.get(rank=rank).organisation
    user = factories.UserFactory(approver=True, organisation=organisation)
    told(user)
    return user


def handed_in(sheet: CommitmentSheet, by: User) -> CommitmentSheet:
    """The sheet is filled in and sent."""
    CommitmentSheet.objects.filter(pk=sheet.pk).update(progress="Deux thèses soutenues.")
    sheet.refresh_from_db()
    workflow.sheets.submit_sheet(sheet, by=by)
    return sheet


def written_to(user: User, day: date) -> list[Mail]:
    """What the digests of a day bring to somebody, whatever was looked at before."""
    before = set(Mail.objects.values_list("pk", flat=True))
    ReminderSettings.objects.update(looked_on=None)
    digests.post_all(day)
    return list(Mail.objects.filter(user=user).exclude(pk__in=before))


def chosen(user: User, pace: str) -> User:
    """Somebody with a pace of their own."""
    ReminderSettings.objects.update_or_create(user=user, defaults={"pace": pace})
    return user
