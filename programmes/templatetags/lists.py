"""Lines of lists and of facets: written by the hundred on a page, hence as one text each and not node by node."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from .. import wording
from ..charts import states
from .words import language

register = template.Library()

THOUSAND: Final = 1000
OPTION: Final = (
    '<li{}><label{}><input type="checkbox" id="{}-{}" name="{}" value="{}"{}>{}<span>{}</span><b>{}</b></label></li>'
)
DISC: Final = '<span class="disc theme-{}" aria-hidden="true">{}</span>'
SYMBOL: Final = '<symbol id="etat-{}" viewBox="0 0 18 18">{}</symbol>'
STATE: Final = (
    '<span class="state state--{0}"><svg width="18" height="18" aria-hidden="true"><use href="#etat-{0}"/></svg>'
    "<span>{1}</span></span>"
)


@register.simple_tag
def facet_options(facet: Any) -> SafeString:
    """The lines of a facet."""
    spoken = language()
    return joined(
        format_html(
            OPTION,
            mark_safe("" if option.count else ' class="facet__zero"'),  # noqa: S308 - constants
            mark_safe(' class="with-disc"' if option.number else ""),  # noqa: S308
            *(facet.name, option.value, facet.name, option.value),
            mark_safe(" checked" if option.checked else ""),  # noqa: S308
            format_html(DISC, option.colour, option.number) if option.number else "",
            option.label,
            counted(option.count, spoken),
        )
        for option in facet.shown
    )


@register.simple_tag
def state_symbols(tones: Sequence[str]) -> SafeString:
    """The icons of the states of a list, drawn once."""
    drawn = joined(format_html(SYMBOL, tone, states.drawing(tone)) for tone in tones)
    return format_html('<svg class="symbols" aria-hidden="true">{}</svg>', drawn)


def shown_state(tone: str, label: Any) -> SafeString:
    """The icon of a state, by its symbol, and its word."""
    return format_html(STATE, tone, capfirst(label))


def counted(number: int, spoken: Any) -> str:
    """A count with its thousands apart."""
    return str(number) if number < THOUSAND else wording.number(number, spoken)


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Parts that are safe, as one."""
    return mark_safe("".join(parts))  # noqa: S308 - of safe parts
