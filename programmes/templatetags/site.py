"""The frame of the public pages: addresses in the other language, entries of the menus, what the head says."""

from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from typing import Any, Final
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.template import Context
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import linked, wording
from ..charts import states
from .worded import address as address_of

register = template.Library()
LOCALES: Final = {"fr": "fr_FR", "en": "en_GB"}


@register.simple_tag
def site_name() -> str:
    """The name of the register, chosen by those who run it."""
    return str(settings.SITE_NAME)


@register.simple_tag
def state_icon(tone: str) -> SafeString:
    """The icon of a state; its word stands beside it."""
    return states.icon(tone)


def translated(address: str, language: str) -> str:
    """The same page in another language; the address itself when it leads to no page."""
    path, mark, query = address.partition("?")
    return f"{_translated(path, language, get_language(), settings.ROOT_URLCONF)}{mark}{query}"


@lru_cache(maxsize=4_096)
def _translated(path: str, language: str, _read_in: str, _addresses: str) -> str:
    return str(translate_url(path, language))


@register.simple_tag(takes_context=True)
def page_in(context: Context, language: str) -> str:
    """The address of this very page, its query included, in another language.

    A page that nobody answers for keeps its words under the other language's prefix; `address` stands for the request
    where there is none to ask.
    """
    request = context.get("request")
    address = request.get_full_path() if request else context.get("address") or ""
    found = translated(address, language)
    if found != address or address.startswith(f"/{language}/"):
        return str(found)
    own = next((code for code, _name in settings.LANGUAGES if address.startswith(f"/{code}/")), "")
    return f"/{language}/{address[len(own) + 2 :]}" if own else f"/{language}/"


@register.simple_tag(takes_context=True)
def error_page(context: Context) -> str:
    """Where an error on the record of this page is reported; empty on a page of no record, and on a preview."""
    record = context.get("object") or context.get("report")
    request = context.get("request")
    if not isinstance(record, Model) or getattr(getattr(request, "user", None), "is_preview", False):
        return ""
    key = getattr(record, "reference", record.pk)
    return address_of("programmes:report_error", record._meta.model_name, key)


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
    query = _page_query(request)
    links: list[tuple[Any, ...]] = [
        (language, f"{absolute(request, translated(request.path, language))}{query}")
        for language, _name in settings.LANGUAGES
    ]
    links.append(("x-default", links[0][1]))
    canonical = format_html('<link rel="canonical" href="{}">\n', f"{absolute(request, request.path)}{query}")
    return canonical + format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', links)


def _page_query(request: HttpRequest) -> str:
    """Of the query, the page of a list: each page holds other records, while filters only choose among them."""
    number = request.GET.get("page", "")
    return f"?page={number}" if number.isascii() and number.isdecimal() and 1 < int(number[:4]) <= 50 else ""


def absolute(request: HttpRequest, path: str) -> str:
    """A path with the site's own address before it: the configured one, else the one the reader used."""
    return f"{settings.SITE_URL.rstrip('/')}{path}" if settings.SITE_URL else request.build_absolute_uri(path)


class TitledNode(template.Node):
    """The title of a page, which its head says again to networks and machines."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """The element; the words are kept for what follows in the head."""
        words = SafeString(self.nodelist.render(context).strip())
        context["page_title"] = unescape(strip_tags(words))
        return format_html("<title>{} – {}</title>", words, site_name())


@register.tag
def titled(parser: template.base.Parser, _token: template.base.Token) -> TitledNode:
    """{% titled %}…{% endtitled %} around the block of the title."""
    nodelist = parser.parse(("endtitled",))
    parser.delete_first_token()
    return TitledNode(nodelist)


@register.simple_tag(takes_context=True)
def social(context: Context) -> SafeString:
    """What search engines and networks show of this page: its description, its title, our own picture."""
    request, card = context["request"], context.get("card")
    description = (card and card.description) or _(
        "Registre public de la coopération\u00a0: ce qui a été promis, ce qui a été fait, avec quels moyens et par qui."
    )
    properties = (
        ("og:title", (card and card.title) or context["page_title"]),
        ("og:type", card.kind if card else "website"),
        ("og:url", absolute(request, request.path)),
    )
    named = format_html('<meta name="description" property="og:description" content="{}">\n', description)
    return named + _properties(properties) + _of_site(get_language(), absolute(request, "/"), site_name())


@lru_cache(maxsize=64)
def _of_site(language: str | None, root: str, name: str) -> SafeString:
    """What is the same on every page of a language."""
    spoken = (language or "fr")[:2]
    properties = (
        ("og:site_name", name),
        ("og:locale", LOCALES[spoken]),
        ("og:locale:alternate", next(locale for code, locale in LOCALES.items() if code != spoken)),
        ("og:image", urljoin(root, static("programmes/card.png"))),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", _("Huit points de couleur sur des lignes qui coulent\u00a0: un par thème du protocole.")),
    )
    return _properties(properties) + SafeString('<meta name="twitter:card" content="summary_large_image">')


def _properties(properties: Iterable[tuple[str, Any]]) -> SafeString:
    return format_html_join("", '<meta property="{}" content="{}">\n', properties)


@register.simple_tag(takes_context=True)
def linked_data(context: Context) -> SafeString:
    """The graph of this page: the page itself, the way to it, then what it speaks of."""
    request, card = context["request"], context.get("card")
    home = absolute(request, translated(address_of("programmes:home"), "fr"))
    here = absolute(request, request.path)
    site = linked.node("WebSite", f"{home}#site", name=site_name(), url=home, license=linked.LICENCE)
    page = linked.node(
        card.page if card else "WebPage",
        here,
        url=here,
        name=(card and card.title) or context["page_title"],
        description=card.description if card else "",
        inLanguage=(get_language() or "fr")[:2],
        isPartOf=linked.reference(f"{home}#site"),
        mainEntity=linked.reference(card.graph[0]["@id"]) if card and card.graph else None,
        breadcrumb=_crumbs(request, card) if card and card.title else None,
    )
    nodes = (site, page, *(card.graph if card else ()))
    return format_html('<script type="application/ld+json">{}</script>', linked.as_script(nodes))


def _crumbs(request: HttpRequest, card: Any) -> linked.Node:
    steps = ((_("Accueil"), address_of("programmes:home")), *card.parents, (card.title, request.path))
    items = [
        linked.node("ListItem", position=rank, name=words, item=absolute(request, path))
        for rank, (words, path) in enumerate(steps, start=1)
    ]
    return linked.node("BreadcrumbList", itemListElement=items)


@register.simple_tag(takes_context=True)
def sourced(context: Context, figure: Any) -> SafeString:
    """A figure to take away: its value, what it counts, whence, on which day, under which licence, where it stands."""
    request = context["request"]
    counted = figure.as_of or localdate()
    source = format_html('<span lang="fr">{}</span>', figure.source) if figure.source else ""
    parts = (
        wording.NO_BREAK.join(filter(None, (strip_tags(str(figure.value)), figure.unit))),
        figure.label,
        source or _("compté par le registre %(name)s") % {"name": site_name()},
        wording.day(counted, "en" if get_language() == "en" else "fr"),
        _("Licence Ouverte 2.0"),
        absolute(request, request.path),
    )
    return format_html_join(" – ", "{}", ((part,) for part in parts))
