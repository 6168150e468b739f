"""The administration of the joint actions and of the money."""

from . import actions, money, sheets

__all__ = ["actions", "money", "sheets"]
