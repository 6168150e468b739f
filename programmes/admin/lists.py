"""The list of a table: what it is called, how it is filtered and searched."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import QuerySet
from django.http import HttpRequest

from .columns import Column, column_of
from .counting import FoundPaginator, KeptPaginator, Listed
from .filters import DemoFilter, LinkFilter
from .finding import rows_answering


class ListAdmin(admin.ModelAdmin):
    """Mixed into every page of records: its list."""

    list_per_page = 50
    list_max_show_all = 50
    show_facets = admin.ShowFacets.ALLOW
    show_full_result_count = False  # the rows found are counted, once

    @property
    def is_versioned(self) -> bool:
        """Whether staff edit these rows."""
        return any(field.name == "version" for field in self.opts.fields)

    def listed(self, request: HttpRequest) -> QuerySet[Any]:
        """What the list shows before anything is chosen: what the menu counts."""
        return self.get_queryset(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """A list is called by what it holds."""
        title = str(self.opts.verbose_name_plural)
        context = {"title": title[:1].upper() + title[1:], "filter_media": filter_media(self.get_list_filter(request))}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Invented rows can be told apart in every list."""
        return [*super().get_list_filter(request), *([("is_demo", DemoFilter)] if self.is_versioned else [])]

    def get_list_display(self, request: HttpRequest) -> Any:
        """The columns, each as staff read its values."""
        return [self._column(name) for name in super().get_list_display(request)]

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        """The columns that lead to the record, as they are shown."""
        return [self._column(name) for name in super().get_list_display_links(request, list_display) or ()] or None

    def _column(self, name: Any) -> Column:
        model: Any = self.model
        return column_of(model, name) if isinstance(name, str) else name

    # -- searching

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[Listed]:
        """A list that knows how far its rows were counted."""
        return Listed

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *options: Any, **named: Any) -> Any:
        """What words find is counted as far as people leaf; what filters leave, whole, once a minute."""
        searched = request.GET.get(SEARCH_VAR) or request.GET.get("term")
        pages = FoundPaginator if searched else KeptPaginator
        return pages(queryset, per_page, *options, **named)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Each word is looked for in every search field, without case nor accents."""
        if not self.get_search_fields(request) or not search_term.strip():
            return queryset, False
        return rows_answering(self, queryset, search_term.strip()), False


def filter_media(filters: Any) -> forms.Media:
    """What searched filters need on the page; nothing when there are none."""
    searched = any(isinstance(one, tuple) and issubclass(one[1], LinkFilter) for one in filters)
    return LinkFilter.media() if searched else forms.Media()
