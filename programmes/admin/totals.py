"""“Totaux”: the amounts of the rows on screen, funder by funder, since what two funders give is never one sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .. import wording

Amount = Decimal | None


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Sums: the headings of their columns, a line for each funder, what must be known to read them."""

    headings: Sequence[str]
    lines: Sequence[tuple[str, Sequence[Amount]]]
    note: str = ""

    @property
    def in_words(self) -> list[tuple[str, list[str]]]:
        """The lines as people read them."""
        return [(name, [wording.euros(amount, "fr") for amount in amounts]) for name, amounts in self.lines]


class TotalsAdmin(admin.ModelAdmin):
    """Mixed into every page of records; `totals` answers on those that hold amounts."""

    has_totals = False

    def totals(self, rows: QuerySet[Any]) -> Totals:
        """The sums of these rows."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        """The page of the totals beside the list."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_totals"
        return [path("totaux/", self.admin_site.admin_view(self.totals_view), name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list knows the address of its totals."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_totals" if self.has_totals else ""
        return super().changelist_view(request, {"totals_page": name, **(extra_context or {})})

    def totals_view(self, request: HttpRequest) -> HttpResponse:
        """The sums of the rows that this person sees at this address."""
        if not self.has_totals:
            raise Http404
        try:
            listed = self.rows_listed(request)  # type: ignore[attr-defined]
        except IncorrectLookupParameters:
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Totaux\u00a0: {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "lines": listed.exact_count,
            "totals": self.totals(listed.queryset.order_by()),
            "query": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/totals.html", context)
