"""What the register keeps about itself: assignments, remarks, visas, steps, mergers, addresses."""

from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..models import Assignment, FormerSlug, Remark, StatusChange, Visa, rights
from .addresses import change_page
from .base import RowAdmin
from .inlines import ReadOnly
from .site import Menu


class SubjectFilter(admin.SimpleListFilter):
    """By the kind of record, in words of the trade."""

    title = "nature de la fiche"
    parameter_name = "nature"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The kinds of records that have such rows, among those that this person may read."""
        rows = rights.seen(model_admin.model._default_manager.all(), request.user).order_by()
        kinds = ContentType.objects.filter(pk__in=rows.values("content_type").distinct())
        return [(str(kind.pk), str(kind.name)) for kind in kinds]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows about records of that kind."""
        chosen = self.value()
        return queryset.filter(content_type=chosen) if chosen and chosen.isdigit() else queryset


class AboutAdmin(RowAdmin):
    """Rows about a record of any kind; they are added on the record's own page."""

    menu = Menu.ADMINISTRATION
    readonly_fields = ("subject",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows with their records, each kind loaded as its own list loads it."""
        sources = [
            found.named_rows(request)
            for table, found in self.admin_site._registry.items()
            if not issubclass(table, self.model) and isinstance(found, RowAdmin) and not isinstance(found, AboutAdmin)
        ]
        return super().get_queryset(request).prefetch_related(GenericPrefetch("record", sources))

    def listed(self, request: HttpRequest) -> QuerySet[Any]:
        """What the menu counts: the rows alone, without what it takes to name their records."""
        return rights.seen(self.model._default_manager.all(), request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="fiche")
    def subject(self, row: Any) -> SafeString | str:
        """The record, with a link to its page."""
        record: Model | None = row.record
        if record is None:
            return "supprimée depuis"

        return format_html('<a href="{}">{}</a>', change_page(record), record)


@admin.register(Assignment)
class AssignmentAdmin(AboutAdmin):
    """Who contributes to what, who approves what."""

    guide = "comptes-et-roles"
    list_display = ("user", "role", "subject", "since", "until", "standing_in_for")
    list_filter = ("role", SubjectFilter)
    search_fields = ("user__full_name", "user__email")
    related = ("user", "standing_in_for", "content_type")
    sections = ((None, ("subject", "user", "role", ("since", "until"), "standing_in_for")),)


@admin.register(Remark)
class RemarkAdmin(AboutAdmin):
    """Where sources diverge."""

    list_display = ("subject", "field_label", "other_value")
    list_display_links = ("field_label",)  # the first column leads to the record itself
    list_filter = (SubjectFilter,)
    search_fields = ("field", "other_value", "source")
    related = ("content_type",)
    sections = ((None, ("subject", "field", "other_value")),)

    @admin.display(description="champ", ordering="field")
    def field_label(self, row: Remark) -> str:
        """The field, in words."""
        return row.field_label


@admin.register(Visa)
class VisaAdmin(ReadOnly, AboutAdmin):
    """Visas given, in force or cancelled: a step gives or cancels them."""

    guide = "donner-un-visa"
    list_display = ("subject", "party", "user", "given_at", "cancelled_at")
    list_display_links = ("party",)  # the first column leads to the record itself
    list_filter = (SubjectFilter, "party")
    search_fields = ("user__full_name", "party__organisation__name")
    related = ("party__organisation", "user", "cancelled_by", "content_type")
    sections = ((None, ("subject", "party", "user", "given_at", "seen", "cancelled_at", "cancelled_by")),)
    actions = ()


@admin.register(StatusChange)
class StatusChangeAdmin(ReadOnly, AboutAdmin):
    """The journal of steps."""

    list_display = ("made_at", "author", "label", "subject", "reason")
    list_filter = ("label", SubjectFilter)
    search_fields = ("label", "reason", "made_by__full_name")
    related = ("made_by", "content_type", "link__person")
    date_hierarchy = "made_at"
    sections = ((None, ("subject", "label", "old", "new", "made_at", "made_by", "reason")),)
    actions = ()

    @admin.display(description="par", ordering="made_by")
    def author(self, row: StatusChange) -> str:
        """Who took the step: the respondent whose link it was, else the account."""
        return row.author


@admin.register(FormerSlug)
class FormerSlugAdmin(ReadOnly, AboutAdmin):
    """Addresses that redirect for ever."""

    list_display = ("slug", "subject")
    list_filter = (SubjectFilter,)
    search_fields = ("slug",)
    related = ("content_type",)
    sections = ((None, ("subject", "slug")),)
    actions = ()
