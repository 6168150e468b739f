"""The administration of the joint actions and of the money."""

from . import actions, asked, money, sheets

__all__ = ["actions", "asked", "money", "sheets"]
