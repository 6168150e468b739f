"""Tables of rows stay folded until somebody opens them: a page of a record costs what one looks at.

A folded table sends its name, how many rows it has and a mark. What comes back with the mark and without rows leaves
the rows as they are; without the mark, the absence of rows is refused as it always was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models import Count, FileField, Model, QuerySet, Subquery, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ..fields import RichTextField
from .editor import RichTextArea
from .lean import LeanAutocomplete, linked, squeeze
from .sending import EVERY_TABLE

FOLDED = "plie"  # the mark that a folded table sends
OPENED = "ouvrir"  # which table to open: asked by an address, or by a button that saves nothing
ALL = "tous"
PART = "tableau"  # the one table that scripts ask for
MORE = "ligne"  # a button of a page without scripts: one more row in this table
NOTHING_SAVED = "Rien n’est encore enregistré\u00a0: ce que vous avez saisi est toujours sur la page."


@dataclass(frozen=True)
class Waiting:
    """The rows of a folded table, for those who ask the page of the record about its rows: none, and nothing wrong."""

    prefix: str
    model: type[Model]
    forms: tuple[Any, ...] = ()

    def is_multipart(self) -> bool:
        """Whether a file may be sent from the table, once opened: the page is made for it from the start."""
        return any(isinstance(field, FileField) for field in self.model._meta.fields)

    def non_form_errors(self) -> list[str]:
        """Nothing: the rows stay as they are."""
        return []


@dataclass(kw_only=True)
class Folded:
    """A table that is not opened, in the place of Django's own."""

    inline: Any
    formset: Waiting
    has_add_permission: bool
    has_change_permission: bool
    has_delete_permission: bool
    is_in_form: bool
    count: int = 0
    template: str = "admin/edit_inline/folded.html"

    def __iter__(self) -> Iterator[Any]:
        """Its rows: none yet."""
        return iter(())

    @property
    def opts(self) -> "Folded":
        """What the page of the record asks of a table: its template and its names."""
        return self

    @property
    def verbose_name(self) -> str:
        """What a row is called."""
        return str(self.inline.verbose_name)

    @property
    def verbose_name_plural(self) -> str:
        """What the rows are called."""
        return str(self.inline.verbose_name_plural)

    @property
    def media(self) -> forms.Media:
        """The scripts that the table will need, once opened."""
        boxes: list[Any] = [LeanAutocomplete(None, self.inline.admin_site), AdminDateWidget()]
        if any(isinstance(field, RichTextField) for field in self.inline.model._meta.fields):
            boxes.append(RichTextArea())
        media: forms.Media = reduce(lambda known, box: known + box.media, boxes, self.inline.media)
        return media


class FoldingAdmin(admin.ModelAdmin):
    """Mixed into every page of records: its tables of rows wait, unless the page says otherwise."""

    folds_tables: ClassVar[bool] = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """On the page of a record, with what its links lead to: their names are then at hand."""
        rows: QuerySet[Any] = super().get_queryset(request)
        match = request.resolver_match
        is_page = match is not None and match.url_name == f"{self.opts.app_label}_{self.opts.model_name}_change"
        return rows.select_related(*linked(self, request)) if is_page else rows

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        """The tables that are opened; the folded ones are kept aside, with their place."""
        folded: dict[int, Folded] = {}
        request.__dict__["folded"] = folded
        inlines: list[Any] = self.get_inline_instances(request, obj)
        for rank, inline in enumerate(inlines):
            if self.folds_tables and is_folded(request, inline.prefix):
                folded[rank] = self._folded(inline, request, obj)
            else:
                yield inline.get_formset(request, obj), inline

    def _folded(self, inline: Any, request: HttpRequest, record: Any) -> Folded:
        is_in_form = self.has_change_permission(request, record) if record else self.has_add_permission(request)
        return Folded(
            inline=inline,
            formset=Waiting(inline.prefix, inline.model),
            has_add_permission=is_in_form and inline.has_add_permission(request, record),
            has_change_permission=is_in_form and inline.has_change_permission(request, record),
            has_delete_permission=is_in_form and inline.has_delete_permission(request, record),
            is_in_form=is_in_form,
        )

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """A table just asked for shows the rows as they are; one more row is what its button asks."""
        options: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.POST.get(OPENED) == prefix and f"{prefix}-TOTAL_FORMS" not in request.POST:
            return {name: options[name] for name in ("instance", "prefix", "queryset")}
        return {**options, "one_more": True} if request.POST.get(MORE) == prefix else options

    def get_inline_formsets(
        self, request: HttpRequest, formsets: list[Any], inline_instances: list[Any], obj: Any = None
    ) -> list[Any]:
        """Every table in its place, opened or folded, with how many rows those have."""
        tables: list[Any] = super().get_inline_formsets(request, formsets, inline_instances, obj)
        folded: dict[int, Folded] = request.__dict__.get("folded", {})
        if obj is not None and obj.pk and PART not in request.GET:
            count(request, obj, list(folded.values()))
        for rank, table in folded.items():
            tables.insert(rank, table)
        return tables


def is_folded(request: HttpRequest, prefix: str) -> bool:
    """Whether a table is left as it is: nobody has asked for it on this page."""
    if getattr(request, EVERY_TABLE, False):
        return False
    if request.method == "POST":
        is_sent = f"{prefix}-TOTAL_FORMS" in request.POST or request.POST.get(OPENED) == prefix
        return not is_sent and prefix in request.POST.getlist(FOLDED)
    asked = [*request.GET.getlist(OPENED), request.GET.get(PART)]
    return prefix not in asked and ALL not in asked


def count(request: HttpRequest, record: Any, tables: list[Folded]) -> None:
    """Say of each table how many rows of it this person sees, in one question for all."""
    questions = [Subquery(_number(table.inline, request, record)) for table in tables]
    if questions:
        found = type(record)._base_manager.filter(pk=record.pk).values_list(*questions).first()
        for table, rows in zip(tables, found or (), strict=False):
            table.count = rows or 0


def _number(inline: Any, request: HttpRequest, record: Any) -> QuerySet[Any]:
    rows = inline.rows_of(inline.get_queryset(request), record.pk).select_related(None).order_by()
    number: QuerySet[Any] = rows.values(all=Value(1)).annotate(rows=Count("pk")).values("rows")
    return number


def saves_nothing(request: HttpRequest) -> bool:
    """Whether a button was pressed that only shows more of the page."""
    return request.method == "POST" and (OPENED in request.POST or MORE in request.POST)


def has_several(context: dict[str, Any]) -> bool:
    """Whether the page offers to open all its tables at once."""
    return sum(isinstance(table, Folded) for table in context["inline_admin_formsets"]) > 1


def part(request: HttpRequest, context: dict[str, Any]) -> HttpResponse | None:
    """The one table that scripts ask for, alone. Raises Http404 when the page has no such table."""
    asked = request.GET.get(PART)
    if asked is None or request.method != "GET":
        return None
    for table in context["inline_admin_formsets"]:
        if table.formset.prefix == asked and not isinstance(table, Folded):
            answer = TemplateResponse(request, table.opts.template, {"inline_admin_formset": table})
            answer.add_post_render_callback(squeeze)
            return answer
    raise Http404
