"""What changed since the last edition: figures side by side, indicators, what is new, what ended, what slipped."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording

from . import earlier, indicators, promises
from .base import Frame
from .blocks import Block, Column, Heading, Kind, Measure, Paragraph, Table, Value, bare
from .earlier import Earlier, number_of, words_of
from .happening import Counted
from .registry import all_sections

MOST: Final = 14  # lines of a turn that are printed; the sheets hold the rest
SETS: Final[tuple[tuple[Kind, Kind, str], ...]] = (
    ("number", "change", "changements"),
    ("money", "money_change", "changements-montants"),
)


def blocks_of(frame: Frame) -> tuple[Block, ...]:
    """The whole comparison, then the facts of the period."""
    before = earlier.of(frame)
    counted = [one for section in all_sections() for one in section.counted(frame)]
    tables = [_table(counted, kinds, before, frame) for kinds in SETS]
    return (
        Heading(text=_("Ce qui a changé")),
        Paragraph(text=_compared(before, frame)),
        *tables,
        *_indicators(before, frame),
        *_facts(frame),
    )


def _compared(before: Earlier | None, frame: Frame) -> str:
    if before is None:
        return _(
            "Aucune édition de ce protocole n’a été publiée avant celle-ci\u00a0: ses chiffres ne sont comparés à rien."
        )
    day = wording.day(before.published_on, frame.language)
    return _("Comparé au document publié le %(day)s\u00a0: %(edition)s.") % {"edition": before.name, "day": day}


def _table(counted: Sequence[Counted], kinds: tuple[Kind, Kind, str], before: Earlier | None, frame: Frame) -> Table:
    """Figures of a kind, then and now. Without an earlier edition it is kept for the next one, not printed."""
    kind, change, name = kinds
    then = {words_of(line["figure"]): number_of(line["now"]) for line in before.lines(name)} if before else {}
    rows = [(one.label, then.get(one.label), one.value) for one in counted if one.kind == kind]
    caption = (
        _("Montants, d’une édition à l’autre") if kind == "money" else _("Ce qui se compte, d’une édition à l’autre")
    )
    return Table(
        caption=caption,
        columns=_columns(kind, change, before, frame, Column(label=_("Chiffre"), width=40, name="figure")),
        rows=tuple((label, past, now, _change(past, now)) for label, past, now in rows),
        name=name,
        printed=before is not None,
    )


def _columns(kind: Kind, change: Kind, before: Earlier | None, frame: Frame, *first: Column) -> tuple[Column, ...]:
    year = str(before.report.year) if before else _("Avant")
    return (
        *first,
        Column(label=year, kind=kind, width=20, name="before"),
        Column(label=str(frame.year), kind=kind, width=20, name="now"),
        Column(label=_("Écart"), kind=change, width=20, name="change"),
    )


def _change(past: Value, now: Value) -> Value:
    """The difference of two exact figures; a dash when one of them is not known, or not exactly."""
    first, second = number_of(past), number_of(now)
    is_rough = isinstance(bare(past), Measure) or isinstance(bare(now), Measure)
    return "–" if first is None or second is None or is_rough else second - first


def _indicators(before: Earlier | None, frame: Frame) -> tuple[Block, ...]:
    """The last value known of each indicator, then and now; nothing to compare without an earlier edition."""
    if before is None:
        return ()
    then: dict[tuple[str, str], Value] = {}
    for line in before.lines("indicateurs"):
        if number_of(line["actual"]) is not None:
            then[words_of(line["commitment"]), words_of(line["indicator"])] = line["actual"]
    rows = []
    for row in promises.of(frame):
        for indicator in row.indicators.all():
            known = [one.told for one in indicators.values_of(indicator, frame) if one.actual is not None]
            past, now = then.get((str(row.number), indicator.tr("label"))), known[-1] if known else None
            if past is not None or now is not None:
                rows.append((row.number, indicator.tr("label"), past, now, _change(past, now)))
    first = (
        Column(label=_("N°"), kind="year", width=7, name="commitment"),
        Column(label=_("Indicateur"), width=48, name="indicator"),
    )
    columns = _columns("number", "change", before, frame, *first)
    fitted = (*first, *(Column(label=one.label, kind=one.kind, width=15, name=one.name) for one in columns[2:]))
    caption = _("Indicateurs, d’une édition à l’autre")
    empty = _("aucun indicateur n’a de valeur connue")
    return (Table(caption=caption, columns=fitted, rows=tuple(rows), name="changements-indicateurs", empty=empty),)


def _facts(frame: Frame) -> tuple[Block, ...]:
    """What began, ended or slipped in the period, kind by kind."""
    found = [one for section in all_sections() for one in section.happened(frame)]
    labels = {"new": _("nouveau"), "ended": _("achevé"), "slipped": _("en retard")}
    rows, left = [], 0
    for turn, label in labels.items():
        mine = [one for one in found if one.turn == turn]
        rows += [(label, one.what, one.nature, one.planned or "–", one.done or "–") for one in mine[:MOST]]
        left += max(len(mine) - MOST, 0)
    more = ngettext("Un autre est dans sa fiche.", "%(n)s autres sont dans leurs fiches.", left) % {"n": left}
    columns = (
        Column(label=_("Constat"), width=13, name="turn"),
        Column(label=_("Quoi"), width=45, name="what"),
        Column(label=_("Nature"), width=16, name="nature"),
        Column(label=_("Prévu le"), kind="date", width=13, name="planned_on"),
        Column(label=_("Fait le"), kind="date", width=13, name="done_on"),
    )
    caption = _("Nouveau, achevé, en retard")
    empty = _("rien de connu n’a commencé, ne s’est achevé ni n’a pris de retard")
    note = more if left else ""
    return (Table(caption=caption, columns=columns, rows=tuple(rows), name="faits", empty=empty, note=note),)
