"""The list of the co-funded theses and the page of one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Max, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programmes.filters import Order
from programmes.models.base import Newest, Plain
from programmes.sections.base import Frame
from programmes.sections.blocks import Part
from programmes.sections.related import Lists
from programmes.views.citing import shown_citation
from programmes.views.histograms import ListByYear
from programmes.views.leaflets import LeafletView
from programmes.views.records import SluggedRecordView, tone_of

from ..enums import ThesisState
from ..filters import ThesisFilter
from ..models import Thesis, ThesisSheet
from ..sections.leaflet import leaflet
from .citing import described, registers, thesis_citation
from .heads import thesis_card
from .lines import ThesisLine, thesis_lines
from .page import attach, lists_of_thesis, thesis_page


class ThesisListView(ListByYear):
    """The co-funded theses, with facets. Candidates are named only as the model allows."""

    model = Thesis
    dataset = "theses"
    filterset_class = ThesisFilter
    template_name = "doctorates/list.html"
    told = _("Des recherches doctorales payées par les partenaires, ensemble ou avec d’autres.")
    years_alt = _("Thèses par année de première inscription.")
    sorts: ClassVar[Mapping[str, Order]] = {
        "start": Order(label=_("début"), keys=(Newest("registered_on"), Plain("title"), "pk")),
        "title": Order(label=_("titre"), keys=(Plain("title"), "pk")),
        "defence": Order(label=_("soutenance"), keys=(Newest("defended_on"), Plain("title"), "pk")),
    }

    def lines(self, rows: Any) -> list[ThesisLine]:
        """What the lines show, as plain values."""
        return self.picked(list(rows.values_list("pk", flat=True)))

    def picked(self, keys: list[int]) -> list[ThesisLine]:
        """The lines of these theses: which ones differs from page to page, but never how they are read."""
        return thesis_lines(keys, self.filterset.whole.names)


class ThesisView(SluggedRecordView):
    """One thesis: its subject, who supervises it, where, how it is paid."""

    model = Thesis
    template_name = "doctorates/detail.html"
    context_object_name = "thesis"
    page = "doctorates:detail"

    @classmethod
    def seen_by(cls, viewer: Any) -> QuerySet[Thesis]:
        """With the bodies and people that it names."""
        rows = Thesis.objects.visible_to(viewer).for_page().prefetch_related(None)
        return rows.defer("search", "project__search")

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """Its themes, who pays and supervises it, its commitments, its results, its published sheets."""
        return {**super().lists(viewer), **lists_of_thesis(viewer)}

    def attach(self) -> None:
        """Its themes, who pays and supervises it."""
        attach(self.object, self.listed)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Who may be named, what may be read, what the partners declared."""
        context = super().get_context_data(**context)
        thesis, page = self.object, thesis_page(self.object, self.listed)
        cited, entries = thesis_citation(thesis, self.request), registers(thesis)
        return context | {
            "page": page,
            "tone": tone_of(self.listed["theme_links"]),
            "has_demo": context["has_demo"] or page.has_demo,
            "citation": shown_citation(cited, "doctorates:citation", thesis.slug),
            "described": described(cited),
            "registers": entries,
            "card": thesis_card(thesis, entries, self.request),
            "state": thesis.shown_state,
            "candidate": thesis.public_candidate,
            "is_confidential": thesis.is_confidential_on(localdate()),
            "is_indexed": thesis.state == ThesisState.DEFENDED,
            "years": page.years,
        }


class ThesisLeafletView(LeafletView):
    """A co-funded thesis on one page."""

    model = Thesis
    page = "doctorates:leaflet"
    detail = "doctorates:detail"

    def year(self, record: Thesis) -> int | None:
        """The last year declared in public."""
        return ThesisSheet.objects.public().filter(thesis=record).aggregate(year=Max("campaign__year"))["year"]

    def part(self, record: Thesis, frame: Frame) -> Part:
        """What its page says."""
        sheets = ThesisSheet.objects.public().filter(thesis=record, campaign__year=frame.year)
        return leaflet(record, sheets.order_by("-campaign__ends_on").first(), frame)
