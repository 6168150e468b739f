"""The kinds of files, from every app; the settings list them by dotted name, in the order of the page."""

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from .base import RecordResource


@cache
def all_kinds() -> "dict[str, type[RecordResource]]":
    """Every kind of file that may be imported, by its name in addresses."""
    found = [import_string(path) for path in settings.IMPORTS]
    return {resource.kind: resource for resource in found}


def kind_named(name: str) -> "type[RecordResource] | None":
    """The kind of that name; None when there is none."""
    return all_kinds().get(name)
