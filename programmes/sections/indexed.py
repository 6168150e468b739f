"""Which records of a section have a page that search engines are told of."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """Records with a page: `route` names it, `paths` are the columns that fill its address, in their order."""

    name: str
    rows: QuerySet[Any]
    route: str
    paths: tuple[str, ...] = ("slug",)

    @property
    def dated(self) -> QuerySet[Any]:
        """For each its address' columns and when it last changed, the oldest record first."""
        trail = self.rows.model.history.rel.related_model
        entries = trail._base_manager.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
        last = Subquery(entries.values("pgh_created_at")[:1])
        return self.rows.order_by("pk").annotate(changed_at=last).values_list(*self.paths, "changed_at")
