"""What every public page of a record shares: who may see it, old addresses, doubts, invented rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import DetailView

from ..models import FormerSlug, Remark
from ..models.base import Mergeable
from ..models.together import Given
from ..models.viewers import worded_for
from ..sections.registry import all_sections
from ..sections.related import RECORD, Joined, Lists, Related
from .public import RecordPage


def any_demo(rows: Iterable[Any], blocks: Iterable[Related] = ()) -> bool:
    """Whether something on the page is invented."""
    return any(row.is_demo for row in rows) or any(block.has_demo for block in blocks)


def tone_of(links: Sequence[Any]) -> str:
    """The colour of a page of several themes: that of the first."""
    return str(links[0].theme.colour) if links else "ink"


class RecordView(RecordPage, DetailView):
    """The page of one published record: it is read in one query with everything that hangs on it."""

    @classmethod
    def seen_by(cls, viewer: Any) -> models.QuerySet[Any]:
        """What this viewer may see, with the rows that stand for themselves on the page."""
        rows: models.QuerySet[Any] = cls.model._default_manager.visible_to(viewer)
        return rows

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """The lists that the page shows of a `RECORD`."""
        return {"remarks": Remark.objects.filter(content_type=Given("kind"), object_id=RECORD)}

    @classmethod
    def _joined(cls, viewer: Any) -> Joined[tuple[Related, ...]]:
        columns = {column: Given(name, models.CharField()) for column, name in cls.found_by.items()}
        own = {RECORD.name: cls.seen_by(viewer).filter(**columns), **cls.lists(viewer)}
        answers = (section.relate(cls.model, viewer) for section in all_sections())
        return Joined(own, answers, cls.model._base_manager.filter(**columns).order_by().values("pk"))

    def get_object(self, queryset: Any = None) -> Any:
        """The record of this address, with all that its page shows. Raises Http404 when this visitor may not see it."""
        kind = ContentType.objects.get_for_model(self.model).pk
        state = getattr(self.request, "public_state", "")
        joined = worded_for(self.request.user, self._joined)
        record, self.listed, self.told = joined.find(state, kind=kind, **self.kwargs)
        if record is None:
            raise Http404
        return record

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The record, what hangs on it, and where sources differ."""
        self.attach()
        blocks = [block for blocks in self.told for block in blocks]
        context["related"] = blocks
        context["figures"] = [figure for block in blocks for figure in block.figures]
        context["remarks"] = self.listed["remarks"]
        context["has_demo"] = any_demo([self.object], blocks)
        return super().get_context_data(**context)

    def attach(self) -> None:
        """Have the record answer by its rows, as if they were prefetched."""


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


class RecordFileView(SluggedRecordView):
    """A file made of a record alone, which needs nothing of what stands beside it on its page."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """What this visitor may see, with what the record says of itself."""
        rows: models.QuerySet[Any] = self.seen_by(self.request.user).for_page()  # type: ignore[attr-defined]
        return rows

    def get_object(self, queryset: Any = None) -> Any:
        """The record of this address. Raises Http404 when this visitor may not see it."""
        return get_object_or_404(self.get_queryset(), slug=self.kwargs["slug"])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Nothing: the file is made of the record."""
        return context
