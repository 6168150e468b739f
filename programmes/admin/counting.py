"""How many rows a list holds: of a search as far as people leaf, exactly when a file or a sum is asked.

The number of rows that filters leave is kept as long as no row of the table changes, a minute at most: in a large
table, counting costs more than all the rest of the page.
"""

import hashlib
from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.core.paginator import Paginator
from django.db.models import Max, QuerySet

BOUND = 1000  # rows found; further on, nobody reads: one types another word
MINUTE = 60  # seconds; a change of another table, on which a filter may rest, is seen after it


class KeptPaginator(Paginator):
    """Pages of a whole list, or of what filters leave of it."""

    @cached_property
    def count(self) -> int:
        """The rows of the list."""
        rows: Any = self.object_list
        if not hasattr(rows.model, "history"):
            return int(rows.count())
        try:
            return int(cache.get_or_set(_key(rows), rows.count, MINUTE) or 0)
        except EmptyResultSet:
            return 0


def _key(rows: QuerySet[Any]) -> str:
    """The same for the same question, asked of a table of which no row has changed. Raises EmptyResultSet."""
    trail: Any = rows.model._meta.get_field("history").related_model
    last = trail._base_manager.aggregate(last=Max("pgh_id"))["last"]
    asked = repr(rows.order_by().values("pk").query.sql_with_params())
    return f"count-{rows.model._meta.label}-{last}-{hashlib.sha256(asked.encode()).hexdigest()}"


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
