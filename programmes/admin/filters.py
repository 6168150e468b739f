"""Filters of lists that stay cheap however long the tables are."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_FACETS_VAR
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

MOST = 200  # choices listed with their counts; beyond, one searches


class DemoFilter(admin.BooleanFieldListFilter):
    """Invented rows, by the same words in every list."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.title = "donnée de démonstration"


class LinkFilter(admin.RelatedFieldListFilter):
    """By a linked record: one searches its name; those present are listed, with their counts, at a click.

    Nothing is read for it but the name of the record chosen.
    """

    template = "admin/filters/link.html"

    def __init__(self, field: Any, request: HttpRequest, params: Any, model: Any, page: Any, field_path: str) -> None:
        self.field_path, self.is_listed = field_path, IS_FACETS_VAR in request.GET
        super().__init__(field, request, params, model, page, field_path)
        self.page, self.request = page, request

    @staticmethod
    def media() -> forms.Media:
        """What the searched choice needs on the page."""
        return AutocompleteSelect(None, admin.site).media

    def has_output(self) -> bool:
        """A choice can always be searched."""
        return True

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """The records that are present in the table; none are read until they are to be counted."""
        if not self.is_listed:
            return []
        present = model_admin.model._base_manager.filter(**{self.field_path: OuterRef("pk")})
        return [(row.pk, str(row)) for row in self._choices_of(request, model_admin).filter(Exists(present))[:MOST]]

    def _choices_of(self, request: HttpRequest, page: Any) -> QuerySet[Any]:
        """The records that this person may choose, with what their names need."""
        related: Any = page.admin_site.get_model_admin(self.field.related_model)
        rows: QuerySet[Any] = related.get_queryset(request)
        return rows

    def searched(self) -> str:
        """The searched choice."""
        rows = self._choices_of(self.request, self.page)
        choice = AutocompleteSelect(
            self.field, self.page.admin_site, attrs={"aria-label": self.title, "data-filter": self.lookup_kwarg}
        )
        field = forms.ModelChoiceField(rows, required=False, widget=choice)
        value = self.lookup_val[-1] if isinstance(self.lookup_val, list) else self.lookup_val
        return str(field.widget.render(f"filtre_{self.field_path}", field.prepare_value(value)))
