"""Merges done and undone, and the pairs that somebody found to be two."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ..models import DistinctPair, Merge, MergedRow
from .base import RowAdmin
from .inlines import ReadOnly, Table
from .register import AboutAdmin, SubjectFilter
from .site import Menu


class MergedRowTable(ReadOnly, Table):
    """What a merge did, row by row."""

    model = MergedRow
    show_change_link = False


@admin.register(Merge)
class MergeAdmin(ReadOnly, AboutAdmin):
    """Records found to be one."""

    list_display = ("merged_at", "merged_by", "subject", "undone_at")
    list_filter = (SubjectFilter,)
    search_fields = ("merged_by__full_name", "reason")
    related = ("merged_by", "content_type", "undone_by")
    sections = ((None, ("subject", "reason", "merged_at", "merged_by", "undone_at", "undone_by", "undone_reason")),)
    inlines = (MergedRowTable,)
    actions = ()


@admin.register(DistinctPair)
class DistinctPairAdmin(RowAdmin):
    """Records that look alike and are two; deleting a line shows the pair among the likely duplicates again."""

    menu = Menu.ADMINISTRATION
    list_display = ("__str__", "content_type")
    list_filter = (SubjectFilter,)
    related = ("content_type",)
    readonly_fields = ("content_type", "first_id", "second_id")
    sections = ((None, ("content_type", "first_id", "second_id")),)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They are made on the page of likely duplicates."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
