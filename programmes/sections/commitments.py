"""The chapter of the commitments: each promise to the letter, its indicators, what the parties say, what proves it."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..enums import Level, SheetStatus
from ..models import Campaign, Commitment, CommitmentSheet
from . import indicators, writing
from .base import Frame, Section
from .blocks import Block, Bullets, Chapter, Column, Fact, Facts, Heading, KeyFigure, Link, Part, Pill, Quote, Table
from .board import COMMITMENT, SheetKind
from .waiting import Desk, SheetWords, Task, record_tasks, sheet_tasks

SHEETS = SheetWords(subject="commitment", many="fiches d’engagement")


def due(campaign: Campaign) -> QuerySet[Commitment]:
    """Which commitments have a yearly sheet in a campaign: those published of its protocol."""
    return Commitment.objects.published().filter(protocol=campaign.protocol_id).in_order()


KIND = SheetKind(
    slug="engagements",
    label="Engagements",
    one="Engagement",
    model=CommitmentSheet,
    records=due,
    paths={COMMITMENT: "commitment"},
)
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
        rows = _commitments(frame)
        sheets = _sheets(frame)
        parts = tuple(_part(row, sheets.get(row.pk), frame) for row in rows)
        table = indicators.all_values(rows, frame)
        blocks: tuple[Block, ...] = (_overview(rows, sheets, frame), table)
        return (Chapter(slug="engagements", title=_("Les engagements"), blocks=blocks, parts=parts),)

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many promises, how many kept so far."""
        rows, sheets = _commitments(frame), _sheets(frame)
        reached = sum(_level(sheets.get(row.pk)) in REACHED for row in rows)
        note = ngettext("dont %(n)s atteint", "dont %(n)s atteints", reached) % {"n": reached} if reached else ""
        return (KeyFigure(value=len(rows) or None, label=ngettext("engagement", "engagements", len(rows)), note=note),)

    def holds_demo(self, frame: Frame) -> bool:
        """Whether a promise, a value of an indicator or a sheet was invented."""
        rows = _commitments(frame)
        values = (value for row in rows for one in row.indicators.all() for value in one.values.all())
        return any(row.is_demo for row in (*rows, *values, *_sheets(frame).values()))


def _commitments(frame: Frame) -> list[Commitment]:
    rows = Commitment.objects.visible_to(None).filter(protocol=frame.protocol).for_page().in_order()
    return frame.once("commitments", lambda: list(rows))


def _sheets(frame: Frame) -> dict[int, CommitmentSheet]:
    """The sheets of the campaign by commitment."""
    sheets = CommitmentSheet.objects.filter(campaign=frame.campaign.pk).select_related("campaign__protocol")
    loaded = sheets.prefetch_related(
        "campaign__protocol__parties", "assessments__party__organisation", "programmes_commitmentevidences"
    )
    return {row.commitment_id: row for row in loaded}


def _level(sheet: CommitmentSheet | None) -> Level | None:
    """The level that every party has approved."""
    return sheet.level if sheet and sheet.status == SheetStatus.APPROVED else None


def _pill(sheet: CommitmentSheet | None) -> Pill:
    if sheet and sheet.status == SheetStatus.APPROVED and sheet.assessments_differ:
        return Pill(state="to_strengthen", label=_("appréciations différentes"))
    level = _level(sheet) or Level.NOT_KNOWN
    return Pill(state=level.tone, label=str(level.label))


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
        link = Link(text=f"{row.number}. {row.tr('label')}", anchor=_anchor(row))
        lines.append((link, _pill(sheets.get(row.pk)).label, actual, target))
    note = _("Réalisé et cible : premier indicateur de l’engagement, dans son unité.")
    return Table(
        caption=_("Où en est chaque engagement"), columns=columns, rows=tuple(lines), name="engagements", note=note
    )


def _anchor(row: Commitment) -> str:
    return f"engagement-{row.number}"


def _part(row: Commitment, sheet: CommitmentSheet | None, frame: Frame) -> Part:
    return Part(
        anchor=_anchor(row),
        title=row.tr("label"),
        eyebrow=_("Engagement %(number)s") % {"number": row.number},
        pill=_pill(sheet),
        new_page=True,
        blocks=(
            Quote(text=row.tr("wording"), source=row.source, language=writing.language_of(row, "wording")),
            *_owners(row),
            *writing.remarks(row, frame),
            *indicators.blocks_of(row, frame),
            Heading(text=_("Ce que les parties déclarent pour %(year)s") % {"year": frame.year}),
            *writing.sheet(sheet),
            *_assessments(sheet),
            *_evidence(row, sheet, frame),
        ),
    )


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
        (one.party.organisation.short_name, str(one.get_level_display()), one.tr("text") or "–") for one in given
    )
    return (Table(caption=_("Appréciation de chaque partie"), columns=columns, rows=rows),) if rows else ()


def _evidence(row: Commitment, sheet: CommitmentSheet | None, frame: Frame) -> tuple[Block, ...]:
    """What shows that the promise was kept: papers of the sheet, and the records of each section."""
    approved = sheet is not None and sheet.status == SheetStatus.APPROVED
    papers = sheet.programmes_commitmentevidences.all() if sheet is not None and approved else ()
    lines = tuple(Link(text=paper.tr("title"), url=paper.url) for paper in papers)
    bullets: tuple[Block, ...] = (Bullets(items=lines),) if lines else ()
    blocks = (*bullets, *writing.beside(row, frame))
    return (Heading(text=_("Ce qui le montre")), *blocks) if blocks else ()
