"""The board of a campaign: each sheet as a line – where it stands, what it lacks, which visas it has, whose it is.

A section names its kind of sheets and the ways from a sheet to a theme, a commitment, a laboratory; all is read in a
fixed number of queries, however many sheets there are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from .. import questions
from ..enums import SheetStatus
from ..models import Assignment, Campaign, Commitment, Laboratory, StatusChange, Theme, User, Visa, YearlySheet, rights
from ..questions import Lack
from .addresses import change_page

OPEN: Final = (SheetStatus.TO_FILL, SheetStatus.RETURNED)
OVER: Final = (SheetStatus.APPROVED, SheetStatus.NOT_APPLICABLE, SheetStatus.NOT_HANDED_IN)
COMMITMENT, THEME, LABORATORY, PERSON = AXES = ("commitment", "theme", "laboratory", "person")
MODELS: Final[Mapping[str, type[Model]]] = {
    COMMITMENT: Commitment,
    THEME: Theme,
    LABORATORY: Laboratory,
    PERSON: User,
}


@dataclass(frozen=True, kw_only=True)
class SheetKind:
    """A kind of yearly sheets: whose sheet is due in a campaign; `paths` leads from a sheet to the rows of an axis."""

    slug: str
    label: Any  # a lazy text: the report says it in English too
    one: str
    model: type[YearlySheet]
    records: Callable[[Campaign], QuerySet[Any]]
    paths: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """What the board tells apart in these sheets."""
        return questions.columns(self.model.questions)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A visa in force: who gave it, and when."""

    who: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A sheet on the board. `standing` is its status, or « partly »: submitted, with the visa of a party already."""

    kind: SheetKind
    pk: int
    title: str
    number: int | None
    url: str
    status: str
    is_quiet: bool
    lacks: tuple[Lack, ...]
    visas: Mapping[int, Given]
    returned_by: int | None
    groups: Mapping[str, frozenset[int]]

    @property
    def standing(self) -> str:
        """Where it stands, as the one figure counts it."""
        return "partly" if self.status == SheetStatus.SUBMITTED and self.visas else self.status

    def lacks_of(self, column: str) -> tuple[Lack, ...]:
        """What it lacks in a column of the board."""
        return tuple(lack for lack in self.lacks if lack.question.column == column)

    @property
    def blocking(self) -> tuple[Lack, ...]:
        """What keeps it from going further."""
        return tuple(lack for lack in self.lacks if lack.blocks)


def lines_of(kind: SheetKind, campaign: Campaign, viewer: Any, day: date) -> tuple[SheetLine, ...]:
    """The sheets of a kind that this person may read."""
    rows: Any = rights.seen(kind.model._default_manager.filter(campaign=campaign.pk), viewer)
    sheets = rows.with_answers().select_related("campaign", kind.model.subject_field).order_by("pk")
    beside = _Beside(kind, campaign, day)
    return tuple(_line(kind, sheet, beside) for sheet in sheets)


def names_of(axis: str, keys: Iterable[int]) -> dict[int, Any]:
    """The rows of an axis, by their number."""
    rows: dict[int, Any] = MODELS[axis]._default_manager.in_bulk(list(keys))
    return rows


class _Beside:
    """What is read once for all the sheets of a kind."""

    def __init__(self, kind: SheetKind, campaign: Campaign, day: date) -> None:
        self.kind, self.day = kind, day
        self.sheets: QuerySet[Any] = kind.model._base_manager.filter(campaign=campaign.pk)
        self.visas = self._visas()
        self.returned = self._returned()
        self.groups = {axis: self._linked(path) for axis, path in kind.paths.items()}
        self.people = self._people()

    def groups_of(self, sheet: Any) -> dict[str, frozenset[int]]:
        """The rows of each axis to which a sheet belongs."""
        found = {axis: frozenset(links.get(sheet.pk, ())) for axis, links in self.groups.items()}
        own = self.people.get((self._type(self.kind.model), sheet.pk), set())
        about = self.people.get((self._type(type(sheet.subject)), sheet.subject.pk), set())
        return found | {PERSON: frozenset(own | about)}

    def _visas(self) -> Mapping[int, Mapping[int, Given]]:
        rows = self._about(Visa.objects.in_force(), self.sheets)
        found: dict[int, dict[int, Given]] = defaultdict(dict)
        for sheet, party, at, who in rows.values_list("object_id", "party", "given_at", "user__full_name"):
            found[sheet][party] = Given(who=who, at=at)
        return found

    def _returned(self) -> Mapping[int, int | None]:
        """Which party handed each sheet back, the last time."""
        waiting = self.sheets.filter(status=SheetStatus.RETURNED)
        rows = self._about(StatusChange.objects.filter(step="hand_back_sheet"), waiting)
        return dict(rows.order_by("made_at", "pk").values_list("object_id", "party"))

    def _linked(self, path: str) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for sheet, key in self.sheets.order_by("pk").values_list("pk", path):
            if key is not None:
                found[sheet].append(key)
        return found

    def _people(self) -> Mapping[tuple[int, int], set[int]]:
        """Who fills in today, by kind and number of the sheet or of what it is about."""
        subject: Any = self.kind.model._meta.get_field(self.kind.model.subject_field).related_model
        in_force = Assignment.objects.contributing_on(self.day)
        rows = in_force.filter(content_type__in=[self._type(self.kind.model), self._type(subject)])
        found: dict[tuple[int, int], set[int]] = defaultdict(set)
        for table, record, user in rows.values_list("content_type", "object_id", "user"):
            found[table, record].add(user)
        return found

    def _about(self, rows: Any, sheets: QuerySet[Any]) -> Any:
        return rows.filter(content_type=self._type(self.kind.model), object_id__in=sheets.values("pk"))

    def _type(self, model: type[Model]) -> int:
        return int(ContentType.objects.get_for_model(model).pk)


def _line(kind: SheetKind, sheet: Any, beside: _Beside) -> SheetLine:
    subject = sheet.subject
    number = getattr(subject, "number", None)
    return SheetLine(
        kind=kind,
        pk=sheet.pk,
        title=str(subject.label if number else subject),
        number=number,
        url=change_page(sheet),
        status=sheet.status,
        is_quiet=sheet.nothing_new,
        lacks=() if sheet.status in OVER else sheet.missing(in_french=sheet.status not in OPEN),
        visas=beside.visas.get(sheet.pk, {}),
        returned_by=beside.returned.get(sheet.pk),
        groups=beside.groups_of(sheet),
    )
