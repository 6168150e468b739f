"""How many records of a list each year holds, drawn beside the filter of years."""

from typing import Any, ClassVar

from django.utils.functional import Promise

from .. import charts
from ..charts import figures
from ..templatetags.words import language
from .lists import FacetedListView

WIDTH = 252


class ListByYear(FacetedListView):
    """A list whose years are counted. `years_alt` says in a sentence what the drawing shows."""

    years_alt: ClassVar[str | Promise] = ""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The years of the whole list, with what the other filters leave of each."""
        context = super().get_context_data(**context)
        first, last = self._chosen_years()
        found = self.filterset.counts.by_year("year")
        years = tuple(
            figures.YearCount(year=year, count=found.get(year, 0), chosen=first <= year <= last)
            for year in self.filterset.whole.by_year("year")
        )
        drawing = figures.YearHistogram(years=years)
        drawn = charts.draw(drawing, str(self.years_alt), language(), WIDTH) if years else ""
        return context | {"years": years, "histogram": drawn}

    def _chosen_years(self) -> tuple[int, int]:
        known = self.filterset.known
        first, last = (list(known.get(name, ())) for name in ("year_from", "year_to"))
        return int(first[-1]) if first else 0, int(last[-1]) if last else 9999
