"""The lists that the page of a joint action shows, all read with it in one query."""

from typing import Any, Final

from django.db.models import Model, Q

from programmes.models import Commitment, Identifier, Theme
from programmes.models.together import share
from programmes.sections.related import RECORD, Lists, Rows
from programmes.views.years import visas_of

from ..models import (
    Call,
    Document,
    Event,
    KeyFigure,
    Milestone,
    Output,
    Participation,
    Project,
    ProjectCommitment,
    ProjectSheet,
    ProjectTheme,
    TeamMember,
    money_lists,
)

OWN: Final[dict[str, type[Model]]] = {
    "milestones": Milestone,
    "key_figures": KeyFigure,
    "outputs": Output,
    "documents": Document,
}
NAMED = ("theme_links", "commitment_links", "participations", "members", "contributions", "grants", *OWN)


def attach(project: Project, rows: Rows) -> None:
    """Have an action answer by these lists, as if they were prefetched."""
    for name in NAMED:
        share([project], name, rows[name], "project")
    for key in ("organisation", "laboratory"):
        bodies = [getattr(row, key) for row in rows["participations"]]
        share(filter(None, bodies), "identifiers", rows["identifiers"], key)
    share([row.person for row in rows["members"]], "identifiers", rows["identifiers"], "person")


def lists_of_action(viewer: Any) -> Lists:
    """What the page of an action shows beside its own columns. None of the lists depends on the day."""
    themes = ProjectTheme.objects.filter(project=RECORD, theme__in=Theme.objects.published())
    promises = ProjectCommitment.objects.filter(project=RECORD, commitment__in=Commitment.objects.published())
    bodies = Q(organisation__participations__project=RECORD) | Q(laboratory__participations__project=RECORD)
    return {
        **{name: model._default_manager.filter(project=RECORD) for name, model in OWN.items()},
        **money_lists(Project.objects.filter(pk=RECORD).order_by()),
        "theme_links": themes.select_related("theme").order_by("theme__number"),
        "commitment_links": promises.select_related("commitment__protocol"),
        "participations": Participation.objects.filter(project=RECORD).select_related("organisation", "laboratory"),
        "members": TeamMember.objects.filter(project=RECORD).select_related("person"),
        "identifiers": Identifier.objects.filter(bodies | Q(person__memberships__project=RECORD)).distinct(),
        "sheets": ProjectSheet.objects.public().filter(project=RECORD),
        "visas": visas_of(ProjectSheet.objects.filter(project=RECORD)),
        "calls": Call.objects.visible_to(viewer).filter(project=RECORD),
        "events": Event.objects.visible_to(viewer).filter(project=RECORD),
        "parts": Project.objects.visible_to(viewer).filter(part_of=RECORD).defer("search"),
    }
