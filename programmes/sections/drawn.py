"""The map of the laboratories of the themes, as the summary and the chapter of the départements print it."""

from django.utils.translation import gettext as _

from programmes.charts import figures

from ..models import Laboratory, Theme, ThemeLaboratory
from .base import Frame
from .blocks import Block, Chart


def themes_of(frame: Frame) -> list[Theme]:
    """The published themes of the protocol with their laboratories, read once a report."""
    rows = Theme.objects.visible_to(None).filter(protocol=frame.protocol).with_laboratories().order_by("number")
    return frame.once("themes", lambda: list(rows))


def links_of(theme: Theme) -> list[ThemeLaboratory]:
    """The links to published laboratories, as `with_laboratories` loads them."""
    return theme.shown_links  # type: ignore[attr-defined]


def laboratories(frame: Frame, *, named: bool = False) -> tuple[Block, ...]:
    """One dot a laboratory, in the colour of the first theme it belongs to; `named` with the départements' names."""
    dots = _dots(frame)
    if not dots:
        return ()
    cities = len({dot.city for dot in dots})
    words = {"laboratories": len(dots), "cities": cities}
    title = _("Où travaillent les %(laboratories)s laboratoires des thèmes") % words
    alt = _("Carte de la Normandie\u00a0: %(laboratories)s laboratoires, dans %(cities)s villes.") % words
    return (
        Chart(
            figure=figures.RegionMap(dots=dots, named=named),
            title=title,
            alt=alt,
            note=_("Position\u00a0: la ville du siège."),
            table="laboratoires",
        ),
    )


def _dots(frame: Frame) -> tuple[figures.MapDot, ...]:
    tones: dict[Laboratory, str] = {}
    for theme in themes_of(frame):
        for link in links_of(theme):
            tones.setdefault(link.laboratory, f"theme-{theme.colour}")
    return tuple(
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
