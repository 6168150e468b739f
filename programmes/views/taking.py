"""“Emporter cette liste”: what a list shows, filtered and sorted as it is, as a file."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from ..exports.formats import LONGEST_WORKBOOK, OPEN, Format
from ..exports.taking import Taken, name_of
from ..sections.datasets import Place
from ..sections.registry import all_datasets
from ..templatetags.site import absolute
from .public import PublicPage

FORMAT = "format"


@dataclass(frozen=True, kw_only=True)
class Way:
    """A format in which a list may be taken, and the address that asks for it."""

    format: Format
    address: str

    @property
    def name(self) -> str:
        """What people call it."""
        return self.format.value.upper()


def ways_of(request: HttpRequest) -> list[Way]:
    """The formats of the list on screen."""
    query = request.GET.copy()
    for name in ("page", "after", "before"):
        query.pop(name, None)
    ways = []
    for kind in OPEN:
        query[FORMAT] = kind.value
        ways.append(Way(format=kind, address=f"?{query.urlencode()}"))
    return ways


class TakenAway(PublicPage):
    """Mixed into the view of a list: with `format` in its address, the list is a file. `dataset` says its columns."""

    reads_query = True
    request: HttpRequest
    dataset = ""

    def taken(self) -> QuerySet[Any] | None:
        """Every row of the list, filtered and sorted; None when the address holds a filter that cannot be read."""
        return all_datasets()[self.dataset].rows(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or the file that its address asks for."""
        if FORMAT not in request.GET or request.method not in ("GET", "HEAD"):
            return super().dispatch(request, *args, **kwargs)
        asked = request.GET[FORMAT]
        if asked not in OPEN:
            return refused(request, asked)
        rows = self.taken()
        if rows is None:
            return refused(request, "")
        kind = Format(asked)
        if kind == Format.XLSX and rows.count() > LONGEST_WORKBOOK:
            return refused(request, "", is_too_long=True)
        return self._file(rows, kind)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The formats, for those who want the list elsewhere."""
        context["ways"] = ways_of(self.request)
        return super().get_context_data(**context)  # type: ignore[misc]

    def _file(self, rows: QuerySet[Any], kind: Format) -> StreamingHttpResponse:
        dataset = all_datasets()[self.dataset]
        address = absolute(self.request, self.request.get_full_path())
        taken = Taken(
            dataset=dataset, rows=rows, viewer=self.request.user, place=place_of(self.request), address=address
        )
        return file_answer(taken, kind)


def place_of(request: HttpRequest) -> Place:
    """Where records are read."""
    return Place(site=absolute(request, "/")[:-1])


def file_answer(taken: Taken, kind: Format) -> StreamingHttpResponse:
    """A file on its way, row after row."""
    name = name_of(taken.dataset, localdate(), kind)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Language": get_language() or "fr",
        "X-Robots-Tag": "noindex",
    }
    return StreamingHttpResponse(taken.pieces(kind), content_type=kind.media_type, headers=headers)


def refused(request: HttpRequest, asked: str, *, is_too_long: bool = False) -> HttpResponse:
    """Why there is no such file, and which ones there are."""
    ways = [way for way in ways_of(request) if not is_too_long or way.format != Format.XLSX]
    context = {"asked": asked, "ways": ways, "most": LONGEST_WORKBOOK if is_too_long else None}
    return render(request, "programmes/no_file.html", context, status=400)
