"""Blocks made ready for their templates: each becomes a template's name and the words it prints."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import singledispatch
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from programmes import wording
from programmes.charts import draw
from programmes.fields import RICH_TEXT_LIMIT, clean_html
from programmes.sections import blocks

from .cells import RIGHT, Cell, Online, cell, other, short_words
from .tracing import asked

CHART_WIDTH = 720  # pixels; style sheets scale the drawing to the column
FACTS_A_ROW = 5  # at most; more facts stand in rows of about the same number
LAST = "</p>"  # where a note is called from a formatted text
MOST_ONLINE = 120  # rows of a table on the page of a chapter; a longer one shows its first rows and leads to its page
ROWS_ONLINE = 40
SHORT_TABLE = 10  # rows; a table up to here is kept on one page


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where a block stands: the report's language, the level of a heading at this place, the twin it is part of.

    On a page that shows one list it `is_whole`: no row is left for another page.
    """

    language: str
    level: int
    online: Online | None = None
    is_whole: bool = False


def printed(block: blocks.Block, frame: Frame) -> dict[str, Any]:
    """What the template of a block reads; `template` names it."""
    name = type(block).__name__.lower()
    ours = {"level": frame.level, "french": other("fr", frame.language)}  # sources are kept in French in every language
    return {"template": f"programmes/reports/blocks/{name}.html", **ours, **_context(block, frame)}


def all_printed(several: Sequence[blocks.Block], frame: Frame) -> list[dict[str, Any]]:
    """Blocks one after the other; a source right after a text becomes its note at the foot of the page."""
    found: list[dict[str, Any]] = []
    for block in several:
        is_source = isinstance(block, blocks.Paragraph) and block.style == "source"
        if is_source and found and found[-1].get("footnote") == "":
            found[-1]["footnote"] = block.text  # type: ignore[union-attr]
        else:
            found.append(printed(block, frame))
    return found


@singledispatch
def _context(block: Any, frame: Frame) -> dict[str, Any]:
    """Headings and what is missing: the template reads the block itself."""
    return {"block": block}


@_context.register
def _paragraph(block: blocks.Paragraph, frame: Frame) -> dict[str, Any]:
    lines = [line.strip() for line in _within(block.text).splitlines() if line.strip()]
    takes_notes = block.style in {"lead", "text"} and lines
    notes = {"footnote": "", "held": _held(lines[-1])} if takes_notes else {}
    words = {"lines": lines, "style": block.style, "other_language": other(block.language, frame.language), **notes}
    return words | {"records": _records(block.trace, frame)}


@_context.register
def _rich(block: blocks.Rich, frame: Frame) -> dict[str, Any]:
    """Cleaned once more, for a frozen text may be older than today's rules; headings would break the levels."""
    clean = clean_html(_within(block.html))
    flat = re.sub(r"<h[23]>(.*?)</h[23]>", r"<p><strong>\1</strong></p>", clean, flags=re.DOTALL)
    words = {"html": mark_safe(flat), "other_language": other(block.language, frame.language)}  # noqa: S308 - we sanitised it
    return words | {"opening": mark_safe(flat.removesuffix(LAST)), "footnote": ""} if flat.endswith(LAST) else words  # noqa: S308


@_context.register
def _quote(block: blocks.Quote, frame: Frame) -> dict[str, Any]:
    said_on = wording.day(block.day, frame.language) if block.day else ""
    signature = ", ".join(filter(None, (block.speaker, block.function, said_on)))
    held = _held(block.text)
    return {
        "block": block,
        "signature": signature,
        "other_language": other(block.language, frame.language),
        "held": held,
    }


@_context.register
def _remark(block: blocks.Remark, frame: Frame) -> dict[str, Any]:
    return {"block": block, "held": _held(block.text), "other_language": other(block.language, frame.language)}


@_context.register
def _facts(block: blocks.Facts, frame: Frame) -> dict[str, Any]:
    width = math.ceil(len(block.facts) / math.ceil(len(block.facts) / FACTS_A_ROW)) if block.facts else 1
    rows = [block.facts[at : at + width] for at in range(0, len(block.facts), width)]
    return {"rows": [[(fact.label, _told(fact.value, fact.kind, fact.trace, frame)) for fact in row] for row in rows]}


@_context.register
def _figures(block: blocks.Figures, frame: Frame) -> dict[str, Any]:
    return {
        "figures": [
            (figure, _leading(_figure_cell(figure, frame.language), figure.trace, frame), _note(figure, frame))
            for figure in block.figures
        ]
    }


def _note(figure: blocks.KeyFigure, frame: Frame) -> Cell:
    return _leading(Cell(words=figure.note), figure.note_trace, frame)


