"""Lists that visitors narrow down: what may be asked, how it is read, counted, put in pages and told back."""

from .counting import Counts, Names, by_key
from .declared import FacetFilter, Filter, LinkedFilter, Named, TextFilter, YearFilter, YearsFilter
from .facets import BodyFacet, ThemeFacet
from .laboratories import LaboratoryFilter
from .pages import BOUND, PER_PAGE, Key, Order, Page
from .plain import Chip, Facet, Option, Wrong
from .sets import FacetedFilterSet

__all__ = [
    "BOUND",
    "PER_PAGE",
    "BodyFacet",
    "Chip",
    "Counts",
    "Facet",
    "FacetFilter",
    "FacetedFilterSet",
    "Filter",
    "Key",
    "LaboratoryFilter",
    "LinkedFilter",
    "Named",
    "Names",
    "Option",
    "Order",
    "Page",
    "TextFilter",
    "ThemeFacet",
    "Wrong",
    "YearFilter",
    "YearsFilter",
    "by_key",
]
