"""Django's tags of words and addresses, for pages that are made often.

Half of what a page says is words of its template: a template is read once a language, and its words are put into it
then. An address depends on what stands in it alone: it is worked out once.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Library, Node, defaulttags
from django.template.base import Parser, TextNode, Token
from django.template.defaulttags import URLNode
from django.template.loaders import cached
from django.templatetags import i18n
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.translation import get_language

words, addresses = Library(), Library()
words.tags.update(i18n.register.tags)
words.filters.update(i18n.register.filters)


@lru_cache(maxsize=8_192)
def _worked_out(page: str, place: tuple[Any, ...], _language: str | None, _addresses: str) -> str:
    return reverse(page, args=place)


def address(page: str, *place: Any) -> str:
    """The address of a page in the reader's language. Raises NoReverseMatch."""
    return _worked_out(page, place, get_language(), settings.ROOT_URLCONF)


class AddressNode(URLNode):
    """{% url 'page' place… %}"""

    def render(self, context: Context) -> str:
        """The address, safe to stand in a page."""
        found = address(self.view_name.resolve(context), *(place.resolve(context) for place in self.args))
        return conditional_escape(found) if context.autoescape else found


@addresses.tag
def url(parser: Parser, token: Token) -> Node:
    """Django's own tag, but for the plain ones."""
    node: Any = defaulttags.url(parser, token)
    is_plain = not node.kwargs and not node.asvar
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar) if is_plain else node


class Loader(cached.Loader):
    """Keeps each template in each language, and has it read with the tags of this module in the place of Django's."""

    def __init__(self, engine: Engine, loaders: Sequence[str]) -> None:
        super().__init__(engine, loaders)
        engine.template_libraries["i18n"] = words
        engine.template_builtins.append(addresses)

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        """The place of a template as the present language words it."""
        return f"{get_language()} {super().cache_key(template_name, skip)}"


@words.tag("translate")
@words.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "words" %}: the words themselves, in the language in which the template is read."""
    node: Any = i18n.do_translate(parser, token)
    expression = node.filter_expression
    is_constant = expression.var.lookups is None and not expression.filters
    if node.asvar or node.noop or node.message_context or not is_constant or getattr(parser, "is_elsewhere", False):
        found: Node = node
        return found
    return TextNode(node.render(Context()))


@words.tag
def language(parser: Parser, token: Token) -> Node:
    """{% language "en" %}…{% endlanguage %}: the words inside are looked up each time, in that other language."""
    above, parser.is_elsewhere = getattr(parser, "is_elsewhere", False), True  # type: ignore[attr-defined]
    node: Node = i18n.language(parser, token)
    parser.is_elsewhere = above  # type: ignore[attr-defined]
    return node
