"""The facets of the list of joint actions."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programmes.enums import RecordStatus
from programmes.filters import FacetedFilterSet, FacetFilter, TextFilter, YearFilter, YearsFilter, years_of
from programmes.models import Laboratory, Organisation

from .enums import ProjectKind, ProjectState

THEME, PROTOCOL = "theme_links__theme", "commitment_links__commitment__protocol"
LABORATORY, FUNDER = "lead_laboratory", "contributions__funder_links__organisation"


class ProjectFilter(FacetedFilterSet):
    """Narrows the list of joint actions; a year means: under way at some moment of it."""

    q = TextFilter(label=_("Mots"))
    theme = FacetFilter(
        f"{THEME}__slug",
        label=_("Thème"),
        theme=THEME,
        names=[f"{THEME}__short_label", f"{THEME}__label"],
        names_en=[f"{THEME}__short_label_en", f"{THEME}__label_en"],
        only=Q(theme_links__theme__status=RecordStatus.PUBLISHED),
    )
    state = FacetFilter("state", label=_("État"), words=dict(ProjectState.choices))
    kind = FacetFilter("kind", label=_("Nature"), words=dict(ProjectKind.choices))
    laboratory = FacetFilter(
        f"{LABORATORY}__slug",
        label=_("Laboratoire porteur"),
        follows=Laboratory,
        names=[f"{LABORATORY}__acronym", f"{LABORATORY}__name"],
        only=Q(lead_laboratory__status=RecordStatus.PUBLISHED),
    )
    funder = FacetFilter(
        f"{FUNDER}__reference",
        label=_("Financeur"),
        names=[f"{FUNDER}__name"],
        names_en=[f"{FUNDER}__name_en"],
        follows=Organisation,
    )
    city = FacetFilter(f"{LABORATORY}__city", label=_("Ville"), only=Q(lead_laboratory__status=RecordStatus.PUBLISHED))
    protocol = FacetFilter(
        f"{PROTOCOL}__reference",
        label=_("Protocole"),
        names=[f"{PROTOCOL}__short_title"],
        names_en=[f"{PROTOCOL}__short_title_en"],
        only=Q(commitment_links__commitment__protocol__status=RecordStatus.PUBLISHED),
    )
    year = YearsFilter(label=_("Année"), method="in_years")
    year_from = YearFilter(label=_("Depuis"), method="from_year")
    year_to = YearFilter(label=_("Jusqu’en"), method="until_year")

    def in_years(self, rows: Any, _name: str, values: list[Any]) -> Any:
        """Under way in one of these years."""
        return rows.under_way_in(years_of(values))

    def from_year(self, rows: Any, _name: str, year: int) -> Any:
        """Not over before that year."""
        return rows.not_over_before(year)

    def until_year(self, rows: Any, _name: str, year: int) -> Any:
        """Begun that year at the latest."""
        return rows.begun_by(year)
