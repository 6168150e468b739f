"""The facets that several lists share: themes, bodies."""

from django.utils.translation import gettext_lazy as _

from ..models import Organisation, Theme
from .declared import FacetFilter, Text


class ThemeFacet(FacetFilter):
    """The published themes of a record, in the order of their numbers."""

    def __init__(self) -> None:
        super().__init__(
            "theme_links__theme",
            label=_("Thème"),
            table=Theme.objects.published,
            names=["short_label", "label"],
            names_en=["short_label_en", "label_en"],
            number="number",
            colour="colour",
        )


class BodyFacet(FacetFilter):
    """Bodies to which several links may lead: funders, partners, supervising bodies."""

    def __init__(self, key: str, *, label: Text) -> None:
        super().__init__(
            key,
            label=label,
            table=Organisation.objects.all,
            value="reference",
            names=["acronym", "name"],
            names_en=["acronym", "name_en"],
            repeats=True,
            follows=Organisation,
        )
