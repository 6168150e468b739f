"""What changed since the last edition: figures side by side, indicators, what is new, what ended, what slipped.

Each figure of now names its list; one of the edition before, the list of what that edition said; a difference, its
line.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording

from . import earlier, indicators, promises, writing
from .base import Frame
from .blocks import Block, Column, Heading, Kind, Measure, Pairs, Paragraph, Plain, Table, Trace, Traced, Value, bare
from .earlier import Earlier, number_of, words_of
from .happening import Counted, Happening
from .registry import all_sections

MOST: Final = 14  # lines of a turn that are printed; the sheets hold the rest
SETS: Final[tuple[tuple[Kind, Kind, str], ...]] = (
    ("number", "change", "changements"),
    ("money", "money_change", "changements-montants"),
)
INDICATORS: Final = "changements-indicateurs"
BEFORE: Final = "edition-precedente"  # the list of the figures compared, as the edition before told them
EACH: Final = "faits-un-a-un"


def blocks_of(frame: Frame) -> tuple[Block, ...]:
    """The whole comparison, then the facts of the period."""
    before = earlier.of(frame)
    counted = [one for section in all_sections() for one in section.counted(frame)]
    tables = [_table(counted, kinds, before, frame) for kinds in SETS]
    compared = (*tables, *_indicators(before, frame))
    return (
        Heading(text=_("Ce qui a changé")),
        Paragraph(text=_compared(before, frame)),
        *compared,
        *((_told_before(compared, before),) if before else ()),
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
    rows = [(one.label, then.get(one.label), one.value, one.trace) for one in counted if one.kind == kind]
    caption = (
        _("Montants, d’une édition à l’autre") if kind == "money" else _("Ce qui se compte, d’une édition à l’autre")
    )
    first = Column(label=_("Chiffre"), width=40, name="figure")
    return Table(
        caption=caption,
        columns=(first, *_columns(name, (kind, change, 20), (("figure", "figure"),), before, frame)),
        rows=tuple(
            (label, _past(past, name, figure=label), traced(now, trace), _change(past, now))
            for label, past, now, trace in rows
        ),
        name=name,
        printed=before is not None,
    )


def _columns(
    name: str,
    look: tuple[Kind, Kind, int],
    by: tuple[tuple[str, str], ...],
    before: Earlier | None,
    frame: Frame,
) -> tuple[Column, ...]:
    """Then, now, and the difference, which is that of its own line, found `by` its first columns."""
    kind, change, width = look
    year = str(before.report.year) if before else _("Avant")
    trace = Trace(table=name, by=by, how="difference", column="now", less="before")
    return (
        Column(label=year, kind=kind, width=width, name="before"),
        Column(label=str(frame.year), kind=kind, width=width, name="now"),
        Column(label=_("Écart"), kind=change, width=width, name="change", trace=trace),
    )


def traced(value: Value, trace: Trace | None) -> Value:
    """A figure with its list; what is not known, and what has no list, stays as it is."""
    plain = bare(value)
    if trace is None or isinstance(plain, bool) or not isinstance(plain, int | Decimal | Measure):
        return value
    return Traced(value=plain, trace=trace)


def _past(value: Value, table: str, **where: Plain) -> Value:
    """A figure of the edition before, with its line in the list of them."""
    pairs: Pairs = (("table", table), *where.items())
    return traced(value, Trace(table=BEFORE, where=pairs, how="value", column="value"))


def _told_before(tables: Sequence[Table], before: Earlier) -> Table:
    """Every figure compared, as the edition before told it: for the attached file, and for those who ask."""
    columns = (
        Column(label=_("Édition"), name="edition"),
        Column(label=_("Tableau"), name="table"),
        Column(label=_("N°"), kind="year", name="commitment"),
        Column(label=_("Chiffre"), name="figure"),
        Column(label=_("Valeur"), kind="number", name="value"),
    )
    rows = tuple(
        (before.name, table.name, line.get("commitment"), line.get("figure", line.get("indicator")), bare(past))
        for table in tables
        for line in _lines(table)
        if number_of(past := line["before"]) is not None
    )
    caption = _("Les chiffres de l’édition précédente, tels qu’elle les a dits")
    return Table(caption=caption, columns=columns, rows=rows, name=BEFORE, printed=False, records=True)


def _lines(table: Table) -> list[Mapping[str, Value]]:
    return [dict(zip([column.key for column in table.columns], row, strict=True)) for row in table.rows]


def _change(past: Value, now: Value) -> Value:
    """The difference of two exact figures; a dash when one of them is not known, or not exactly."""
    first, second = number_of(past), number_of(now)
    is_rough = isinstance(bare(past), Measure) or isinstance(bare(now), Measure)
    return "–" if first is None or second is None or is_rough else second - first


def _indicators(before: Earlier | None, frame: Frame) -> tuple[Table, ...]:
    """The last value known of each indicator, then and now; nothing to compare without an earlier edition."""
    if before is None:
        return ()
    columns = (
        Column(label=_("N°"), kind="year", width=7, name="commitment"),
        Column(label=_("Indicateur"), width=48, name="indicator"),
        *_columns(
            INDICATORS,
            ("number", "change", 15),
            (("commitment", "commitment"), ("indicator", "indicator")),
            before,
            frame,
        ),
    )
    caption = _("Indicateurs, d’une édition à l’autre")
    empty = _("aucun indicateur n’a de valeur connue")
    return (Table(caption=caption, columns=columns, rows=_moved(before, frame), name=INDICATORS, empty=empty),)


def _moved(before: Earlier, frame: Frame) -> tuple[tuple[Value, ...], ...]:
    """A line an indicator of which a value is known, then or now."""
    then: dict[tuple[str, str], Value] = {}
    for line in before.lines(indicators.LIST):
        if number_of(line["actual"]) is not None:
            then[words_of(line["commitment"]), words_of(line["indicator"])] = line["actual"]
    rows: list[tuple[Value, ...]] = []
    for row in promises.of(frame):
        for indicator in row.indicators.all():
            label = indicator.tr("label")
            last = [one for one in indicators.values_of(indicator, frame) if one.actual is not None][-1:]
            past, now = then.get((str(row.number), label)), last[0].told if last else None
            trace = indicators.trace(indicator, last[0].year, "actual") if last else None
            if past is not None or now is not None:
                told = _past(past, INDICATORS, commitment=row.number, figure=label)
                rows.append(
                    (row.number, writing.said(indicator, "label"), told, traced(now, trace), _change(past, now))
                )
    return tuple(rows)


def _facts(frame: Frame) -> tuple[Block, ...]:
    """What began, ended or slipped in the period, kind by kind; then each of those that one line counts."""
    found = [one for section in all_sections() for one in section.happened(frame)]
    labels = {"new": _("nouveau"), "ended": _("achevé"), "slipped": _("en retard")}
    turns = [(label, [one for one in found if one.turn == turn]) for turn, label in labels.items()]
    left = sum(max(len(mine) - MOST, 0) for _label, mine in turns)
    more = ngettext("Un autre est dans sa fiche.", "%(n)s autres sont dans leurs fiches.", left) % {"n": left}
    empty = _("rien de connu n’a commencé, ne s’est achevé ni n’a pris de retard")
    printed = Table(
        caption=_("Nouveau, achevé, en retard"),
        columns=_happened(),
        rows=tuple((label, *_fact(one, label)) for label, mine in turns for one in mine[:MOST]),
        name="faits",
        empty=empty,
        note=more if left else "",
        records=True,
    )
    rows = tuple(
        (label, *_fact(one, label)) for label, mine in turns for whole in mine for one in whole.each or (whole,)
    )
    every = Table(
        caption=_("Les faits, un à un"), columns=_happened(), rows=rows, name=EACH, printed=False, records=True
    )
    return (printed, every) if rows else (printed,)


def _happened() -> tuple[Column, ...]:
    return (
        Column(label=_("Constat"), width=13, name="turn"),
        Column(label=_("Quoi"), width=45, name="what"),
        Column(label=_("Nature"), width=16, name="nature"),
        Column(label=_("Prévu le"), kind="date", width=13, name="planned_on"),
        Column(label=_("Fait le"), kind="date", width=13, name="done_on"),
    )


def _fact(one: Happening, label: str) -> tuple[Value, ...]:
    """One that counts several leads to each of them."""
    what: Value = one.what
    if one.each:
        trace = Trace(table=EACH, where=(("turn", label), ("nature", words_of(one.nature))))
        what = Traced(value=words_of(one.what), trace=trace)
    return what, one.nature, one.planned or "–", one.done or "–"
