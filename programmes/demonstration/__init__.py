"""The demonstration set: invented rows, marked so, that show every screen and chapter; and how they go away again."""

from .installation import install
from .removal import Held, remove
from .reports import conclude

__all__ = ["Held", "conclude", "install", "remove"]
