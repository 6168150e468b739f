"""Addresses inside the administration."""

from ..sections.addresses import change_page, list_page

__all__ = ["change_page", "list_page"]
