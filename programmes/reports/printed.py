"""Blocks made ready for their templates: each becomes a template's name and the words it prints."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from programmes import wording
from programmes.charts import draw
from programmes.fields import clean_html
from programmes.sections import blocks

from .cells import RIGHT, Cell, cell, link_target, short_words, words

CHART_WIDTH = 720  # pixels; style sheets scale the drawing to the column
FACTS_A_ROW = 4
SHORT_TABLE = 10  # rows; a table up to here is kept on one page


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where a block stands: the report's language, and the level of a heading at this place."""

    language: str
    level: int


def printed(block: blocks.Block, frame: Frame) -> dict[str, Any]:
    """What the template of a block reads; `template` names it."""
    name = type(block).__name__.lower()
    return {"template": f"programmes/reports/blocks/{name}.html", "level": frame.level, **_context(block, frame)}


@singledispatch
def _context(block: Any, frame: Frame) -> dict[str, Any]:
    """Headings, remarks and what is missing: the template reads the block itself."""
    return {"block": block}


@_context.register
def _paragraph(block: blocks.Paragraph, frame: Frame) -> dict[str, Any]:
    lines = [line.strip() for line in block.text.splitlines() if line.strip()]
    return {"lines": lines, "style": block.style, "other_language": _other(block.language, frame)}


@_context.register
def _rich(block: blocks.Rich, frame: Frame) -> dict[str, Any]:
    """Cleaned once more, for a frozen text may be older than today's rules; headings would break the levels."""
    flat = re.sub(r"<h[23]>(.*?)</h[23]>", r"<p><strong>\1</strong></p>", clean_html(block.html), flags=re.DOTALL)
    return {"html": mark_safe(flat), "other_language": _other(block.language, frame)}  # noqa: S308 - we sanitised it


@_context.register
def _quote(block: blocks.Quote, frame: Frame) -> dict[str, Any]:
    said_on = wording.day(block.day, frame.language) if block.day else ""
    signature = ", ".join(filter(None, (block.speaker, block.function, said_on)))
    return {"block": block, "signature": signature, "other_language": _other(block.language, frame)}


@_context.register
def _facts(block: blocks.Facts, frame: Frame) -> dict[str, Any]:
    rows = [block.facts[at : at + FACTS_A_ROW] for at in range(0, len(block.facts), FACTS_A_ROW)]
    return {"rows": [[(fact.label, cell(fact.value, fact.kind, frame.language)) for fact in row] for row in rows]}


@_context.register
def _figures(block: blocks.Figures, frame: Frame) -> dict[str, Any]:
    return {"figures": [(figure, _figure_cell(figure, frame.language)) for figure in block.figures]}


def _figure_cell(figure: blocks.KeyFigure, language: str) -> Cell:
    match value := blocks.bare(figure.value):
        case None | str() | bool() | date() | blocks.Measure() | blocks.Link():
            return cell(value, figure.kind, language)
    return Cell(words=short_words(value, figure.kind, language))


@_context.register
def _table(block: blocks.Table, frame: Frame) -> dict[str, Any]:
    heads = [
        (column.label, f"w{width}", column.kind in RIGHT)
        for column, width in zip(block.columns, _widths(block.columns), strict=True)
    ]
    rows = [_cells(row, block.columns, frame.language) for row in block.rows]
    total = [
        "" if value is None or isinstance(value, blocks.Link) else words(value, column.kind, frame.language)
        for value, column in zip(map(blocks.bare, block.total), block.columns, strict=False)
    ]
    shape = {"heads": heads, "is_short": len(rows) <= SHORT_TABLE}
    return {"block": block, "rows": rows, "total": _with_side(total, block.columns), **shape}


@_context.register
def _bullets(block: blocks.Bullets, frame: Frame) -> dict[str, Any]:
    return {
        "items": [(_text(item), link_target(item) if isinstance(item, blocks.Link) else "") for item in block.items]
    }


@_context.register
def _chart(block: blocks.Chart, frame: Frame) -> dict[str, Any]:
    drawing: SafeString = draw(block.figure, block.alt, frame.language, CHART_WIDTH)
    return {"block": block, "drawing": drawing, "kind": type(block.figure).__name__.lower()}


def _other(language: str, frame: Frame) -> str:
    """The language to announce: none when the words are in the report's own."""
    return "" if language == frame.language else language


def _text(item: str | blocks.Link) -> str:
    return item.text if isinstance(item, blocks.Link) else item


def _cells(row: Sequence[blocks.Value], columns: Sequence[blocks.Column], language: str) -> list[Cell]:
    return [cell(value, column.kind, language) for value, column in zip(row, columns, strict=True)]


def _with_side(total: Sequence[str], columns: Sequence[blocks.Column]) -> list[Cell]:
    return [Cell(words=text, right=column.kind in RIGHT) for text, column in zip(total, columns, strict=False)]


def _widths(columns: Sequence[blocks.Column]) -> list[int]:
    """Shares of the width in percent: as asked, the rest shared out, text twice as wide as figures."""
    given = sum(column.width or 0 for column in columns)
    weights = [0 if column.width else (2 if column.kind == "text" else 1) for column in columns]
    unit = max(100 - given, 0) / (sum(weights) or 1)
    shares = [column.width or max(int(unit * weight), 1) for column, weight in zip(columns, weights, strict=True)]
    return [max(shares[0] + 100 - sum(shares), 1), *shares[1:]]
