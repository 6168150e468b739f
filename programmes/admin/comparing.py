"""The merge page: two records side by side, which one stays, which values, why."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from .. import merge
from ..workflow import Refused
from .addresses import change_page
from .common import typed_fields
from .telling import in_words

FOUND = 20


class MergePage:
    """The merge page of the records of one table: `owner` is that table's own page."""

    def __init__(self, owner: Any, request: HttpRequest) -> None:
        self.owner, self.request = owner, request

    def answer(self, object_id: str) -> HttpResponse:
        """Choose the other record, compare both, merge them."""
        request = self.request
        kept = self.owner.get_object(request, unquote(object_id))
        if kept is None:
            raise Http404
        if not self.owner.may_merge(request, kept):
            raise PermissionDenied
        other = self._other()
        if other is None:
            return self._choose(kept)
        if not self.owner.may_merge(request, other):
            raise PermissionDenied
        if request.method == "POST":
            return self._join(kept, other)
        if "proposer" in request.GET and merge.better_kept(kept, other) == other:
            kept, other = other, kept
        return self._set_beside(kept, other)

    def _other(self) -> Any:
        given = self.request.POST.get("avec") or self.request.GET.get("avec") or ""
        return self.owner.get_object(self.request, given) if given.isdecimal() else None

    def _address(self, kept: Any) -> str:
        return reverse(f"admin:{self.owner.opts.app_label}_{self.owner.opts.model_name}_merge", args=(kept.pk,))

    def _page(self, template: str, title: str, **context: Any) -> TemplateResponse:
        frame = {**self.owner.admin_site.each_context(self.request), "title": title, "opts": self.owner.opts}
        return TemplateResponse(self.request, f"admin/merge/{template}.html", frame | context)

    def _choose(self, kept: Any) -> HttpResponse:
        """Which record is the same? Those that look alike first, or those that are searched."""
        words = self.request.GET.get("q", "").strip()[:120]
        if words:
            rows = self.owner.listed(self.request).exclude(pk=kept.pk)
            found, is_repeated = self.owner.get_search_results(self.request, rows, words)
            records = list((found.distinct() if is_repeated else found)[:FOUND])
        else:
            typed = {name: str(getattr(kept, name)) for called in kept.called for name in called.split()}
            records = merge.resembling(type(kept), typed, besides=kept.pk)
        return self._page(
            "choose", f"Fusionner «\u00a0{kept}\u00a0»", kept=kept, words=words, back=change_page(kept),
            lines=self.owner.lines(self.request, records),
        )  # fmt: skip

    def _set_beside(self, kept: Any, other: Any, refusals: tuple[str, ...] = ()) -> HttpResponse:
        plan = merge.plan(kept, other)
        return self._page(
            "compare", "Fusionner deux fiches", kept=kept, other=other, plan=plan,
            refusals=dict.fromkeys((*refusals, *plan.refusals)), rows=self._rows(kept, other),
            reason=self.request.POST.get("reason", ""), swap=f"{self._address(other)}?avec={kept.pk}",
            address=self._address(kept), kept_page=change_page(kept), other_page=change_page(other),
            is_published=getattr(other, "is_published", False),
        )  # fmt: skip

    def _rows(self, kept: Any, other: Any) -> list[dict[str, Any]]:
        """What both say, field by field; where they differ, which value is chosen."""
        choices = {choice.name: choice for choice in merge.choices(kept, other)}
        grouped = {field.name for choice in choices.values() for field in choice.fields[1:]}
        rows = []
        for name in ("reference", *(name for name in typed_fields(self.owner.model) if name != "reference")):
            if name in grouped or not hasattr(kept, name):
                continue
            choice = choices.get(name)
            fields = choice.fields if choice else (self.owner.model._meta.get_field(name),)
            row: dict[str, Any] = {"name": name, "label": ", ".join(str(field.verbose_name) for field in fields)}
            row |= {"kept": told(kept, fields), "other": told(other, fields), "choice": choice}
            if choice:
                chosen = self.request.POST.get(f"take-{name}", "other" if choice.prefers_other else "kept")
                row["takes_other"] = chosen == "other"
            rows.append(row)
        return rows

    def _join(self, kept: Any, other: Any) -> HttpResponse:
        taken = {name.removeprefix("take-") for name, value in self.request.POST.items() if value == "other"}
        seen = (self.request.POST.get("seen_kept", ""), self.request.POST.get("seen_other", ""))
        try:
            done = merge.join(
                kept, other, by=self.request.user, reason=self.request.POST.get("reason", ""), taken=taken, seen=seen,  # type: ignore[arg-type]
            )  # fmt: skip
        except Refused as refused:
            return self._set_beside(self._again(kept), self._again(other), tuple(refused.messages))
        page = reverse("admin:programmes_merge_change", args=(done.pk,))
        words = "«\u00a0{}\u00a0» est fusionnée dans «\u00a0{}\u00a0». <a href='{}'>Voir ou défaire la fusion</a>"
        messages.success(self.request, format_html(words, other, kept, page))
        return redirect(change_page(kept))

    def _again(self, record: Any) -> Any:
        return type(record)._base_manager.filter(pk=record.pk).first() or record


def told(record: Any, fields: tuple[Any, ...]) -> str:
    """What a record says in these columns, in words."""
    values = [
        str(getattr(record, field.name)) if field.is_relation and getattr(record, field.attname) else
        in_words(field, getattr(record, field.attname))
        for field in fields
    ]  # fmt: skip
    return ", ".join(dict.fromkeys(values))
