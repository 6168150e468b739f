"""The partners: laboratories, organisations, people."""

from django.contrib import admin

from ..models import (
    Identifier,
    Laboratory,
    LaboratoryContact,
    LaboratorySupervision,
    Organisation,
    Person,
    UnitCode,
)
from .base import RowAdmin
from .erasing import ErasingAdmin
from .filters import LinkFilter
from .inlines import AssignmentTable, RemarkTable, Table
from .mergeable import MergeableAdmin
from .site import Menu


class IdentifierTable(Table):
    """Numbers of registers."""

    model = Identifier
    show_change_link = False
    fields = ("scheme", "value", "note", "since", "until", "checked_on", "source")


class UnitCodeTable(Table):
    """The dated codes of a unit."""

    model = UnitCode
    show_change_link = False


class SupervisionTable(Table):
    """Supervising bodies."""

    model = LaboratorySupervision
    related = ("laboratory", "organisation")
    show_change_link = False


class ContactTable(Table):
    """Who answers for a laboratory."""

    model = LaboratoryContact
    related = ("person",)
    show_change_link = False


@admin.register(Laboratory)
class LaboratoryAdmin(MergeableAdmin):
    """Research units."""

    menu = Menu.PARTNERS
    public_page = "programmes:laboratory"
    begin = "Ajouter un laboratoire"
    guide = "saisir-un-laboratoire"
    numbers = ("reference", "identifiers__value", "unit_codes__number")
    list_display = ("acronym_or_name", "name", "city", "main_institute", "status_mark")
    list_filter = ("status", "city", "main_institute", "is_elsewhere")
    search_fields = (
        "acronym",
        "name",
        "name_en",
        "city",
        "reference",
        "unit_codes__number",
        "identifiers__value",
    )
    related = ("main_institute", "second_institute", "predecessor")
    prepopulated_fields = {"slug": ("acronym",), "reference": ("acronym",)}
    sections = (
        ("Le laboratoire", ("acronym", "name", "reference", "summary", "website", "contact_email")),
        ("Où", ("city", "other_cities", ("latitude", "longitude"), "is_elsewhere")),
        ("Rattachement", ("main_institute", "second_institute")),
        ("Vie de l’unité", (("opened_on", "closed_on"), "predecessor")),
        ("Sur le site", ("slug",)),
    )
    inlines = (UnitCodeTable, SupervisionTable, IdentifierTable, ContactTable, RemarkTable, AssignmentTable)

    @admin.display(description="sigle", ordering="acronym")
    def acronym_or_name(self, laboratory: Laboratory) -> str:
        """What the unit is called."""
        return str(laboratory)


@admin.register(Organisation)
class OrganisationAdmin(MergeableAdmin):
    """Bodies that sign, fund, host, employ or supervise."""

    menu = Menu.PARTNERS
    begin = "Ajouter un organisme"
    numbers = ("reference", "identifiers__value")
    list_display = ("name", "acronym", "kind", "city", "parent")
    list_filter = ("kind", "city")
    search_fields = (
        "name",
        "name_en",
        "acronym",
        "usage_name",
        "reference",
        "identifiers__value",
    )
    related = ("parent",)
    prepopulated_fields = {"reference": ("name",)}
    sections = (
        ("L’organisme", ("name", "acronym", "usage_name", "reference", "kind", "parent")),
        ("Où", ("city", "country", "website")),
    )
    inlines = (IdentifierTable, RemarkTable)


@admin.register(Person)
class PersonAdmin(ErasingAdmin, MergeableAdmin):
    """People in public roles, members of teams, candidates."""

    menu = Menu.PARTNERS
    begin = "Ajouter une personne"
    numbers = ("reference", "identifiers__value")
    list_display = ("family_name", "given_name", "laboratory", "organisation", "informed_on")
    list_display_links = ("family_name", "given_name")
    list_filter = (("laboratory", LinkFilter), ("organisation", LinkFilter))
    search_fields = ("family_name", "given_name", "reference", "laboratory__acronym", "identifiers__value")
    related = ("laboratory", "organisation")
    prepopulated_fields = {"reference": ("family_name", "given_name")}
    sections = (
        ("La personne", ("family_name", "given_name", "reference")),
        ("Rattachement", ("laboratory", "organisation")),
        ("Information au titre du RGPD", ("informed_on",)),
    )
    inlines = (IdentifierTable, RemarkTable)


@admin.register(Identifier)
class IdentifierAdmin(RowAdmin):
    """Every number of a register, whoever bears it."""

    menu = Menu.PARTNERS
    list_display = ("value", "scheme", "holder", "since", "until", "checked_on")
    list_filter = ("scheme",)
    search_fields = ("value", "note", "organisation__name", "laboratory__acronym", "person__family_name")
    related = ("organisation", "laboratory", "person")
    sections = (
        ("Le titulaire (un seul)", ("organisation", "laboratory", "person")),
        ("Le numéro", ("scheme", "value", "note", ("since", "until"), "checked_on")),
    )

    @admin.display(description="titulaire")
    def holder(self, identifier: Identifier) -> str:
        """Whose number it is."""
        return str(identifier.organisation or identifier.laboratory or identifier.person)
