"""What happens around each request, and the short way of public pages that did not change."""

from .around import AddressesMasked, AdminInFrench, ChangesSigned, NoNulByteInAdmin
from .keeping import PagesKept
from .pressing import FilesPressed

__all__ = ["AddressesMasked", "AdminInFrench", "ChangesSigned", "FilesPressed", "NoNulByteInAdmin", "PagesKept"]
