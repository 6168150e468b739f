"""What the page of a thesis shows beside its own columns: its commitments, its results, whom to thank."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from programmes.models import Commitment, Identifier, Theme
from programmes.models.together import share
from programmes.sections import thanking
from programmes.sections.related import RECORD, Lists, Rows
from programmes.views.years import ShownYear, shown_years, visas_of
from projects.models import Output

from ..models import Supervision, Thesis, ThesisFunding, ThesisOutput, ThesisSheet, ThesisTheme


@dataclass(frozen=True, kw_only=True)
class ThesisPage:
    """The promises that the thesis serves through its action, what came out of it, the sentences of thanks."""

    commitments: tuple[Commitment, ...]
    outputs: tuple[Output, ...]
    thanks: tuple[thanking.Thanks, ...]
    years: list[ShownYear]
    has_demo: bool


def lists_of_thesis(viewer: Any) -> Lists:
    """What the page of a thesis shows beside its own columns. None of the lists depends on the day."""
    project = models.Subquery(Thesis.objects.filter(pk=RECORD).order_by().values("project"))
    themes = ThesisTheme.objects.filter(thesis=RECORD, theme__in=Theme.objects.published())
    fundings = ThesisFunding.objects.filter(thesis=RECORD).select_related("organisation")
    promises = Commitment.objects.visible_to(viewer).filter(project_links__project=project)
    return {
        "theme_links": themes.select_related("theme").order_by("theme__number"),
        "fundings": fundings.order_by("-share", "pk"),
        "supervisions": Supervision.objects.filter(thesis=RECORD).select_related("person").order_by("pk"),
        "identifiers": Identifier.objects.filter(person__supervisions__thesis=RECORD).distinct(),
        "commitments": promises.latest_protocol_first(),
        "outputs": ThesisOutput.objects.shown_of(RECORD),
        "sheets": ThesisSheet.objects.public().filter(thesis=RECORD),
        "visas": visas_of(ThesisSheet.objects.filter(thesis=RECORD)),
    }


def attach(thesis: Thesis, rows: Rows) -> None:
    """Have a thesis answer by these lists, as if they were prefetched."""
    for name in ("theme_links", "fundings", "supervisions"):
        share([thesis], name, rows[name], "thesis")
    share([row.person for row in rows["supervisions"]], "identifiers", rows["identifiers"], "person")


def thesis_page(thesis: Thesis, rows: Rows) -> ThesisPage:
    """What the page shows, from the lists of that thesis."""
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
        years=shown_years(rows["sheets"], rows["visas"]),
        has_demo=any(row.is_demo for row in (*commitments, *outputs)),
    )
