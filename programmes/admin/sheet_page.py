"""The page of a yearly sheet as plain data: its questions, its steps so far, its visas, what is left to do."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from .. import questions, wording
from ..enums import CampaignKind, SheetStatus, VisaPurpose
from ..models import StatusChange, Visa
from ..questions import Lack, Question
from .sheet_parts import Asked, Beside, Demand, Moment, PartyVisa, SheetPage

OPEN = (SheetStatus.TO_FILL, SheetStatus.RETURNED)
NUMBERS = ("", "un point", "deux points", "trois points", "quatre points", "cinq points", "six points")


class PageOf:
    """Builds the page of one sheet; what it rests on is read once."""

    def __init__(
        self, sheet: Any, form: Any, tables: Sequence[Any], known: dict[str, tuple[str, ...]], party: Any = None
    ) -> None:
        self.sheet, self.form, self.tables, self.known, self.party = sheet, form, tables, known, party
        related = ("party__organisation", "made_by__organisation", "link__person")
        about = StatusChange.objects.about(sheet).select_related(*related)
        self.changes = list(about.order_by("made_at", "pk"))
        self.given = list(Visa.objects.about(sheet).order_by("given_at"))
        self.parties = list(sheet.campaign.protocol.parties.select_related("organisation").order_by("rank"))
        self.lacks = sheet.missing()
        self.handed_back = next((one for one in reversed(self.changes) if one.step == "hand_back_sheet"), None)
        self.is_returned = sheet.status == SheetStatus.RETURNED

    def page(self) -> SheetPage:
        """The page."""
        is_final = self.sheet.campaign.kind == CampaignKind.FINAL
        asked = tuple(self.asked(one) for one in questions.in_campaign(self.sheet.questions, is_final=is_final))
        blocking = tuple(lack for lack in self.lacks if lack.blocks)
        due = self.sheet.campaign.contributors_due_on
        return SheetPage(
            asked=asked,
            moments=(*self.past(), *self.ahead()),
            visas=tuple(self.visa_of(party) for party in self.parties),
            demand=self.demand(),
            left=left_in_words(len(blocking)),
            blocking=blocking,
            year=str(self.sheet.campaign.year),
            minutes=questions.minutes(self.sheet.questions),
            due=wording.day(due, "fr") if due else "",
            is_open=self.sheet.status in OPEN,
            own_lacks=tuple(lack for lack in self.lacks if self.party and lack.party == self.party.pk),
        )

    # -- questions

    def asked(self, question: Question) -> Asked:
        """A question with its answer, last year's, and what is asked of it."""
        lacks = tuple(lack for lack in self.lacks if lack.question == question)
        tables = tuple(table for table in self.tables if getattr(table.opts, "question", "") == question.name)
        name, fields = question.name, self.form.fields
        demand = self.demands.get(name, "") if self.is_returned else ""
        text = str(getattr(self.sheet, name, "") or "") if question.is_text else ""
        return Asked(
            question=question,
            mark=self.mark(question, lacks, tables, demand),
            text=text,
            text_en=str(getattr(self.sheet, f"{name}_en", "") or ""),
            field=self.form[name] if name in fields else None,
            field_en=self.form[f"{name}_en"] if f"{name}_en" in fields else None,
            beside=self.beside(question),
            demand=demand,
            before=self.before(question, text),
            tables=tables,
            grids=tuple(table.opts.grid(table, self.sheet) for table in tables if hasattr(table.opts, "grid")),
            known=self.known.get(name, ()),
            lacks=lacks,
        )

    def mark(self, question: Question, lacks: tuple[Lack, ...], tables: tuple[Any, ...], demand: str) -> str:
        """Whether it is answered, is to be, or is to be corrected."""
        if demand or question.name in self.form.errors:
            return "fix"
        if any(lack.blocks for lack in lacks):
            return "todo"
        answered = bool(getattr(self.sheet, question.name, None)) if question.is_text else False
        rows = any(table.formset.initial_form_count() for table in tables) or bool(self.known.get(question.name))
        return "done" if answered or (rows and not lacks) else "free"

    def beside(self, question: Question) -> Beside | None:
        """The text of the campaign before; None without one."""
        previous = self.sheet.previous
        text = str(getattr(previous, question.name, "") or "") if previous and question.is_text else ""
        if not text:
            return None
        return Beside(
            year=str(previous.campaign.year),
            text=text,
            text_en=str(getattr(previous, f"{question.name}_en", "") or ""),
            is_same=text.strip() == str(getattr(self.sheet, question.name)).strip(),
        )

    @property
    def demands(self) -> dict[str, str]:
        """What the last hand-back asks of each question."""
        fields: dict[str, str] = self.handed_back.details.get("fields", {}) if self.handed_back else {}
        return fields

    def before(self, question: Question, text: str) -> str | None:
        """The text as it was at the last submission that was handed back, when it differs; None otherwise."""
        if not question.is_text or self.baseline is None:
            return None
        old = str(getattr(self.baseline, question.name, "") or "")
        return old if old.strip() != text.strip() else None

    @property
    def baseline(self) -> Any:
        """The sheet as it was submitted before the last hand-back; None when it never came back."""
        if "_baseline" not in self.__dict__:
            self.__dict__["_baseline"] = self._find_baseline()
        return self.__dict__["_baseline"]

    def _find_baseline(self) -> Any:
        if self.handed_back is None:
            return None
        earlier = [one for one in self.changes if one.step == "submit_sheet" and one.pk < self.handed_back.pk]
        return self.sheet.history.filter(version=earlier[-1].version).last() if earlier else None

    # -- what happened

    def demand(self) -> Demand | None:
        """The correction that is asked for now."""
        if not self.is_returned or self.handed_back is None:
            return None
        labels = {question.name: question for question in self.sheet.questions}
        return Demand(
            who=party_words(self.handed_back),
            day=day_of(self.handed_back.made_at),
            reason=self.handed_back.reason,
            fields=tuple((labels[name].anchor, labels[name].label) for name in self.demands if name in labels),
        )

    def past(self) -> list[Moment]:
        """The opening, then each step taken."""
        opened = self.sheet.campaign.opens_on
        first = Moment(label="Ouverte", day=wording.day(opened, "fr") if opened else "", who="préremplie")
        return [first, *(self.moment(change) for change in self.changes)]

    def moment(self, change: StatusChange) -> Moment:
        """A step taken."""
        words = {"submit_sheet": "Soumise", "approve_sheet": "Visa", "hand_back_sheet": "Renvoyée"}
        bad = change.step in ("hand_back_sheet", "miss_sheet")
        struck = change.step == "approve_sheet" and any(
            one.cancelled_at and one.party_id == change.party_id and one.given_at <= change.made_at
            for one in self.given
        )
        return Moment(
            label=words.get(change.step, change.label),
            day=day_of(change.made_at),
            who=party_words(change),
            tone="bad" if bad else "ahead" if struck else "done",
            is_struck=struck,
        )

    def ahead(self) -> list[Moment]:
        """What comes next."""
        status, due = self.sheet.status, self.sheet.campaign.contributors_due_on
        if status in (SheetStatus.APPROVED, SheetStatus.NOT_APPLICABLE, SheetStatus.NOT_HANDED_IN):
            return []
        approved = Moment(label="Visée", who=f"{len(self.parties)} visas", tone="ahead")
        if status == SheetStatus.SUBMITTED:
            return [Moment(label="À viser", who=", ".join(self.awaited()), tone="now"), approved]
        label = "À corriger" if self.is_returned else "À remplir"
        return [Moment(label=label, day=f"avant le {wording.day(due, 'fr')}" if due else "", tone="now"), approved]

    # -- visas

    def awaited(self) -> list[str]:
        """The parties whose visa is awaited."""
        given = {one.party_id for one in self.given if not one.cancelled_at and one.purpose == VisaPurpose.APPROVAL}
        return [party.organisation.short_name for party in self.parties if party.pk not in given]

    def visa_of(self, party: Any) -> PartyVisa:
        """Where a party stands with this sheet."""
        name = party.organisation.short_name
        own = [one for one in self.given if one.party_id == party.pk]
        last = own[-1] if own else None
        back = self.handed_back if self.is_returned else None
        if back is not None and back.party_id == party.pk:
            return PartyVisa(party=name, words="A demandé une correction", note=day_of(back.made_at), tone="asked")
        if last is None:
            return PartyVisa(party=name, words="Attendu")
        day = f"donné le {day_of(last.given_at)}"
        if last.cancelled_at:
            return PartyVisa(party=name, words="Annulé par un renvoi", note=day, tone="cancelled")
        words = "Accepte «\u00a0sans objet\u00a0»" if last.purpose == VisaPurpose.SETTING_ASIDE else "Visa donné"
        return PartyVisa(party=name, words=words, note=f"{day}, version {last.seen}", tone="given")


def left_in_words(count: int) -> str:
    """How many points are left before the sheet can be handed in."""
    if not count:
        return ""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count} points"


def party_words(change: StatusChange) -> str:
    """For whom a step was taken: a respondent, a party, or the person's organisation, or the calendar."""
    if change.link:
        return f"{change.link.who}, par son lien"
    if change.party:
        return str(change.party.organisation.short_name)
    return str(change.made_by.organisation.short_name if change.made_by.organisation else change.made_by)


def day_of(moment: datetime | date) -> str:
    """A day in words, in local time."""
    local = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    return wording.day(local.date() if isinstance(local, datetime) else local, "fr")
