"""Merges done and undone, and the pairs that somebody found to be two."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import merge as merging
from ..enums import MergedKind
from ..models import DistinctPair, Merge, MergedRow
from ..models.base import Mergeable
from ..workflow import Refused
from .addresses import change_page
from .base import RowAdmin
from .inlines import ReadOnly, Table
from .register import AboutAdmin, SubjectFilter
from .site import Menu

ROWS = 100  # rows on a page of a merge


class MergedRowTable(ReadOnly, Table):
    """What a merge did, row by row."""

    model = MergedRow
    show_change_link = False


@admin.register(Merge)
class MergeAdmin(ReadOnly, AboutAdmin):
    """Records found to be one: what each merge moved, and the way back."""

    menu = Menu.PARTNERS
    list_display = ("merged_at", "gone", "subject", "merged_by", "undone_at")
    list_filter = (SubjectFilter, ("undone_at", admin.EmptyFieldListFilter))
    search_fields = ("absorbed", "merged_by__full_name", "reason")
    related = ("merged_by", "content_type", "undone_by")
    sections = ((None, ("subject", "reason", "merged_at", "merged_by", "undone_at", "undone_by", "undone_reason")),)
    inlines = (MergedRowTable,)
    actions = ()

    @admin.display(description="fiche fusionnée")
    def gone(self, done: Merge) -> str:
        """What the other record was called."""
        return str(done.absorbed["name"])

    def get_urls(self) -> list[URLPattern]:
        """The way back."""
        undo = self.admin_site.admin_view(self.undo_view)
        return [path("<int:pk>/defaire/", undo, name="programmes_merge_undo"), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What a merge did, and whether it can be undone."""
        done = self.get_object(request, unquote(object_id))
        if done is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, done):
            raise PermissionDenied
        return self._page(request, done)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a merge back, with a reason. By POST, by those who may change both records."""
        done = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.may_undo(request, done):
            raise PermissionDenied
        if request.method != "POST":
            return redirect(change_page(done))
        try:
            merging.separate(done, by=request.user, reason=request.POST.get("reason", ""))  # type: ignore[arg-type]
        except Refused as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect(change_page(done))
        messages.success(request, "La fusion est défaite : les deux fiches sont comme avant.")
        return redirect(change_page(done.absorbed_record))

    def may_undo(self, request: HttpRequest, done: Merge) -> bool:
        """Whether this person may change both records."""
        page: Any = self.admin_site.get_model_admin(done.content_type.model_class())
        records = (done.record, done.absorbed_record)
        return None not in records and page.may_merge(request, *records)

    def _page(self, request: HttpRequest, done: Merge) -> HttpResponse:
        winner, loser = done.record, done.absorbed_record
        rows = done.rows.select_related("content_type").prefetch_related("record").order_by("content_type_id", "pk")
        page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
        lines = [{"row": row, "what": row.content_type.name, "words": name_of(row)} for row in page.object_list]
        may_undo = done.undone_at is None and self.may_undo(request, done)
        context = {
            **self.admin_site.each_context(request),
            "title": str(done), "opts": self.opts, "done": done, "winner": winner, "loser": loser,
            "winner_page": change_page(winner) if winner else "", "loser_page": change_page(loser) if loser else "",
            "page": page, "lines": lines, "may_undo": may_undo,
            "against": merging.standing_against(done) if may_undo else [],
        }  # fmt: skip
        return TemplateResponse(request, "admin/merge/merge.html", context)


def name_of(row: MergedRow) -> str:
    """What a row of a merge is called: its own name now, or what it said when the merge took it away."""
    if row.kind == MergedKind.ABSORBED:
        said: Any = row.old
        return ", ".join(str(value) for name, value in said["fields"].items() if value and name in TOLD)
    return str(row.record) if row.record else "supprimé depuis"


TOLD = frozenset({"role", "type", "number", "scheme", "value", "field", "other_value", "since", "until", "share"})


@admin.register(DistinctPair)
class DistinctPairAdmin(RowAdmin):
    """Records that look alike and are two; deleting a line shows the pair among the likely duplicates again."""

    menu = Menu.ADMINISTRATION
    list_display = ("content_type", "one", "other")
    list_filter = (SubjectFilter,)
    related = ("content_type",)
    readonly_fields = ("content_type", "one", "other")
    sections = ((None, ("content_type", "one", "other")),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Pairs with their records, each kind loaded as its own list loads it."""
        pages = self.admin_site._registry.items()
        sources = [page.get_queryset(request) for table, page in pages if issubclass(table, Mergeable)]
        both = (GenericPrefetch(name, sources) for name in ("first", "second"))
        return super().get_queryset(request).prefetch_related(*both)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They are made on the page of likely duplicates."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A pair is distinct, or is forgotten; who forgets one goes back to the list."""
        return obj is None and super().has_change_permission(request)

    @admin.display(description="fiche")
    def one(self, pair: DistinctPair) -> SafeString | str:
        """The older record."""
        return linked(pair.first)

    @admin.display(description="autre fiche")
    def other(self, pair: DistinctPair) -> SafeString | str:
        """The younger record."""
        return linked(pair.second)


def linked(record: Any) -> SafeString | str:
    """A record with a link to its page."""
    return format_html('<a href="{}">{}</a>', change_page(record), record) if record else "supprimée depuis"
