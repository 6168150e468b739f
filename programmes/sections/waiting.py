"""What waits for a member of staff: plain data, the one home for the start page, the board and the digests.

Each section answers for its own records; the words are French, like the whole administration.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, Model, QuerySet, TextChoices, Window
from django.db.models.functions import RowNumber
from django.utils.timezone import localtime

from .. import wording
from ..enums import RecordStatus, SheetStatus
from ..models import Party, User, rights
from ..models.waiting import WaitingQuerySet
from ..models.year import YearlySheet
from ..roles import Role
from ..workflow.people import parties_of
from .addresses import change_page, list_page

SHOWN = 4  # rows of a kind named one by one; beyond, one line stands for all
SOON = timedelta(days=30)  # before its day, something to carry out or to pay is told
AHEAD = timedelta(days=183)  # six months: an agreement that lapses is extended or settled before


class Wait(TextChoices):
    """What is expected, as its mark says it."""

    TO_FILL = "to_fill", "À remplir"
    RETURNED = "returned", "Renvoyée"
    TO_CORRECT = "to_correct", "À corriger"
    TO_CONFIRM = "to_confirm", "À confirmer"
    TO_APPROVE = "to_approve", "À viser"
    TO_PUBLISH = "to_publish", "À publier"
    TO_PREPARE = "to_prepare", "À préparer"
    TO_ADOPT = "to_adopt", "À adopter"
    TO_ANSWER = "to_answer", "À traiter"
    TO_CARRY_OUT = "to_carry_out", "À exécuter"
    TO_PAY = "to_pay", "À mandater"
    LAPSING = "lapsing", "À prolonger"

    @property
    def tone(self) -> str:
        """The key of its colour and icon."""
        match self:
            case Wait.RETURNED | Wait.TO_CORRECT:
                return "returned"
            case Wait.TO_APPROVE | Wait.TO_CONFIRM:
                return "on_track"
            case Wait.TO_FILL | Wait.TO_PREPARE:
                return "unknown"
        return "to_strengthen"

    @property
    def button(self) -> str:
        """What the button says."""
        words = {
            Wait.TO_FILL: "Remplir",
            Wait.RETURNED: "Corriger",
            Wait.TO_CORRECT: "Corriger",
            Wait.TO_CONFIRM: "Confirmer",
            Wait.TO_APPROVE: "Lire et viser",
            Wait.TO_PUBLISH: "Lire et publier",
            Wait.TO_PREPARE: "Préparer",
            Wait.TO_ADOPT: "Adopter",
            Wait.TO_ANSWER: "Traiter",
            Wait.TO_CARRY_OUT: "Ouvrir",
            Wait.TO_PAY: "Ouvrir",
            Wait.LAPSING: "Ouvrir",
        }
        return words[self]


@dataclass(frozen=True, kw_only=True)
class Return:
    """Why something was handed back, in the words of the one who did."""

    reason: str
    who: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do: what is expected, of what, by when, and the very page where it is done.

    A task may stand for `count` rows of one kind: its page is then their list.
    """

    wait: Wait
    title: str
    url: str
    details: str = ""
    due_on: date | None = None
    returned: Return | None = None
    count: int = 1


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Whose tasks are asked for, and on which day."""

    user: User
    today: date

    @cached_property
    def parties(self) -> dict[int, Party]:
        """The party for which this person acts, by protocol."""
        return parties_of(self.user)

    @property
    def party_ids(self) -> list[int]:
        """The same, as the tables name them."""
        return [party.pk for party in self.parties.values()]

    @property
    def is_approver(self) -> bool:
        """Whether this person gives visas and publishes."""
        return self.user.has_role(Role.APPROVER)

    def written(self, model: type[Model]) -> WaitingQuerySet[Any]:
        """The rows of a table that this person may write."""
        return rights.written(WaitingQuerySet(model), self.user)  # type: ignore[return-value]


@dataclass(frozen=True, kw_only=True)
class SheetWords:
    """How the sheets of a section are named: the column of their record, and their plural."""

    subject: str
    many: str


def sheet_tasks(kind: type[YearlySheet], words: SheetWords, desk: Desk) -> tuple[Task, ...]:
    """Sheets of a kind to fill in or to correct, then those that wait for the visa of this person's party."""
    rows: list[Any] = []
    sheets = desk.written(kind).select_related(words.subject, "campaign")
    if desk.user.has_role(Role.CONTRIBUTOR):
        todo = sheets.sheets_to_write(desk.user, desk.today, words.subject).with_return()
        rows += todo.first_of_each(SHOWN)
    if desk.is_approver and desk.parties:
        rows += sheets.sheets_to_approve(desk.party_ids).first_of_each(SHOWN)
    return gathered(rows, lambda row: _sheet_task(row, words), lambda row: _sheets_task(row, words))


