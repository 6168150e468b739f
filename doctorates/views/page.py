"""What the page of a thesis shows beside its own columns: its commitments, its results, whom to thank."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _

from programmes.models import Commitment, Identifier, Remark, Theme
from programmes.models.together import Given, Together, share
from programmes.sections import thanking
from projects.models import Output

from ..models import Supervision, Thesis, ThesisFunding, ThesisOutput, ThesisSheet, ThesisTheme


@dataclass(frozen=True, kw_only=True)
class ThesisPage:
    """The promises that the thesis serves through its action, what came out of it, the sentences of thanks."""

    commitments: tuple[Commitment, ...]
    outputs: tuple[Output, ...]
    thanks: tuple[thanking.Thanks, ...]
    sheets: list[ThesisSheet]
    remarks: list[Remark]
    has_demo: bool


def load_thesis(slug: str, viewer: Any) -> tuple[Thesis, ThesisPage] | None:
    """The thesis of this address and what its page shows, if this viewer may see it; all read in one query."""
    names, worded = _worded(viewer) if hasattr(viewer, "also_sees") else _worded_for_visitors()
    kind = ContentType.objects.get_for_model(Thesis).pk
    rows = dict(zip(names, worded.read(slug=slug, kind=kind), strict=True))
    thesis = next(iter(rows["thesis"]), None)
    if thesis is None:
        return None
    for name in ("theme_links", "fundings", "supervisions"):
        share([thesis], name, rows[name], "thesis")
    share([row.person for row in rows["supervisions"]], "identifiers", rows["identifiers"], "person")
    return thesis, _page(thesis, rows)


def _page(thesis: Thesis, rows: dict[str, list[Any]]) -> ThesisPage:
    commitments = tuple(rows["commitments"]) if thesis.project.is_published else ()
    outputs = tuple(link.output for link in rows["outputs"])
    protocol = commitments[0].protocol if commitments else None
    return ThesisPage(
        commitments=commitments,
        outputs=outputs,
        thanks=thanking.in_every_language(
            [funding.organisation for funding in rows["fundings"]],
            protocol,
            lambda: _("thèse %(reference)s") % {"reference": thesis.reference},
        ),
        sheets=rows["sheets"],
        remarks=rows["remarks"],
        has_demo=any(row.is_demo for row in (*commitments, *outputs)),
    )


def _lists(viewer: Any) -> dict[str, models.QuerySet[Any]]:
    """The page of any thesis, as this viewer may see it. None of the lists depends on the day."""
    slug = Given("slug", models.SlugField())
    here = Thesis.objects.filter(slug=slug).order_by()
    thesis, project = models.Subquery(here.values("pk")), models.Subquery(here.values("project"))
    themes = ThesisTheme.objects.filter(thesis=thesis, theme__in=Theme.objects.published())
    promises = Commitment.objects.visible_to(viewer).filter(project_links__project=project)
    return {
        "thesis": Thesis.objects.visible_to(viewer).for_page().filter(slug=slug).defer("search", "project__search"),
        "theme_links": themes.select_related("theme").order_by("theme__number"),
        "fundings": ThesisFunding.objects.filter(thesis=thesis).select_related("organisation").order_by("-share", "pk"),
        "supervisions": Supervision.objects.filter(thesis=thesis).select_related("person").order_by("pk"),
        "identifiers": Identifier.objects.filter(person__supervisions__thesis=thesis).distinct(),
        "commitments": promises.latest_protocol_first(),
        "outputs": ThesisOutput.objects.shown_of(thesis),
        "sheets": ThesisSheet.objects.public().filter(thesis=thesis),
        "remarks": Remark.objects.filter(content_type=Given("kind"), object_id=thesis),
    }


def _worded(viewer: Any) -> tuple[tuple[str, ...], Together]:
    lists = _lists(viewer)
    return tuple(lists), Together(*lists.values())


@cache
def _worded_for_visitors() -> tuple[tuple[str, ...], Together]:
    return _worded(AnonymousUser())
