"""Theses on the pages of other records: a theme, a commitment, a laboratory, an action, the protocol.

Candidates are never named there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, Q
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
MOST = 100  # lines where no list of the site holds the rest, and dots of a figure


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
    themes = [record for record in records if isinstance(record, Theme)]
    links = ThesisTheme.objects.filter(theme__in=themes, thesis__in=Thesis.objects.visible_to(viewer))
    rows: Any = links.order_by().values("theme").annotate(**_counts("thesis__"))
    found = {row.pop("theme"): Told(**row) for row in rows}
    told = {theme.pk: found.get(theme.pk, Told(count=0, done=0, demo=0)) for theme in themes}
    return {
        theme: Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template="doctorates/related/cell.html",
            count=one.count,
            lines=tuple(Line(title="", is_done=done) for done in one.dots),
            has_demo=bool(one.demo),
        )
        for theme, one in told.items()
    }


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of many theses without loading one: their number, those defended, those invented."""

    count: int
    done: int
    demo: int

    @property
    def dots(self) -> tuple[bool, ...]:
        """One for each, as long as they can be told apart."""
        return tuple(rank < self.done for rank in range(self.count)) if self.count <= MOST else ()


def _counts(path: str = "") -> dict[str, Count]:
    done, demo = Q(**{f"{path}state": ThesisState.DEFENDED}), Q(**{f"{path}is_demo": True})
    return {"count": Count("pk"), "done": Count("pk", filter=done), "demo": Count("pk", filter=demo)}


def _block(
    theses: ThesisQuerySet, query: str = "", template: str = "doctorates/related/block.html"
) -> tuple[Related, ...]:
    told = Told(**theses.order_by().aggregate(**_counts()))
    if not told.count:
        return ()
    order = theses.select_related("laboratory", "school").order_by("-registered_on", "pk")
    rows = order[: SHOWN if query else MOST] if template else []
    address = f"{reverse('doctorates:list')}?{query}" if query else ""
    return (
        Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template=template,
            count=told.count,
            lines=tuple(_line(row) for row in rows),
            figures=(_figure(told, address or "#theses", dots=bool(template)),),
            url=address,
            is_wide=True,
            has_demo=bool(told.demo),
        ),
    )


def _figure(told: Told, address: str, *, dots: bool) -> RelatedFigure:
    """Their number, which leads to them and to no others."""
    label = ngettext("thèse cofinancée", "thèses cofinancées", told.count)
    if told.done:
        number = wording.number(told.done, language())
        label = _("%(theses)s, dont %(done)s soutenues") % {"theses": label, "done": number}
    return RelatedFigure(
        value=wording.number(told.count, language()),
        label=label,
        url=address,
        dots=told.dots if dots else (),
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
