"""What the page of a thesis shows beside its own columns: its commitments, its results, whom to thank."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from programmes.models import Commitment, Identifier, Theme
from programmes.models.together import keep, listed, load_together
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
    has_demo: bool


def thesis_page(thesis: Thesis, viewer: Any, remarks: QuerySet) -> ThesisPage:
    """The page of a thesis: its lists, and the remarks about it, are read in one query."""
    promises = Commitment.objects.visible_to(viewer).filter(project_links__project=thesis.project_id)
    promises = promises.latest_protocol_first() if thesis.project.is_published else promises.none()
    results, sheets = ThesisOutput.objects.shown_of(thesis), ThesisSheet.objects.public().filter(thesis=thesis)
    _load(thesis, promises, results, sheets, remarks)
    commitments, outputs = tuple(promises), tuple(link.output for link in results)
    funders = [funding.organisation for funding in thesis.fundings.all()]
    protocol = commitments[0].protocol if commitments else None
    return ThesisPage(
        commitments=commitments,
        outputs=outputs,
        thanks=thanking.in_every_language(
            funders, protocol, lambda: _("thèse %(reference)s") % {"reference": thesis.reference}
        ),
        sheets=list(sheets),
        has_demo=any(row.is_demo for row in (*commitments, *outputs)),
    )


def _load(thesis: Thesis, *lists: QuerySet) -> None:
    """Read the rows of a thesis, and these lists with them."""
    themes = ThesisTheme.objects.filter(thesis=thesis, theme__in=Theme.objects.published())
    rows: dict[str, QuerySet[Any]] = {
        "theme_links": themes.select_related("theme").order_by("theme__number"),
        "fundings": ThesisFunding.objects.filter(thesis=thesis).select_related("organisation"),
        "supervisions": Supervision.objects.filter(thesis=thesis).select_related("person"),
    }
    identifiers = Identifier.objects.filter(person__supervisions__thesis=thesis).distinct()
    load_together(*rows.values(), identifiers, *lists)
    for name, loaded in rows.items():
        keep(thesis, name, loaded)
    for supervision in rows["supervisions"]:
        mine = [row for row in identifiers if row.person_id == supervision.person_id]
        keep(supervision.person, "identifiers", listed(Identifier, mine))
