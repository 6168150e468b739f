"""Finding one's way in a frozen report."""

from collections.abc import Iterator
from typing import Any

from programmes.sections.blocks import Block, Chapter, Part, Plain, Report, Table, bare


def chapter(report: Report, slug: str) -> Chapter:
    """The chapter of this address."""
    return next(one for one in report.chapters if one.slug == slug)


def part(report: Report, start: str) -> Part:
    """The first part whose anchor begins so."""
    return next(one for each in report.chapters for one in each.parts if one.anchor.startswith(start))


def table(report: Report, name: str) -> Table:
    """The table of this file name."""
    return next(one for one in report.tables if one.name == name)


def rows(report: Report, name: str) -> list[tuple[Plain, ...]]:
    """The rows of the table of this file name, their figures without their lists."""
    return [tuple(bare(value) for value in row) for row in table(report, name).rows]


def captions(blocks: tuple[Block, ...]) -> list[str]:
    """The captions of the tables among blocks."""
    return [block.caption for block in blocks if isinstance(block, Table)]


def words(blocks: tuple[Block, ...]) -> str:
    """Every text of some blocks, to look for what must or must not be said."""
    return " ".join(_strings(blocks))


def everything(report: Report) -> str:
    """Every text of a report."""
    return " ".join(_strings(report.chapters))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))
