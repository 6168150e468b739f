"""The chapter of the commitments: each promise to the letter, its indicators, what the parties say, what proves it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..enums import CampaignKind, Level, SheetStatus
from ..models import Campaign, Commitment, CommitmentContinuation, CommitmentSheet
from . import indicators, open_records, promises, proving, sought, term, writing
from .base import Frame, Section
from .blocks import (
    Block,
    Bullets,
    Chapter,
    Column,
    Fact,
    Facts,
    Heading,
    KeyFigure,
    Link,
    Part,
    Quote,
    Table,
    Trace,
)
from .board import COMMITMENT, SheetKind
from .datasets import Dataset
from .finding import Sought
from .happening import Counted
from .indexed import Indexed
from .related import Answer, Line
from .waiting import Desk, SheetWords, Task, record_tasks, sheet_tasks

SHEETS = SheetWords(subject="commitment", many="fiches d’engagement")


def due(campaign: Campaign) -> QuerySet[Commitment]:
    """Which commitments have a yearly sheet in a campaign: those published of its protocol.

    After the term, one that the next protocol takes up is told of there.
    """
    rows = Commitment.objects.published().filter(protocol=campaign.protocol_id).in_order()
    if campaign.kind != CampaignKind.FOLLOW_UP:
        return rows
    taken_up = CommitmentContinuation.objects.filter(successor__isnull=False)
    return rows.exclude(pk__in=taken_up.values("predecessor"))


KIND = SheetKind(
    slug="engagements",
    label=gettext_lazy("Engagements"),
    one="Engagement",
    model=CommitmentSheet,
    records=due,
    paths={COMMITMENT: "commitment"},
)
EVERY = Trace(table="engagements")
REACHED = frozenset({Level.REACHED, Level.KEPT})


class CommitmentSection(Section):
    """The promises of the protocol."""

    name = "commitments"

    def sheets(self) -> tuple[SheetKind, ...]:
        """The sheets of the commitments."""
        return (KIND,)

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Commitments and their sheets."""
        return (*sheet_tasks(CommitmentSheet, SHEETS, desk), *record_tasks([Commitment], desk))

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter, a sheet each."""
        rows = promises.of(frame)
        sheets = promises.sheets(frame)
        parts = tuple(_part(row, sheets.get(row.pk), frame) for row in rows)
        blocks: tuple[Block, ...] = (_overview(rows, sheets, frame), indicators.all_values(rows, frame))
        title = _("Les engagements")
        if frame.is_final:
            title = _("Ce que sont devenus les engagements")
            blocks = (term.verdicts(rows, sheets), *blocks, term.from_start_to_end(rows, frame))
        return (Chapter(slug="engagements", title=title, blocks=blocks, parts=parts),)

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many promises, how many kept so far."""
        rows, sheets = promises.of(frame), promises.sheets(frame)
        reached = sum(promises.level_of(sheets.get(row.pk)) in REACHED for row in rows)
        words = ngettext("dont %(n)s atteint", "dont %(n)s atteints", reached)
        if frame.is_final:
            words = ngettext("dont %(n)s tenu", "dont %(n)s tenus", reached)
        note = words % {"n": reached} if reached else ""
        label = ngettext("engagement", "engagements", len(rows))
        return (KeyFigure(value=len(rows) or None, label=label, note=note, trace=EVERY, note_trace=term.at(*REACHED)),)

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """The commitments."""
        rows, paths = Commitment.objects.visible_to(viewer), ("protocol__reference", "number")
        return (Indexed(name="commitments", rows=rows, route="programmes:commitment", paths=paths),)

    def datasets(self) -> tuple[Dataset, ...]:
        """The commitments, and the values of their indicators."""
        return open_records.commitments(), open_records.indicators()

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """How many promises, how many kept so far."""
        rows, sheets = promises.of(frame), promises.sheets(frame)
        reached = sum(promises.level_of(sheets.get(row.pk)) in REACHED for row in rows)
        label = _("Engagements tenus") if frame.is_final else _("Engagements atteints")
        return (
            Counted(label=_("Engagements"), value=len(rows), trace=EVERY),
            Counted(label=label, value=reached, trace=term.at(*REACHED)),
        )

    def evidence(self, viewer: Any) -> Answer[dict[int, tuple[Line, ...]]]:
        """Papers that are no record of ours."""
        return proving.papers()

    def holds_demo(self, frame: Frame) -> bool:
        """Whether a promise, a value of an indicator or a sheet was invented."""
        rows = promises.of(frame)
        values = (value for row in rows for one in row.indicators.all() for value in one.values.all())
        return any(row.is_demo for row in (*rows, *values, *promises.sheets(frame).values()))

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """What of it can be found by its words."""
        return (sought.commitments(viewer),)


