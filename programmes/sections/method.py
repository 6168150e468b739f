"""The page on method: whence the report comes, and how many yearly sheets carry the visa of every party."""

from django.utils.translation import gettext as _

from programmes import wording

from . import lists
from .base import Frame, Section
from .blocks import Block, Chapter, Column, Paragraph, Table, Trace
from .progress import Progress
from .registry import progress_of


class MethodSection(Section):
    """How the year was collected: the same figure as on the board of the campaign."""

    name = "method"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One page; a year whose sheets nobody opened says so."""
        whole = progress_of(frame.campaign)
        lead = _("D’où viennent les textes et les chiffres de ce rapport.")
        return (Chapter(slug="methode", title=_("Méthode, sources et mots"), lead=lead, blocks=_blocks(whole, frame)),)


def _blocks(whole: Progress, frame: Frame) -> tuple[Block, ...]:
    day = wording.day(frame.as_of, frame.language)
    collected = _(
        "Chaque engagement, chaque action et chaque thèse en cours a une fiche annuelle. Une fiche est visée quand "
        "chaque partie y a donné son visa ; seuls les textes visés sont imprimés."
    )
    figure = _("%(percent)s des fiches dues sont visées : %(approved)s sur %(total)s.") % {
        "percent": wording.percent(whole.percent, frame.language),
        "approved": whole.approved,
        "total": whole.total,
    }
    if not whole.total:
        figure = _("Aucune fiche annuelle n’a été ouverte pour cette période\u00a0: ce rapport dit l’état du registre.")
    money = _("Les montants et les états sont arrêtés au %(day)s ; ce que personne n’a renseigné est dit tel.")
    tables = (_table(whole), lists.sheets(frame)) if whole.total else (lists.sheets(frame),)
    return (Paragraph(text=collected), Paragraph(text=figure), *tables, Paragraph(text=money % {"day": day}))


def _counted(label: str, status: str) -> Column:
    return Column(label=label, kind="number", width=16, name=status, trace=_sheets("status", status))


def _sheets(column: str, value: str | bool) -> Trace:
    """The sheets of a kind that are so."""
    return Trace(table=lists.SHEETS, where=((column, value),), by=(("kind", "kind"),))


def _table(whole: Progress) -> Table:
    columns = (
        Column(label=_("Fiches annuelles"), width=36, name="kind"),
        Column(label=_("Dues"), kind="number", width=16, name="due", trace=_sheets("is_due", True)),
        Column(label=_("Visées"), kind="number", width=16, name="approved", trace=_sheets("status", "approved")),
        _counted(_("Non remises"), "not_handed_in"),
        _counted(_("Sans objet"), "not_applicable"),
    )
    rows = tuple(
        (one.label, one.total, one.approved, one.counts.get("not_handed_in", 0), one.counts.get("not_applicable", 0))
        for one in whole.tallies
    )
    counts = whole.counts
    total = (_("Total"), whole.total, whole.approved, counts["not_handed_in"], counts["not_applicable"])
    return Table(caption=_("Fiches de la campagne"), columns=columns, rows=rows, total=total, name="fiches-annuelles")
