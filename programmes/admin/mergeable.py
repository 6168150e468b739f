"""Pages of bodies and people: where a merged record went, what looks like the one being typed, the way to a merge."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from .. import merge
from ..models import Merge, rights
from .addresses import change_page
from .base import RowAdmin
from .comparing import MergePage
from .rows import RowForm

IS_ANOTHER = "is_another"  # the box to tick: what is typed is not one of those that look alike


class KeptFilter(admin.SimpleListFilter):
    """Records kept, unless those that were merged are asked for."""

    title = "fusion"
    parameter_name = "fusion"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """What else a list may show."""
        return [("oui", "Fiches fusionnées"), ("toutes", "Toutes")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Without a choice, the records kept."""
        if self.value() == "oui":
            return queryset.filter(merged_into__isnull=False)
        return queryset if self.value() == "toutes" else queryset.filter(merged_into__isnull=True)

    def choices(self, changelist: Any) -> Any:
        """The first answer says what it is."""
        first, *others = super().choices(changelist)
        return [{**first, "display": "Fiches gardées"}, *others]


class MergeableForm(RowForm):
    """A form that asks, before adding, whether one of the records that look alike is not the same."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a record that looks like another, until somebody says that it is another."""
        cleaned = super().clean()
        if self.instance._state.adding and not self.data.get(IS_ANOTHER):
            typed = {name: str(value or "") for name, value in self.cleaned_data.items()}
            self.found = merge.resembling(type(self.instance), typed, numbers=numbers_in(self.data))
            if self.found:
                named = ", ".join(f"«\u00a0{row}\u00a0»" for row in self.found)
                raise ValidationError(
                    f"Cette fiche ressemble à {named}\u00a0: est-ce la même\u202f? Si c’en est une autre, "
                    "cochez «\u00a0C’est une autre fiche\u00a0» et enregistrez de nouveau."
                )
        return cleaned


def numbers_in(data: Any) -> list[str]:
    """The identifiers typed in the table below."""
    names = [name for name in data if name.startswith("identifiers-") and name.endswith("-value")]
    return [data[name] for name in names]


class MergeableAdmin(RowAdmin):
    """Mixed into the pages of records of which one body may have two."""

    form: Any = MergeableForm

    def get_urls(self) -> list[URLPattern]:
        """The merge page of a record, and what looks like the one being typed."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            path("proches/", guard(self.alike_view), name=f"{name}_alike"),
            path("<path:object_id>/fusion/", guard(self.merge_view), name=f"{name}_merge"),
            *super().get_urls(),
        ]

    # -- who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A merged record is read, never written: its body is described elsewhere."""
        is_merged = obj is not None and obj.merged_into_id is not None
        return not is_merged and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A merged record says for ever where it went."""
        is_merged = obj is not None and obj.merged_into_id is not None
        return not is_merged and super().has_delete_permission(request, obj)

    def may_merge(self, request: HttpRequest, *records: Any) -> bool:
        """Whether this person may change all these records."""
        may_change = super().has_change_permission(request)
        return may_change and all(rights.may_write(request.user, record) for record in records)

    # -- lists and choices

    def listed(self, request: HttpRequest) -> QuerySet[Any]:
        """What the list shows first: the records kept."""
        return self.get_queryset(request).filter(merged_into__isnull=True)

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Merged records are asked for."""
        return [*super().get_list_filter(request), KeptFilter]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The names of a merged record find the one kept too; nobody chooses a merged one in a form."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into__isnull=True)
        found, is_repeated = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return found, is_repeated
        merged = self.get_queryset(request).filter(merged_into__isnull=False).order_by()
        lost, _is_repeated = super().get_search_results(request, merged, search_term)
        own, theirs = Q(pk__in=found.order_by().values("pk")), Q(pk__in=lost.values("merged_into"))
        return queryset.filter(own | theirs), False

    # -- pages

    def merges_of(self, record: Any) -> Any:
        """The merges in which a record had a part, kept or not."""
        return Merge.objects.concerning(record).select_related("merged_by", "undone_by")

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """Where a merged record went; else the way to its merge, or what looks like the one being typed."""
        record = context.get("original")
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if record is None:
            form = context["adminform"].form
            names = {part for called in self.model.called for part in called.split()}
            context |= {
                "alike": self.lines(request, getattr(form, "found", [])),
                "alike_address": reverse(f"{name}_alike"),
                "alike_names": ",".join(sorted(names)),
                "is_another": IS_ANOTHER in form.data,
                "asks_whether_another": hasattr(form, "found") or IS_ANOTHER in form.data,
            }
        elif record.merged_into_id:
            context["merge"] = Merge.objects.in_force().of_absorbed(record).first()
            context["merged_into"] = record.merged_into
            context["merged_into_page"] = change_page(record.merged_into)
        elif self.may_merge(request, record):
            context["merge_page"] = reverse(f"{name}_merge", args=(record.pk,))
        return super().render_change_form(request, context, *arguments, **options)

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Two records side by side, which one stays, which values, why."""
        return MergePage(self, request).answer(object_id)

    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """A part of the page where one adds: records that look like what stands in the form."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        typed = {name: str(value) for name, value in request.GET.items() if len(value) <= 250}
        found = merge.resembling(self.model, typed, numbers=numbers_in(typed))
        return TemplateResponse(request, "admin/merge/alike.html", {"alike": self.lines(request, found)})

    def lines(self, request: HttpRequest, records: list[Any]) -> list[dict[str, Any]]:
        """Records with what tells them apart, those that this person may read."""
        return [
            {"record": record, "address": change_page(record), "details": details_of(record)}
            for record in records
            if self.has_view_permission(request, record)
        ]


def details_of(record: Any) -> str:
    """What tells a record apart from another of the same name."""
    names = ("name", "acronym", "city", "laboratory", "organisation", "reference")
    values = [str(getattr(record, name, "") or "") for name in names]
    return ", ".join(dict.fromkeys(value for value in values if value and value != str(record)))
