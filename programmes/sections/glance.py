"""Every commitment on one page: the promise to the letter, its level and where it moved, what proves it, where to read.

Below them, the decisions that the parties have made public and that are still to be carried out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording

from ..enums import Level, SheetStatus
from ..models import AnnualReport, Commitment, CommitmentSheet, Decision
from . import earlier, indicators, promises
from .base import Frame
from .blocks import Awaited, Glance, Move, Pledge, Trace
from .earlier import Earlier, words_of
from .registry import all_sections

SHOWN: Final = 3  # decisions: with nine commitments they fill the page
STEPS: Final[Mapping[Level, int]] = {
    Level.DROPPED: 0,
    Level.NOT_STARTED: 1,
    Level.TO_STRENGTHEN: 2,
    Level.ON_TRACK: 3,
    Level.REACHED: 4,
}


def of(frame: Frame) -> Glance | None:
    """The page of a report; None for a protocol without a published commitment."""
    rows = promises.of(frame)
    if not rows:
        return None
    before, sheets = earlier.of(frame), promises.sheets(frame)
    number = wording.cardinal(len(rows), frame.language).capitalize()
    title = ngettext("%(number)s engagement, une page", "%(number)s engagements, une page", len(rows))
    decisions = _awaited(frame)
    return Glance(
        title=title % {"number": number},
        lead=_lead(before),
        promises=tuple(_promise(row, sheets.get(row.pk), frame, before) for row in rows),
        decisions=tuple(_decision(row) for row in decisions[:SHOWN]),
        more=max(len(decisions) - SHOWN, 0),
    )


def _lead(before: Earlier | None) -> str:
    asked = _("Ce qui est promis, où en est chaque promesse, ce qui le prouve et la page à lire.")
    compared = _("Aucune édition publiée avant celle-ci\u00a0: les flèches viendront avec la suivante.")
    if before is not None:
        compared = _("Les flèches comparent à\u00a0: %(edition)s.") % {"edition": before.name}
    return f"{asked} {compared}"


def _promise(row: Commitment, sheet: CommitmentSheet | None, frame: Frame, before: Earlier | None) -> Pledge:
    move, since = moved(row.number, promises.level_of(sheet), before)
    proof = _proof(row, sheet, frame)
    return Pledge(
        number=row.number,
        wording=row.tr("wording"),
        level=promises.pill(sheet),
        move=move,
        since=since,
        proof=proof.words,
        proof_url=proof.url,
        proof_trace=proof.trace,
        anchor=promises.anchor(row),
        language=row.language_of("wording"),
        proof_language=proof.language,
    )


def moved(number: int, level: Level | None, before: Earlier | None) -> tuple[Move, str]:
    """Where the level of a commitment went since the last edition, as an arrow and in words."""
    if before is None:
        return "none", ""
    told = {
        words_of(line["commitment"]).partition(".")[0]: words_of(line["level"]) for line in before.lines("engagements")
    }
    then = _level(told.get(str(number), ""))
    words = {"then": then.label if then else ""}
    if then is None or then not in STEPS:
        return ("new", _("premier niveau donné")) if level else ("none", _("toujours sans niveau commun"))
    if level is None or level == Level.NOT_KNOWN:
        return "none", _("était «\u00a0%(then)s\u00a0»") % words
    if level not in STEPS:
        return "new", _("verdict\u202f; était «\u00a0%(then)s\u00a0»") % words
    if STEPS[level] == STEPS[then]:
        return "same", _("stable")
    if STEPS[level] > STEPS[then]:
        return "up", _("en hausse\u202f; était «\u00a0%(then)s\u00a0»") % words
    return "down", _("en baisse\u202f; était «\u00a0%(then)s\u00a0»") % words


def _level(words: str) -> Level | None:
    """The level that an edition in this language told in these words; None for assessments that differed."""
    return next((level for level in Level if str(level.label) == words), None)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What proves most that a promise is kept: its words, where to see it, the list behind its figure."""

    words: str = ""
    url: str = ""
    language: str = ""
    trace: Trace | None = None


def _proof(row: Commitment, sheet: CommitmentSheet | None, frame: Frame) -> Proof:
    """The strongest: a figure with its target, a figure, a paper, the actions."""
    words, trace = indicators.strongest(row, frame)
    if words:
        return Proof(words=words, trace=trace)
    approved = sheet is not None and sheet.status == SheetStatus.APPROVED
    for paper in sheet.programmes_commitmentevidences.all() if sheet is not None and approved else ():
        return Proof(words=paper.tr("title"), url=paper.url, language=paper.language_of("title"))
    proofs = (section.proof(row, frame) for section in all_sections())
    return Proof(words=next(filter(None, proofs), ""))


def _awaited(frame: Frame) -> list[Decision]:
    """Decisions made public and still open, the first due first; none of after the adoption."""
    rows = Decision.objects.public_of(frame.protocol).still_open()
    report = AnnualReport.objects.filter(campaign=frame.campaign.pk).select_related("adopted_in").first()
    if report and report.adopted_in:
        rows = rows.filter(meeting__held_on__lte=report.adopted_in.held_on)
    return list(rows)


def _decision(row: Decision) -> Awaited:
    return Awaited(
        text=row.tr("text"),
        owner=row.owner.organisation.short_name if row.owner else "",
        due_on=row.due_on,
        language=row.language_of("text"),
    )
