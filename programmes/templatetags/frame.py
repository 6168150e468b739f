"""What every public page of a language has around it: worded once a process, not once a page."""

from functools import lru_cache
from typing import Any, Final

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import FilterExpression, Parser, Token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
MENU: Final = (
    *("programmes:protocol", "programmes:commitments", "programmes:themes", "projects:list", "doctorates:list"),
    *("programmes:laboratories", "programmes:reports", "programmes:open"),
)


class OnceNode(template.Node):
    """A part that depends on the language and on the named variables, each of which has few values."""

    def __init__(self, nodelist: template.NodeList, names: dict[str, FilterExpression]) -> None:
        self.nodelist, self.names = nodelist, names
        self.known: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """The part as it was made the first time, from these variables alone: nothing of who asked first is in it."""
        told = {name: str(value.resolve(context)) for name, value in self.names.items()}
        key = (get_language(), settings.ROOT_URLCONF, settings.SITE_NAME, settings.STATIC_URL, *told.values())
        if key not in self.known:
            alone = Context(told, use_l10n=context.use_l10n)
            with alone.bind_template(context.template):  # type: ignore[arg-type]  # a page in the making has one
                self.known[key] = self.nodelist.render(alone)
        return self.known[key]


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """{% once word other %}…{% endonce %} around what is the same on all pages of a language, but for these words."""
    names = {name: parser.compile_filter(name) for name in token.split_contents()[1:]}
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodelist, names)


@register.simple_tag(takes_context=True)
def entry_read(context: Context) -> str:
    """The entry of the main menu that the reader is in: its address, and how it is marked; empty outside of them."""
    path = getattr(context.get("request"), "path", "")
    return _entry_read(path, get_language(), settings.ROOT_URLCONF)


@lru_cache(maxsize=4_096)
def _entry_read(path: str, _language: str, _addresses: str) -> str:
    address = next((one for one in map(reverse, MENU) if path.startswith(one)), "")
    return address and f"{address} {'page' if path == address else 'true'}"


@register.simple_tag
def entry(name: str, label: str, read: str) -> SafeString:
    """A line of the main menu; the one the reader is in is marked, as `entry_read` says."""
    address = reverse(name)
    at, _space, how = read.partition(" ")
    mark = format_html(' aria-current="{}"', how) if at == address else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', address, mark, label)
