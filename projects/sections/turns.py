"""What happened to the joint actions in the period of a report: begun, ended, milestones and ends that slipped."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from programmes.sections.base import Frame
from programmes.sections.blocks import Link
from programmes.sections.happening import Happening

from ..enums import ProjectState
from ..models import Project
from .reported import anchor_of

OVER = frozenset({ProjectState.COMPLETED, ProjectState.STOPPED})


def of(rows: Sequence[Project], frame: Frame) -> tuple[Happening, ...]:
    """Begun and ended by dates that are known as facts; slipped: planned by the day of the report, not yet there."""
    return tuple(one for row in rows for one in (*_turns(row, frame), *_slipped(row, frame)))


def _turns(row: Project, frame: Frame) -> Iterator[Happening]:
    kind, what = str(row.get_kind_display()), _named(row)
    if _within(row.actual_start, frame):
        yield Happening(turn="new", what=what, nature=kind, planned=row.planned_start, done=row.actual_start)
    if _within(row.actual_end, frame):
        yield Happening(turn="ended", what=what, nature=kind, planned=row.planned_end, done=row.actual_end)
    is_over = row.actual_end is not None or row.state in OVER
    if not is_over and row.planned_end and row.planned_end < frame.as_of:
        yield Happening(turn="slipped", what=what, nature=_("fin prévue"), planned=row.planned_end)


def _named(row: Project) -> Link:
    return Link(text=row.short_name, anchor=anchor_of(row), language=row.short_language)


def _slipped(row: Project, frame: Frame) -> Iterator[Happening]:
    for milestone in row.milestones.all():
        is_reached = milestone.reached_on is not None and milestone.reached_on <= frame.as_of
        if not is_reached and milestone.planned_on and milestone.planned_on <= frame.as_of:
            text = _("%(milestone)s (%(action)s)") % {
                "milestone": milestone.tr("label"),
                "action": row.short_name,
            }
            what = Link(text=text, anchor=anchor_of(row), language=milestone.language_of("label"))
            yield Happening(turn="slipped", what=what, nature=_("jalon"), planned=milestone.planned_on)


def _within(day: date | None, frame: Frame) -> bool:
    """Whether a day falls in the period of the report."""
    return day is not None and frame.campaign.starts_on <= day <= frame.campaign.ends_on
