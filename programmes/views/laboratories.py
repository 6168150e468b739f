"""Public pages of the laboratories: map, list, one unit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..charts import figures
from ..charts.regions import city_mark
from ..charts.screens import map_on_screen
from ..filters import LaboratoryFilter, Order
from ..models import Identifier, Laboratory, LaboratorySupervision, ThemeLaboratory, UnitCode
from ..models.base import Plain
from ..models.laboratories import SHOWN_NAME, LaboratoryQuerySet
from ..models.together import share
from ..sections.related import RECORD, Lists
from ..templatetags.words import language
from . import heads
from .lists import FacetedListView
from .records import SluggedRecordView

MAP_WIDTH, PHONE_WIDTH = 660, 420
THEMES = Prefetch("theme_links", ThemeLaboratory.objects.of_published_themes(), to_attr="shown_themes")


@dataclass(frozen=True, kw_only=True)
class City:
    """The laboratories of a city."""

    name: str
    laboratories: tuple[Laboratory, ...]

    @property
    def mark(self) -> str:
        """Where the map leads to."""
        return city_mark(self.name)


def shown_laboratories(viewer: Any) -> LaboratoryQuerySet:
    """The laboratories of a list or a map, with their themes."""
    return Laboratory.objects.visible_to(viewer).for_list().prefetch_related(THEMES)


def cities(laboratories: Iterable[Laboratory]) -> list[City]:
    """Laboratories by city, the city with most of them first; a unit without a city closes the list."""
    found: dict[str, list[Laboratory]] = defaultdict(list)
    for laboratory in laboratories:
        found[laboratory.city].append(laboratory)
    order = sorted(found, key=lambda name: (not name, -len(found[name]), name))
    return [City(name=name or _("Ville non renseignée"), laboratories=tuple(found[name])) for name in order]


def region_map(laboratories: Iterable[Laboratory]) -> SafeString:
    """A dot for each laboratory whose place is known, in the colour of its first theme."""
    dots = tuple(
        figures.MapDot(
            label=str(laboratory),
            city=laboratory.city,
            latitude=float(laboratory.latitude),
            longitude=float(laboratory.longitude or 0),
            tone=f"theme-{themes[0].theme.colour}" if (themes := getattr(laboratory, "shown_themes", [])) else "ink",
        )
        for laboratory in laboratories
        if laboratory.latitude is not None and not laboratory.is_elsewhere
    )
    alt = _("Carte de la Normandie avec les laboratoires à leur ville ; la liste à côté dit la même chose.")
    return map_on_screen(figures.RegionMap(dots=dots, linked=True), alt, language(), MAP_WIDTH, PHONE_WIDTH)


class LaboratoriesView(FacetedListView):
    """The laboratories with facets: on the map, by city, in a table; a region holds few enough for one page."""

    model = Laboratory
    dataset = "laboratories"
    filterset_class = LaboratoryFilter
    template_name = "programmes/laboratories.html"
    per_page = 200
    sorts: ClassVar[Mapping[str, Order]] = {
        "acronym": Order(label=gettext_lazy("sigle"), keys=("is_elsewhere", SHOWN_NAME, "pk")),
        "city": Order(label=gettext_lazy("ville"), keys=(Plain("city"), SHOWN_NAME, "pk")),
    }

    def lines(self, rows: Any) -> list[Laboratory]:
        """The laboratories with their themes and identity."""
        return list(rows.prefetch_related("unit_codes", "identifiers", THEMES))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The map of those that are listed."""
        context = super().get_context_data(**context)
        rows = context["object_list"]
        return context | {
            "laboratories": rows,
            "cities": cities(rows),
            "map": region_map(rows),
            "card": heads.laboratories(rows, self.request),
        }


class LaboratoryView(SluggedRecordView):
    """One laboratory: who it depends on, its numbers, its actions and theses."""

    model = Laboratory
    template_name = "programmes/laboratory.html"
    context_object_name = "laboratory"
    page = "programmes:laboratory"

    @classmethod
    def seen_by(cls, viewer: Any) -> QuerySet[Laboratory]:
        """With its institute."""
        return super().seen_by(viewer).select_related("main_institute")

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """What names it, its themes, the units before and after it as far as they are published."""
        visible = Laboratory.objects.visible_to(viewer)
        supervisions = LaboratorySupervision.objects.filter(laboratory=RECORD)
        return {
            **super().lists(viewer),
            "unit_codes": UnitCode.objects.filter(laboratory=RECORD).order_by("since"),
            "supervisions": supervisions.select_related("organisation").order_by("pk"),
            "identifiers": Identifier.objects.filter(laboratory=RECORD),
            "shown_themes": ThemeLaboratory.objects.of_published_themes().filter(laboratory=RECORD),
            "predecessors": visible.filter(successors=RECORD),
            "successors": visible.filter(predecessor=RECORD),
        }

    def attach(self) -> None:
        """What names it, its themes."""
        for name in ("unit_codes", "supervisions", "identifiers"):
            share([self.object], name, self.listed[name], "laboratory")
        self.object.shown_themes = self.listed["shown_themes"]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The units before and after it."""
        return super().get_context_data(**context) | {
            "predecessor": next(iter(self.listed["predecessors"]), None),
            "successors": self.listed["successors"],
            "card": heads.laboratory(self.object, self.request),
        }
