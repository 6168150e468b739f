"""What every public page of a record shares: who may see it, old addresses, doubts, invented rows."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import DetailView

from ..models import FormerSlug, Remark
from ..models.base import Mergeable
from ..sections.registry import all_sections
from ..sections.related import Related
from .public import RecordPage


def related_blocks(record: models.Model, viewer: Any) -> list[Related]:
    """What each section has to show beside a record, in the order of the report."""
    return [block for section in all_sections() for block in section.relate(record, viewer)]


def any_demo(rows: Iterable[Any], blocks: Iterable[Related] = ()) -> bool:
    """Whether something on the page is invented."""
    return any(row.is_demo for row in rows) or any(block.has_demo for block in blocks)


class RecordView(RecordPage, DetailView):
    """The page of one published record."""

    def get_queryset(self) -> models.QuerySet:
        """What this visitor may see, with everything the page shows of it."""
        return self.model._default_manager.visible_to(self.request.user).for_page()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The record, what the sections show beside it, and where sources differ."""
        blocks = related_blocks(self.object, self.request.user)
        context["related"] = blocks
        context["figures"] = [figure for block in blocks for figure in block.figures]
        context["remarks"] = Remark.objects.about(self.object)
        context["has_demo"] = any_demo([self.object], blocks)
        return super().get_context_data(**context)


class SluggedRecordView(RecordView):
    """A record whose address carries words: its former addresses lead to it for ever. `page` names its address."""

    page = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or the way to its present address."""
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            return self._present_address()

    def _present_address(self) -> HttpResponse:
        visible = self.model._default_manager.visible_to(self.request.user)
        if issubclass(self.model, Mergeable) and (kept := visible.filter(absorbed__slug=self.kwargs["slug"]).first()):
            return HttpResponsePermanentRedirect(self.address_of(kept.slug))
        former = FormerSlug.objects.left(self.model, self.kwargs["slug"])
        if former is None:
            raise Http404
        record = get_object_or_404(visible, pk=former.object_id)
        return HttpResponsePermanentRedirect(self.address_of(record.slug))

    def address_of(self, slug: str) -> str:
        """The same page under another slug."""
        return reverse(self.page, args=[slug])
