"""The chapter of the co-funded theses, and what other chapters say of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.charts import figures
from programmes.enums import SheetStatus
from programmes.models import Commitment, Theme
from programmes.sections import writing
from programmes.sections.base import Frame, Section
from programmes.sections.blocks import (
    Block,
    Chapter,
    Chart,
    Fact,
    Facts,
    Heading,
    KeyFigure,
    Link,
    Missing,
    Paragraph,
    Part,
)
from programmes.sections.happening import Counted, Happening, Turn
from programmes.sections.placing import Placed

from ..models import Thesis, ThesisSheet
from . import listing, tables
from .reported import Counts, by_theme, counts_of, is_defended, theses_of


class ThesesChapter(Section):
    """The co-funded theses in the report."""

    name = "theses-chapter"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter: counts, by year and theme, every thesis, what the sheets say."""
        theses = theses_of(frame)
        blocks: tuple[Block, ...] = (_counts(counts_of(frame)),)
        if theses:
            blocks = (
                *blocks,
                *_by_year(theses, frame),
                tables.defended(theses, frame),
                *tables.themes(theses, frame),
                *tables.funders(theses, frame),
                tables.every(theses, frame),
            )
        blocks = (*blocks, *listing.lists(frame))
        return (
            Chapter(slug="theses", title=_("Les thèses cofinancées"), blocks=blocks, parts=_declared(theses, frame)),
        )

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """The theses of a theme; for a commitment, how many depend on an action that serves it."""
        theses = theses_of(frame)
        match record:
            case Theme():
                return (tables.short(by_theme(theses, record.pk), frame),)
            case Commitment():
                served = Thesis.objects.filter(project__commitment_links__commitment=record)
                return _sentence(sum(thesis in theses for thesis in served.distinct()))
        return ()

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many theses begun, how many defended."""
        counts = counts_of(frame)
        note = ngettext("dont %(n)s soutenue", "dont %(n)s soutenues", counts.defended) % {"n": counts.defended}
        label = ngettext("thèse cofinancée", "thèses cofinancées", counts.begun)
        return (
            KeyFigure(
                value=counts.begun or None,
                label=label,
                note=note if counts.defended else "",
                trace=listing.BEGUN,
                note_trace=listing.DEFENDED,
            ),
        )

    def placed(self, frame: Frame) -> tuple[Placed, ...]:
        """The theses, each at its laboratory; their money is that of their action."""
        return tuple(
            Placed(kind="thesis", reference=one.reference, title=writing.said(one, "title"), laboratory=one.laboratory)
            for one in theses_of(frame)
        )

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """How many theses begun, how many defended."""
        counts = counts_of(frame)
        begun, defended = (listing.BEGUN, listing.DEFENDED) if counts.begun else (None, None)
        return (
            Counted(label=_("Thèses cofinancées"), value=counts.begun, trace=begun),
            Counted(label=_("Thèses soutenues"), value=counts.defended, trace=defended),
        )

    def happened(self, frame: Frame) -> tuple[Happening, ...]:
        """Theses begun and defended in the period, each set in one line."""
        first, last = frame.campaign.starts_on, frame.campaign.ends_on
        theses = theses_of(frame)
        begun = [one for one in theses if one.registered_on is not None and first <= one.registered_on <= last]
        defended = [one for one in theses if one.defended_on is not None and first <= one.defended_on <= last]
        words = ngettext("%(n)s première inscription", "%(n)s premières inscriptions", len(begun))
        ended = ngettext("%(n)s soutenance", "%(n)s soutenances", len(defended))
        new = _turned("new", words % {"n": len(begun)}, [(one, None) for one in begun])
        over = _turned("ended", ended % {"n": len(defended)}, [(one, one.defended_on) for one in defended])
        return *new, *over

    def holds_demo(self, frame: Frame) -> bool:
        """Whether a thesis or its sheet was invented."""
        sheets = ThesisSheet.objects.filter(campaign=frame.campaign.pk, is_demo=True)
        return any(thesis.is_demo for thesis in theses_of(frame)) or sheets.exists()


def _turned(turn: Turn, words: str, theses: Sequence[tuple[Thesis, date | None]]) -> tuple[Happening, ...]:
    """One line for theses that began or ended, with each of them; the day of a first registration is not public."""
    if not theses:
        return ()
    nature = Link(text=_("thèses"), anchor="theses")
    each = tuple(Happening(turn=turn, what=listing.named(one)[1], nature=nature, done=day) for one, day in theses)
    return (Happening(turn=turn, what=words, nature=nature, each=each),)


def _counts(counts: Counts) -> Block:
    if not counts.begun:
        return Missing(text=_("Aucune thèse cofinancée n’est enregistrée."))
    facts = [
        Fact(
            label=_("Commencées avant la signature (point de départ)"),
            value=counts.before,
            kind="number",
            trace=listing.BEFORE,
        ),
        Fact(
            label=_("Commencées depuis la signature"),
            value=counts.begun - counts.before,
            kind="number",
            trace=listing.SINCE,
        ),
        Fact(label=_("Soutenues"), value=counts.defended, kind="number", trace=listing.DEFENDED),
    ]
    if counts.discontinued is not None:
        facts.append(Fact(label=_("Abandonnées"), value=counts.discontinued, kind="number", trace=listing.DISCONTINUED))
    return Facts(facts=tuple(facts))


def _by_year(theses: Sequence[Thesis], frame: Frame) -> tuple[Block, ...]:
    """First registrations of each civil year, defended or not."""
    dated = [thesis for thesis in theses if thesis.registered_on]
    if not dated:
        return ()
    counts = Counter((day.year, is_defended(one, frame)) for one in dated if (day := one.registered_on))
    years = range(min(year for year, _done in counts), frame.year + 1)
    chart = figures.StackedColumns(
        unit="number",
        series=(
            figures.Series(label=_("soutenues"), tone="reached"),
            figures.Series(label=_("en préparation"), tone="on_track"),
        ),
        columns=tuple(
            figures.StackedColumn(label=str(year), values=(counts[year, True], counts[year, False])) for year in years
        ),
    )
    words = {"n": len(dated), "first": years[0], "last": years[-1]}
    title = _("%(n)s premières inscriptions, de %(first)s à %(last)s") % words
    note = _("Sans les thèses abandonnées ni celles dont le titre n’est pas encore public.")
    return (
        Chart(
            figure=chart, title=title, alt=_("Par année\u00a0: %(what)s.") % {"what": title}, note=note, table="theses"
        ),
    )


def _sentence(count: int) -> tuple[Block, ...]:
    if not count:
        return ()
    words = ngettext(
        "%(n)s thèse cofinancée relève d’une action qui sert cet engagement.",
        "%(n)s thèses cofinancées relèvent d’une action qui sert cet engagement.",
        count,
    )
    return (Paragraph(text=words % {"n": count}),)


def _declared(theses: Sequence[Thesis], frame: Frame) -> tuple[Part, ...]:
    """The approved sheets of the year, one after the other."""
    shown = {thesis.pk: thesis for thesis in theses}
    sheets = ThesisSheet.objects.filter(campaign=frame.campaign.pk, status=SheetStatus.APPROVED, thesis__in=shown)
    blocks: list[Block] = []
    for sheet in sorted(sheets, key=lambda sheet: list(shown).index(sheet.thesis_id)):
        blocks += [Heading(text=shown[sheet.thesis_id].tr("title")), *writing.sheet(sheet)]
    if not blocks:
        return ()
    title = _("Ce que disent les fiches annuelles")
    return (Part(anchor="fiches-des-theses", title=title, blocks=tuple(blocks)),)
