"""The facets of the list of joint actions."""

from django.utils.translation import gettext_lazy as _

from programmes.filters import BodyFacet, FacetedFilterSet, FacetFilter, TextFilter, ThemeFacet, YearFilter, YearsFilter
from programmes.models import Laboratory, Protocol

from .enums import ProjectKind, ProjectState
from .models.years import YearsUnderWay


class ProjectFilter(FacetedFilterSet):
    """Narrows the list of joint actions; a year means: under way at some moment of it."""

    q = TextFilter(label=_("Mots"))
    theme = ThemeFacet()
    state = FacetFilter("state", label=_("État"), words=dict(ProjectState.choices))
    kind = FacetFilter("kind", label=_("Nature"), words=dict(ProjectKind.choices))
    laboratory = FacetFilter(
        "lead_laboratory",
        label=_("Laboratoire porteur"),
        table=Laboratory.objects.published,
        names=["acronym", "name"],
        follows=Laboratory,
    )
    partner = BodyFacet("participations__organisation", label=_("Partenaire"))
    funder = BodyFacet("contributions__funder_links__organisation", label=_("Financeur"))
    city = FacetFilter("lead_laboratory", label=_("Ville"), table=Laboratory.objects.published, value="city")
    protocol = FacetFilter(
        "commitment_links__commitment__protocol",
        label=_("Protocole"),
        table=Protocol.objects.published,
        value="reference",
        names=["short_title"],
        names_en=["short_title_en"],
        repeats=True,
    )
    year = YearsFilter(label=_("Année"), narrowed="under_way_in", counted=YearsUnderWay())
    year_from = YearFilter(label=_("Depuis"), narrowed="not_over_before")
    year_to = YearFilter(label=_("Jusqu’en"), narrowed="begun_by")
