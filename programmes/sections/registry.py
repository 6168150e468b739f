"""The sections of this installation, in the order of the report."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from .base import Section


@cache
def all_sections() -> tuple[Section, ...]:
    """One of each section named in the settings. Raises ImportError for a name that leads nowhere."""
    return tuple(import_string(name)() for name in settings.SECTIONS)
