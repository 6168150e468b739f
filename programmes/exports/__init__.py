"""Lists as files: the rows that somebody sees, with the columns they chose, as CSV, XLSX or ODS."""

from .exporting import Export, register_source, run, write
from .formats import Format
from .offering import Offer, offer

__all__ = ["Export", "Format", "Offer", "offer", "register_source", "run", "write"]
