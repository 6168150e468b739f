"""The section of the joint actions: each question and the module that answers it."""

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

from ..models import Call, Event, Project, ProjectSheet
from . import (
    answering,
    beside,
    drawn,
    money_due,
    open_records,
    open_subsidies,
    opened,
    opening,
    proving,
    responding,
    sought,
)

SHEETS = SheetWords(subject="project", many="fiches d’action")
KIND = SheetKind(
    slug="actions",
    label=gettext_lazy("Actions"),
    one="Action",
    model=ProjectSheet,
    records=opening.due,
    paths={
        COMMITMENT: "project__commitment_links__commitment",
        THEME: "project__theme_links__theme",
        LABORATORY: "project__lead_laboratory",
    },
)


class ProjectSection(Section):
    """The joint actions and their money."""

    name = "projects"

    def sheets(self) -> tuple[SheetKind, ...]:
        """The sheets of the actions."""
        return (KIND,)

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Actions, their sheets, their calls and events, their money."""
        records = record_tasks([Project, Call, Event], desk)
        return (*sheet_tasks(ProjectSheet, SHEETS, desk), *records, *money_due.waiting(desk))

    def respondents(self, campaign: Campaign) -> tuple[Respondent, ...]:
        """Who answers for its sheets without an account."""
        return responding.respondents(campaign)

    def answered_by(self, person: Person, campaign: Campaign) -> tuple[YearlySheet, ...]:
        """The sheets that this person answers for."""
        return responding.answered_by(person, campaign)

    def parts(self, sheet: YearlySheet) -> tuple[Part, ...]:
        """What respondents answer on its sheets beside texts."""
        return answering.parts(sheet) if isinstance(sheet, ProjectSheet) else ()

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """The actions."""
        return (Indexed(name="actions", rows=Project.objects.visible_to(viewer), route="projects:detail"),)

    def datasets(self) -> tuple[Dataset, ...]:
        """The actions, their grants, their equipment, what they produced."""
        grants = open_records.grants(), open_subsidies.subsidies()
        return open_records.actions(), *grants, open_records.equipment(), open_records.outputs()

    def evidence(self, viewer: Any) -> Answer[dict[int, tuple[Line, ...]]]:
        """Actions, their results, their events."""
        return proving.evidence(viewer)

    def drawn(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """The money of a protocol, by theme and by funder."""
        return drawn.money(protocol, viewer)

    def offers(self, day: date, viewer: Any) -> tuple[Offer, ...]:
        """Calls, fellowships, instrument time."""
        return opened.offers(day, viewer)

    def news(self, since: date, viewer: Any) -> tuple[News, ...]:
        """Actions and calls published."""
        return opened.news(since, viewer)

    def relate(self, model: type[Model], viewer: Any) -> Answer[tuple[Related, ...]] | None:
        """Actions of themes, commitments and laboratories."""
        return beside.relate(model, viewer)

    def outline(self, protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
        """The actions of a protocol, in time."""
        return beside.outline(protocol, viewer)

    def relate_all(self, records: Sequence[Model], viewer: Any) -> dict[int, Related]:
        """Actions of each theme, for an index."""
        return beside.relate_all(records, viewer)

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """What of it can be found by its words."""
        return (sought.actions(viewer), sought.calls(viewer), sought.events(viewer), sought.outputs(viewer))
