"""The rows of the list of theses, twenty a page: each written as one text and not node by node."""

from collections.abc import Iterable
from typing import Any, Final

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from programmes.templatetags.lists import joined, shown_state
from programmes.templatetags.words import unknown

register = template.Library()

DISC: Final = '<span class="disc theme-{}" title="{}">{}</span>'
UNDER: Final = '<span class="under">{}</span>'
FRENCH: Final = mark_safe(' lang="fr"')
ROW: Final = (
    '<tr><td class="discs">{}</td><th scope="row"><a class="title-link" href="{}"{}>{}</a><span class="under"{}>{}'
    '</span></th><td>{}<span class="under">{}</span></td><td>{}</td><td>{}</td><td>{}{}</td></tr>\n'
)


@register.simple_tag
def thesis_rows(lines: Iterable[Any]) -> SafeString:
    """The rows of a page of the list."""
    address, missing = reverse("doctorates:list"), unknown()
    return joined(_row(line, address, missing) for line in lines)


def _row(line: Any, address: str, missing: SafeString) -> SafeString:
    return format_html(
        ROW,
        joined(map(_disc, line.discs)),
        f"{address}{line.slug}/",
        FRENCH if line.title_language else "",
        line.title,
        FRENCH if line.under_language else "",
        line.under,
        line.laboratory or missing,
        line.school,
        line.funders or missing,
        line.start or missing,
        shown_state(line.state.tone, line.state.label),
        format_html(UNDER, line.defended) if line.defended else "",
    )


def _disc(disc: Any) -> SafeString:
    return format_html(DISC, disc.colour, disc.shown, disc.number)
