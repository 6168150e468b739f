"""Deadlines for an agenda (.ics, RFC 5545): all-day events, each under one identifier for ever.

A deadline that moves keeps its UID and counts its SEQUENCE up, as agendas ask: the version of its row does that.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import TRANSP, Calendar, Event

from ..enums import CampaignStatus
from ..mails import absolute
from ..models import Campaign, User
from ..sections.addresses import change_page
from .campaigns import followed

REFRESHED = timedelta(hours=12)


def of_person(user: User) -> bytes:
    """The campaigns of somebody, from the planned ones to those that closed within a year."""
    long_ago = timezone.localdate() - timedelta(days=365)
    rows = Campaign.objects.exclude(status=CampaignStatus.CLOSED, closes_on__lt=long_ago)
    mine = followed(rows, user).select_related("protocol")
    return of_campaigns(mine, f"Échéances, {settings.SITE_NAME}", f"account-{user.pk}")


def of_campaigns(campaigns: Iterable[Campaign], name: str, key: str) -> bytes:
    """The file of these campaigns; `key` tells it apart from other files of ours, for ever."""
    return file_of((event for campaign in campaigns for event in _events(campaign)), name, key)


def file_of(events: Iterable[Event], name: str, key: str, language: str = "fr") -> bytes:
    """A calendar of all-day events, in one language."""
    calendar = Calendar.new(
        name=name,
        uid=_uid(key),
        prodid=f"-//{settings.SITE_NAME}//{language.upper()}",
        language=language,
        method="PUBLISH",
        refresh_interval=REFRESHED,
    )
    calendar["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"  # RFC 7986, 5.7: it has no default type
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(campaign: Campaign) -> Iterator[Event]:
    """A day each: the opening, what contributors and each party hand in, the closing."""
    own = (
        ("opens", campaign.opens_on, "Ouverture de la campagne"),
        ("contributors", campaign.contributors_due_on, "Remise des contributeurs"),
        ("closes", campaign.closes_on, "Clôture de la campagne"),
    )
    for what, day, words in own:
        if day:
            yield _event(campaign, what, day, words, campaign.version)
    for deadline in campaign.deadlines.select_related("party__organisation"):
        words = f"Visas\u00a0: {deadline.party.organisation.short_name}"
        yield _event(campaign, f"party-{deadline.party_id}", deadline.due_on, words, deadline.version)


def _event(campaign: Campaign, what: str, day: date, words: str, version: int) -> Event:
    address = absolute(change_page(campaign))
    key, told = f"campaign-{campaign.pk}-{what}", f"{campaign.protocol}\n{address}"
    return day_event(key, version, day, f"{words}, {campaign}", told, address)


def day_event(key: str, version: int, day: date, summary: str, description: str, address: str) -> Event:
    """Something due on a day, which takes nobody's time; `key` names it for ever, `version` counts its changes."""
    return Event.new(
        uid=_uid(key),
        sequence=version - 1,
        start=day,
        end=day + timedelta(days=1),
        summary=summary,
        description=description,
        url=address,
        transparency=TRANSP.TRANSPARENT,
    )


def _uid(key: str) -> str:
    """What agendas know a thing of ours by, unlike anybody else's."""
    return f"{key}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}"