def _sheet_task(row: Any, words: SheetWords) -> Task:
    wait = SHEET_WAITS[row.status]
    subject = getattr(row, words.subject)
    return Task(
        wait=wait,
        title=f"Fiche {row.campaign.year}, {subject_title(subject)}",
        url=change_page(row),
        details=_details(row, subject),
        due_on=row.due_on,
        returned=return_of(row) if wait == Wait.RETURNED else None,
    )


SHEET_WAITS = {
    SheetStatus.TO_FILL: Wait.TO_FILL,
    SheetStatus.RETURNED: Wait.RETURNED,
    SheetStatus.SUBMITTED: Wait.TO_APPROVE,
}


def subject_title(subject: Any) -> str:
    """What a sheet's record is called in a line: « engagement 9 », « FT-ICR 18 T »."""
    number = getattr(subject, "number", None)
    return f"{subject._meta.verbose_name} {number}" if number else str(subject)


def _details(row: Any, subject: Any) -> str:
    """What else tells the record, and who gave a visa already."""
    kind = str(subject.label) if hasattr(subject, "label") else str(subject._meta.verbose_name).capitalize()
    given = getattr(row, "approved_by", [])
    return f"{kind}\u202f; déjà visée par {' et '.join(given)}" if given else kind


def _sheets_task(row: Any, words: SheetWords) -> Task:
    wait = SHEET_WAITS[row.status]
    return Task(
        wait=wait,
        title=f"{wording.feminine(row.together)} {words.many} {row.campaign.year}",
        url=list_page(type(row), status__exact=row.status, campaign__year=row.campaign.year),
        due_on=row.due_on,
        count=row.together,
    )


def record_tasks(models: Iterable[type[Model]], desk: Desk) -> tuple[Task, ...]:
    """Records handed back to this person, and those that wait for an approver to publish them."""
    tasks: list[Task] = []
    for model in models:
        rows = desk.written(model).records_waiting(desk.user, desk.today, publishes=desk.is_approver)
        tasks += gathered(rows.with_return().first_of_each(SHOWN), _record_task, _records_task)
    return tuple(tasks)


def _record_task(row: Any) -> Task:
    is_returned = row.status == RecordStatus.RETURNED
    return Task(
        wait=Wait.RETURNED if is_returned else Wait.TO_PUBLISH,
        title=str(row),
        url=change_page(row),
        details=str(row._meta.verbose_name).capitalize(),
        returned=return_of(row) if is_returned else None,
    )


def _records_task(row: Any) -> Task:
    is_returned = row.status == RecordStatus.RETURNED
    return Task(
        wait=Wait.RETURNED if is_returned else Wait.TO_PUBLISH,
        title=f"{row.together} {row._meta.verbose_name_plural}",
        url=list_page(type(row), status__exact=row.status),
        count=row.together,
    )


def gathered(rows: Iterable[Any], one: Any, several: Any) -> tuple[Task, ...]:
    """A task a row; one for all when there are more of a status than a page can name."""
    tasks: list[Task] = []
    for row in rows:
        if row.together <= SHOWN:
            tasks.append(one(row))
        elif row.nth == 1:
            tasks.append(several(row))
    return tuple(tasks)


def first_due(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The first rows by their `due_on`, with how many there are `together`, as `gathered` wants them."""
    numbered = rows.annotate(together=Window(Count("pk")), nth=Window(RowNumber(), order_by=["due_on", "pk"]))
    return numbered.filter(nth__lte=SHOWN).order_by("nth")


def return_of(row: Any) -> Return | None:
    """Why a row was handed back, as `with_return` loaded it."""
    said = row.handed_back
    if not said:
        return None
    return Return(reason=said["reason"], who=said["who"], day=localtime(datetime.fromisoformat(said["when"])).date())
