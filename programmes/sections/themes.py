"""The chapters of the themes: one each, with its laboratories and what each section has to say of it."""

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.charts import figures

from ..models import Laboratory, Protocol, Theme, ThemeLaboratory
from ..models.base import Row
from . import writing
from .base import Frame, Section
from .blocks import Block, Chapter, Chart, Column, KeyFigure, Table
from .waiting import Desk, Task, record_tasks


class ThemeSection(Section):
    """The priority themes of the protocol."""

    name = "themes"

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Themes and laboratories to correct or to publish."""
        return record_tasks([Theme, Laboratory], desk)

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter a theme, in the protocol's order."""
        return tuple(_chapter(theme, frame) for theme in _themes(frame))

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """About the protocol: the map of the laboratories of its themes."""
        return _map(frame) if isinstance(record, Protocol) else ()

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many laboratories stand behind the themes."""
        count = len({link.laboratory_id for theme in _themes(frame) for link in _links(theme)})
        label = ngettext("laboratoire rattaché à un thème", "laboratoires rattachés aux thèmes", count)
        return (KeyFigure(value=count or None, label=label),)

    def holds_demo(self, frame: Frame) -> bool:
        """Whether a theme or a laboratory attached to it was invented."""
        rows: list[Row] = [row for theme in _themes(frame) for row in (theme, *_links(theme))]
        return any(row.is_demo for row in rows)


def _themes(frame: Frame) -> list[Theme]:
    rows = Theme.objects.visible_to(None).filter(protocol=frame.protocol).with_laboratories().order_by("number")
    return frame.once("themes", lambda: list(rows))


def _links(theme: Theme) -> list[ThemeLaboratory]:
    """The links to published laboratories, as `with_laboratories` loads them."""
    return theme.shown_links  # type: ignore[attr-defined]


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
            link.laboratory.tr("name"),
            link.laboratory.city,
            _("confirmé") if link.is_confirmed else _("proposé"),
        )
        for link in _links(theme)
    )
    note = (
        ""
        if all(link.is_confirmed for link in _links(theme))
        else _("Un rattachement proposé reste à confirmer par les parties.")
    )
    return Table(caption=_("Laboratoires"), columns=columns, rows=rows, note=note)


def _map(frame: Frame) -> tuple[Block, ...]:
    """One dot a laboratory, in the colour of the first theme it belongs to."""
    tones: dict[Laboratory, str] = {}
    for theme in _themes(frame):
        for link in _links(theme):
            tones.setdefault(link.laboratory, f"theme-{theme.colour}")
    dots = tuple(
        figures.MapDot(
            label=str(laboratory),
            city=laboratory.city,
            latitude=float(laboratory.latitude),
            longitude=float(laboratory.longitude),
            tone=tone,
        )
        for laboratory, tone in tones.items()
        if laboratory.latitude is not None and laboratory.longitude is not None and not laboratory.is_elsewhere
    )
    if not dots:
        return ()
    cities = len({dot.city for dot in dots})
    words = {"laboratories": len(dots), "cities": cities}
    title = _("Où travaillent les %(laboratories)s laboratoires des thèmes") % words
    alt = _("Carte de la Normandie\u00a0: %(laboratories)s laboratoires, dans %(cities)s villes.") % words
    return (
        Chart(figure=figures.RegionMap(dots=dots), title=title, alt=alt, note=_("Position\u00a0: la ville du siège.")),
    )
