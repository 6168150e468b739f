"""The last pages of a report: who gave which visa when, doubts, sources, words. Read from what the others froze."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from . import glossary, writing
from .blocks import Block, Chapter, Column, Heading, Link, Missing, Paragraph, Quote, Remark, Said, Table, Trace, Value
from .registry import all_sections

SLUG: Final = "methode"
EACH: Final = "visas-des-fiches"
Sheets = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a block stands in the report."""

    block: Block
    title: str
    anchor: str

    @property
    def link(self) -> Link:
        """The way there."""
        return Link(text=self.title, anchor=self.anchor)


def completed(chapters: Sequence[Chapter], sheets: Sheets) -> tuple[Chapter, ...]:
    """The chapters, that on method ended with what only the whole report knows."""
    places = list(_places(chapters))
    added = (*_visas(sheets), *_doubts(places), *_sources(places), Heading(text=_("Les mots")), glossary.table())
    return tuple(
        replace(chapter, blocks=(*chapter.blocks, *added)) if chapter.slug == SLUG else chapter for chapter in chapters
    )


def _places(chapters: Sequence[Chapter]) -> Iterator[Place]:
    for chapter in chapters:
        yield from (Place(block=block, title=chapter.title, anchor=chapter.slug) for block in chapter.blocks)
        for part in chapter.parts:
            yield from (Place(block=block, title=part.title, anchor=part.anchor) for block in part.blocks)


def _visas(sheets: Sheets) -> tuple[Block, ...]:
    """How many visas each party gave to each kind of sheet, from when to when; no sheet is named, some are private."""
    kinds = {str(kind.model._meta.verbose_name): str(kind.label) for one in all_sections() for kind in one.sheets()}
    given = sorted(
        (kinds.get(sheet["kind"], str(sheet["kind"])), str(visa["party"]), _day(visa["given_at"]))
        for sheet in sheets
        for visa in sheet["visas"]
    )
    days: dict[tuple[str, str], list[date]] = {}
    for kind, party, day in given:
        days.setdefault((kind, party), []).append(day)
    trace = Trace(table=EACH, by=(("kind", "kind"), ("party", "party")))
    columns = (
        Column(label=_("Fiches"), width=30, name="kind"),
        Column(label=_("Partie"), width=26, name="party"),
        Column(label=_("Visas"), kind="number", width=12, name="count", trace=trace),
        Column(label=_("Le premier"), kind="date", width=16, name="first"),
        Column(label=_("Le dernier"), kind="date", width=16, name="last"),
    )
    rows = tuple(
        (kind, writing.in_french(party), len(found), min(found), max(found)) for (kind, party), found in days.items()
    )
    note = _(
        "Chaque visa, avec son jour, est dans visas-des-fiches.csv. Les visas du rapport lui-même sont donnés après "
        "le gel de son contenu\u00a0: ils sont à la page de l’édition."
    )
    empty = _("aucun visa n’était donné quand ce contenu a été figé")
    caption = _("Qui a visé quoi, et quand")
    table = Table(caption=caption, columns=columns, rows=rows, name="visas", empty=empty, note=note)
    return Heading(text=_("Les visas")), table, _each(given)


def _each(given: Sequence[tuple[str, str, date]]) -> Table:
    columns = (
        Column(label=_("Fiches"), name="kind"),
        Column(label=_("Partie"), name="party"),
        Column(label=_("Visa donné le"), kind="date", name="given_on"),
    )
    caption = _("Chaque visa, avec son jour")
    rows = tuple((kind, writing.in_french(party), day) for kind, party, day in given)
    return Table(caption=caption, columns=columns, rows=rows, name=EACH, printed=False, records=True)


def _day(moment: datetime) -> date:
    return localdate(moment)


def _doubts(places: Sequence[Place]) -> tuple[Block, ...]:
    """Every doubt told in the report, with the page that tells it."""
    heading = Heading(text=_("Les doutes"))
    told = [(place, place.block) for place in places if isinstance(place.block, Remark)]
    if not told:
        return heading, Missing(text=_("Aucune divergence entre sources n’est notée dans ce rapport."))
    columns = (
        Column(label=_("À propos de"), width=26, name="about"),
        Column(label=_("Les sources divergent"), name="doubt"),
        Column(label=_("Autre source"), width=30, name="source"),
    )
    rows = tuple(
        dict.fromkeys((place.link, _doubt(remark), writing.in_french(remark.source) or None) for place, remark in told)
    )
    table = Table(caption=_("Ce que les sources disent autrement"), columns=columns, rows=rows, name="doutes")
    return heading, table


def _doubt(remark: Remark) -> Value:
    return Said(text=remark.text, language=remark.language) if remark.language else remark.text


def _sources(places: Sequence[Place]) -> tuple[Block, ...]:
    """Every source named in the report, with the first page that names it."""
    heading, found = Heading(text=_("Les sources")), dict[str, Link]()
    for place in places:
        if source := _source_of(place.block):
            found.setdefault(source, place.link)
    if not found:
        return heading, Missing(text=_("Aucune source n’est nommée dans ce rapport."))
    columns = (
        Column(label=_("Source"), name="source"),
        Column(label=_("Première page où elle sert"), width=36, name="first"),
    )
    rows = tuple((writing.in_french(source), found[source]) for source in sorted(found))
    return heading, Table(caption=_("Sources nommées"), columns=columns, rows=rows, name="sources")


def _source_of(block: Block) -> str:
    match block:
        case Quote() | Table() | Remark():
            return block.source
        case Paragraph(style="source"):
            return block.text.removeprefix(_("Source\u00a0: %(source)s") % {"source": ""}).strip()
    return ""
