"""The list behind the counts of joint actions: one row an action, its parts among them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Column, Table, Trace

from ..models import Project
from .reported import anchor_of, money_of, projects_of

LIST = "liste-actions"
WHOLES = Trace(table=LIST, where=(("part_of", None),))
ENDED = Trace(table=LIST, where=(("part_of", None), ("is_ended", True)))
DOCUMENTED = Trace(table=LIST, where=(("is_documented", True),))


def actions(frame: Frame) -> tuple[Table, ...]:
    """Each action and part that the report speaks of; nothing when there is none."""
    rows = projects_of(frame)
    money = money_of(rows, frame)
    references = {row.pk: row.reference for row in rows}
    columns = (
        Column(label=_("Référence"), name="reference"),
        Column(label=_("Action"), name="action"),
        Column(label=_("Nature"), name="kind"),
        Column(label=_("État"), name="state"),
        Column(label=_("Partie de"), name="part_of"),
        Column(label=_("Montant prévu connu"), name="is_documented"),
        Column(label=_("Achevée"), name="is_ended"),
    )
    lines = tuple(
        (
            row.reference,
            writing.linked(row, "title", anchor=anchor_of(row), path=_page(row)),
            str(row.get_kind_display()),
            str(row.get_state_display()),
            references.get(row.part_of_id) if row.part_of_id else None,
            any(line.money.planned is not None for line in money[row.pk]),
            is_ended(row, frame),
        )
        for row in rows
    )
    caption = _("Les actions que ce rapport compte")
    table = Table(caption=caption, columns=columns, rows=lines, name=LIST, printed=False, records=True)
    return (table,) if lines else ()


def is_ended(row: Project, frame: Frame) -> bool:
    """Whether an action was over by the day of the report."""
    return row.actual_end is not None and row.actual_end <= frame.as_of


def _page(row: Project) -> str:
    return reverse("projects:detail", args=[row.slug])
