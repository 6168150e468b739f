"""The rows of theses, in their list and on other pages: each written as one text and not node by node."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

from django import template
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from programmes.templatetags.lists import joined, shown_state
from programmes.templatetags.words import unknown

from ..enums import ThesisState

register = template.Library()

FRENCH: Final = ' lang="fr"'


@register.simple_tag
def thesis_rows(lines: Iterable[Any]) -> SafeString:
    """The rows of a page of the list, where addresses of theses begin like its own."""
    missing, states = unknown(), {state: escape(str(capfirst(str(state.label)))) for state in ThesisState.public()}
    return joined(_row(line, missing, states[line.state]) for line in lines)


def _row(line: Any, missing: str, state: str) -> str:
    spoken = FRENCH if line.title_language else ""
    title = f'<a href="{escape(line.slug)}/"{spoken}>{escape(line.title)}</a>'
    discs, under = "".join(map(_disc, line.discs)), _under(line.under, FRENCH if line.under_language else "")
    laboratory = escape(line.laboratory) or missing
    return (
        f'<tr><td>{discs}</td><th scope="row">{title}{under}</th><td>{laboratory}{_under(line.school)}</td>'
        f"<td>{escape(line.funders) or missing}</td><td>{line.start or missing}</td>"
        f'<td class="is-{line.state.tone}">{state}{_under(line.defended)}</td></tr>\n'
    )


@register.simple_tag
def related_theses(lines: Iterable[Any]) -> SafeString:
    """The rows of theses on the page of another record."""
    missing = unknown()
    return joined(_related(line, line.details, missing) for line in lines)


def _related(line: Any, told: Mapping[str, Any], missing: str) -> str:
    spoken = f' lang="{line.language}"' if line.language else ""
    title = f'<a class="title-link" href="{escape(line.url)}"{spoken}>{escape(line.title)}</a>'
    school = escape(str(told["school"])) if told["school"] else missing
    start = told["start"].year if told["start"] else missing
    return (
        f'<tr><th scope="row">{title}</th><td>{escape(str(told["laboratory"]))}</td><td>{school}</td><td>{start}</td>'
        f"<td>{shown_state(told['tone'], str(told['state']))}</td></tr>\n"
    )


def _under(words: Any, spoken: str = "") -> str:
    """What stands in small below the words of a cell."""
    return f"<small{spoken}>{escape(str(words))}</small>" if words else ""


def _disc(disc: tuple[int | None, str, int | None]) -> str:
    colour, words, number = disc
    return f'<i class="theme-{colour}" title="{escape(words)}">{number}</i>'
