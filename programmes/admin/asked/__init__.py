"""What the fields of the foundation ask of staff; each app declares its own beside its administration."""

from . import agreement, partners, year
from .year import EVIDENCE, SHEET

__all__ = ["EVIDENCE", "SHEET", "agreement", "partners", "year"]
