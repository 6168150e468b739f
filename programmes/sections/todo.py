"""« À faire », for one person: what waits, in its order and in words; the start page and the digests say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from .. import wording
from ..models import User
from .registry import all_sections
from .waiting import Desk, Task

DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def tasks_of(user: User, today: date) -> list[Task]:
    """What waits for somebody, from every section: late first, then by deadline, what has none at the end."""
    desk = Desk(user=user, today=today)
    found = [task for section in all_sections() for task in section.waiting(desk)]
    return sorted(found, key=lambda task: (task.due_on is None, task.due_on or today))


@dataclass(frozen=True, kw_only=True)
class TaskLine:
    """A task as its line shows it."""

    task: Task
    today: date

    @property
    def is_late(self) -> bool:
        """Whether its deadline has passed."""
        return self.task.due_on is not None and self.task.due_on < self.today

    @property
    def day(self) -> str:
        """The deadline in words: « vendredi 13 mars »."""
        return day_in_words(self.task.due_on) if self.task.due_on else ""

    @property
    def delay(self) -> str:
        """How far it is: « dans 3 jours », « 4 jours de retard »."""
        return delay_in_words(self.task.due_on, self.today) if self.task.due_on else ""

    @property
    def is_urgent(self) -> bool:
        """Whether its button stands out: late, or handed back."""
        return self.is_late or self.task.wait.tone == "returned"


def day_in_words(day: date) -> str:
    """A near day: its name, its number, its month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{DAYS[day.weekday()]} {number}\u00a0{wording.MONTHS['fr'][day.month - 1]}"


def delay_in_words(day: date, today: date) -> str:
    """The days left before a deadline, or since it."""
    left = (day - today).days
    match left:
        case 0:
            return "aujourd’hui"
        case 1:
            return "demain"
    if left > 0:
        return f"dans {left}\u00a0jours"
    return f"{wording.count(-left, 'jour', 'jours', 'fr')} de retard"


def title_of(lines: Sequence[TaskLine]) -> str:
    """The sentence at the head of the page: « Sept choses à faire, une en retard »."""
    if not lines:
        return "Rien ne vous attend"
    late = sum(line.is_late for line in lines)
    things = f"{wording.feminine(len(lines))}\u00a0chose{'s' if len(lines) > 1 else ''} à faire"
    return f"{things}, {wording.feminine(late).lower()} en retard" if late else things
