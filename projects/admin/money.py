"""Money: a row belongs to the party that gives it; the others read it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils.timezone import localdate

from programmes import wording
from programmes.admin import LinkFilter, Menu, RemarkTable, RowAdmin, Stack, Table, Totals

from ..models import (
    Contribution,
    ContributionFunder,
    Expense,
    FundingScheme,
    Grant,
    GrantAmendment,
    Instalment,
    Payment,
)
from ..models.balance import contributions_by_funders, grants_by_funder

NOT_YOURS = "Ce montant appartient à la partie qui le donne : vous pouvez le lire, pas l’écrire."


class MoneyAdmin(RowAdmin):
    """Rows of money: written by the party that gives them, which the home of rights knows."""

    menu = Menu.MONEY
    guide = "saisir-une-subvention"


class AmendmentTable(Table):
    """More or less money, another lapse date."""

    model = GrantAmendment
    related = ("grant",)
    show_change_link = False


class InstalmentTable(Table):
    """What is to be paid, and the papers it waits for."""

    model = Instalment
    show_change_link = False


class PaymentTable(Table):
    """Payment orders."""

    model = Payment
    related = ("instalment", "grant")
    show_change_link = False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """A payment is one of this grant's instalments."""
        if db_field.name == "instalment":
            match = request.resolver_match
            grant = match.kwargs.get("object_id") if match else None
            options["queryset"] = Instalment.objects.filter(grant=grant if str(grant).isdigit() else None)
        return super().formfield_for_foreignkey(db_field, request, **options)


def sums(rows: QuerySet[Any], funder: str, heading: str) -> Totals:
    """The amounts of rows, added up by the database for each funder."""
    each = rows.model._base_manager.filter(pk__in=rows.values("pk"))  # a filter may have found a row twice
    lines = each.values_list(f"{funder}__name").annotate(total=Sum("amount")).order_by(f"{funder}__name")
    return Totals(headings=[heading], lines=[(name, [total]) for name, total in lines])


@admin.register(Grant)
class GrantAdmin(MoneyAdmin):
    """Voted grants, their amendments, instalments and payments."""

    has_totals = True

    begin = "Saisir une subvention"
    numbers = ("reference",)
    loose_numbers = ("convention_number", "decision_number")
    list_display = ("reference", "project", "organisation", "beneficiary", "amount", "voted_on", "convention_signed_on")
    list_filter = (
        ("organisation", LinkFilter),
        ("project", LinkFilter),
        "budget",
        ("scheme", LinkFilter),
    )
    search_fields = (
        "reference",
        "purpose",
        "decision_number",
        "convention_number",
        "project__title",
        "project__acronym",
        "organisation__name",
        "beneficiary__name",
    )
    related = ("project", "organisation", "beneficiary", "scheme", "contribution__project")
    date_hierarchy = "voted_on"
    sections = (
        ("La subvention", ("project", "reference", "purpose", "organisation", "beneficiary")),
        ("D’où elle vient", ("scheme", "contribution")),
        ("Le vote", (("deciding_body", "decision_number", "voted_on"), "budget", "amount")),
        ("Calcul", ("is_lump_sum", ("rate", "eligible_base"))),
        (
            "Convention",
            (("convention_number", "convention_signed_on"), ("eligible_from", "eligible_until"), "lapses_on"),
        ),
        ("Annulation", (("cancelled_amount", "cancelled_on"),)),
    )
    inlines = (AmendmentTable, InstalmentTable, PaymentTable, RemarkTable)

    def totals(self, rows: Any) -> Totals:
        """Voted, committed, paid and left to pay, as of today."""
        today = localdate()
        found = grants_by_funder(Grant.objects.filter(pk__in=rows.values("pk")).with_money(), today)
        lines = [(name, [money.voted, money.committed, money.paid, money.left]) for name, money in found.items()]
        note = f"Arrêté au {wording.short_day(today, 'fr')}."
        return Totals(headings=["Voté", "Engagé", "Mandaté", "Reste à mandater"], lines=lines, note=note)


