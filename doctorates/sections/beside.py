"""Theses on the pages of other records: a theme, a commitment, a laboratory, an action, the protocol.

Candidates are never named there.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording
from programmes.models import Commitment, Laboratory, Protocol, Theme
from programmes.sections.related import Line, Related, RelatedFigure
from programmes.templatetags.words import language
from projects.models import Project

from ..enums import ThesisState
from ..models import Thesis, ThesisTheme
from ..models.theses import ThesisQuerySet

SHOWN = 8


def relate(record: Model, viewer: Any) -> tuple[Related, ...]:
    """The theses of a record that has some; for a protocol, their count alone."""
    visible = Thesis.objects.visible_to(viewer)
    match record:
        case Protocol():
            return _block(visible.of_protocol(record), f"protocol={record.reference}", template="")
        case Theme():
            return _block(visible.filter(theme_links__theme=record), f"theme={record.slug}")
        case Commitment():
            return _block(visible.filter(project__commitment_links__commitment=record))
        case Laboratory():
            return _block(visible.filter(laboratory=record), f"laboratory={record.slug}")
        case Project():
            return _block(visible.filter(project=record))
    return ()


def relate_all(records: Sequence[Model], viewer: Any) -> dict[int, Related]:
    """The theses of each theme, in one query, one dot each."""
    lines: dict[int, list[Line]] = defaultdict(list)
    themes = [record for record in records if isinstance(record, Theme)]
    visible = Thesis.objects.visible_to(viewer)
    links = ThesisTheme.objects.filter(theme__in=themes, thesis__in=visible)
    for link in links.select_related("thesis__laboratory", "thesis__school").order_by("thesis"):
        lines[link.theme_id].append(_line(link.thesis))
    return {
        theme.pk: Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template="doctorates/related/cell.html",
            count=len(lines[theme.pk]),
            lines=tuple(lines[theme.pk]),
            has_demo=any(line.details["is_demo"] for line in lines[theme.pk]),
        )
        for theme in themes
    }


def _block(
    theses: ThesisQuerySet, query: str = "", template: str = "doctorates/related/block.html"
) -> tuple[Related, ...]:
    rows = list(theses.select_related("laboratory", "school").order_by("-registered_on", "pk"))
    if not rows:
        return ()
    lines = tuple(_line(row) for row in rows)
    return (
        Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template=template,
            count=len(rows),
            lines=lines[:SHOWN] if query else lines,
            figures=(_figure(lines, dots=bool(template)),),
            url=f"{reverse('doctorates:list')}?{query}" if query else "",
            is_wide=True,
            has_demo=any(row.is_demo for row in rows),
        ),
    )


def _figure(lines: Sequence[Line], *, dots: bool) -> RelatedFigure:
    done = sum(line.is_done for line in lines)
    label = ngettext("thèse cofinancée", "thèses cofinancées", len(lines))
    if done:
        label = _("%(theses)s, dont %(done)s soutenues") % {"theses": label, "done": wording.number(done, language())}
    return RelatedFigure(
        value=wording.number(len(lines), language()),
        label=label,
        url=reverse("doctorates:list"),
        dots=tuple(sorted((line.is_done for line in lines), reverse=True)) if dots else (),
    )


def _line(row: Thesis) -> Line:
    state = ThesisState(row.state)
    return Line(
        title=row.tr("title"),
        language="fr" if row.lacks_translation("title") else "",
        url=reverse("doctorates:detail", args=[row.slug]),
        is_done=state == ThesisState.DEFENDED,
        details={
            "laboratory": row.laboratory if row.laboratory.is_published else "",
            "school": row.school,
            "start": row.registered_on,
            "tone": state.tone,
            "state": state.label,
            "is_demo": row.is_demo,
        },
    )
