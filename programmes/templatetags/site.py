"""The frame of the public pages: addresses in the other language, entries of the menus, absolute addresses."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse, translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..charts import states

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """The name of the register, chosen by those who run it."""
    return str(settings.SITE_NAME)


@register.simple_tag
def state_icon(tone: str) -> SafeString:
    """The icon of a state; its word stands beside it."""
    return states.icon(tone)


@register.simple_tag(takes_context=True)
def page_in(context: Context, language: str) -> str:
    """The address of this very page, its query included, in another language; its home when there is no page."""
    request = context.get("request")
    if request is None or request.resolver_match is None:
        return f"/{language}/"
    return translate_url(request.get_full_path(), language)


@register.simple_tag(takes_context=True)
def entry(context: Context, name: str, label: str) -> SafeString:
    """A line of the main menu; the one the reader is in is marked."""
    address = reverse(name)
    path = getattr(context.get("request"), "path", "")
    current: str = ""
    if path.startswith(address):
        current = "page" if path == address else "true"
    mark = format_html(' aria-current="{}"', current) if current else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', address, mark, label)


@register.simple_tag(takes_context=True)
def page_address(context: Context, number: int) -> str:
    """The address of another page of the same list."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> SafeString:
    """Links for search engines: the one address of this page, and its twins in each language."""
    request: HttpRequest = context["request"]
    links: list[tuple[Any, ...]] = [
        (language, absolute(request, translate_url(request.path, language))) for language, _name in settings.LANGUAGES
    ]
    links.append(("x-default", links[0][1]))
    canonical = format_html('<link rel="canonical" href="{}">\n', absolute(request, request.path))
    return canonical + format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', links)


def absolute(request: HttpRequest, path: str) -> str:
    """A path with the site's own address before it: the configured one, else the one the reader used."""
    return f"{settings.SITE_URL.rstrip('/')}{path}" if settings.SITE_URL else request.build_absolute_uri(path)
