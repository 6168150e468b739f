"""The page of likely duplicates: pairs of records that look alike, to merge or to tell apart once and for all."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property

from ..merge.pairs import likely_pairs
from ..models import DistinctPair
from ..models.base import Mergeable

PAIRS = 25  # on a page


class Pairs:
    """The pairs of a table as the paginator asks for them: a page at a time."""

    def __init__(self, model: Any, page: int) -> None:
        self.model, self.start = model, (page - 1) * PAIRS

    @cached_property
    def _found(self) -> tuple[list[Any], int]:
        return likely_pairs(self.model, first=self.start, number=PAIRS)

    def count(self) -> int:
        """How many there are in all."""
        return self._found[1]

    def __getitem__(self, part: slice) -> list[Any]:
        return self._found[0] if part.start == self.start else []


class Duplicates:
    """The page, for the site it belongs to."""

    def __init__(self, site: AdminSite) -> None:
        self.site = site

    def kinds(self, request: HttpRequest) -> dict[str, Any]:
        """The pages of the tables that may hold a body twice, those that this person may read."""
        pages = {table: page for table, page in self.site._registry.items() if issubclass(table, Mergeable)}
        return {str(table._meta.model_name): page for table, page in pages.items() if page.has_view_permission(request)}

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The pairs of one kind; by POST, one of them told apart."""
        kinds = self.kinds(request)
        if not kinds:
            raise PermissionDenied
        name = request.POST.get("nature") or request.GET.get("nature") or next(iter(kinds))
        if name not in kinds:
            raise Http404
        return self._tell_apart(request, kinds[name]) if request.method == "POST" else self._show(request, kinds, name)

    def _show(self, request: HttpRequest, kinds: dict[str, Any], name: str) -> HttpResponse:
        owner = kinds[name]
        given = request.GET.get("page", "1")
        number = int(given) if given.isdecimal() and 0 < int(given) < 10_000 else 1
        pairs = Pairs(owner.model, number)
        shown: Any = Paginator(pairs, PAIRS).get_page(number)  # type: ignore[arg-type]  # it has a count and slices
        keys = {key for pair in shown.object_list for key in (pair.one, pair.other)}
        rows = owner.get_queryset(request).in_bulk(keys)
        merging = f"admin:{owner.opts.app_label}_{owner.opts.model_name}_merge"
        lines = [
            {
                "one": owner.lines(request, [rows[pair.one]])[0],
                "other": owner.lines(request, [rows[pair.other]])[0],
                "reasons": ", ".join(pair.reasons),
                "merge": f"{reverse(merging, args=(pair.one,))}?avec={pair.other}&proposer",
            }
            for pair in shown.object_list
        ]
        context = {
            **self.site.each_context(request),
            "title": "Doublons probables", "page": shown, "lines": lines, "kind": name,
            "kinds": [(key, page.opts.verbose_name_plural) for key, page in kinds.items()],
            "may_change": owner.has_change_permission(request),
        }  # fmt: skip
        return TemplateResponse(request, "admin/merge/duplicates.html", context)

    def _tell_apart(self, request: HttpRequest, owner: Any) -> HttpResponse:
        given = [request.POST.get(name, "") for name in ("one", "other")]
        rows = owner.get_queryset(request).in_bulk([int(key) for key in given if key.isdecimal()])
        if len(rows) != 2:
            raise Http404
        if not owner.may_merge(request, *rows.values()):
            raise PermissionDenied
        one, other = rows.values()
        DistinctPair.objects.remember(one, other)
        messages.success(
            request, f"«\u00a0{one}\u00a0» et «\u00a0{other}\u00a0» sont deux fiches distinctes\u00a0: c’est noté."
        )
        return redirect(f"{reverse('admin:duplicates')}?nature={owner.opts.model_name}")


def urls(site: AdminSite) -> list[URLPattern]:
    """The address of the page."""
    return [path("doublons/", site.admin_view(Duplicates(site).answer), name="duplicates")]
