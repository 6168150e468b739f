"""The agreement: protocols, their parties, commitments and themes."""

from typing import Any

from django.contrib import admin

from ..models import (
    Amendment,
    Commitment,
    CommitmentContinuation,
    CommitmentOwner,
    Indicator,
    IndicatorValue,
    Party,
    Protocol,
    ProtocolAct,
    Signature,
    Statement,
    Theme,
    ThemeLaboratory,
)
from .base import RowAdmin
from .inlines import AssignmentTable, RemarkTable, Stack, Table
from .site import Menu
from .succession import SuccessionAdmin


class PartyTable(Table):
    """The organisations bound by a protocol."""

    model = Party
    related = ("organisation", "protocol")
    verbose_name = "partie"
    verbose_name_plural = "parties (actes et signatures : « modifier » sur la ligne)"


class AmendmentStack(Stack):
    """Dated changes of a protocol."""

    model = Amendment
    classes = ("collapse",)


class StatementStack(Stack):
    """What the signatories said."""

    model = Statement
    related = ("person",)
    exclude = ("report",)
    classes = ("collapse",)


@admin.register(Protocol)
class ProtocolAdmin(SuccessionAdmin, RowAdmin):
    """Protocols; another one is made here, without a change of code."""

    menu = Menu.PROTOCOL
    public_page = "programmes:protocol_of"
    numbers = ("reference",)
    list_display = ("short_title", "reference", "signed_on", "starts_on", "ends_on", "status_mark")
    list_filter = ("status",)
    search_fields = ("title", "short_title", "reference", "legal_reference")
    related = ("predecessor",)
    prepopulated_fields = {"reference": ("short_title",)}
    date_hierarchy = "starts_on"
    sections = (
        ("L’accord", ("title", "short_title", "reference", "summary")),
        ("Signature et durée", ("signed_on", "signed_at_place", "starts_on", "ends_on")),
        ("Références", ("legal_reference", "predecessor")),
    )
    inlines = (PartyTable, AmendmentStack, StatementStack, RemarkTable, AssignmentTable)

    def public_arguments(self, record: Any) -> dict[str, Any]:
        """Its reference stands in its address."""
        return {"reference": record.reference}


class ActTable(Table):
    """Acts that authorised the signature."""

    model = ProtocolAct
    show_change_link = False


class SignatureStack(Stack):
    """Who signed for a party."""

    model = Signature
    related = ("person",)
    show_change_link = False


@admin.register(Party)
class PartyAdmin(RowAdmin):
    """Parties, with the acts and signatures by which they are bound."""

    menu = Menu.PROTOCOL
    list_display = ("organisation", "protocol", "rank")
    list_filter = ("protocol",)
    search_fields = ("organisation__name", "organisation__acronym", "protocol__short_title")
    related = ("organisation", "protocol")
    sections = ((None, ("protocol", "organisation", "rank")),)
    inlines = (ActTable, SignatureStack)


class OwnerTable(Table):
    """Who answers for a commitment."""

    model = CommitmentOwner
    related = ("party__organisation", "person")
    show_change_link = False


class IndicatorStack(Stack):
    """How a commitment is measured."""

    model = Indicator
    classes = ("collapse",)
    verbose_name_plural = "indicateurs (valeurs des années : « modifier » sur l’indicateur)"


class ContinuationTable(Table):
    """What the next protocol made of it."""

    model = CommitmentContinuation
    fk_name = "predecessor"
    related = ("predecessor", "successor")
    show_change_link = False


@admin.register(Commitment)
class CommitmentAdmin(RowAdmin):
    """The promises of a protocol, in their official wording."""

    menu = Menu.PROTOCOL
    public_page = "programmes:commitment"
    begin = "Ajouter un engagement"
    guide = "publier-une-fiche"
    numbers = ("reference",)
    list_display = ("number", "label", "protocol", "reference", "status_mark")
    list_display_links = ("number", "label")
    list_filter = ("protocol", "status")
    search_fields = ("label", "wording", "reference", "label_en")
    related = ("protocol",)
    sections = (("La promesse", ("protocol", "number", "label", "reference", "wording")),)
    inlines = (OwnerTable, IndicatorStack, ContinuationTable, RemarkTable, AssignmentTable)

    def public_arguments(self, record: Any) -> dict[str, Any]:
        """The protocol's reference and its number."""
        return {"protocol": record.protocol.reference, "number": record.number}


class ThemeLaboratoryTable(Table):
    """Laboratories of a theme."""

    model = ThemeLaboratory
    related = ("theme", "laboratory")
    show_change_link = False


@admin.register(Theme)
class ThemeAdmin(RowAdmin):
    """The priority themes of a protocol."""

    menu = Menu.PROTOCOL
    public_page = "programmes:theme"
    begin = "Ajouter un thème"
    guide = "publier-une-fiche"
    numbers = ("reference",)
    list_display = ("number", "label", "protocol", "reference", "status_mark")
    list_display_links = ("number", "label")
    list_filter = ("protocol", "status")
    search_fields = ("label", "short_label", "reference", "label_en")
    related = ("protocol", "continues")
    prepopulated_fields = {"slug": ("label",)}
    sections = (
        ("Le thème", ("protocol", "number", "label", "short_label", "reference", "summary")),
        ("Sur le site", ("slug", "colour")),
        ("Suite", ("continues",)),
    )
    inlines = (ThemeLaboratoryTable, RemarkTable, AssignmentTable)


class ValueStack(Stack):
    """What an indicator was to be and was, year after year."""

    model = IndicatorValue
    related = ("indicator",)
    show_change_link = False


@admin.register(Indicator)
class IndicatorAdmin(RowAdmin):
    """Indicators and their yearly values."""

    menu = Menu.PROTOCOL
    numbers = ("reference",)
    list_display = ("label", "commitment", "unit", "is_cumulative", "target", "target_year")
    list_filter = ("commitment__protocol", "is_cumulative")
    search_fields = ("label", "definition", "reference", "commitment__label")
    related = ("commitment",)
    sections = (
        ("L’indicateur", ("commitment", "rank", "label", "reference", "definition", "unit", "is_cumulative")),
        ("Départ et cible", (("baseline", "baseline_year"), ("target", "target_year"))),
        ("Calcul", ("rule",)),
    )
    inlines = (ValueStack,)
