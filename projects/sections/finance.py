"""The finance annex: every action and funder, the grants voted, the expenses declared, year by year."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from django.db.models import Model
from django.utils.translation import gettext as _

from programmes import wording
from programmes.charts import figures
from programmes.models import Protocol
from programmes.sections import writing
from programmes.sections.base import Frame, Section
from programmes.sections.blocks import Block, Chapter, Chart, Column, KeyFigure, Link, Paragraph, Table, Trace
from programmes.sections.happening import Counted

from ..models import Contribution, Expense, Grant, Project
from ..models.balance import Line, Money, grant_money, total
from . import ledger, listing, money, yearly
from .reported import anchor_of, money_of, named, names_of, projects_of


class FinanceAnnex(Section):
    """The money of the joint actions."""

    name = "finance"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter, after everything else."""
        rows = projects_of(frame)
        lines = [line for found in money_of(rows, frame).values() for line in found]
        note = _(
            "Le CPER est un cadre, jamais un financeur. Les fonds européens ne sont pas ajoutés à ceux de la Région. "
            "«\u00a0Voté\u00a0» comprend les avenants, moins les annulations\u202f; "
            "«\u00a0mandaté\u00a0» déduit les reversements."
        )
        blocks = (
            Paragraph(text=note),
            _by_funder(lines, frame),
            yearly.table(rows, lines, frame),
            *_voted_by_year(rows, frame),
            _by_action(rows, lines, frame),
            _grants(rows, frame),
            _expenses(rows, frame),
            *(kept for kept in (ledger.planned(rows), ledger.moved(rows, frame)) if kept.rows),
        )
        lead = _("Montants en euros, arrêtés au %(day)s.") % {"day": wording.day(frame.as_of, frame.language)}
        return (Chapter(slug="finances", title=_("Annexe financière"), lead=lead, blocks=blocks),)

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """About the protocol: what was voted each year."""
        return _voted_by_year(projects_of(frame), frame) if isinstance(record, Protocol) else ()

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """What is planned and what is paid, with the number of actions that the figure covers."""
        rows = projects_of(frame)
        by_project = money_of(rows, frame)
        whole = total(line for lines in by_project.values() for line in lines)
        planned = sum(any(line.money.planned is not None for line in lines) for lines in by_project.values())
        day = wording.day(frame.as_of, frame.language)
        words = {"known": planned, "all": len(rows)}
        note = _("documentés pour %(known)s fiches sur %(all)s") % words if planned else ""
        return (
            KeyFigure(
                value=whole.planned,
                kind="money",
                label=_("prévus, tous financeurs"),
                note=note,
                trace=_sum("planned"),
                note_trace=listing.DOCUMENTED,
            ),
            KeyFigure(
                value=whole.paid, kind="money", label=_("mandatés au %(day)s") % {"day": day}, trace=_sum("paid")
            ),
        )

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """The five columns, all actions and funders together."""
        lines = [line for found in money_of(projects_of(frame), frame).values() for line in found]
        return tuple(
            Counted(label=column.label, value=value, kind="money", trace=column.trace)
            for column, value in zip(money.traced(), money.cells(total(lines)), strict=True)
        )

    def holds_demo(self, frame: Frame) -> bool:
        """Whether an amount was invented."""
        rows = projects_of(frame)
        tables = (Contribution.objects.filter(project__in=rows), Grant.objects.filter(project__in=rows))
        return any(table.filter(is_demo=True).exists() for table in tables)


def _sum(column: str) -> Trace:
    """A column of the table by action and funder, added up."""
    return Trace(table="finances", how="sum", column=column)


def _by_action(rows: Sequence[Project], lines: Sequence[Line], frame: Frame) -> Block:
    projects = {row.pk: row for row in rows}
    return Table(
        caption=_("Par action et par financeur, %(as_of)s") % {"as_of": money.as_of(frame)},
        columns=money.traced(
            Column(label=_("Action"), width=22, name="action"), Column(label=_("Financeur"), width=18, name="funder")
        ),
        rows=tuple(
            (
                _place(projects[line.project_id]),
                names_of(line.funders),
                *money.cells(line.money),
            )
            for line in lines
        ),
        total=(_("Total"), "", *money.cells(total(lines))) if lines else (),
        name="finances",
    )


def _place(project: Project) -> Link:
    """The name of an action, which leads to its sheet."""
    return Link(text=project.short_name, anchor=anchor_of(project), language=project.short_language)


