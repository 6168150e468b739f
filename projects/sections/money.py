"""Money in the report: prévu · voté · engagé · mandaté · reste à mandater, arrêté au …"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from programmes import wording
from programmes.charts import figures
from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Block, Chart, Column, Heading, Missing, Pairs, Table, Value

from ..models import Contribution, Project
from ..models.balance import Line, Money, total
from . import ledger
from .reported import names_of


def columns(*first: Column) -> tuple[Column, ...]:
    """The five columns, everywhere in this order, after those that say whose money it is."""
    return (
        *first,
        Column(label=_("Prévu"), kind="money", name="planned", meaning=_("montant annoncé")),
        Column(
            label=_("Voté"),
            kind="money",
            name="voted",
            meaning=_("montant décidé, avenants compris, moins annulations"),
        ),
        Column(
            label=_("Engagé"), kind="money", name="committed", meaning=_("montant voté dont la convention est signée")
        ),
        Column(label=_("Mandaté"), kind="money", name="paid", meaning=_("montant payé, reversements déduits")),
        Column(label=_("Reste à mandater"), kind="money", name="left_to_pay", meaning=_("engagé moins mandaté")),
    )


def traced(*first: Column, where: Pairs = ()) -> tuple[Column, ...]:
    """The same, each amount with the list behind it: the rows that answer the named columns before it, and `where`."""
    by = tuple((one.name, one.name) for one in first if one.name)
    return *first, *ledger.traced(columns(), where, by)


def cells(amounts: Money) -> tuple[Value, ...]:
    """The five values."""
    return amounts.planned, amounts.voted, amounts.committed, amounts.paid, amounts.left


def as_of(frame: Frame) -> str:
    """Arrêté au 31 décembre 2024."""
    return _("arrêté au %(day)s") % {"day": wording.day(frame.as_of, frame.language)}


def blocks_of(lines: Sequence[Line], row: Project, frame: Frame) -> tuple[Block, ...]:
    """The money of one action, or the sentence that nobody has given any."""
    heading = Heading(text=_("Qui paie quoi"))
    if not lines:
        return heading, Missing(text=_("Montants\u00a0: non renseigné."))
    table = Table(
        caption=_("Financement, %(as_of)s") % {"as_of": as_of(frame)},
        columns=traced(Column(label=_("Financeur"), width=30, name="funder"), where=(("action", row.short_name),)),
        rows=tuple((names_of(line.funders), *cells(line.money)) for line in lines),
        total=(_("Total"), *cells(total(lines))) if len(lines) > 1 else (),
    )
    return (heading, *funders_bar(lines, frame), table, *_purposes(row))


def funders_bar(lines: Sequence[Line], frame: Frame) -> tuple[Block, ...]:
    """What each funder announced, the largest first; nothing when fewer than two are known."""
    segments = sorted(
        (
            figures.Segment(label=names_of(line.funders), value=line.money.planned, tone=line.tone)
            for line in lines
            if line.money.planned
        ),
        key=lambda segment: -segment.value,
    )
    if len(segments) < 2:
        return ()
    words = ", ".join(f"{one.label} {wording.short_euros(one.value, frame.language)}" for one in segments)
    whole = wording.short_euros(total(lines).planned, frame.language)
    title = _("%(whole)s prévus, par financeur") % {"whole": whole}
    return (
        Chart(
            figure=figures.FundersBar(segments=tuple(segments)),
            title=title,
            alt=f"{title}\u00a0: {words}.",
            table="finances",
        ),
    )


def _purposes(row: Project) -> tuple[Block, ...]:
    """What each planned amount is for, with its source: a purchase and works are not added up in silence."""
    heads = (
        Column(label=_("Financeur"), width=17),
        Column(label=_("Objet"), width=19),
        Column(label=_("Nature"), width=13),
        Column(label=_("Année"), kind="year", width=7),
        Column(label=_("Prévu"), kind="money", width=13),
        Column(label=_("Source"), width=31),
    )
    lines = tuple(_purpose(one) for one in row.contributions.all())
    return (Table(caption=_("Détail des montants prévus"), columns=heads, rows=lines, records=True),) if lines else ()


def _purpose(one: Contribution) -> tuple[Value, ...]:
    """Who, for what, in which form, when, how much, whence it is known; a dash when it belongs to no year."""
    nature = str(one.get_nature_display())
    return (
        ledger.funders_of(one),
        writing.said(one, "purpose"),
        nature,
        one.year or "–",
        one.amount,
        writing.in_french(one.source),
    )
