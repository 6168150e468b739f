"""The section of the co-funded theses: each question and the module that answers it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy

from programmes.models import Campaign, Person, Protocol, YearlySheet
from programmes.sections.answering import Part
from programmes.sections.base import Section
from programmes.sections.board import COMMITMENT, LABORATORY, THEME, SheetKind
from programmes.sections.datasets import Dataset
from programmes.sections.finding import Sought
from programmes.sections.indexed import Indexed
from programmes.sections.news import News
from programmes.sections.offers import Offer
from programmes.sections.related import Answer, Line, Related
from programmes.sections.responding import Respondent
from programmes.sections.waiting import Desk, SheetWords, Task, record_tasks, sheet_tasks

from ..enums import ThesisState
from ..models import Thesis, ThesisSheet
from . import answering, beside, drawn, open_records, opened, opening, responding, sought

SHEETS = SheetWords(subject="thesis", many="fiches de thèse")
KIND = SheetKind(
    slug="theses",
    label=gettext_lazy("Thèses"),
    one="Thèse",
    model=ThesisSheet,
    records=opening.due,
    paths={
        COMMITMENT: "thesis__project__commitment_links__commitment",
        THEME: "thesis__theme_links__theme",
        LABORATORY: "thesis__laboratory",
    },
)


class ThesisSection(Section):
    """The co-funded theses."""

    name = "doctorates"

    def sheets(self) -> tuple[SheetKind, ...]:
        """The sheets of the theses."""
        return (KIND,)

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Theses and their sheets."""
        return (*sheet_tasks(ThesisSheet, SHEETS, desk), *record_tasks([Thesis], desk))

    def respondents(self, campaign: Campaign) -> tuple[Respondent, ...]:
        """Who answers for its sheets without an account."""
        return responding.respondents(campaign)

    def answered_by(self, person: Person, campaign: Campaign) -> tuple[YearlySheet, ...]:
        """The sheets that this person answers for."""
        return responding.answered_by(person, campaign)

    def parts(self, sheet: YearlySheet) -> tuple[Part, ...]:
        """What respondents answer on its sheets beside texts."""
        return answering.parts(sheet) if isinstance(sheet, ThesisSheet) else ()

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """Theses once they are defended: pages of the others ask search engines to stay away."""
        rows = Thesis.objects.visible_to(viewer).filter(state=ThesisState.DEFENDED)
        return (Indexed(name="theses", rows=rows, route="doctorates:detail"),)

    def datasets(self) -> tuple[Dataset, ...]:
        """The theses."""
        return (open_records.theses(),)

    def evidence(self, viewer: Any) -> Answer[dict[int, tuple[Line, ...]]]:
        """Theses given as proof."""
        return drawn.evidence(viewer)

    def drawn(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """The theses of a protocol, year by year."""
        return drawn.theses_by_year(protocol, viewer)

    def offers(self, day: date, viewer: Any) -> tuple[Offer, ...]:
        """Subjects without a candidate."""
        return tuple(opened.offers(viewer))

    def news(self, since: date, viewer: Any) -> tuple[News, ...]:
        """Theses defended."""
        return tuple(opened.news(since, viewer))

    def relate(self, model: type[Model], viewer: Any) -> Answer[tuple[Related, ...]] | None:
        """Theses of themes, commitments, laboratories, actions."""
        return beside.relate(model, viewer)

    def outline(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """How many theses a protocol counts."""
        return beside.outline(protocol, viewer)

    def relate_all(self, records: Sequence[Model], viewer: Any) -> dict[int, Related]:
        """Theses of each theme, for an index."""
        return beside.relate_all(records, viewer)

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """What of it can be found by its words."""
        return (sought.theses(viewer),)
