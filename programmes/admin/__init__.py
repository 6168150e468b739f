"""The administration of the foundation. Other apps build theirs on RowAdmin and the tables of rows."""

from . import site  # isort: skip - the site must be whole before the first table is registered
from . import accounts, agreement, asked, imports, jobs, merges, partners, register, reports, statements, year
from .base import RowAdmin
from .filters import LinkFilter
from .inlines import AboutTable, AssignmentTable, ReadOnly, RemarkTable, Stack, Table, VisaTable
from .mergeable import MergeableAdmin
from .site import Menu
from .totals import Totals
from .year import SheetAdmin, register_evidence

__all__ = [
    "AboutTable",
    "AssignmentTable",
    "LinkFilter",
    "Menu",
    "MergeableAdmin",
    "ReadOnly",
    "RemarkTable",
    "RowAdmin",
    "SheetAdmin",
    "Stack",
    "Table",
    "Totals",
    "VisaTable",
    "accounts",
    "agreement",
    "asked",
    "imports",
    "jobs",
    "merges",
    "partners",
    "register",
    "register_evidence",
    "reports",
    "site",
    "statements",
    "year",
]
