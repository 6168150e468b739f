"""Lines of lists and of facets: written by the hundred on a page, hence as one text each and not node by node."""

from collections.abc import Iterable
from typing import Any, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from .. import wording
from .words import language

register = template.Library()

THOUSAND: Final = 1000
OPTION: Final = '<li{}><label{}><input type="checkbox" name="{}" value="{}"{}>{}<span>{}</span><b>{}</b></label></li>'
DISC: Final = '<span class="disc theme-{}" aria-hidden="true">{}</span>'
STATE: Final = '<span class="state drawn drawn--{}">{}</span>'


@register.simple_tag
def facet_options(facet: Any) -> SafeString:
    """The lines of a facet."""
    spoken = language()
    return joined(
        format_html(
            OPTION,
            mark_safe("" if option.count else ' class="facet__zero"'),  # noqa: S308 - constants
            mark_safe(' class="with-disc"' if option.number else ""),  # noqa: S308
            *(facet.name, option.value),
            mark_safe(" checked" if option.checked else ""),  # noqa: S308
            format_html(DISC, option.colour, option.number) if option.number else "",
            option.label,
            counted(option.count, spoken),
        )
        for option in facet.shown
    )


def shown_state(tone: str, label: Any) -> SafeString:
    """A state: its word, beside the icon that the style sheet draws."""
    return format_html(STATE, tone, capfirst(label))


def counted(number: int, spoken: Any) -> str:
    """A count with its thousands apart."""
    return str(number) if number < THOUSAND else wording.number(number, spoken)


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Parts that are safe, as one."""
    return mark_safe("".join(parts))  # noqa: S308 - of safe parts
