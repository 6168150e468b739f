"""Files in and out: for each kind of record its columns, how they are read, and what a line changes."""

from .base import Line, RecordResource, Verdict
from .columns import Column
from .registry import all_kinds, kind_named

__all__ = ["Column", "Line", "RecordResource", "Verdict", "all_kinds", "kind_named"]
