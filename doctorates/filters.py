"""The facets of the list of co-funded theses."""

from django.utils.translation import gettext_lazy as _

from programmes.enums import RecordStatus
from programmes.filters import (
    BodyFacet,
    FacetedFilterSet,
    FacetFilter,
    LinkedFilter,
    TextFilter,
    ThemeFacet,
    YearFilter,
    YearsFilter,
)
from programmes.models import Commitment, Laboratory
from programmes.models.base import AcademicYear
from projects.models import Project

from .enums import ThesisState
from .models import DoctoralSchool

PROTOCOL = "commitment_links__commitment__protocol"


class ThesisFilter(FacetedFilterSet):
    """Narrows the list of theses; a year means the academic year of the first registration."""

    q = TextFilter(label=_("Mots"))
    theme = ThemeFacet()
    state = FacetFilter("state", label=_("État"), words=dict(ThesisState.choices))
    laboratory = FacetFilter(
        "laboratory",
        label=_("Laboratoire"),
        table=Laboratory.objects.published,
        names=["acronym", "name"],
        follows=Laboratory,
    )
    school = FacetFilter(
        "school",
        label=_("École doctorale"),
        table=DoctoralSchool.objects.all,
        value="number",
        names=["acronym", "name"],
        follows=DoctoralSchool,
    )
    funder = BodyFacet("fundings__organisation", label=_("Financeur"))
    city = FacetFilter("laboratory", label=_("Ville"), table=Laboratory.objects.published, value="city")
    protocol = FacetFilter(
        "project",
        label=_("Protocole"),
        table=lambda: Project.objects.filter(**{f"{PROTOCOL}__status": RecordStatus.PUBLISHED}),
        value=f"{PROTOCOL}__reference",
        names=[f"{PROTOCOL}__short_title"],
        names_en=[f"{PROTOCOL}__short_title_en"],
    )
    commitment = LinkedFilter(
        "project__commitment_links__commitment",
        label=_("Engagement"),
        table=Commitment.objects.published,
        value="reference",
        name="label",
    )
    project = LinkedFilter("project", label=_("Action"), table=Project.objects.published, value="slug", name="title")
    year = YearsFilter(
        label=_("Première inscription"), narrowed="registered_in_any", counted=AcademicYear("registered_on")
    )
    year_from = YearFilter(label=_("Inscription depuis"), narrowed="registered_from")
    year_to = YearFilter(label=_("Inscription jusqu’en"), narrowed="registered_until")
