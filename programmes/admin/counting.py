"""How many rows a search finds: counted as far as people leaf through them, exactly when a file or a sum is asked."""

from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator

BOUND = 1000  # rows found; further on, nobody reads: one types another word


class FoundPaginator(Paginator):
    """Pages of what a search finds, BOUND rows of it at most: words that every row holds cost no more than others."""

    @cached_property
    def _found(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: BOUND + 1].count())

    @property
    def count(self) -> int:
        """The rows that may be leafed through."""
        return min(self._found, BOUND)

    @property
    def has_more(self) -> bool:
        """Whether the search finds more rows than that."""
        return self._found > BOUND


class Listed(ChangeList):
    """A list that knows whether its search finds more than it counts."""

    @property
    def has_more(self) -> bool:
        """Whether more rows were found than `result_count` says."""
        return bool(getattr(self.paginator, "has_more", False))

    @cached_property
    def exact_count(self) -> int:
        """The rows found, all of them."""
        return self.queryset.count() if self.has_more else self.result_count
