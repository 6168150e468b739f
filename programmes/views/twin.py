"""The web twin of an edition: a page for each chapter, a page and a file for each list, all from the frozen content."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page
from django.views.generic import TemplateView

from ..enums import Language
from ..models import Edition
from ..reports import attachments, online
from ..reports.twins import Twin
from .editions import shown_edition
from .public import EditionPage
from .reports import EditionOfAddress

ROWS = 200  # of a list on a page


@method_decorator(conditional_page, name="dispatch")
class TwinPage(EditionPage, EditionOfAddress, TemplateView):
    """What the pages under an edition share; one that was replaced leads to the edition in force."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the content does not have (a language, a list, a column) has no page."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except LookupError as unknown:
            raise Http404 from unknown

    @cached_property
    def twin(self) -> Twin:
        """The edition of the address, for those who may see it."""
        visible = Edition.objects.visible_to(self.request.user).latest_first()
        row = get_object_or_404(visible, pk__in=self.editions().values("pk"))
        return Twin(row, get_language() or Language.FRENCH)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The edition, its contents, and whether another one took its place."""
        current = Edition.objects.current().filter(report=self.twin.edition.report_id).latest_first().first()
        is_current = current == self.twin.edition
        return super().get_context_data(**context) | {
            "edition": shown_edition(self.twin.edition),
            "is_current": is_current,
            "current": shown_edition(current) if current and not is_current else None,
            "has_demo": self.twin.edition.contains_demo,
            "contents": self.twin.contents(),
            "lists": self.twin.lists,
        }


class ChapterView(TwinPage):
    """A chapter, or some of its sheets when it is long."""

    template_name = "programmes/twin/chapter.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The chapter, the page before and the page after."""
        at = self.twin.outline.leaf(self.kwargs["slug"], self.kwargs.get("rank", 1))
        leaves = self.twin.outline.leaves
        return super().get_context_data(**context) | {
            "leaf": leaves[at],
            "pages": sum(leaf.slug == leaves[at].slug for leaf in leaves),
            "words": self.twin.chapter(at),
            "before": self._neighbour(at - 1),
            "after": self._neighbour(at + 1),
        }

    def _neighbour(self, at: int) -> dict[str, Any] | None:
        leaves = self.twin.outline.leaves
        return {"leaf": leaves[at], "address": self.twin.address(leaves[at])} if 0 <= at < len(leaves) else None


class TablesView(TwinPage):
    """Every list of the edition, with its file."""

    template_name = "programmes/twin/tables.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The lists in the order of their names."""
        tables = [
            {"table": table, "address": self.twin.table_page(table.name)} for table in self.twin.outline.tables.values()
        ]
        return super().get_context_data(**context) | {"tables": tables}


class OneTable(TwinPage):
    """A list as it was frozen, or the rows of it that answer the query: the records behind a figure."""

    def found(self) -> online.Records:
        """The rows asked for. Raises LookupError for a list, a column or a way of counting that does not exist."""
        shelved = self.twin.outline.tables[self.kwargs["name"]]
        asked = [(name, value) for name, values in self.request.GET.lists() for value in values]
        return online.records(self.twin.table(shelved), online.read(shelved.name, asked), self.twin.language)


class TableView(OneTable):
    """The page of a list."""

    template_name = "programmes/twin/table.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Some rows, what they come to, where they are shown in the report, and the file."""
        found, shelved = self.found(), self.twin.outline.tables[self.kwargs["name"]]
        page = Paginator(found.table.rows, ROWS).get_page(self.request.GET.get("page"))
        first = page.start_index() - 1 if page.paginator.count else 0
        leaf = self.twin.outline.leaves[shelved.leaf]
        asked = self.request.GET.copy()
        asked.pop("page", None)
        return super().get_context_data(**context) | {
            "found": found,
            "printed": online.page_of(found, first, first + ROWS, self.twin.language, self.twin.online),
            "page_obj": page,
            "table": shelved,
            "chapter": {"leaf": leaf, "address": self.twin.address(leaf)},
            "file": self.twin.table_file(shelved.name),
            "query": asked.urlencode(),
        }


class TableFileView(OneTable):
    """The same list as a CSV file: without a query, the very file attached to the PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """UTF-8, commas, raw values."""
        answer = HttpResponse(attachments.as_csv(self.found().table), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="{kwargs["name"]}.csv"'
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer
