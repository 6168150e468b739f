"""Whose records: a line changes or adds only what the sender of the file may write on the records' own pages."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model

from ..models import User, rights

CLOSED = "cette fiche n’est pas de celles que vous pouvez écrire"
CLOSED_ABOVE = "«\u00a0{}\u00a0» n’est pas de celles que vous pouvez écrire"


class RowRule:
    """What one member of staff may write of one table; asked once a table, not once a line."""

    def __init__(self, importer: User | None, model: type[Model]) -> None:
        self.importer, self.model = importer, model
        self._numbers: dict[type[Model], frozenset[int] | None] = {}

    def faults(self, instance: Any, *, is_new: bool) -> dict[str, list[str]]:
        """Why this person may not write a line, by attribute; empty when they may."""
        if self.importer is None:
            return {}
        found: dict[str, list[str]] = {}
        if not is_new and not self._may(self.model, instance.pk):
            found[NON_FIELD_ERRORS] = [CLOSED]
        for path in self.model.belongs.under:  # type: ignore[attr-defined]
            field: Any = self.model._meta.get_field(path)
            number = getattr(instance, field.attname)
            if number and field.related_model is not self.model and not self._may(field.related_model, number):
                found[field.attname] = [CLOSED_ABOVE.format(field.verbose_name)]
        return found

    def _may(self, model: type[Model], number: int) -> bool:
        if model not in self._numbers:
            rows = rights.written(model._base_manager.all(), self.importer)
            whole = rights.reach_of(self.importer).written(model) is rights.EVERY
            self._numbers[model] = None if whole else frozenset(rows.order_by().values_list("pk", flat=True))
        numbers = self._numbers[model]
        return numbers is None or number in numbers
