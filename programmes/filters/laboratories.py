"""The facets of the list of laboratories."""

from django.utils.translation import gettext_lazy as _

from ..models import Laboratory, Protocol
from .declared import FacetFilter, TextFilter
from .facets import BodyFacet, ThemeFacet
from .sets import FacetedFilterSet


class LaboratoryFilter(FacetedFilterSet):
    """Narrows the list of laboratories; a partner is a supervising body."""

    q = TextFilter(label=_("Mots"))
    theme = ThemeFacet()
    city = FacetFilter("pk", label=_("Ville"), table=Laboratory.objects.published, value="city")
    partner = BodyFacet("supervisions__organisation", label=_("Tutelle"))
    protocol = FacetFilter(
        "theme_links__theme__protocol",
        label=_("Protocole"),
        table=Protocol.objects.published,
        value="reference",
        names=["short_title"],
        names_en=["short_title_en"],
        repeats=True,
    )
