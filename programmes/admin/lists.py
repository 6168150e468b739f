"""The list of a table: what it is called, how it is filtered and searched."""

from typing import Any

from django.contrib import admin
from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.text import smart_split, unescape_string_literal

from ..models.base import Plain


class ListAdmin(admin.ModelAdmin):
    """Mixed into every page of records: its list."""

    list_per_page = 50
    list_max_show_all = 50

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
        return super().changelist_view(request, {"title": title[:1].upper() + title[1:], **(extra_context or {})})

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Invented rows can be told apart in every list."""
        return [*super().get_list_filter(request), *(["is_demo"] if self.is_versioned else [])]

    # -- searching

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Each word is looked for in every search field, without case nor accents."""
        fields = tuple(self.get_search_fields(request))
        if not fields or not search_term.strip():
            return queryset, False
        names = {f"plain_{number}": Plain(Cast(F(field), TextField())) for number, field in enumerate(fields)}
        found = queryset.alias(**names)
        for word in smart_split(search_term.replace("\x00", "")):
            text = unescape_string_literal(word) if word[0] in "\"'" and word[0] == word[-1] and word[1:] else word
            wanted = Plain(Value(text, output_field=CharField()))
            condition = Q()
            for name in names:
                condition |= Q(**{f"{name}__contains": wanted})
            found = found.filter(condition)
        return found, any(self.lookup_needs_distinct(field) for field in fields)

    def lookup_needs_distinct(self, path: str) -> bool:
        """Whether a search field follows a link to many rows."""
        field = self.opts.get_field(path.split("__")[0])
        return bool(field.one_to_many or field.many_to_many)
