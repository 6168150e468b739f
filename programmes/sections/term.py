"""What a report over the whole term adds: the verdict on each promise, each indicator from start to end."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..enums import CampaignKind, Level, SheetStatus
from ..models import Commitment, CommitmentSheet, Indicator
from . import indicators, promises, writing
from .base import Frame
from .blocks import Block, Column, Figures, Heading, KeyFigure, Table, Trace, Value


def verdicts(rows: Sequence[Commitment], sheets: Mapping[int, CommitmentSheet]) -> Figures:
    """How many promises were kept, partly kept, not kept, cannot be judged; and those without a common verdict."""
    counts = Counter(promises.level_of(sheets.get(row.pk)) for row in rows)
    told = [
        KeyFigure(value=counts[level], label=_in_words(level, counts[level]), trace=at(level))
        for level in Level.of_campaign(CampaignKind.FINAL)
    ]
    without = len(rows) - sum(counts[level] for level in Level.of_campaign(CampaignKind.FINAL))
    trace = Trace(table="engagements", where=tuple(("level", words) for words in _undecided()))
    more = [KeyFigure(value=without, label=_("sans verdict commun"), trace=trace)] if without else []
    return Figures(figures=(*told, *more))


def _undecided() -> tuple[str, ...]:
    """What the table of the commitments says of one without a verdict of all."""
    return str(Level.NOT_KNOWN.label), _("appréciations différentes")


def at(*levels: Level) -> Trace:
    """The commitments at one of these levels, on which every party agrees."""
    return Trace(table="engagements", where=tuple(("level", str(level.label)) for level in levels))


def _in_words(level: Level, number: int) -> str:
    """What a number of promises with this verdict is called."""
    match level:
        case Level.KEPT:
            return ngettext("engagement tenu", "engagements tenus", number)
        case Level.PARTLY_KEPT:
            return ngettext("engagement partiellement tenu", "engagements partiellement tenus", number)
        case Level.NOT_KEPT:
            return ngettext("engagement non tenu", "engagements non tenus", number)
    return ngettext("engagement impossible à apprécier", "engagements impossibles à apprécier", number)


def from_start_to_end(rows: Sequence[Commitment], frame: Frame) -> Table:
    """Every indicator of every promise: where it began, where it ended, where it was to go."""
    columns = (
        Column(label=_("Engagement"), kind="year", width=12, name="commitment"),
        Column(label=_("Indicateur"), name="indicator"),
        Column(label=_("Unité"), width=13, name="unit"),
        Column(label=_("Départ"), kind="number", width=11, name="baseline"),
        Column(label=_("Année"), kind="year", width=9, name="baseline_year"),
        Column(label=_("Terme"), kind="number", width=11, name="actual"),
        Column(label=_("Année"), kind="year", width=9, name="actual_year"),
        Column(label=_("Cible"), kind="number", width=11, name="target"),
    )
    lines = [_line(row, indicator, frame) for row in rows for indicator in row.indicators.all()]
    return Table(
        caption=_("Les indicateurs, du départ au terme"),
        columns=columns,
        rows=tuple(lines),
        name="indicateurs-du-terme",
        empty=_("Indicateur à définir."),
    )


def _line(row: Commitment, indicator: Indicator, frame: Frame) -> tuple[Value, ...]:
    """One indicator; its start is its baseline, or the first value known."""
    known = [(value.told, value.year) for value in indicators.values_of(indicator, frame) if value.actual is not None]
    unknown: tuple[Value, Value] = (None, None)
    start = known[0] if known else unknown
    if indicator.baseline is not None:
        start = (indicator.baseline, indicator.baseline_year)
    end = known[-1] if known else unknown
    return (
        row.number,
        writing.said(indicator, "label"),
        writing.said(indicator, "unit"),
        *start,
        *end,
        indicator.target,
    )


def year_by_year(row: Commitment, frame: Frame) -> tuple[Block, ...]:
    """The level that every party gave each year, before the verdict; nothing when no year was told."""
    told = [sheet for sheet in frame.once("levels", lambda: _earlier(frame)) if sheet.commitment_id == row.pk]
    if not told:
        return ()
    columns = (
        Column(label=_("Année"), kind="year", width=14),
        Column(label=_("Niveau"), width=26),
        Column(label=_("Ce qui a été fait")),
    )
    lines = tuple((sheet.campaign.year, _words(sheet), writing.said(sheet, "progress") or None) for sheet in told)
    return Heading(text=_("Année après année")), Table(caption=_("Niveaux donnés"), columns=columns, rows=lines)


def _earlier(frame: Frame) -> list[CommitmentSheet]:
    """The approved sheets of the other campaigns of the protocol, the oldest first."""
    sheets = CommitmentSheet.objects.filter(
        campaign__protocol=frame.protocol, campaign__ends_on__lte=frame.campaign.ends_on, status=SheetStatus.APPROVED
    ).exclude(campaign=frame.campaign.pk)
    return list(sheets.with_assessments().select_related("campaign").order_by("campaign__ends_on", "pk"))


def _words(sheet: CommitmentSheet) -> str:
    if sheet.assessments_differ:
        return _("appréciations différentes")
    return str((sheet.level or Level.NOT_KNOWN).label)