def _figure_cell(figure: blocks.KeyFigure, language: str) -> Cell:
    match value := blocks.bare(figure.value):
        case None | str() | bool() | date() | blocks.Measure() | blocks.Link() | blocks.Said():
            return cell(value, figure.kind, language)
    return Cell(words=short_words(value, figure.kind, language))


@_context.register
def _table(block: blocks.Table, frame: Frame) -> dict[str, Any]:
    heads = [
        (column.label, f"w{width}", column.kind in RIGHT)
        for column, width in zip(block.columns, _widths(block.columns), strict=True)
    ]
    is_cut = frame.online and block.name and not frame.is_whole and len(block.rows) > MOST_ONLINE
    shown = block.rows[:ROWS_ONLINE] if is_cut else block.rows
    rows = [_cells(row, block, frame) for row in shown]
    shape = {"heads": heads, "is_short": len(rows) <= SHORT_TABLE}
    if frame.online and block.name:
        page, file = frame.online.table(block.name), frame.online.file(block.name)
        shape |= {"page": page, "file": file, "rows_count": len(block.rows)}
        shape["all"] = wording.number(len(block.rows), frame.language)
    return {"block": block, "rows": rows, "total": _total(block, frame), **shape}


@_context.register
def _bullets(block: blocks.Bullets, frame: Frame) -> dict[str, Any]:
    return {"items": [cell(item, "text", frame.language, frame.online) for item in block.items]}


@_context.register
def _chart(block: blocks.Chart, frame: Frame) -> dict[str, Any]:
    drawing: SafeString = draw(block.figure, block.alt, frame.language, CHART_WIDTH)
    shape = {"drawing": drawing, "kind": type(block.figure).__name__.lower()}
    if frame.online and block.table:
        shape |= {"page": frame.online.table(block.table), "file": frame.online.file(block.table)}
    return {"block": block, "records": _records(block.trace, frame), **shape}


def _held(text: str) -> tuple[str, str]:
    """A text cut before its last word, which stays on the line of the call of its note."""
    last = text.split(" ")[-1]
    return text.removesuffix(last), last


def _within(text: str) -> str:
    """A text as long as one may be: forms refuse a longer one, an older content may hold it and would take minutes."""
    return text if len(text) <= RICH_TEXT_LIMIT else f"{text[:RICH_TEXT_LIMIT]}…"


def _cells(row: Sequence[blocks.Value], block: blocks.Table, frame: Frame) -> list[Cell]:
    return [
        _told(value, column.kind, _of_cell(column, block, row) if frame.online else None, frame)
        for value, column in zip(row, block.columns, strict=True)
    ]


def _total(block: blocks.Table, frame: Frame) -> list[Cell]:
    """The figures of the last line; what nobody knows stays blank there, and a column asks for every row."""
    cells = []
    for value, column in zip(block.total, block.columns, strict=False):
        plain = "" if blocks.bare(value) is None or isinstance(value, blocks.Link) else value
        trace = replace(column.trace, by=()) if column.trace else None
        blank = Cell(words="", right=column.kind in RIGHT)
        cells.append(blank if plain == "" else _told(plain, column.kind, trace, frame))
    return cells


def _of_cell(column: blocks.Column, block: blocks.Table, row: Sequence[blocks.Value]) -> blocks.Trace | None:
    return asked(column.trace, block, tuple(row)) if column.trace else None


def _told(value: blocks.Value, kind: blocks.Kind, trace: blocks.Trace | None, frame: Frame) -> Cell:
    """A value in words; in the twin a figure leads to its records, by its own list or that of its place."""
    own = value.trace if isinstance(value, blocks.Traced) else trace
    return _leading(cell(value, kind, frame.language, frame.online), own, frame)


def _leading(printed: Cell, trace: blocks.Trace | None, frame: Frame) -> Cell:
    """What nobody knows leads nowhere, and so does what leads somewhere already."""
    if trace is None or frame.online is None or printed.missing or printed.href or not printed.words.strip("– "):
        return printed
    return replace(printed, href=frame.online.records(trace), traced=True)


def _records(trace: blocks.Trace | None, frame: Frame) -> str:
    return frame.online.records(trace) if trace and frame.online else ""


def _widths(columns: Sequence[blocks.Column]) -> list[int]:
    """Shares of the width in percent: as asked, the rest shared out, text twice as wide as figures."""
    given = sum(column.width or 0 for column in columns)
    weights = [0 if column.width else (2 if column.kind == "text" else 1) for column in columns]
    unit = max(100 - given, 0) / (sum(weights) or 1)
    shares = [column.width or max(int(unit * weight), 1) for column, weight in zip(columns, weights, strict=True)]
    return [max(shares[0] + 100 - sum(shares), 1), *shares[1:]]
