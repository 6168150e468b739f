"""How the page of a joint action is cited."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from programmes.citations import Citation, Name
from programmes.templatetags.site import absolute
from programmes.templatetags.worded import address
from programmes.templatetags.words import language
from programmes.views.citing import CitationView

from ..models import Project


def project_citation(project: Project, request: HttpRequest) -> Citation:
    """The page of an action, whose author is the register itself: the partners publish it together."""
    return Citation(
        kind="page",
        key=project.reference,
        title=project.tr("title"),
        language=project.language_of("title") or language(),
        genre=_("fiche d’action commune"),
        address=absolute(request, address("projects:detail", project.slug)),
        authors=(Name(family=str(settings.SITE_NAME)),),
        note=_("Référence de démonstration, inventée") if project.is_demo else "",
    )


class ProjectCitationView(CitationView):
    """The reference of an action as a file."""

    model = Project
    page = "projects:citation"

    def get_queryset(self) -> QuerySet[Project]:
        """What this visitor may see: its own columns say all that a reference tells."""
        return self.seen_by(self.request.user)

    def citation(self, record: Project) -> Citation:
        """The reference, as its page words it."""
        return project_citation(record, self.request)
