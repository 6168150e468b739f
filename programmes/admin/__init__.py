"""The administration of the foundation. Other apps build theirs on RowAdmin and the tables of rows."""

from . import site  # isort: skip - the site must be whole before the first table is registered
from . import (
    accounts,
    agreement,
    asked,
    editions,
    imports,
    jobs,
    letters,
    merges,
    partners,
    register,
    reports,
    statements,
    year,
)
from .base import RowAdmin
from .filters import LinkFilter
from .inlines import AboutTable, AssignmentTable, ReadOnly, RemarkTable, Stack, Table, VisaTable
from .mergeable import MergeableAdmin
from .sheets import RecordTable, SheetAdmin
from .site import Menu
from .totals import Totals
from .year import register_evidence
from .year_values import NoRelation, Series, YearTable, told

__all__ = [
    "AboutTable",
    "AssignmentTable",
    "LinkFilter",
    "Menu",
    "MergeableAdmin",
    "NoRelation",
    "ReadOnly",
    "RecordTable",
    "RemarkTable",
    "RowAdmin",
    "Series",
    "SheetAdmin",
    "Stack",
    "Table",
    "Totals",
    "VisaTable",
    "YearTable",
    "accounts",
    "agreement",
    "asked",
    "editions",
    "imports",
    "jobs",
    "letters",
    "merges",
    "partners",
    "register",
    "register_evidence",
    "reports",
    "site",
    "statements",
    "told",
    "year",
]
