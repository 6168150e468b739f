"""What the fields of the foundation ask of staff; each app declares its own beside its administration."""

from . import agreement, duties, partners, year
from .year import EVIDENCE, SHEET

__all__ = ["EVIDENCE", "SHEET", "agreement", "duties", "partners", "year"]
