"""The pages of the web twin, worded from frozen data: a chapter or some of its sheets, a list of records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.sections.blocks import Chapter, Kind, Table, Trace, Value, bare, from_plain, raw

from .cells import Online, cell
from .outline import Leaf
from .pages import PrintedChapter, chapter_of
from .printed import Frame, printed
from .tracing import WAYS, found_in

RESERVED = frozenset({"how", "of", "less", "page"})  # in the address of a list; every other name is a column's
AMONG = "among."  # before a column of the whole that a share is taken of


@dataclass(frozen=True, kw_only=True)
class Records:
    """A list of records as a page reads it: the rows, what they come to, and what was asked of which column."""

    table: Table
    told: str
    conditions: Sequence[tuple[str, str]]


def chapter(leaf: Leaf, blocks: Sequence[Any], parts: Sequence[Any], language: str, online: Online) -> PrintedChapter:
    """One page of a chapter, from the plain data of its own blocks and of its sheets."""
    built = Chapter(
        slug=leaf.slug,
        title=leaf.title,
        theme=leaf.theme,
        tone=leaf.tone,
        eyebrow=leaf.eyebrow,
        lead=leaf.lead,
        blocks=from_plain(list(blocks)) if leaf.rank == 1 else (),
        parts=from_plain(list(parts)),
    )
    return chapter_of(built, leaf.index + 1, language, continues=leaf.rank > 1, online=online)


def query(trace: Trace) -> list[tuple[str, str]]:
    """A trace as the query of the address of its list; `read` is the way back."""
    ways = {"how": "" if trace.how == "count" else trace.how, "of": trace.column, "less": trace.less}
    pairs = [(name, raw(value)) for name, value in trace.where]
    among = [(f"{AMONG}{name}", raw(value)) for name, value in trace.among]
    return [(name, value) for name, value in ways.items() if value] + pairs + among


def read(name: str, asked: Sequence[tuple[str, str]]) -> Trace:
    """The trace that the query of an address tells. Raises LookupError for a way of counting that does not exist."""
    words = {key: value for key, value in asked if key in RESERVED}
    if (how := words.get("how", "count")) not in WAYS:
        raise LookupError(how)
    pairs = [(key, value) for key, value in asked if key not in RESERVED]
    return Trace(
        table=name,
        how=how,  # type: ignore[arg-type]
        column=words.get("of", ""),
        less=words.get("less", ""),
        where=tuple((key, value) for key, value in pairs if not key.startswith(AMONG)),
        among=tuple((key.removeprefix(AMONG), value) for key, value in pairs if key.startswith(AMONG)),
    )


def records(table: Table, trace: Trace, language: str) -> Records:
    """The rows that a trace asks of a list. Raises LookupError for a column that the list does not have."""
    answer = found_in(table, trace)
    labels = {column.key: column.label for column in table.columns}
    conditions = tuple((labels[name], _worded(table, name, value, language)) for name, value in trace.where)
    told = _told(trace, table, answer.value, language)
    shown = replace(table, rows=answer.rows, printed=True, total=(), name="")
    return Records(table=shown, told=told, conditions=conditions)


def page_of(found: Records, first: int, last: int, language: str, online: Online) -> dict[str, Any]:
    """Some rows of a list, worded for the template of tables."""
    part = replace(found.table, rows=found.table.rows[first:last])
    return printed(part, Frame(language=language, level=2, online=online, is_whole=True))


def _worded(table: Table, name: str, value: Value, language: str) -> str:
    """What was asked for, as the cells of the column say it."""
    at = [column.key for column in table.columns].index(name)
    cells = (row[at] for row in table.rows if raw(row[at]) == raw(value))
    return next((cell(one, table.columns[at].kind, language).words for one in cells), raw(value))


def _told(trace: Trace, table: Table, value: Value, language: str) -> str:
    """What the rows come to, in a sentence that names the figure first."""
    kinds: dict[str, Kind] = {column.key: column.kind for column in table.columns}
    labels = {column.key: column.label for column in table.columns}
    kind = kinds.get(trace.column, "number")
    words = {
        "value": cell(bare(value), "percent" if trace.how == "share" else kind, language).words,
        "of": labels.get(trace.column, ""),
        "less": labels.get(trace.less, ""),
    }
    match trace.how:
        case "count":
            return ngettext("%(value)s ligne", "%(value)s lignes", _number(value)) % words
        case "distinct":
            return _("%(value)s\u00a0: valeurs différentes de «\u00a0%(of)s\u00a0»") % words
        case "sum":
            return _("%(value)s\u00a0: somme de «\u00a0%(of)s\u00a0»") % words
        case "difference":
            return _("%(value)s\u00a0: somme de «\u00a0%(of)s\u00a0», moins celle de «\u00a0%(less)s\u00a0»") % words
        case "share":
            return _("%(value)s des lignes du tout") % words
    return _("%(value)s\u00a0: «\u00a0%(of)s\u00a0»") % words


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
