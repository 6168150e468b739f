"""What the page of a thesis shows beside its own columns: its commitments, its results, whom to thank."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _

from programmes.models import Commitment, Identifier, Remark, Theme
from programmes.models.together import Given, Together, keep, listed
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


def thesis_of(slug: str, viewer: Any) -> Thesis | None:
    """The thesis of this address with the rows that its page names, if this viewer may see it; its lists come later."""
    worded = _worded_record(viewer) if hasattr(viewer, "also_sees") else _worded_record_for_visitors()
    return next(iter(worded.read(slug=slug)[0]), None)


def thesis_page(thesis: Thesis, viewer: Any) -> ThesisPage:
    """The page of a thesis: its lists are read in one query, which is worded once for all visitors."""
    worded = _worded(viewer) if hasattr(viewer, "also_sees") else _worded_for_visitors()
    kind = ContentType.objects.get_for_model(thesis).pk
    found = worded.read(thesis=thesis.pk, project=thesis.project_id, kind=kind)
    themes, fundings, supervisions, identifiers, promises, results, sheets, remarks = found
    keep(thesis, "theme_links", listed(ThesisTheme, themes))
    keep(thesis, "fundings", listed(ThesisFunding, fundings))
    keep(thesis, "supervisions", listed(Supervision, supervisions))
    for supervision in supervisions:
        mine = [row for row in identifiers if row.person_id == supervision.person_id]
        keep(supervision.person, "identifiers", listed(Identifier, mine))
    commitments = tuple(promises) if thesis.project.is_published else ()
    outputs = tuple(link.output for link in results)
    protocol = commitments[0].protocol if commitments else None
    return ThesisPage(
        commitments=commitments,
        outputs=outputs,
        thanks=thanking.in_every_language(
            [funding.organisation for funding in fundings],
            protocol,
            lambda: _("thèse %(reference)s") % {"reference": thesis.reference},
        ),
        sheets=sheets,
        remarks=remarks,
        has_demo=any(row.is_demo for row in (*commitments, *outputs)),
    )


def _worded(viewer: Any) -> Together:
    """The lists of the page of any thesis, as this viewer may see them. None of them depends on the day."""
    thesis, project = Given("thesis"), Given("project")
    themes = ThesisTheme.objects.filter(thesis=thesis, theme__in=Theme.objects.published())
    promises = Commitment.objects.visible_to(viewer).filter(project_links__project=project)
    return Together(
        themes.select_related("theme").order_by("theme__number"),
        ThesisFunding.objects.filter(thesis=thesis).select_related("organisation").order_by("-share", "pk"),
        Supervision.objects.filter(thesis=thesis).select_related("person").order_by("pk"),
        Identifier.objects.filter(person__supervisions__thesis=thesis).distinct(),
        promises.latest_protocol_first(),
        ThesisOutput.objects.shown_of(thesis),
        ThesisSheet.objects.public().filter(thesis=thesis),
        Remark.objects.filter(content_type=Given("kind"), object_id=thesis),
    )


@cache
def _worded_for_visitors() -> Together:
    return _worded(AnonymousUser())


def _worded_record(viewer: Any) -> Together:
    rows = Thesis.objects.visible_to(viewer).for_page().defer("search", "project__search")
    return Together(rows.filter(slug=Given("slug", models.CharField())))


@cache
def _worded_record_for_visitors() -> Together:
    return _worded_record(AnonymousUser())
