"""The drawing of the actions over the years: what is known of their dates, and what is not."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from programmes.charts import figures
from programmes.sections.base import Frame
from programmes.sections.blocks import Block, Chart

from ..models import Project


def drawing(rows: Sequence[Project], frame: Frame) -> tuple[Block, ...]:
    """One line a whole action; its parts are stretches of that line."""
    known = {row.pk for row in rows}
    wholes = [row for row in rows if row.part_of_id not in known]
    if not wholes:
        return ()
    lines = tuple(_line(whole, [row for row in rows if row.part_of_id == whole.pk], frame) for whole in wholes)
    marks = ((frame.protocol.signed_on, _("Signature")), (frame.protocol.term, _("Échéance")))
    days = [day for day, _label in marks if day] + [frame.as_of]
    days += [day for line in lines for span in line.spans for day in (span.start, span.end)]
    first, last = min(days).year, max(days).year
    return (
        Chart(
            figure=figures.Gantt(
                first_year=first,
                last_year=last,
                rows=lines,
                marks=tuple(figures.DateMark(day=day, label=label) for day, label in marks if day),
                today=frame.as_of,
            ),
            title=_("Les actions communes, de %(first)s à %(last)s") % {"first": first, "last": last},
            alt=_("Période de chaque action\u202f; les mêmes dates sont dans le tableau des actions."),
            note=_("Pointillé\u00a0: la fin n’est pas renseignée. Tirets rouges\u00a0: la date du rapport."),
            table="actions",
        ),
    )


def _line(whole: Project, parts: Sequence[Project], frame: Frame) -> figures.GanttRow:
    dated = [row for row in parts if row.start] or [whole]
    themes = list(whole.theme_links.all())
    spans = tuple(span for row in dated for span in _spans(row, "" if row is whole else row.tr("acronym"), frame.as_of))
    return figures.GanttRow(
        label=whole.short_name,
        tone=f"theme-{themes[0].theme.colour}" if themes else "ink",
        spans=spans,
        note="" if spans else _("dates non renseignées"),
    )


def _spans(row: Project, label: str, as_of: date) -> tuple[figures.Span, ...]:
    if row.start is None:
        return ()
    if row.end is None:
        return (figures.Span(start=row.start, end=max(as_of, row.start), label=label, look="dotted"),)
    return (figures.Span(start=row.start, end=row.end, label=label, look="solid" if row.actual_start else "pale"),)
