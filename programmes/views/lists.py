"""What every public list with facets shares: counts, sorting, pages, the years beside the filter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise, cached_property
from django_filters.views import FilterView

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class SortChoice:
    """One order of a list, and the address that asks for it."""

    label: Text
    address: str
    current: bool


class FacetedListView(FilterView):
    """A public list: a filter set, orders to choose from, pages of twenty. The first order is the list's own."""

    model: Any
    filterset_class: Any
    strict = False
    paginate_by = 20
    sorts: ClassVar[Mapping[str, tuple[Text, tuple[Any, ...]]]] = {}

    @property
    def everything(self) -> Any:
        """All that this visitor may see, before any filter."""
        return self.model._default_manager.visible_to(self.request.user)

    @cached_property
    def sort(self) -> str:
        """The order asked for, or the list's own."""
        asked = self.request.GET.get("sort", "")
        return asked if asked in self.sorts else next(iter(self.sorts))

    def get_queryset(self) -> Any:
        """What filters and facets count: no related rows loaded."""
        return self.everything

    def get_context_data(self, *, object_list: Any = None, **context: Any) -> dict[str, Any]:
        """The page of rows with what its template shows of them, and the tools around them."""
        _label, order = self.sorts[self.sort]
        rows = object_list.order_by(*order).for_list()
        context = super().get_context_data(object_list=rows, **context)
        page = context["page_obj"]
        return context | {
            "total": self.everything.count(),
            "sorts": self._sort_choices(),
            "page_places": context["paginator"].get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "has_demo": any(row.is_demo for row in page),
        }

    def _sort_choices(self) -> list[SortChoice]:
        query = self.request.GET.copy()
        query.pop("page", None)
        choices = []
        for name, (label, _order) in self.sorts.items():
            query["sort"] = name
            choices.append(SortChoice(label=label, address=f"?{query.urlencode()}", current=name == self.sort))
        return choices
