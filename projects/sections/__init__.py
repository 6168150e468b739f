"""What the joint actions give to the whole."""

from .section import ProjectSection

__all__ = ["ProjectSection"]
