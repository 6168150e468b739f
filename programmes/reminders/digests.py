"""Digests: what waits for a member of staff, written to them on the days that they chose, once a day at most."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .. import mails, wording
from ..enums import CampaignStatus, Language
from ..mails import MailKind, absolute
from ..models import Campaign, Mail, ReminderSettings, User
from ..models.reminding import Pace
from ..sections import registry, todo
from ..sections.progress import Progress
from . import dates, links
from .campaigns import followed
from .news import News, Reader

LOOKED_BACK: Final = timedelta(days=30)  # how far back news are told to somebody who was told nothing since
FIRST_LOOK: Final = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What is written to somebody: their tasks, what happened, how far the campaigns are."""

    user: User
    lines: tuple[todo.TaskLine, ...]
    news: tuple[News, ...]
    campaigns: tuple[tuple[Campaign, Progress], ...]

    @property
    def subject(self) -> str:
        """« Sept choses à faire, une en retard »; what happened when nothing is to be done."""
        return todo.title_of(self.lines) if self.lines else "Du nouveau sur vos fiches"


def digest_of(choice: ReminderSettings, today: date) -> Digest | None:
    """What to write to somebody today; None when nothing waits, or when they chose another day."""
    user, pace = choice.user, Pace(choice.pace)
    if pace == Pace.NONE or not dates.days_of(today) or (pace == Pace.WEEKLY and today.weekday() != dates.MONDAY):
        return None
    lines = [todo.TaskLine(task=task, today=today) for task in todo.tasks_of(user, today)]
    news = Reader(user, today).news(_told_until(user))
    if pace == Pace.RETURNED:
        news = [one for one in news if one.is_return]
        lines = [line for line in lines if line.task.wait.tone == "returned"] if news else []
    is_day = pace == Pace.WEEKLY or any(dates.calls_for_reminder(line.task.due_on, today) for line in lines)
    if not news and not (lines and is_day):
        return None
    return Digest(user=user, lines=tuple(lines), news=tuple(news), campaigns=tuple(_campaigns(user)))


def post_all(today: date) -> None:
    """Look at everybody who was not looked at today. Killed half-way, it goes on with the others the next time."""
    ReminderSettings.objects.complete()
    for key in list(ReminderSettings.objects.to_look_at(today).values_list("pk", flat=True)):
        with transaction.atomic():
            waiting = ReminderSettings.objects.to_look_at(today).select_for_update(of=("self",), skip_locked=True)
            choice = waiting.filter(pk=key).select_related("user__organisation").first()
            if choice is None:
                continue
            if digest := digest_of(choice, today):
                post(digest, today)
            ReminderSettings.objects.filter(pk=key).update(looked_on=today)


def post(digest: Digest, today: date) -> Mail:
    """Write the mail; one a person and a day."""
    user, stop = digest.user, links.stopping_page(digest.user, Language.FRENCH)
    context = {
        "digest": digest,
        "figures": [figure_in_words(campaign, progress) for campaign, progress in digest.campaigns],
        "home": absolute(""),
        "start": absolute(reverse("admin:index")),
        "settings": absolute(reverse("admin:reminders")),
        "stop": stop,
    }
    return mails.post(
        "digest",
        to=user.email,
        kind=MailKind.DIGEST,
        context=context,
        secret=True,  # the link that stops reminders is personal
        key=f"digest-{user.pk}-{today}",
        user=user,
        headers={"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def figure_in_words(campaign: Campaign, progress: Progress) -> str:
    """The one figure of a campaign, as the board says it."""
    given = wording.count(progress.approved, "fiche visée", "fiches visées", "fr")
    return f"{campaign}\u00a0: {given} sur {wording.number(progress.total, 'fr')} ({progress.percent}\u00a0%)"


def _campaigns(user: User) -> list[tuple[Campaign, Progress]]:
    """The open campaigns of this person, the latest first."""
    rows = Campaign.objects.filter(status=CampaignStatus.OPEN).select_related("protocol").order_by("-year", "-pk")
    return [(campaign, registry.progress_of(campaign)) for campaign in followed(rows, user)]


def _told_until(user: User) -> datetime:
    """Since when this person was told nothing."""
    now = timezone.now()
    last = Mail.objects.filter(user=user, kind=MailKind.DIGEST).order_by("-created_at").first()
    return max(last.created_at, now - LOOKED_BACK) if last else now - FIRST_LOOK
