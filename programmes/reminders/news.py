"""What happened that somebody should know: the steps taken since, for the people whom each step declares it tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from ..enums import RecordStatus, SheetStatus
from ..models import Assignment, Campaign, StatusChange, User, YearlySheet, rights
from ..roles import Role
from ..sections.addresses import change_page
from ..workflow import by_name
from ..workflow.engine import Audience
from ..workflow.people import parties_of
from .campaigns import followed

NAMED: Final = 4  # records of a piece of news; beyond, they are counted
SUBMITTING: Final = ("submit", "submit_sheet")
HANDED_BACK: Final = {SheetStatus.RETURNED.value, RecordStatus.RETURNED.value}


@dataclass(frozen=True, kw_only=True)
class News:
    """What a step told, of which records; `others` are those that are not named."""

    words: str
    records: tuple[tuple[str, str], ...]
    others: int = 0
    is_return: bool = False


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A step that was taken, and what it declares to tell."""

    model: type[Model]
    pk: int
    audience: Audience
    words: str
    is_return: bool


class Reader:
    """A member of staff to whom steps are told."""

    def __init__(self, user: User, today: date) -> None:
        self.user, self.today = user, today

    def news(self, since: datetime) -> list[News]:
        """What happened since, by others than this person, on records that they may read; the oldest first."""
        told = self._concerning(list(_steps_since(since, self.user)))
        groups: dict[tuple[str, type[Model]], list[_Told]] = defaultdict(list)
        for one in told:
            groups[one.words, one.model].append(one)
        return [self._gathered(words, model, found) for (words, model), found in groups.items()]

    def _concerning(self, told: list[_Told]) -> Iterator[_Told]:
        """Those that this person is told of."""
        by_model: dict[type[Model], set[int]] = defaultdict(set)
        for one in told:
            by_model[one.model].add(one.pk)
        seen = {model: _numbers(self._read(model, keys)) for model, keys in by_model.items()}
        filled = {model: self._filled(model, keys) for model, keys in by_model.items()}
        return (one for one in told if one.pk in seen[one.model] and self._is_told(one, filled[one.model]))

    def _read(self, model: type[Model], keys: set[int]) -> Any:
        """The records that this person may read, and the campaigns that are theirs."""
        rows = _rows(model, keys)
        return followed(rows, self.user) if model is Campaign else rights.seen(rows, self.user)

    def _is_told(self, one: _Told, filled: set[int]) -> bool:
        match one.audience:
            case Audience.CONTRIBUTORS:
                return one.pk in filled
            case Audience.APPROVERS:
                return self._approves
            case Audience.ADMINISTRATORS:
                return self.user.has_role(Role.ADMINISTRATOR)
        return one.audience == Audience.EVERYBODY

    @cached_property
    def _approves(self) -> bool:
        """Whether this person gives the visas of a party."""
        return self.user.has_role(Role.APPROVER) and bool(parties_of(self.user))

    def _filled(self, model: type[Model], keys: set[int]) -> set[int]:
        """The records that this person fills in: assigned to them, of a subject assigned to them, or sent by them."""
        kind = ContentType.objects.get_for_model(model)
        given = Assignment.objects.contributing_on(self.today).filter(user=self.user)
        sent = StatusChange.objects.filter(content_type=kind, object_id__in=keys, step__in=SUBMITTING)
        found = set(given.filter(content_type=kind, object_id__in=keys).values_list("object_id", flat=True))
        found |= set(sent.filter(made_by=self.user).values_list("object_id", flat=True))
        if issubclass(model, YearlySheet):
            subject: Any = model._meta.get_field(model.subject_field).related_model
            of_subject = given.filter(content_type=ContentType.objects.get_for_model(subject)).values("object_id")
            found |= _numbers(_rows(model, keys).filter(**{f"{model.subject_field}__in": of_subject}))
        return found

    def _gathered(self, words: str, model: type[Model], found: list[_Told]) -> News:
        keys = list(dict.fromkeys(one.pk for one in found))
        rows = model._base_manager.in_bulk(keys[:NAMED])
        records = tuple((str(rows[key]), self._page(rows[key])) for key in keys[:NAMED] if key in rows)
        return News(
            words=words,
            records=records,
            others=max(len(keys) - NAMED, 0),
            is_return=any(one.is_return for one in found),
        )

    def _page(self, record: Model) -> str:
        """Where the record is read; empty for a campaign of which this person only fills in sheets."""
        return change_page(record) if not isinstance(record, Campaign) or rights.may_see(self.user, record) else ""


def _steps_since(since: datetime, user: User) -> Iterator[_Told]:
    """The steps that others took since, with what each declares to tell."""
    rows = StatusChange.objects.filter(made_at__gt=since).exclude(made_by=user).order_by("made_at", "pk")
    for row in rows.values("content_type", "object_id", "step", "new"):
        model = ContentType.objects.get_for_id(row["content_type"]).model_class()
        step = by_name(model, row["step"]) if model else None
        for audience, words in step.tells if model and step else ():
            yield _Told(
                model=model,  # type: ignore[arg-type]
                pk=row["object_id"],
                audience=audience,
                words=words,
                is_return=row["new"] in HANDED_BACK and audience == Audience.CONTRIBUTORS,
            )


def _rows(model: type[Model], keys: Iterable[int]) -> Any:
    return model._base_manager.filter(pk__in=keys)


def _numbers(rows: Any) -> set[int]:
    return set(rows.values_list("pk", flat=True))
