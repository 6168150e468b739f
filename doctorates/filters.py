"""The facets of the list of co-funded theses."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programmes.enums import RecordStatus
from programmes.filters import FacetedFilterSet, FacetFilter, TextFilter, YearFilter, YearsFilter, years_of
from programmes.models import Laboratory, Organisation

from .enums import ThesisState
from .models import DoctoralSchool

THEME, PROTOCOL = "theme_links__theme", "project__commitment_links__commitment__protocol"
FUNDER = "fundings__organisation"


class ThesisFilter(FacetedFilterSet):
    """Narrows the list of theses; a year means the academic year of the first registration."""

    q = TextFilter(label=_("Mots"))
    theme = FacetFilter(
        f"{THEME}__slug",
        label=_("Thème"),
        theme=THEME,
        names=[f"{THEME}__short_label", f"{THEME}__label"],
        names_en=[f"{THEME}__short_label_en", f"{THEME}__label_en"],
        only=Q(theme_links__theme__status=RecordStatus.PUBLISHED),
    )
    state = FacetFilter("state", label=_("État"), words=dict(ThesisState.choices))
    laboratory = FacetFilter(
        "laboratory__slug",
        label=_("Laboratoire"),
        follows=Laboratory,
        names=["laboratory__acronym", "laboratory__name"],
        only=Q(laboratory__status=RecordStatus.PUBLISHED),
    )
    school = FacetFilter(
        "school__number",
        label=_("École doctorale"),
        names=["school__acronym", "school__name"],
        digits=True,
        follows=DoctoralSchool,
    )
    funder = FacetFilter(
        f"{FUNDER}__reference",
        label=_("Financeur"),
        names=[f"{FUNDER}__name"],
        names_en=[f"{FUNDER}__name_en"],
        follows=Organisation,
    )
    city = FacetFilter("laboratory__city", label=_("Ville"), only=Q(laboratory__status=RecordStatus.PUBLISHED))
    protocol = FacetFilter(
        f"{PROTOCOL}__reference",
        label=_("Protocole"),
        names=[f"{PROTOCOL}__short_title"],
        names_en=[f"{PROTOCOL}__short_title_en"],
        only=Q(project__commitment_links__commitment__protocol__status=RecordStatus.PUBLISHED),
    )
    year = YearsFilter(label=_("Première inscription"), method="in_years")
    year_from = YearFilter(label=_("Inscription depuis"), method="from_year")
    year_to = YearFilter(label=_("Inscription jusqu’en"), method="until_year")

    def in_years(self, rows: Any, _name: str, values: list[Any]) -> Any:
        """First registered in one of these academic years."""
        return rows.registered_in_any(years_of(values))

    def from_year(self, rows: Any, _name: str, year: int) -> Any:
        """First registered that year or later."""
        return rows.registered_from(year)

    def until_year(self, rows: Any, _name: str, year: int) -> Any:
        """First registered that year or before."""
        return rows.registered_until(year)
