"""The administration of the co-funded theses."""

from . import asked, sheets, theses

__all__ = ["asked", "sheets", "theses"]
