"""The last chapter of a report over the whole term: what was learnt, what the next protocol makes of each promise."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..enums import SheetStatus
from ..models import Commitment, CommitmentContinuation
from . import promises, writing
from .base import Frame, Section
from .blocks import Block, Chapter, Column, Heading, Link, Missing, Table, Value


class LessonsSection(Section):
    """Lessons, and what to renew."""

    name = "lessons"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter of a final report; other reports have none."""
        if not frame.is_final:
            return ()
        blocks = (_continuations(promises.of(frame), frame), *_said(frame))
        return (Chapter(slug="enseignements", title=_("Enseignements et suites"), blocks=blocks),)


def _said(frame: Frame) -> tuple[Block, ...]:
    """What the approved sheets say of it, promise by promise."""
    sheets, said = promises.sheets(frame), []
    for row in promises.of(frame):
        sheet = sheets.get(row.pk)
        if sheet and sheet.status == SheetStatus.APPROVED and (words := writing.text(sheet, "next_steps")):
            said += [Heading(text=f"{row.number}. {row.tr('label')}"), *words]
    return tuple(said) or (Missing(text=_("Aucun enseignement n’a été déclaré.")),)


def _continuations(rows: Sequence[Commitment], frame: Frame) -> Table:
    found = CommitmentContinuation.objects.visible_to(None).filter(predecessor__protocol=frame.protocol)
    by_promise: dict[int, list[CommitmentContinuation]] = defaultdict(list)
    for one in found.select_related("successor__protocol"):
        by_promise[one.predecessor_id].append(one)
    columns = (
        Column(label=_("Engagement"), width=45, name="commitment"),
        Column(label=_("Suite"), width=18, name="continuation"),
        Column(label=_("Engagement qui suit"), name="successor"),
    )
    lines = [
        (Link(text=f"{row.number}. {row.tr('label')}", anchor=promises.anchor(row)), *_next(one))
        for row in rows
        for one in by_promise.get(row.pk, [None])
    ]
    return Table(caption=_("Ce que devient chaque engagement"), columns=columns, rows=tuple(lines), name="suites")


def _next(one: CommitmentContinuation | None) -> tuple[Value, Value]:
    """What was made of a promise, and the promise that follows; a dash where there is none."""
    if one is None:
        return None, None
    following = one.successor
    named = "–" if following is None else f"{following.protocol.tr('short_title')}, {following.number}"
    return str(one.get_kind_display()), named