def _overview(rows: Sequence[Commitment], sheets: dict[int, CommitmentSheet], frame: Frame) -> Table:
    columns = (
        Column(label=_("Engagement"), width=50, name="commitment"),
        Column(label=_("Niveau"), width=22, name="level"),
        Column(label=_("Réalisé"), kind="number", width=14, name="actual"),
        Column(label=_("Cible"), kind="number", width=14, name="target"),
    )
    lines = []
    for row in rows:
        actual, target = indicators.latest(row, frame)
        link = Link(
            text=f"{row.number}. {row.tr('label')}",
            anchor=promises.anchor(row),
            language=row.language_of("label"),
        )
        lines.append((link, promises.pill(sheets.get(row.pk)).label, actual, target))
    note = _("Réalisé et cible\u00a0: premier indicateur de l’engagement, dans son unité.")
    caption = _("Le verdict sur chaque engagement") if frame.is_final else _("Où en est chaque engagement")
    return Table(caption=caption, columns=columns, rows=tuple(lines), name="engagements", note=note, records=True)


def _part(row: Commitment, sheet: CommitmentSheet | None, frame: Frame) -> Part:
    return Part(
        anchor=promises.anchor(row),
        title=row.tr("label"),
        eyebrow=_("Engagement %(number)s") % {"number": row.number},
        pill=promises.pill(sheet),
        blocks=(
            Quote(text=row.tr("wording"), source=row.source, language=row.language_of("wording")),
            *_owners(row),
            *writing.remarks(row, frame),
            *indicators.blocks_of(row, frame),
            *_declared(sheet, frame),
            *_assessments(sheet),
            *(term.year_by_year(row, frame) if frame.is_final else ()),
            *_evidence(row, sheet, frame),
        ),
    )


def _declared(sheet: CommitmentSheet | None, frame: Frame) -> tuple[Block, ...]:
    """The joint words of the parties: of the year, or of the whole term."""
    if frame.is_final:
        return Heading(text=_("Ce que les parties déclarent au terme")), *writing.sheet(sheet, with_next_steps=False)
    return Heading(text=_("Ce que les parties déclarent pour %(year)s") % {"year": frame.year}), *writing.sheet(sheet)


def _owners(row: Commitment) -> tuple[Block, ...]:
    facts = tuple(
        Fact(
            label=owner.party.organisation.short_name,
            value=", ".join(filter(None, (str(owner.person or ""), owner.function))),
        )
        for owner in row.owners.all()
    )
    return (Facts(facts=facts),) if facts else ()


def _assessments(sheet: CommitmentSheet | None) -> tuple[Block, ...]:
    """Each party's own words, when they differ or say more than the level."""
    if sheet is None or sheet.status != SheetStatus.APPROVED:
        return ()
    columns = (
        Column(label=_("Partie"), width=25),
        Column(label=_("Niveau"), width=22),
        Column(label=_("Appréciation")),
    )
    given = sheet.assessments.all()
    if not sheet.assessments_differ and not any(one.text for one in given):
        return ()
    rows = tuple(
        (one.party.organisation.short_name, str(one.get_level_display()), writing.said(one, "text") or "–")
        for one in given
    )
    return (Table(caption=_("Appréciation de chaque partie"), columns=columns, rows=rows),) if rows else ()


def _evidence(row: Commitment, sheet: CommitmentSheet | None, frame: Frame) -> tuple[Block, ...]:
    """What shows that the promise was kept: papers of the sheet, and the records of each section."""
    approved = sheet is not None and sheet.status == SheetStatus.APPROVED
    papers = sheet.programmes_commitmentevidences.all() if sheet is not None and approved else ()
    lines = tuple(writing.linked(paper, "title", url=paper.url) for paper in papers)
    bullets: tuple[Block, ...] = (Bullets(items=lines),) if lines else ()
    blocks = (*bullets, *writing.beside(row, frame))
    return (Heading(text=_("Ce qui le montre")), *blocks) if blocks else ()
