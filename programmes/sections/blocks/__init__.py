"""What a frozen report is made of: plain, immutable data that sections write and the report engine prints.

Values stay raw and are worded at rendering in the report's language; None prints as "non renseigné". Text is already
in that language. `as_plain` and `from_plain` carry the whole tree through JSON without losing a digit. Every figure
can be traced: `Table` tells the rule, `Trace` the way.
"""

from .front import Awaited, Glance, Move, Pledge
from .numbers import Chart, Column, Fact, Facts, Figures, KeyFigure, Table
from .plain import as_plain, from_plain
from .texts import Bullets, Heading, Missing, Paragraph, Pill, Quote, Remark, Rich
from .values import Kind, Link, Measure, Pairs, Plain, Said, Trace, Traced, Value, bare, raw
from .whole import SCHEMA, Block, Chapter, Part, Report

__all__ = [
    "SCHEMA", "Awaited", "Block", "Bullets", "Chapter", "Chart", "Column", "Fact", "Facts", "Figures", "Glance",
    "Heading", "KeyFigure", "Kind", "Link", "Measure", "Missing", "Move", "Pairs", "Paragraph", "Part", "Pill", "Plain",
    "Pledge", "Quote", "Remark", "Report", "Rich", "Said", "Table", "Trace", "Traced", "Value", "as_plain", "bare",
    "from_plain", "raw",
]  # fmt: skip
