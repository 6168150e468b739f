"""What stands around every page: the menu with its counts, the open campaign, who is at work.

All of it is read in one query and kept for a minute in the shared cache, for each person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db.models import Count, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.utils.timezone import localdate

from ..models import Campaign, Organisation, Protocol, User
from ..models.waiting import called
from ..roles import Role
from ..sections.todo import delay_in_words
from .start import open_campaigns

MINUTE = 60
NOTHING = Value(0)
CAMPAIGN, SITE, BODY, ROLE = ":campaign", ":site", ":body", ":role"
Line = tuple[str, int, str]


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The lines of the one query, read by the templates."""

    lines: Sequence[Line]
    is_superuser: bool
    today: date
    task_count: int | None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows of each table this person may see."""
        return {name: number for name, number, _text in self.lines}

    @property
    def has_site(self) -> bool:
        """Whether the public site has a protocol to show."""
        return bool(self.counts.get(SITE))

    @property
    def organisation(self) -> str:
        """For whom this person works."""
        return ", ".join(self._texts(BODY))

    @property
    def roles(self) -> str:
        """Roles held, in words: an administrator holds them all."""
        held = self._texts(ROLE)
        if self.is_superuser or Role.ADMINISTRATOR in held:
            return str(Role.ADMINISTRATOR.label).capitalize()
        return ", ".join(str(role.label) for role in Role if role in held).capitalize() or "Sans rôle"

    @property
    def campaign_year(self) -> int | None:
        """The year of the campaign that is open."""
        return self.counts.get(CAMPAIGN)

    @property
    def campaign_delay(self) -> str:
        """How far the day is on which contributors hand their sheets in."""
        due = next(iter(self._texts(CAMPAIGN)), "")
        if not due:
            return "ouverte"
        day = date.fromisoformat(due)
        left = (day - self.today).days
        if left > 1:
            return f"ouverte, {left}\u00a0jours avant la remise"
        return f"ouverte, remise {delay_in_words(day, self.today)}" if left >= 0 else "ouverte, remise échue"

    def _texts(self, name: str) -> list[str]:
        return [text for found, _number, text in self.lines if found == name]


def frame_of(request: HttpRequest, counted: Iterable[Any]) -> Frame:
    """The frame of this person's pages; `counted` are the pages of tables whose rows the menu counts."""
    user: Any = request.user
    kept, waiting = key_of("frame", user), key_of("tasks", user)
    known = cache.get_many([kept, waiting])
    if kept not in known:
        known[kept] = list(_lines(request, counted))
        cache.set(kept, known[kept], MINUTE)
    return Frame(lines=known[kept], is_superuser=user.is_superuser, today=localdate(), task_count=known.get(waiting))


def remember_tasks(user: User, number: int) -> None:
    """Keep the number of things to do, which every page shows."""
    cache.set(key_of("tasks", user), number, MINUTE)


def forget(user: User) -> None:
    """What this person has just done changes the counts."""
    cache.delete_many([key_of("frame", user), key_of("tasks", user)])


def key_of(name: str, user: User) -> str:
    """Where something about a person is kept."""
    return f"admin:{name}:{user.pk}"


def _lines(request: HttpRequest, counted: Iterable[Any]) -> QuerySet[Any]:
    user: Any = request.user
    latest = Campaign.objects.filter(pk__in=open_campaigns().values("pk")[:1])
    queries = [
        _line(Organisation.objects.filter(pk=user.organisation_id), BODY, called("")),
        _line(Group.objects.filter(user=user), ROLE, F("name")),
        _line(latest, CAMPAIGN, Coalesce(Cast("contributors_due_on", TextField()), Value("", TextField())), F("year")),
        _count(Protocol.objects.visible_to(None), SITE),
        *(_count(page.listed(request), page.opts.label_lower) for page in counted),
    ]
    return queries[0].union(*queries[1:], all=True)


def _listed(page: Any, request: HttpRequest) -> QuerySet[Any]:
    """What a list shows first: without the records merged into another, where there are any."""
    rows: QuerySet[Any] = page.listed(request) if hasattr(page, "listed") else page.get_queryset(request)
    return rows


def _line(rows: QuerySet[Any], name: str, text: Any, number: Any = NOTHING) -> QuerySet[Any]:
    columns = {"frame_name": Value(name, TextField()), "frame_number": number, "frame_text": text}
    return rows.order_by().annotate(**columns).values_list(*columns)


def _count(rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    plain = rows.select_related(None).prefetch_related(None).order_by()
    named = plain.values(frame_name=Value(name, TextField()))
    return named.annotate(frame_number=Count("pk"), frame_text=Value("", TextField())).values_list(
        "frame_name", "frame_number", "frame_text"
    )
