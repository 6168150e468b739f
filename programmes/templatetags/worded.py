"""Django's tags of languages; but a template is read once a language, and its own words are put into it then.

Half of what a page says is words of its template: they are not looked up again each time that it is shown.
"""

from collections.abc import Sequence
from typing import Any

from django.template import Context, Engine, Library, Node
from django.template.base import Parser, TextNode, Token
from django.template.loaders import cached
from django.templatetags import i18n
from django.utils.translation import get_language

register = Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class Loader(cached.Loader):
    """Keeps each template in each language, and has it read with the tags of this module in the place of Django's."""

    def __init__(self, engine: Engine, loaders: Sequence[str]) -> None:
        super().__init__(engine, loaders)
        engine.template_libraries["i18n"] = register

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        """The place of a template as the present language words it."""
        return f"{get_language()} {super().cache_key(template_name, skip)}"


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "words" %}: the words themselves, in the language in which the template is read."""
    node: Any = i18n.do_translate(parser, token)
    expression = node.filter_expression
    is_constant = expression.var.lookups is None and not expression.filters
    if node.asvar or node.noop or node.message_context or not is_constant or getattr(parser, "is_elsewhere", False):
        found: Node = node
        return found
    return TextNode(node.render(Context()))


@register.tag
def language(parser: Parser, token: Token) -> Node:
    """{% language "en" %}…{% endlanguage %}: the words inside are looked up each time, in that other language."""
    above, parser.is_elsewhere = getattr(parser, "is_elsewhere", False), True  # type: ignore[attr-defined]
    node: Node = i18n.language(parser, token)
    parser.is_elsewhere = above  # type: ignore[attr-defined]
    return node
