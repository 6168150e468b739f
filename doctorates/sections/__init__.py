"""What the co-funded theses give to the whole."""

from .section import ThesisSection

__all__ = ["ThesisSection"]
