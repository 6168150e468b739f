"""Actions, their results and their events as proof that a commitment was kept: published ones only."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.models import CommitmentSheet
from programmes.sections.proving import by_sheet, line_of
from programmes.sections.related import Line

from ..models import Event, EventEvidence, OutputEvidence, Project, ProjectEvidence


def evidence(sheets: Sequence[CommitmentSheet], viewer: Any) -> dict[int, tuple[Line, ...]]:
    """In three queries, whatever the number of sheets."""
    shown = Project.objects.visible_to(viewer)
    actions = ProjectEvidence.objects.filter(sheet__in=sheets, project__in=shown).select_related("project")
    results = OutputEvidence.objects.filter(sheet__in=sheets, output__project__in=shown)
    events = EventEvidence.objects.filter(sheet__in=sheets, event__in=Event.objects.visible_to(viewer))
    found = (
        by_sheet(actions.order_by("sheet", "rank"), _action),
        by_sheet(results.select_related("output__project").order_by("sheet", "rank"), _result),
        by_sheet(events.select_related("event").order_by("sheet", "rank"), _event),
    )
    return {sheet: tuple(line for lines in found for line in lines.get(sheet, ())) for part in found for sheet in part}


def _action(row: ProjectEvidence) -> Line:
    return line_of(row, row.project, "title", _page(row.project), _("action"))


def _result(row: OutputEvidence) -> Line:
    return line_of(row, row.output, "title", f"{_page(row.output.project)}#productions", _("production"))


def _event(row: EventEvidence) -> Line:
    return line_of(row, row.event, "title", row.event.website, _("événement"))


def _page(project: Project) -> str:
    return reverse("projects:detail", args=[project.slug])