def _by_funder(lines: Sequence[Line], frame: Frame) -> Block:
    sums: dict[str, Money] = defaultdict(Money)
    for line in lines:
        sums[names_of(line.funders)] += line.money
    return Table(
        caption=_("Par financeur, %(as_of)s") % {"as_of": money.as_of(frame)},
        columns=money.traced(Column(label=_("Financeur"), width=30, name="funder")),
        rows=tuple((name, *money.cells(amounts)) for name, amounts in sorted(sums.items())),
        total=(_("Total"), *money.cells(total(lines))) if lines else (),
        name="financeurs",
    )


def _voted_by_year(rows: Sequence[Project], frame: Frame) -> tuple[Block, ...]:
    """Amounts voted each civil year, stacked by the kind of body that votes."""
    grants = [grant for grant in ledger.grants_of(rows, frame) if grant.voted_on]
    if not grants:
        return ()
    tones = _named_tones(grants)
    sums: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for one in ledger.movements_of(rows, frame):
        if one.day:
            sums[one.day.year, _tone(one.grant)] += one.money.voted or 0
    years = range(min(year for year, _colour in sums), frame.year + 1)
    chart = figures.StackedColumns(
        series=tuple(figures.Series(label=label, tone=tone) for tone, label in tones.items()),
        columns=tuple(
            figures.StackedColumn(label=str(year), values=tuple(sums.get((year, tone)) for tone in tones))
            for year in years
        ),
    )
    return (
        Chart(
            figure=chart,
            title=_votes(years),
            alt=_(
                "Montants votés chaque année\u202f; les mêmes chiffres sont dans le tableau par financeur et par année."
            ),
            table="financement-par-annee",
        ),
    )


def _votes(years: Sequence[int]) -> str:
    if len(years) == 1:
        return _("Montants votés en %(last)s") % {"last": years[0]}
    return _("Montants votés chaque année, de %(first)s à %(last)s") % {"first": years[0], "last": years[-1]}


def _named_tones(grants: Sequence[Grant]) -> dict[str, str]:
    """Each colour with those whose votes it shows: several funders of a kind share one."""
    names: dict[str, list[str]] = defaultdict(list)
    for grant in grants:
        names[_tone(grant)].append(grant.organisation.short_name)
    return {tone: ", ".join(dict.fromkeys(found)) for tone, found in names.items()}


def _tone(grant: Grant) -> str:
    return Line(project_id=grant.project_id, funders=(grant.organisation,), money=Money()).tone


def _grants(rows: Sequence[Project], frame: Frame) -> Block:
    heads = (
        Column(label=_("Subvention"), width=15, name="reference"),
        Column(label=_("Action"), width=17, name="action"),
        Column(label=_("Attribuant"), width=12, name="grantor"),
        Column(label=_("Bénéficiaire"), width=18, name="beneficiary"),
        Column(label=_("Votée le"), kind="date", width=11, name="voted_on"),
        Column(label=_("Voté"), kind="money", width=13, name="voted"),
        Column(label=_("Mandaté"), kind="money", width=14, name="paid"),
    )
    lines = []
    for grant in ledger.grants_of(rows, frame):
        amounts = grant_money(grant, frame.as_of)
        bodies = grant.organisation.short_name, grant.beneficiary.short_name
        lines.append((grant.reference, named(grant.project), *bodies, grant.voted_on, amounts.voted, amounts.paid))
    caption = _("Subventions votées, %(as_of)s") % {"as_of": money.as_of(frame)}
    return Table(caption=caption, columns=heads, rows=tuple(lines), name="subventions", records=True)


def _expenses(rows: Sequence[Project], frame: Frame) -> Block:
    """Own means, as declared: half a salary has no agreement and no payment."""
    found = Expense.objects.filter(project__in=rows, year__lte=frame.year).select_related("project", "organisation")
    heads = (
        Column(label=_("Action"), width=24, name="action"),
        Column(label=_("Déclarée par"), width=20, name="declared_by"),
        Column(label=_("Objet"), width=28, name="purpose"),
        Column(label=_("Exercice"), kind="year", width=12, name="year"),
        Column(label=_("Montant"), kind="money", width=16, name="amount"),
    )
    lines = tuple(
        (named(one.project), one.organisation.short_name, writing.said(one, "purpose"), one.year, one.amount)
        for one in found.order_by("project__rank", "project", "year", "pk")
    )
    return Table(
        caption=_("Dépenses constatées (apports propres)"), columns=heads, rows=lines, name="depenses", records=True
    )
