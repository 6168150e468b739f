"""The tables of the theses in the report: each one, those defended this year, and how many by theme and by funder."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from programmes.charts import figures
from programmes.models import Theme
from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Block, Chart, Column, Link, Pairs, Table, Trace, Value

from ..models import Thesis
from . import listing
from .reported import by_theme, defended_in, funders_of, is_defended, name_of


def themes(theses: Sequence[Thesis], frame: Frame) -> tuple[Block, ...]:
    """How many theses each theme has: drawn, then counted; nothing without a theme."""
    rows = Theme.objects.visible_to(None).filter(protocol=frame.protocol).order_by("number")
    found = [(theme, by_theme(theses, theme.pk)) for theme in rows]
    if not found:
        return ()
    bars = tuple(
        figures.ThemeBar(
            number=theme.number,
            label=theme.tr("label"),
            value=len(mine),
            part=_defended(mine, frame),
            tone=f"theme-{theme.colour}",
        )
        for theme, mine in found
    )
    lines = tuple((f"{theme.number}. {theme.tr('label')}", *_counted(mine, frame)) for theme, mine in found)
    note = _("Une thèse peut avoir deux thèmes\u202f: le total la compte une fois.")
    chart = Chart(
        figure=figures.ThemeBars(bars=bars, unit="number"),
        title=_("Thèses cofinancées par thème"),
        alt=_("Nombre de thèses de chaque thème\u202f; les mêmes nombres sont dans le tableau des thèses par thème."),
        note=_("Teinte pleine\u00a0: soutenues. Teinte claire\u00a0: en préparation."),
        table="theses-par-theme",
    )
    columns = _columns(Column(label=_("Thème"), name="theme"), listing.BY_THEME, frame)
    total = (_("Total"), *_counted(theses, frame))
    table = Table(caption=_("Par thème"), columns=columns, rows=lines, total=total, name="theses-par-theme", note=note)
    return chart, table


def funders(theses: Sequence[Thesis], frame: Frame) -> tuple[Block, ...]:
    """How many theses each funder takes part in; the share of each one stays between the partners."""
    names = sorted({name for thesis in theses for name in funders_of(thesis)})
    lines = tuple((name, *_counted([one for one in theses if name in funders_of(one)], frame)) for name in names)
    if not lines:
        return ()
    note = _("Une thèse cofinancée a plusieurs financeurs\u202f: le total la compte une fois.")
    columns = _columns(Column(label=_("Financeur"), name="funder"), listing.BY_FUNDER, frame)
    total = (_("Total"), *_counted(theses, frame))
    return (
        Table(
            caption=_("Par financeur"), columns=columns, rows=lines, total=total, name="theses-par-financeur", note=note
        ),
    )


def _columns(first: Column, table: str, frame: Frame) -> tuple[Column, ...]:
    """The four counts, each with the theses behind it."""
    every = Trace(table=table, how="distinct", column="reference", by=((first.name, first.name),))
    heads: tuple[tuple[str, int, str, Pairs], ...] = (
        (_("Thèses"), 11, "theses", ()),
        (_("En préparation"), 16, "in_progress", (("defended", False),)),
        (_("Soutenues"), 12, "defended", (("defended", True),)),
        (_("dont en %(year)s") % {"year": frame.year}, 14, "defended_in_the_year", (("defended_year", frame.year),)),
    )
    counts = (
        Column(label=label, kind="number", width=width, name=name, trace=replace(every, where=where))
        for label, width, name, where in heads
    )
    return (first, *counts)


def _counted(theses: Sequence[Thesis], frame: Frame) -> tuple[int, int, int, int]:
    """All, those under way, those defended, and defended in the year of the report."""
    done = _defended(theses, frame)
    return len(theses), len(theses) - done, done, len(defended_in(theses, frame))


def _defended(theses: Iterable[Thesis], frame: Frame) -> int:
    return sum(is_defended(thesis, frame) for thesis in theses)


def defended(theses: Sequence[Thesis], frame: Frame) -> Table:
    """Defended in the year of the report, with the number that finds them in theses.fr."""
    columns = (
        Column(label=_("Thèse soutenue"), width=38, name="title"),
        Column(label=_("Docteur ou docteure"), width=16, name="candidate"),
        Column(label=_("Établissement"), width=18, name="awarding_body"),
        Column(label=_("Soutenue le"), kind="date", width=12, name="defended_on"),
        Column(label="NNT", width=16, name="nnt"),
    )
    rows = tuple(_defence(thesis, frame) for thesis in defended_in(theses, frame))
    caption = _("Thèses soutenues en %(year)s") % {"year": frame.year}
    return Table(caption=caption, columns=columns, rows=rows, name="soutenances", empty=_("aucune"))


def _defence(thesis: Thesis, frame: Frame) -> tuple[Value, ...]:
    body = thesis.awarding_body.short_name if thesis.awarding_body else None
    number = Link(text=thesis.nnt, url=f"https://theses.fr/{thesis.nnt}") if thesis.nnt else None
    return writing.said(thesis, "title"), name_of(thesis, frame), body, thesis.defended_on, number


def every(theses: Sequence[Thesis], frame: Frame) -> Table:
    """All of them, the oldest first."""
    columns = (
        Column(label=_("Thèse"), width=37, name="title"),
        Column(label=_("Doctorant ou doctorante"), width=14, name="candidate"),
        Column(label=_("Laboratoire"), width=10, name="laboratory"),
        Column(label=_("Financeurs"), width=17, name="funders"),
        Column(label=_("Inscription"), kind="date", width=11, name="registered_on"),
        Column(label=_("Soutenance"), kind="date", width=11, name="defended_on"),
    )
    rows = tuple(_row(thesis, frame) for thesis in theses)
    note = _("Un nom n’est imprimé qu’après la soutenance, ou avec l’accord de la personne.")
    return Table(caption=_("Toutes les thèses"), columns=columns, rows=rows, name="theses", note=note)


def _row(thesis: Thesis, frame: Frame) -> tuple[Value, ...]:
    ended = thesis.defended_on if is_defended(thesis, frame) else "–"
    name = name_of(thesis, frame) or "–"
    laboratory = str(thesis.laboratory) if thesis.laboratory.is_published else None
    return writing.said(thesis, "title"), name, laboratory, ", ".join(funders_of(thesis)), thesis.registered_on, ended


def short(theses: Sequence[Thesis], frame: Frame) -> Table:
    """Those of a theme, without names nor funders."""
    columns = (
        Column(label=_("Thèse cofinancée"), width=60),
        Column(label=_("Laboratoire"), width=14),
        Column(label=_("Inscription"), kind="date", width=13),
        Column(label=_("Soutenance"), kind="date", width=13),
    )
    rows = []
    for thesis in theses:
        title, _name, laboratory, _funders, registered, ended = _row(thesis, frame)
        rows.append((title, laboratory, registered, ended))
    return Table(caption=_("Thèses cofinancées"), columns=columns, rows=tuple(rows), empty=_("aucune pour l’instant"))