@admin.register(Payment)
class PaymentAdmin(MoneyAdmin):
    """Payment orders of every grant."""

    has_totals = True

    begin = "Saisir un versement"
    numbers = ("mandate_number",)
    loose_numbers = ("mandate_number",)
    list_display = ("mandate_number", "grant", "budget_year", "paid_on", "amount")
    list_filter = ("budget_year", ("grant__organisation", LinkFilter))
    search_fields = ("mandate_number", "grant__reference", "grant__purpose", "grant__beneficiary__name")
    related = ("grant__organisation", "instalment")
    date_hierarchy = "paid_on"
    sections = ((None, ("grant", "instalment", "mandate_number", "budget_year", "paid_on", "amount")),)

    def totals(self, rows: Any) -> Totals:
        """What was paid, less what was paid back."""
        return sums(rows, "grant__organisation", "Mandaté")


class FunderTable(Table):
    """Who gives; several when the split is not known."""

    model = ContributionFunder
    related = ("organisation",)
    show_change_link = False


@admin.register(Contribution)
class ContributionAdmin(MoneyAdmin):
    """Planned money."""

    has_totals = True

    list_display = ("reference", "project", "funders", "nature", "year", "amount", "precision")
    list_filter = ("nature", "year", ("project", LinkFilter))
    search_fields = ("reference", "purpose", "project__title", "project__acronym", "funder_links__organisation__name")
    related = ("project", "scheme")
    sections = (
        ("La contribution", ("project", "reference", "nature", "scheme", "purpose", "year")),
        ("Le montant", (("amount", "amount_max"), "precision", "as_of")),
    )
    inlines = (FunderTable, RemarkTable)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Contributions with their funders."""
        return super().get_queryset(request).prefetch_related("funder_links__organisation")

    def totals(self, rows: Any) -> Totals:
        """What is planned; a contribution between two values counts for the lower one."""
        wanted = Contribution.objects.filter(pk__in=rows.values("pk")).with_funders()
        found = contributions_by_funders(wanted)
        lines = [(name, [money.planned]) for name, money in found.items()]
        return Totals(
            headings=["Prévu"], lines=lines, note="«\u00a0Entre deux valeurs\u00a0» compte pour la plus basse."
        )

    @admin.display(description="financeurs")
    def funders(self, contribution: Contribution) -> str:
        """Who gives."""
        return ", ".join(link.organisation.short_name for link in contribution.funder_links.all()) or "–"


@admin.register(Expense)
class ExpenseAdmin(MoneyAdmin):
    """Own means, as declared."""

    has_totals = True

    list_display = ("project", "organisation", "year", "purpose", "amount", "declared_on")
    list_filter = ("year", ("organisation", LinkFilter))
    search_fields = ("purpose", "project__title", "project__acronym", "organisation__name")
    related = ("project", "organisation")
    sections = ((None, ("project", "organisation", "year", "purpose", "amount", "declared_on")),)
    inlines = (RemarkTable,)

    def totals(self, rows: Any) -> Totals:
        """What each party declared."""
        return sums(rows, "organisation", "Dépensé")


class StrandStack(Stack):
    """Strands of a scheme."""

    model = FundingScheme
    fk_name = "parent"
    related = ("organisation", "successor")
    classes = ("collapse",)
    verbose_name = "volet"
    verbose_name_plural = "volets"


@admin.register(FundingScheme)
class SchemeAdmin(RowAdmin):
    """Funding schemes, dated."""

    menu = Menu.MONEY
    list_display = ("name", "organisation", "parent", "since", "until", "successor")
    list_filter = (("organisation", LinkFilter),)
    search_fields = ("name", "name_en", "reference")
    related = ("organisation", "parent", "successor")
    prepopulated_fields = {"reference": ("name",)}
    sections = (
        ("Le dispositif", ("name", "reference", "organisation", "parent")),
        ("Durée", (("since", "until"), "successor")),
    )
    inlines = (StrandStack,)
