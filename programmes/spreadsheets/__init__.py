"""Reading the tables that offices send: XLSX, ODS and CSV, hostile files included. Knows nothing of our records."""

from .errors import Unreadable
from .headings import plain
from .reading import Table, read_table

__all__ = ["Table", "Unreadable", "plain", "read_table"]
