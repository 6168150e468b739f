"""Actions, their results and their events as proof that a commitment was kept: published ones only."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.sections.proving import by_sheet, line_of
from programmes.sections.related import RECORD, Answer, Line, Rows

from ..models import Event, EventEvidence, OutputEvidence, Project, ProjectEvidence


def evidence(viewer: Any) -> Answer[dict[int, tuple[Line, ...]]]:
    """What the sheets of a commitment give as proof."""
    shown = Project.objects.visible_to(viewer).order_by().values("pk")
    events = Event.objects.visible_to(viewer).order_by().values("pk")
    actions = ProjectEvidence.objects.filter(sheet__commitment=RECORD, project__in=shown).select_related("project")
    results = OutputEvidence.objects.filter(sheet__commitment=RECORD, output__project__in=shown)
    held = EventEvidence.objects.filter(sheet__commitment=RECORD, event__in=events).select_related("event")
    return Answer(
        lists={
            "actions": actions.defer("project__search").order_by("sheet", "rank"),
            "results": results.select_related("output__project").order_by("sheet", "rank"),
            "events": held.order_by("sheet", "rank"),
        },
        make=_proofs,
    )


def _proofs(_commitment: Any, rows: Rows) -> dict[int, tuple[Line, ...]]:
    found = (
        by_sheet(rows["actions"], _action),
        by_sheet(rows["results"], _result),
        by_sheet(rows["events"], _event),
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
