"""The page of a link as plain data: each sheet with its questions, last year's texts, what is left, what was sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import wording
from ..enums import SheetStatus
from ..models import ResponseLink, StatusChange
from ..questions import QUIET, Question, Reader
from .access import key_of
from .answers import OPEN, Saved
from .inviting import minutes_of
from .words import is_answered_here, lack_in_words, title_of, worded

TONES = {
    SheetStatus.TO_FILL: "unknown",
    SheetStatus.RETURNED: "returned",
    SheetStatus.SUBMITTED: "on_track",
    SheetStatus.APPROVED: "reached",
    SheetStatus.NOT_APPLICABLE: "unknown",
    SheetStatus.NOT_HANDED_IN: "returned",
}


@dataclass(frozen=True, kw_only=True)
class Box:
    """A text to type: its name in the form, its language, what is wrong with it, what somebody else wrote meanwhile."""

    id: str
    name: str
    label: str
    language: str
    value: str
    rows: int
    before: str = ""
    fault: str = ""
    theirs: str | None = None


@dataclass(frozen=True, kw_only=True)
class AskedHere:
    """A question as a respondent reads it."""

    id: str
    question: Question
    label: str
    why: str
    appears: str
    reader: str
    example: str
    boxes: tuple[Box, ...]
    is_public: bool
    demand: str = ""
    year: str = ""

    @property
    def before(self) -> str:
        """The text of the campaign before, in French or else in English."""
        return next((box.before for box in self.boxes if box.before), "")


@dataclass(frozen=True, kw_only=True)
class SheetHere:
    """A sheet as a respondent reads it."""

    sheet: Any
    key: str
    title: str
    language: str
    label: str
    tone: str
    is_open: bool
    minutes: int
    asked: tuple[AskedHere, ...]
    lacks: tuple[tuple[str, str], ...]
    given: tuple[ResponseLink, ...]
    nothing_new: bool
    sent: str = ""
    reason: str = ""
    saved: Saved = field(default_factory=Saved)

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """Boxes with something wrong, each with a sentence that names it."""
        boxes = [(asked, box) for asked in self.asked for box in asked.boxes]
        wrong = [(box.id, f"{asked.label}\u00a0: {box.fault}") for asked, box in boxes if box.fault]
        both = _("quelqu’un d’autre a écrit un autre texte entre-temps.")
        return (*wrong, *((box.id, f"{asked.label}\u00a0: {both}") for asked, box in boxes if box.theirs is not None))


@dataclass(frozen=True, kw_only=True)
class Group:
    """The theses of a laboratory, one a line."""

    laboratory: str
    sheets: tuple[SheetHere, ...]


class PageOf:
    """Builds what the page shows; what it rests on is read once, whatever the number of sheets."""

    def __init__(self, link: ResponseLink, sheets: Iterable[Any], saved: Mapping[str, Saved] | None = None) -> None:
        self.link, self.rows, self.saved = link, tuple(sheets), saved or {}
        self.language = get_language() or "fr"
        self.demands = self._demands()
        self.given = list(ResponseLink.objects.filter(given_by=link).order_by("pk")) if link.person else []
        self.sheets = tuple(self.sheet(row) for row in self.rows)

    @property
    def actions(self) -> tuple[SheetHere, ...]:
        """The sheets that stand by themselves."""
        return tuple(one for one in self.sheets if one.sheet.subject_field != "thesis")

    @property
    def theses(self) -> tuple[Group, ...]:
        """The sheets of theses, by laboratory."""
        found = [one for one in self.sheets if one.sheet.subject_field == "thesis"]
        by_laboratory = groupby(found, key=lambda one: str(one.sheet.subject.laboratory))
        return tuple(Group(laboratory=name, sheets=tuple(rows)) for name, rows in by_laboratory)

    @property
    def open_sheets(self) -> tuple[SheetHere, ...]:
        """Those that wait for answers."""
        return tuple(one for one in self.sheets if one.is_open)

    @property
    def has_receipt(self) -> bool:
        """Whether something was sent from here."""
        return StatusChange.objects.filter(link=self.link, step="submit_sheet").exists()

    @property
    def has_demo(self) -> bool:
        """Whether something on it is invented."""
        return self.link.is_demo or any(row.is_demo for row in self.rows)

    # -- one sheet

    def sheet(self, row: Any) -> SheetHere:
        """A sheet with its questions."""
        key, is_open = key_of(row), row.status in OPEN
        saved, demand = self.saved.get(key, Saved()), self.demands.get((type(row), row.pk))
        lacks = [lack for lack in row.missing() if lack.blocks and is_answered_here(lack)] if is_open else []
        texts = [question for question in row.questions if question.is_text]
        asked = tuple(self.asked(row, question, saved, demand) for question in texts)
        return SheetHere(
            sheet=row,
            key=key,
            title=title_of(row),
            language="fr" if row.subject.lacks_translation("title") else self.language,
            label=_(str(SheetStatus(row.status).label)),
            tone=TONES[SheetStatus(row.status)],
            is_open=is_open,
            minutes=minutes_of(row),
            asked=asked if is_open else tuple(one for one in asked if any(box.value for box in one.boxes)),
            lacks=tuple((f"{key}-{lack.question.name}", lack_in_words(lack)) for lack in lacks),
            given=tuple(one for one in self.given if one.object_id == row.pk and self._is_of(one, row)),
            nothing_new=bool(saved.typed.get(QUIET.name, row.nothing_new)),
            sent=moment(row.submitted_at) if row.submitted_at and not is_open else "",
            reason=demand.reason if demand and row.status == SheetStatus.RETURNED else "",
            saved=saved,
        )

    def asked(self, row: Any, question: Question, saved: Saved, demand: Any) -> AskedHere:
        """A question with its boxes, one a language."""
        names = [question.name, f"{question.name}_en"]
        if self.language == "en":
            names.reverse()  # the reader's language first, the other one folded
        fields = demand.details.get("fields", {}) if demand else {}
        return AskedHere(
            id=f"{key_of(row)}-{question.name}",
            question=question,
            label=_(question.label),
            why=worded(question.why),
            appears=worded(question.appears),
            reader=_(question.reader.value),
            example=worded(question.example) if question.example else "",
            boxes=tuple(self.box(row, question, name, saved) for name in names if hasattr(row, name)),
            is_public=question.reader == Reader.PUBLIC,
            demand=str(fields.get(question.name, "")),
            year=str(row.previous.campaign.year) if row.previous else "",
        )

    def box(self, row: Any, question: Question, name: str, saved: Saved) -> Box:
        """A text with what was typed last, saved or not."""
        english = name.endswith("_en")
        value = saved.typed.get(name, getattr(row, name)) if name not in saved.written else getattr(row, name)
        return Box(
            id=f"{key_of(row)}-{name}",
            name=name,
            label=_("En anglais") if english else _("En français"),
            language="en" if english else "fr",
            value=str(value or ""),
            rows=2 if question.length <= 200 else 4,
            before=str(getattr(row.previous, name, "") or "") if row.previous else "",
            fault=saved.refused.get(name, ""),
            theirs=saved.clashes.get(name),
        )

    def _is_of(self, given: ResponseLink, row: Any) -> bool:
        return given.content_type_id == ContentType.objects.get_for_model(row).pk

    def _demands(self) -> dict[tuple[type[Any], int], StatusChange]:
        """The last hand-back of each sheet that came back."""
        wanted = Q(pk__in=[])
        kinds: dict[Any, ContentType] = ContentType.objects.get_for_models(*{type(row) for row in self.rows})
        for kind, content_type in kinds.items():
            back = [row.pk for row in self.rows if type(row) is kind and row.status == SheetStatus.RETURNED]
            wanted |= Q(content_type=content_type, object_id__in=back) if back else Q(pk__in=[])
        models = {content_type.pk: kind for kind, content_type in kinds.items()}
        rows = StatusChange.objects.filter(wanted, step="hand_back_sheet").order_by("made_at", "pk")
        return {(models[row.content_type_id], row.object_id): row for row in rows}


def moment(when: datetime) -> str:
    """A day and an hour in words, in the reader's language."""
    local, language = timezone.localtime(when), get_language() or "fr"
    hour = f"{local.hour}\u00a0h\u00a0{local:%M}" if language == "fr" else f"{local:%H:%M}"
    return _("%(day)s à %(hour)s") % {"day": wording.day(local.date(), language), "hour": hour}


def hour(when: datetime) -> str:
    """An hour in words, in the reader's language."""
    local = timezone.localtime(when)
    return f"{local.hour}\u00a0h\u00a0{local:%M}" if get_language() == "fr" else f"{local:%H:%M}"
