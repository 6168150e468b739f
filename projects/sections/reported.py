"""Which joint actions a report speaks of, and their money on its day: read once, shared by its chapters."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from programmes.models import Organisation
from programmes.sections.base import Frame
from programmes.sections.blocks import Said, Value

from ..models import Project
from ..models.balance import Line, lines_of


def projects_of(frame: Frame) -> list[Project]:
    """The published actions that serve the protocol, each whole followed by its parts, all they print loaded."""
    return frame.once("projects", lambda: _read(frame))


def _read(frame: Frame) -> list[Project]:
    published = Project.objects.visible_to(None)
    direct = published.of_protocol(frame.protocol).order_by().values("pk")
    rows = published.filter(Q(pk__in=direct) | Q(part_of__in=direct))
    loaded = list(rows.for_page().prefetch_related("calls").in_order())
    parts: dict[int | None, list[Project]] = defaultdict(list)
    known = {row.pk for row in loaded}
    for row in loaded:
        parts[row.part_of_id if row.part_of_id in known else None].append(row)
    return [row for whole in parts[None] for row in (whole, *parts[whole.pk])]


def money_of(projects: Sequence[Project], frame: Frame) -> dict[int, list[Line]]:
    """The money of each action on the day of the report."""
    return frame.once("money", lambda: _balance(projects, frame))


def _balance(projects: Sequence[Project], frame: Frame) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines_of(projects, frame.as_of):
        found[line.project_id].append(line)
    return found


def names_of(funders: Sequence[Organisation]) -> str:
    """Who pays, in a few words."""
    return " + ".join(funder.short_name for funder in funders)


def named(project: Project) -> Value:
    """What an action is called in a cell, with the language of its name when it is not the reader's."""
    words, language = project.short_name, project.short_language
    return Said(text=words, language=language) if language else words


def anchor_of(project: Project) -> str:
    """Where the sheet of an action stands in the report."""
    return f"action-{project.reference}"
