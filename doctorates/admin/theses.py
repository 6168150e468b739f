"""Theses and doctoral schools."""

from typing import Any

from django.contrib import admin
from django.db.models import Sum
from django.http import HttpRequest
from django.utils.timezone import localdate

from programmes.admin import AssignmentTable, LinkFilter, Menu, MergeableAdmin, RemarkTable, RowAdmin, Table, Totals

from ..models import (
    ContractEvent,
    DoctoralSchool,
    FollowUp,
    Outcome,
    Registration,
    Supervision,
    Thesis,
    ThesisFunding,
    ThesisOutput,
    ThesisTheme,
)

YEARS = 10


class AcademicYearFilter(admin.SimpleListFilter):
    """By the academic year of the first registration; the years are known without reading a thesis."""

    title = "première inscription"
    parameter_name = "annee"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The last ten academic years."""
        today = localdate()
        last = today.year if today.month >= 8 else today.year - 1
        return [(str(year), f"{year}-{year + 1}") for year in range(last, last - YEARS, -1)]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Theses first registered in that academic year."""
        chosen = self.value()
        return queryset.registered_in(int(chosen)) if chosen and chosen.isdigit() and int(chosen) < 9999 else queryset


class ThemeTable(Table):
    """The themes of a thesis."""

    model = ThesisTheme
    related = ("theme",)
    show_change_link = False


class SupervisionTable(Table):
    """Who supervises."""

    model = Supervision
    related = ("person", "laboratory")
    show_change_link = False


class FundingTable(Table):
    """Who pays, in which share, from when to when."""

    model = ThesisFunding
    related = ("organisation", "contribution__project", "grant")
    show_change_link = False


class RegistrationTable(Table):
    """Registrations, year after year."""

    model = Registration
    show_change_link = False


class ContractEventTable(Table):
    """What changed the end of the contract; never the nature of a leave."""

    model = ContractEvent
    show_change_link = False


class FollowUpTable(Table):
    """When the committee met; never what it said."""

    model = FollowUp
    show_change_link = False


class OutputTable(Table):
    """What came out of the thesis."""

    model = ThesisOutput
    related = ("output__project",)
    show_change_link = False


class OutcomeTable(Table):
    """The first job, shown in aggregates only."""

    model = Outcome
    related = ("organisation",)
    show_change_link = False


@admin.register(Thesis)
class ThesisAdmin(RowAdmin):
    """Co-funded theses."""

    menu = Menu.THESES
    public_page = "doctorates:detail"
    begin = "Ajouter une thèse"
    guide = "saisir-une-these"
    numbers = ("reference", "nnt", "subject_number", "hal_id")
    list_display = ("title", "candidate", "laboratory", "state", "registered_on", "defended_on", "status_mark")
    list_filter = (
        "status",
        "state",
        ("school", LinkFilter),
        ("laboratory", LinkFilter),
        ("theme_links__theme", LinkFilter),
        AcademicYearFilter,
        "is_cifre",
    )
    search_fields = (
        "title",
        "title_en",
        "keywords",
        "reference",
        "candidate__family_name",
        "candidate__given_name",
        "laboratory__acronym",
    )
    related = ("project", "candidate", "laboratory", "school")
    prepopulated_fields = {"slug": ("title",), "reference": ("title",)}
    sections = (
        ("La thèse", ("title", "reference", "project", "discipline", "keywords", "abstract")),
        ("Qui, où", ("candidate", "laboratory", "school")),
        ("Établissements", ("registering_body", "awarding_body", "employer", "cotutelle_body", "is_cifre")),
        (
            "Déroulement",
            ("state", ("registered_on", "contract_ends_on"), ("planned_defence", "defended_on"), "ended_on", "result"),
        ),
        ("Numéros", ("nnt", "subject_number", "hal_id")),
        (
            "Ce qui peut être publié",
            (
                "title_is_public",
                "confidential_until",
                "name_is_public",
                "name_ground",
                ("name_public_at", "name_public_by"),
            ),
        ),
        ("Sur le site", ("slug",)),
    )
    inlines = (
        SupervisionTable,
        ThemeTable,
        FundingTable,
        RegistrationTable,
        ContractEventTable,
        FollowUpTable,
        OutputTable,
        OutcomeTable,
        RemarkTable,
        AssignmentTable,
    )

    has_totals = True

    def totals(self, rows: Any) -> Totals:
        """What each funder gives to these theses; shares without an amount are not counted."""
        given = ThesisFunding.objects.filter(thesis__in=rows.values("pk")).values_list("organisation__name")
        lines = given.annotate(total=Sum("amount")).order_by("organisation__name")
        note = "Ces montants sont pris sur l’argent des actions\u00a0: ils ne s’y ajoutent pas."
        return Totals(headings=["Montant"], lines=[(name, [total]) for name, total in lines], note=note)

    def is_public(self, record: object) -> bool:
        """Published, in a state with a public page, its title not kept back: asked once for each record in hand."""
        if not hasattr(record, "is_on_site"):
            is_on_site = isinstance(record, Thesis) and Thesis.objects.published().filter(pk=record.pk).exists()
            record.is_on_site = is_on_site  # type: ignore[attr-defined]
        return bool(record.is_on_site)  # type: ignore[attr-defined]


@admin.register(DoctoralSchool)
class SchoolAdmin(MergeableAdmin):
    """Doctoral schools."""

    menu = Menu.THESES
    begin = "Ajouter une école doctorale"
    numbers = ("acronym",)
    list_display = ("number", "acronym", "name", "city", "organisation", "created_year")
    list_display_links = ("number", "acronym")
    list_filter = ("city", ("organisation", LinkFilter))
    search_fields = ("number", "acronym", "former_acronym", "name", "name_en", "city")
    related = ("organisation",)
    sections = (
        ("L’école", ("number", "acronym", "former_acronym", "name", "created_year")),
        ("Où", ("organisation", "city")),
    )
    inlines = (RemarkTable,)
