"""The home page: the protocol in figures, its themes, its commitments, its laboratories, the latest report."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from .. import charts, wording
from ..models import Commitment, Edition, Laboratory, Protocol, Theme
from ..sections.registry import all_datasets, all_sections
from ..sections.related import RelatedFigure
from ..templatetags.words import day, language
from . import heads, laboratories, levels, open_now
from .editions import ShownEdition, shown_edition
from .public import PublicPage
from .records import any_demo
from .theme_rows import ThemeRow, theme_rows

REUSED = ("actions", "theses", "grants")  # data sets named on the home page


class HomeView(PublicPage, TemplateView):
    """What the partners promised each other and what came of it, on one page."""

    template_name = "programmes/home.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The protocol in force, or the last one, and what hangs on it."""
        viewer = self.request.user
        protocol = Protocol.objects.visible_to(viewer).with_agreement().latest_first().first()
        known, units = _laboratories(viewer)
        commitments = Commitment.objects.visible_to(viewer).filter(protocol=protocol).with_indicators().in_order()
        themes = Theme.objects.visible_to(viewer).filter(protocol=protocol).with_laboratories().order_by("number")
        cards, rows = levels.cards(commitments), theme_rows(themes, viewer)
        blocks = [block for one in all_sections() for block in one.outline(protocol, viewer)] if protocol else []
        edition = self._latest_edition()
        return (
            super().get_context_data(**context)
            | self._top(protocol, rows)
            | open_now.brief(viewer)
            | {"cards": cards, "standings": levels.standings(cards)}
            | {"cities": laboratories.cities(units), "map": laboratories.region_map(units)}
            | {
                "figures": [
                    self._count(len(cards), ngettext("engagement", "engagements", len(cards)), "commitments"),
                    *(figure for block in blocks for figure in block.figures),
                    self._count(len(units), _units(units, known), "laboratories"),
                ],
                "themes": rows,
                "blocks": [block for block in blocks if block.template],
                "edition": edition,
                "datasets": [dataset for name, dataset in all_datasets().items() if name in REUSED],
                "has_demo": any_demo([*units, *cards], [*blocks, *(block for row in rows for block in row.blocks)])
                or (edition is not None and edition.row.contains_demo),
            }
        )

    def _count(self, number: int, label: str, page: str) -> RelatedFigure:
        return RelatedFigure(value=wording.number(number, language()), label=label, url=reverse(f"programmes:{page}"))

    def _top(self, protocol: Protocol | None, rows: list[ThemeRow]) -> dict[str, Any]:
        """The band: who promised, on which day, and the one ornament with a dot for each theme."""
        tones = [f"theme-{row.theme.colour}" for row in rows]
        headline, lead = _("Ce qui a été promis, et ce qui en a été fait"), ""
        if protocol and (parties := [party.organisation.tr("name") for party in protocol.parties.all()]):
            names = _(" et ").join([", ".join(parties[:-1]), parties[-1]] if parties[1:] else parties)
            headline = _("%(parties)s : ce qui a été promis, et ce qui en a été fait") % {"parties": names}
        if protocol and protocol.signed_on:
            lead = _("%(title)s, signé le %(day)s. Ce site en tient le registre, année après année.") % {
                "title": protocol.tr("title"),
                "day": day(protocol.signed_on),
            }
        return {
            "card": heads.home(headline, lead, protocol, [row.theme for row in rows], self.request),
            "headline": headline,
            "lead": lead,
            "lines": charts.flow_lines(1440, 480, tones, top=0.1, bottom=1.0, start=0.56, radius=8, pen=0.6),
            "cover_lines": charts.flow_lines(250, 250, tones, top=0.0, bottom=0.8, radius=3.5, steps=8),
        }

    def _latest_edition(self) -> ShownEdition | None:
        row = Edition.objects.visible_to(self.request.user).current().latest_first().first()
        return shown_edition(row) if row else None


def _laboratories(viewer: Any) -> tuple[list[Laboratory], list[Laboratory]]:
    """All that are shown, and those seated in the region."""
    known = list(laboratories.shown_laboratories(viewer))
    return known, [unit for unit in known if not unit.is_elsewhere]


def _units(here: Sequence[Laboratory], known: Sequence[Laboratory]) -> str:
    """The words for the laboratories of the region; the list holds those seated elsewhere too."""
    label = ngettext("laboratoire", "laboratoires", len(here))
    if len(here) == len(known):
        return label
    return _("%(label)s, et %(n)s dont le siège est hors de la région") % {
        "label": label,
        "n": wording.number(len(known) - len(here), language()),
    }
