"""Lines of lists and of facets: there are many on a page, hence each is one text and not made node by node."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any, Final

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import ngettext

from .. import wording
from ..charts import states
from .worded import address
from .words import language, link_words

register = template.Library()

THOUSAND: Final = 1000


@register.simple_tag
def theme_lines(themes: Iterable[Any], *, short: bool = False) -> SafeString:
    """Themes under their numbers, each with its page."""
    page = address("programmes:themes")
    return joined(_theme(theme, page, "short_label" if short and theme.short_label else "label") for theme in themes)


@register.simple_tag
def linked_themes(links: Iterable[Any]) -> SafeString:
    """The themes of a record."""
    return theme_lines(link.theme for link in links)


def _theme(theme: Any, page: str, name: str) -> str:
    return (
        f'<li class="theme-{theme.colour}"><a class="disc-link" href="{page}{escape(theme.slug)}/">'
        f'<span class="disc">{theme.number}</span><span>{conditional_escape(link_words(theme, name))}</span></a></li>'
    )


@register.simple_tag
def state(tone: str, label: Any, *, pill: bool = False) -> SafeString:
    """The icon of a state and its word; a pill stands on a ground of its colour."""
    return shown_state(tone, str(label), pill=bool(pill))


@lru_cache(maxsize=256)
def shown_state(tone: str, word: str, *, pill: bool = False) -> SafeString:
    """The same, once it is known in which language."""
    look = f"state{' pill' if pill else ''} state--{tone}"
    return joined((f'<span class="{look}">{states.icon(tone)}<span>{escape(str(capfirst(word)))}</span></span>',))


@register.simple_tag
def facet_fields(facets: Iterable[Any]) -> SafeString:
    """The facets of a list, each with its lines."""
    spoken = language()
    return joined(_facet(facet, spoken) for facet in facets if facet.options)


def _facet(facet: Any, spoken: Any) -> str:
    name, label = escape(facet.name), escape(str(facet.label))
    lines = "".join(_option(name, option, spoken) for option in facet.shown)
    end = _more(facet, name, label) if facet.more else ""
    if facet.is_whole:
        end = f'<input type="hidden" name="facet" value="{name}">'
    place = f' id="facette-{name}"' if facet.whole else ""
    return f"<fieldset{place}><legend>{label}</legend>{lines}{end}</fieldset>\n"


def _option(name: str, option: Any, spoken: Any) -> str:
    zero = "" if option.count else ' class="facet__zero"'
    checked = " checked" if option.checked else ""
    disc = f'<i class="theme-{option.colour}">{option.number}</i>' if option.number else ""
    return (
        f'<label{zero}><input type="checkbox" name="{name}" value="{escape(option.value)}"{checked}>{disc}'
        f"{escape(option.label)} <b>{counted(option.count, spoken)}</b></label>"
    )


def _more(facet: Any, name: str, label: str) -> str:
    """The way to the values that are not shown; without htmx, the same list with all of them."""
    whole, field = escape(facet.whole), f"#facette-{name}"
    words = ngettext("%(more)s autre", "%(more)s autres", facet.more) % {"more": facet.more}
    return (
        f'<a href="{whole}" data-hx-get="{whole}" data-hx-target="{field}" data-hx-select="{field}" '
        f'data-hx-swap="outerHTML">{escape(words)}<span class="visually-hidden"> – {label}</span></a>'
    )


def counted(number: int, spoken: Any) -> str:
    """A count with its thousands apart."""
    return str(number) if number < THOUSAND else wording.number(number, spoken)


def joined(parts: Iterable[str]) -> SafeString:
    """Parts that are safe, as one."""
    return mark_safe("".join(parts))  # noqa: S308 - each of them escapes what it is told
