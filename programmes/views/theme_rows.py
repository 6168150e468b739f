"""The index of themes: a table of contents with, on each line, what the sections hold on the theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..models import Theme
from ..sections.registry import all_sections
from ..sections.related import Related


@dataclass(frozen=True, kw_only=True)
class ThemeRow:
    """A line of the index."""

    theme: Theme
    blocks: tuple[Related, ...]


def theme_rows(themes: Iterable[Theme], viewer: Any) -> list[ThemeRow]:
    """One line a theme; each section is asked once for all of them."""
    rows = list(themes)
    found = [section.relate_all(rows, viewer) for section in all_sections()]
    return [
        ThemeRow(theme=theme, blocks=tuple(blocks[theme.pk] for blocks in found if theme.pk in blocks))
        for theme in rows
    ]
