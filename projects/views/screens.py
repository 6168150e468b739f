"""The list of the joint actions and the page of one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from programmes.models.base import french
from programmes.views.lists import FacetedListView, Text
from programmes.views.records import SluggedRecordView

from ..filters import ProjectFilter
from ..models import Project
from .page import project_page


class ProjectListView(FacetedListView):
    """The joint actions, with facets."""

    model = Project
    filterset_class = ProjectFilter
    template_name = "projects/list.html"
    sorts: ClassVar[Mapping[str, tuple[Text, tuple[Any, ...]]]] = {
        "rank": (_("ordre du protocole"), ("rank", *french("title"), "pk")),
        "title": (_("titre"), (*french("title"), "pk")),
        "start": (_("début"), ("-actual_start", "rank", "pk")),
    }


class ProjectView(SluggedRecordView):
    """One joint action: what it is, its dates, its money, its partners, what it produced."""

    model = Project
    template_name = "projects/detail.html"
    context_object_name = "project"
    page = "projects:detail"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The action in plain data, ready to be shown."""
        context = super().get_context_data(**context)
        page = project_page(self.object, self.request.user)
        return context | {"page": page, "has_demo": context["has_demo"] or page.has_demo}
