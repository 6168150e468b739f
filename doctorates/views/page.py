"""What the page of a thesis shows beside its own columns: its commitments, its results, whom to thank."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from programmes.models import Commitment
from programmes.sections import thanking
from projects.models import Output

from ..models import Thesis, ThesisOutput


@dataclass(frozen=True, kw_only=True)
class ThesisPage:
    """The promises that the thesis serves through its action, what came out of it, the sentences of thanks."""

    commitments: tuple[Commitment, ...]
    outputs: tuple[Output, ...]
    thanks: tuple[thanking.Thanks, ...]
    has_demo: bool


def thesis_page(thesis: Thesis, viewer: Any) -> ThesisPage:
    """The page of a thesis, in two queries more; load for_page() first."""
    promises = Commitment.objects.visible_to(viewer).filter(project_links__project=thesis.project_id)
    commitments = tuple(promises.latest_protocol_first()) if thesis.project.is_published else ()
    outputs = tuple(link.output for link in ThesisOutput.objects.shown_of(thesis))
    funders = [funding.organisation for funding in thesis.fundings.all()]
    protocol = commitments[0].protocol if commitments else None
    return ThesisPage(
        commitments=commitments,
        outputs=outputs,
        thanks=thanking.in_every_language(
            funders, protocol, lambda: _("thèse %(reference)s") % {"reference": thesis.reference}
        ),
        has_demo=any(row.is_demo for row in (*commitments, *outputs)),
    )
