"""The facets of the list of joint actions."""

from django.utils.translation import gettext_lazy as _

from programmes.filters import FacetedFilterSet, FacetFilter, TextFilter, YearFilter, YearsFilter
from programmes.models import Laboratory, Organisation, Protocol, Theme

from .enums import ProjectKind, ProjectState


class ProjectFilter(FacetedFilterSet):
    """Narrows the list of joint actions; a year means: under way at some moment of it."""

    q = TextFilter(label=_("Mots"))
    theme = FacetFilter(
        "theme_links__theme",
        label=_("Thème"),
        table=Theme.objects.published,
        names=["short_label", "label"],
        names_en=["short_label_en", "label_en"],
        number="number",
        colour="colour",
    )
    state = FacetFilter("state", label=_("État"), words=dict(ProjectState.choices))
    kind = FacetFilter("kind", label=_("Nature"), words=dict(ProjectKind.choices))
    laboratory = FacetFilter(
        "lead_laboratory",
        label=_("Laboratoire porteur"),
        table=Laboratory.objects.published,
        names=["acronym", "name"],
        follows=Laboratory,
    )
    partner = FacetFilter(
        "participations__organisation",
        label=_("Partenaire"),
        table=Organisation.objects.all,
        value="reference",
        names=["acronym", "name"],
        names_en=["acronym", "name_en"],
        repeats=True,
        follows=Organisation,
    )
    funder = FacetFilter(
        "contributions__funder_links__organisation",
        label=_("Financeur"),
        table=Organisation.objects.all,
        value="reference",
        names=["acronym", "name"],
        names_en=["acronym", "name_en"],
        repeats=True,
        follows=Organisation,
    )
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
    year = YearsFilter(label=_("Année"), narrowed="under_way_in")
    year_from = YearFilter(label=_("Depuis"), narrowed="not_over_before")
    year_to = YearFilter(label=_("Jusqu’en"), narrowed="begun_by")
