"""Joint actions, and what belongs to them."""

from django.contrib import admin

from programmes.admin import AssignmentTable, LinkFilter, Menu, RemarkTable, RowAdmin, Stack, Table

from ..models import (
    Call,
    Event,
    KeyFigure,
    Milestone,
    Output,
    Participation,
    Project,
    ProjectCommitment,
    ProjectTheme,
    TeamMember,
)
from .papers import DocumentStack, PapersAdmin


class CommitmentTable(Table):
    """The commitments that an action serves: they say to which protocols it belongs."""

    model = ProjectCommitment
    related = ("commitment",)
    show_change_link = False


class ThemeTable(Table):
    """The themes of an action."""

    model = ProjectTheme
    related = ("theme",)
    show_change_link = False


class ParticipationStack(Stack):
    """Who takes part."""

    model = Participation
    related = ("organisation", "laboratory")
    classes = ("collapse",)
    show_change_link = False


class TeamTable(Table):
    """People and their roles."""

    model = TeamMember
    related = ("person",)
    show_change_link = False


class MilestoneTable(Table):
    """Steps, planned and reached."""

    model = Milestone
    show_change_link = False


class KeyFigureStack(Stack):
    """Figures about an action."""

    model = KeyFigure
    classes = ("collapse",)
    show_change_link = False


class OutputStack(Stack):
    """What an action produced."""

    model = Output
    classes = ("collapse",)


@admin.register(Project)
class ProjectAdmin(PapersAdmin, RowAdmin):
    """Joint actions, and their parts: editions of a chair, measures."""

    menu = Menu.PROJECTS
    public_page = "projects:detail"
    begin = "Ajouter une action"
    guide = "saisir-une-action"
    numbers = ("reference",)
    list_display = ("__str__", "title", "kind", "state", "status_mark", "part_of")
    list_filter = ("status", "kind", "state", "is_flagship", ("theme_links__theme", LinkFilter), "is_open_to_users")
    search_fields = ("title", "acronym", "title_en", "reference", "lead_laboratory__acronym")
    related = ("part_of", "lead_laboratory")
    prepopulated_fields = {"slug": ("title",), "reference": ("title",)}
    sections = (
        ("L’action", ("title", "acronym", "reference", "kind", "state", "summary")),
        ("Sa place", ("is_flagship", "rank", "part_of", "lead_laboratory")),
        ("Calendrier", (("planned_start", "planned_end"), ("actual_start", "actual_end"))),
        ("Cadre", ("frame", "call_reference")),
        ("Accès", ("is_open_to_users", "access", "website", "contact_email")),
        ("Sur le site", ("slug",)),
    )
    inlines = (
        CommitmentTable,
        ThemeTable,
        ParticipationStack,
        TeamTable,
        MilestoneTable,
        KeyFigureStack,
        OutputStack,
        DocumentStack,
        RemarkTable,
        AssignmentTable,
    )


@admin.register(Call)
class CallAdmin(RowAdmin):
    """Calls of actions."""

    menu = Menu.PROJECTS
    begin = "Ajouter un appel"
    guide = "publier-une-fiche"
    numbers = ("reference",)
    list_display = ("title", "project", "year", "opens_on", "closes_on", "applications", "awarded", "status_mark")
    list_filter = ("status", "year", ("project", LinkFilter))
    search_fields = ("title", "title_en", "reference", "audience", "project__title", "project__acronym")
    related = ("project",)
    prepopulated_fields = {"slug": ("title",), "reference": ("title",)}
    date_hierarchy = "closes_on"
    sections = (
        ("L’appel", ("project", "title", "reference", "audience", "year")),
        ("Candidater", (("opens_on", "closes_on", "decided_on"), "apply_url")),
        ("Ce qu’il a donné", ("places", "applications", "interviewed", "awarded", "withdrawn")),
        ("Sur le site", ("slug",)),
    )
    inlines = (RemarkTable, AssignmentTable)


@admin.register(Event)
class EventAdmin(RowAdmin):
    """Conferences, inaugurations, forums."""

    menu = Menu.PROJECTS
    numbers = ("reference",)
    list_display = ("title", "project", "starts_on", "ends_on", "place", "attendance", "status_mark")
    list_filter = ("status", ("project", LinkFilter))
    search_fields = ("title", "title_en", "reference", "place", "project__title")
    related = ("project",)
    prepopulated_fields = {"slug": ("title",), "reference": ("title",)}
    date_hierarchy = "starts_on"
    sections = (
        ("L’événement", ("title", "reference", "project", ("starts_on", "ends_on"), "place", "website")),
        ("Fréquentation", (("attendance", "attendance_precision"),)),
        ("Sur le site", ("slug",)),
    )
    inlines = (RemarkTable, AssignmentTable)


@admin.register(Output)
class OutputAdmin(RowAdmin):
    """Publications, data sets, software, patents…"""

    menu = Menu.PROJECTS
    begin = "Ajouter une production"
    numbers = ("doi", "hal_id")
    list_display = ("title", "project", "kind", "year", "doi")
    list_filter = ("kind", "year", ("project", LinkFilter))
    search_fields = ("title", "title_en", "doi", "hal_id", "project__title", "project__acronym")
    related = ("project",)
    sections = (
        ("La production", ("project", "kind", "year", "title")),
        ("Où la lire", ("doi", "hal_id", "url")),
    )
