"""On which days people are reminded: the one place that says so."""

from datetime import date, timedelta
from typing import Final

DAYS_BEFORE: Final = (14, 3)
DAY_AFTER: Final = 1
EVERY: Final = 7  # days, from the day after on, as long as something is late
MONDAY: Final = 0
SATURDAY: Final = 5


def is_reminder_day(due_on: date, day: date) -> bool:
    """Whether what is due on a day is worth a reminder on another: 14 and 3 days before, the day after, then weekly."""
    late = (day - due_on).days
    return -late in DAYS_BEFORE or (late >= DAY_AFTER and (late - DAY_AFTER) % EVERY == 0)


def days_of(today: date) -> list[date]:
    """The days for which reminders leave today: none at the weekend, which Monday stands for."""
    if today.weekday() >= SATURDAY:
        return []
    return [today - timedelta(back) for back in range(3 if today.weekday() == MONDAY else 1)]


def calls_for_reminder(due_on: date | None, today: date) -> bool:
    """Whether a deadline calls for a reminder that leaves today."""
    return due_on is not None and any(is_reminder_day(due_on, day) for day in days_of(today))
