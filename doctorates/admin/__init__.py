"""The administration of the co-funded theses."""

from . import sheets, theses

__all__ = ["sheets", "theses"]
