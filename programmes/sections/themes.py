"""The chapters of the themes: one each, with its laboratories and what each section has to say of it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Laboratory, Protocol, Theme
from ..models.base import Row
from . import drawn, open_records, sought, writing
from .base import Frame, Section
from .blocks import Block, Chapter, Column, KeyFigure, Link, Table, Trace
from .datasets import Dataset
from .drawn import links_of, themes_of
from .finding import Sought
from .happening import Counted
from .indexed import Indexed
from .placing import Placed
from .waiting import Desk, Task, record_tasks

COUNTED = Trace(table="laboratoires", how="distinct", column="laboratory")


class ThemeSection(Section):
    """The priority themes of the protocol."""

    name = "themes"

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Themes and laboratories to correct or to publish."""
        return record_tasks([Theme, Laboratory], desk)

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter a theme, in the protocol's order."""
        return tuple(_chapter(theme, frame) for theme in themes_of(frame))

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """About the protocol: the map of the laboratories of its themes."""
        return drawn.laboratories(frame) if isinstance(record, Protocol) else ()

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many laboratories stand behind the themes."""
        count = len({link.laboratory_id for theme in themes_of(frame) for link in links_of(theme)})
        label = ngettext("laboratoire rattaché à un thème", "laboratoires rattachés aux thèmes", count)
        return (KeyFigure(value=count or None, label=label, trace=COUNTED),)

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """The themes."""
        return (Indexed(name="themes", rows=Theme.objects.visible_to(viewer), route="programmes:theme"),)

    def datasets(self) -> tuple[Dataset, ...]:
        """The themes."""
        return (open_records.themes(),)

    def placed(self, frame: Frame) -> tuple[Placed, ...]:
        """The laboratories of the themes, each once."""
        found = {link.laboratory: None for theme in themes_of(frame) for link in links_of(theme)}
        return tuple(
            Placed(kind="laboratory", reference=one.reference, title=writing.said(one, "name"), laboratory=one)
            for one in found
        )

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """How many laboratories stand behind the themes."""
        laboratories = {link.laboratory_id for theme in themes_of(frame) for link in links_of(theme)}
        trace = COUNTED if laboratories else None
        return (Counted(label=_("Laboratoires rattachés aux thèmes"), value=len(laboratories), trace=trace),)

    def holds_demo(self, frame: Frame) -> bool:
        """Whether a theme or a laboratory attached to it was invented."""
        rows: list[Row] = [row for theme in themes_of(frame) for row in (theme, *links_of(theme))]
        return any(row.is_demo for row in rows)

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """What of it can be found by its words."""
        return (sought.themes(viewer), sought.laboratories(viewer))


def _chapter(theme: Theme, frame: Frame) -> Chapter:
    return Chapter(
        slug=f"theme-{theme.reference}",
        title=theme.tr("label"),
        theme=theme.number,
        tone=f"theme-{theme.colour}",
        eyebrow=_("Thème %(number)s") % {"number": theme.number},
        blocks=(
            *writing.text(theme, "summary"),
            *writing.remarks(theme, frame),
            _laboratories(theme),
            *writing.beside(theme, frame),
            *writing.source(theme),
            *(_all_laboratories(frame) if theme == themes_of(frame)[0] else ()),
        ),
    )


def _laboratories(theme: Theme) -> Block:
    columns = (
        Column(label=_("Laboratoire"), width=16),
        Column(label=_("Nom")),
        Column(label=_("Ville"), width=24),
        Column(label=_("Rattachement"), width=16),
    )
    rows = tuple(
        (
            str(link.laboratory),
            writing.said(link.laboratory, "name"),
            link.laboratory.city,
            _("confirmé") if link.is_confirmed else _("proposé"),
        )
        for link in links_of(theme)
    )
    note = (
        ""
        if all(link.is_confirmed for link in links_of(theme))
        else _("Un rattachement proposé reste à confirmer par les parties.")
    )
    empty = _("aucun n’est rattaché à ce thème")
    return Table(caption=_("Laboratoires"), columns=columns, rows=rows, note=note, empty=empty)


def _all_laboratories(frame: Frame) -> tuple[Block, ...]:
    """The laboratories of every theme in one attached file: the lines of the chapters, the dots of the map."""
    columns = (
        Column(label=_("Thème"), kind="year", name="theme"),
        Column(label=_("Laboratoire"), name="laboratory"),
        Column(label=_("Nom"), name="name"),
        Column(label=_("Ville"), name="city"),
        Column(label=_("Latitude"), kind="number", name="latitude"),
        Column(label=_("Longitude"), kind="number", name="longitude"),
        Column(label=_("Rattachement confirmé"), name="is_confirmed"),
    )
    rows = tuple(
        (
            theme.number,
            Link(text=str(link.laboratory), path=reverse("programmes:laboratory", args=[link.laboratory.slug])),
            writing.said(link.laboratory, "name"),
            link.laboratory.city,
            link.laboratory.latitude,
            link.laboratory.longitude,
            link.is_confirmed,
        )
        for theme in themes_of(frame)
        for link in links_of(theme)
    )
    caption = _("Laboratoires des thèmes")
    table = Table(caption=caption, columns=columns, rows=rows, name="laboratoires", printed=False, records=True)
    return (table,) if rows else ()
