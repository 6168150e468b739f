"""Wrong settings found before the first request."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .sections.registry import all_sections


@register()
def sections_can_be_imported(**_options: Any) -> list[CheckMessage]:
    """Each chapter of the report named in the settings exists."""
    try:
        all_sections()
    except ImportError as error:
        return [Error(f"Une section de SECTIONS est introuvable\u00a0: {error}", id="programmes.E001")]
    return []
