"""The facets of the list of laboratories."""

from django.utils.translation import gettext_lazy as _

from ..models import Laboratory, Organisation, Protocol, Theme
from .declared import FacetFilter, TextFilter
from .sets import FacetedFilterSet


class LaboratoryFilter(FacetedFilterSet):
    """Narrows the list of laboratories; a partner is a supervising body."""

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
    city = FacetFilter("pk", label=_("Ville"), table=Laboratory.objects.published, value="city")
    partner = FacetFilter(
        "supervisions__organisation",
        label=_("Tutelle"),
        table=Organisation.objects.all,
        value="reference",
        names=["acronym", "name"],
        names_en=["acronym", "name_en"],
        repeats=True,
        follows=Organisation,
    )
    protocol = FacetFilter(
        "theme_links__theme__protocol",
        label=_("Protocole"),
        table=Protocol.objects.published,
        value="reference",
        names=["short_title"],
        names_en=["short_title_en"],
        repeats=True,
    )
