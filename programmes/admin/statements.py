"""What was said in public of a protocol, and forewords of reports."""

from django.contrib import admin

from ..models import Statement
from .base import RowAdmin
from .site import Menu


@admin.register(Statement)
class StatementAdmin(RowAdmin):
    """Statements, kept to the letter."""

    menu = Menu.PROTOCOL
    list_display = ("person", "function", "said_on", "protocol", "report")
    list_filter = ("protocol",)
    search_fields = ("person__family_name", "function", "text")
    related = ("person", "protocol", "report__campaign")
    sections = (
        ("L’objet (un seul)", ("protocol", "report")),
        ("Qui, quand", ("person", "function", "said_on", "rank")),
        ("Les propos", ("text",)),
    )
