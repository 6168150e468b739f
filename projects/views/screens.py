"""The list of the joint actions and the page of one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Max, QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from programmes.filters import Order
from programmes.models.base import Newest, Plain
from programmes.sections.base import Frame
from programmes.sections.blocks import Part
from programmes.sections.related import Lists
from programmes.views.citing import shown_citation
from programmes.views.histograms import ListByYear
from programmes.views.leaflets import LeafletView
from programmes.views.public import ReadOnly
from programmes.views.records import SluggedRecordView, tone_of

from ..filters import ProjectFilter
from ..models import Document, Project, ProjectSheet
from ..sections.sheets import leaflet
from .citing import project_citation
from .heads import project_card
from .loading import attach, lists_of_action
from .page import project_page


class ProjectListView(ListByYear):
    """The joint actions, with facets."""

    model = Project
    dataset = "actions"
    filterset_class = ProjectFilter
    template_name = "projects/list.html"
    told = _(
        "Ce que les partenaires mènent ensemble\u00a0: équipements, consortiums, projets, chaires, accueils "
        "de chercheurs, thèses."
    )
    years_alt = _("Actions en cours, année par année.")
    sorts: ClassVar[Mapping[str, Order]] = {
        "rank": Order(label=_("ordre du protocole"), keys=("rank", Plain("title"), "pk")),
        "title": Order(label=_("titre"), keys=(Plain("title"), "pk")),
        "start": Order(label=_("début"), keys=(Newest("actual_start"), "rank", "pk")),
    }


class ProjectView(SluggedRecordView):
    """One joint action: what it is, its dates, its money, its partners, what it produced."""

    model = Project
    template_name = "projects/detail.html"
    context_object_name = "project"
    page = "projects:detail"

    @classmethod
    def seen_by(cls, viewer: Any) -> QuerySet[Project]:
        """With its laboratory and the action that it is a part of."""
        return Project.objects.visible_to(viewer).for_list().prefetch_related(None).defer("search", "part_of__search")

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """Its dates, its money, its partners, what it produced."""
        return {**super().lists(viewer), **lists_of_action(viewer)}

    def attach(self) -> None:
        """All that is its own."""
        attach(self.object, self.listed)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The action in plain data, ready to be shown."""
        context = super().get_context_data(**context)
        page = project_page(self.object, self.listed)
        cited = shown_citation(project_citation(self.object, self.request), "projects:citation", self.object.slug)
        return context | {
            "page": page,
            "tone": tone_of(self.listed["theme_links"]),
            "citation": cited,
            "card": project_card(self.object, page, self.request),
            "has_demo": context["has_demo"] or page.has_demo,
        }


class ProjectLeafletView(LeafletView):
    """A joint action on one page."""

    model = Project
    page = "projects:leaflet"
    detail = "projects:detail"

    def get_queryset(self) -> QuerySet[Project]:
        """What this visitor may see, with what the sheet of the report prints."""
        return super().get_queryset().prefetch_related("calls")

    def year(self, record: Project) -> int | None:
        """The last year declared in public."""
        return ProjectSheet.objects.public().filter(project=record).aggregate(year=Max("campaign__year"))["year"]

    def part(self, record: Project, frame: Frame) -> Part:
        """The sheet of the report, as of today."""
        sheets = ProjectSheet.objects.public().filter(project=record, campaign__year=frame.year)
        return leaflet(record, sheets.order_by("-campaign__ends_on").first(), frame)


class DocumentView(ReadOnly):
    """The file of a paper that is shown to the public, on a page that this visitor may see."""

    def get(self, request: HttpRequest, number: int) -> FileResponse:
        """The file, to be kept: it is never opened inside the site. Raises Http404."""
        seen = Project.objects.visible_to(request.user).values("pk")
        paper = get_object_or_404(Document.objects.filter(is_public=True, project__in=seen), pk=number)
        if not paper.has_file:
            raise Http404
        return FileResponse(paper.file.open("rb"), as_attachment=True, filename=paper.file_name)
