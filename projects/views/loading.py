"""A joint action with the lists that its page shows, all read in one query, which is worded once."""

from functools import cache
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, SlugField, Subquery

from programmes.models import Commitment, Identifier, Remark, Theme
from programmes.models.together import Given, Together, share

from ..models import (
    Call,
    Contribution,
    ContributionFunder,
    Document,
    Event,
    Grant,
    GrantAmendment,
    KeyFigure,
    Milestone,
    Output,
    Participation,
    Payment,
    Project,
    ProjectCommitment,
    ProjectSheet,
    ProjectTheme,
    TeamMember,
)

OWN: Final[dict[str, type[Model]]] = {
    "milestones": Milestone,
    "key_figures": KeyFigure,
    "contributions": Contribution,
    "outputs": Output,
    "documents": Document,
}
NAMED = ("theme_links", "commitment_links", "participations", "members", "grants", *OWN)


def load_page(slug: str, viewer: Any) -> tuple[Project, dict[str, list[Any]]] | None:
    """The action of this address and the rows of its page by name, if this viewer may see it.

    It then answers by them as if they were prefetched.
    """
    names, worded = _worded(viewer) if hasattr(viewer, "also_sees") else _worded_for_visitors()
    kind = ContentType.objects.get_for_model(Project).pk
    rows = dict(zip(names, worded.read(slug=slug, kind=kind), strict=True))
    project = next(iter(rows["project"]), None)
    if project is None:
        return None
    for name in NAMED:
        share([project], name, rows[name], "project")
    share(rows["contributions"], "funder_links", rows["funder_links"], "contribution")
    for name in ("amendments", "payments"):
        share(rows["grants"], name, rows[name], "grant")
    for key in ("organisation", "laboratory"):
        bodies = [getattr(row, key) for row in rows["participations"]]
        share(filter(None, bodies), "identifiers", rows["identifiers"], key)
    share([row.person for row in rows["members"]], "identifiers", rows["identifiers"], "person")
    return project, rows


def _lists(viewer: Any) -> dict[str, QuerySet[Any]]:
    """The page of any action, as this viewer may see it. None of the lists depends on the day."""
    slug, seen = Given("slug", SlugField()), Project.objects.visible_to(viewer)
    project = Subquery(Project.objects.filter(slug=slug).order_by().values("pk"))
    themes = ProjectTheme.objects.filter(project=project, theme__in=Theme.objects.published())
    promises = ProjectCommitment.objects.filter(project=project, commitment__in=Commitment.objects.published())
    bodies = Q(organisation__participations__project=project) | Q(laboratory__participations__project=project)
    return {
        "project": seen.filter(slug=slug).for_list().defer("search", "part_of__search"),
        **{name: model._default_manager.filter(project=project) for name, model in OWN.items()},
        "theme_links": themes.select_related("theme").order_by("theme__number"),
        "commitment_links": promises.select_related("commitment__protocol"),
        "participations": Participation.objects.filter(project=project).select_related("organisation", "laboratory"),
        "members": TeamMember.objects.filter(project=project).select_related("person"),
        "identifiers": Identifier.objects.filter(bodies | Q(person__memberships__project=project)).distinct(),
        "funder_links": ContributionFunder.objects.filter(contribution__project=project).select_related("organisation"),
        "sheets": ProjectSheet.objects.public().filter(project=project),
        "calls": Call.objects.visible_to(viewer).filter(project=project),
        "events": Event.objects.visible_to(viewer).filter(project=project),
        "grants": Grant.objects.filter(project=project).with_money(),
        "amendments": GrantAmendment.objects.filter(grant__project=project),
        "payments": Payment.objects.filter(grant__project=project),
        "parts": seen.filter(part_of=project).defer("search"),
        "remarks": Remark.objects.filter(content_type=Given("kind"), object_id=project),
    }


def _worded(viewer: Any) -> tuple[tuple[str, ...], Together]:
    lists = _lists(viewer)
    return tuple(lists), Together(*lists.values())


@cache
def _worded_for_visitors() -> tuple[tuple[str, ...], Together]:
    return _worded(AnonymousUser())
