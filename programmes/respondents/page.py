"""The page of a link as plain data: each sheet with its questions, last year's texts, what is left, what was sent."""

from collections.abc import Iterable, Mapping
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
from ..questions import QUIET, Lack, Question, Reader
from ..sections.answering import Part
from ..sections.registry import parts_of
from .access import key_of
from .answers import OPEN
from .cells import line_of
from .inviting import minutes_of
from .page_parts import AskedHere, Box, Group, SheetHere
from .rows import LONGEST, PASTED
from .saved import Saved
from .words import is_answered_here, lack_in_words, title_of, worded

TONES = {
    SheetStatus.TO_FILL: "unknown",
    SheetStatus.RETURNED: "returned",
    SheetStatus.SUBMITTED: "on_track",
    SheetStatus.APPROVED: "reached",
    SheetStatus.NOT_APPLICABLE: "unknown",
    SheetStatus.NOT_HANDED_IN: "returned",
}
FEW = 12  # open sheets that stand whole on one page; of more, each is a line that leads to its own questions


class PageOf:
    """Builds what the page shows; what it rests on is read once, whatever the number of sheets."""

    def __init__(
        self,
        link: ResponseLink,
        sheets: Iterable[Any],
        saved: Mapping[str, Saved] | None = None,
        opened: str = "",
    ) -> None:
        self.link, self.rows, self.saved, self.opened = link, tuple(sheets), saved or {}, opened
        self.language = get_language() or "fr"
        self.is_long = len(self.rows) > FEW
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
        """A sheet; its questions too, unless the page is long and this one is not opened."""
        key, is_open = key_of(row), row.status in OPEN
        saved, demand = self.saved.get(key, Saved()), self.demands.get((type(row), row.pk))
        lacks = [lack for lack in row.missing() if is_answered_here(lack)] if is_open else []
        is_whole = not self.is_long or key == self.opened
        asked = self.questions(row, saved, demand, lacks) if is_whole else ()
        return SheetHere(
            sheet=row,
            key=key,
            title=title_of(row),
            language=row.subject.language_of("title") or self.language,
            label=_(str(SheetStatus(row.status).label)),
            tone=TONES[SheetStatus(row.status)],
            is_open=is_open,
            minutes=minutes_of(row),
            asked=asked if is_open else tuple(one for one in asked if one.is_answered),
            lacks=tuple((f"{key}-{lack.question.name}", lack_in_words(lack)) for lack in lacks if lack.blocks),
            given=tuple(one for one in self.given if one.object_id == row.pk and self._is_of(one, row)),
            nothing_new=bool(saved.typed.get(QUIET.name, row.nothing_new)),
            sent=moment(row.submitted_at) if row.submitted_at and not is_open else "",
            reason=demand.reason if demand and row.status == SheetStatus.RETURNED else "",
            saved=saved,
            is_whole=is_whole,
        )

    def questions(self, row: Any, saved: Saved, demand: Any, lacks: Iterable[Lack]) -> tuple[AskedHere, ...]:
        """What is asked here of a sheet: texts, and the rows that its app lets respondents answer."""
        parts = {part.question.name: part for part in parts_of(row)}
        here = [question for question in row.questions if question.is_text or question.name in parts]
        return tuple(self.asked(row, one, parts.get(one.name), saved, demand, lacks) for one in here)

    def asked(
        self, row: Any, question: Question, part: Part | None, saved: Saved, demand: Any, lacks: Iterable[Lack]
    ) -> AskedHere:
        """A question with its boxes, one a language, or its rows; what the board wonders about it stands beside."""
        key, is_open = key_of(row), row.status in OPEN
        names = [question.name, f"{question.name}_en"]
        if self.language == "en":
            names.reverse()  # the reader's language first, the other one folded
        fields = demand.details.get("fields", {}) if demand else {}
        return AskedHere(
            id=f"{key}-{question.name}",
            question=question,
            label=_(question.label),
            why=worded(question.why),
            appears=worded(question.appears),
            reader=_(question.reader.value),
            example=worded(question.example) if question.example else "",
            boxes=tuple(self.box(row, question, name, saved) for name in names if _is_text(row, question, name)),
            is_public=question.reader == Reader.PUBLIC,
            demand=str(fields.get(question.name, "")),
            year=str(row.previous.campaign.year) if row.previous else "",
            lines=tuple(line_of(one, key, saved) for one in part.rows) if part and is_open else (),
            known=part.known if part else (),
            advice=tuple(lack_in_words(lack) for lack in lacks if lack.question == question and not lack.blocks),
            paste=self.paste(key, question, saved) if part and part.paste and is_open else None,
        )

    def paste(self, key: str, question: Question, saved: Saved) -> Box:
        """Where references are pasted; what could not be read stays there."""
        return Box(
            id=f"{key}-{question.name}",
            name=PASTED,
            label=_("Collez des DOI, des identifiants HAL ou du BibTeX, une référence par ligne"),
            language=self.language,
            value=str(saved.typed.get(PASTED, "")),
            rows=3,
            most=LONGEST,
            fault=saved.refused.get(PASTED, ""),
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


def _is_text(row: Any, question: Question, name: str) -> bool:
    return question.is_text and hasattr(row, name)


def moment(when: datetime) -> str:
    """A day and an hour in words, in the reader's language."""
    local, language = timezone.localtime(when), get_language() or "fr"
    hour = f"{local.hour}\u00a0h\u00a0{local:%M}" if language == "fr" else f"{local:%H:%M}"
    return _("%(day)s à %(hour)s") % {"day": wording.day(local.date(), language), "hour": hour}


def hour(when: datetime) -> str:
    """An hour in words, in the reader's language."""
    local = timezone.localtime(when)
    return f"{local.hour}\u00a0h\u00a0{local:%M}" if get_language() == "fr" else f"{local:%H:%M}"
