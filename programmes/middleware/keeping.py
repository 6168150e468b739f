"""Public pages are made once: answered again from the shared cache as long as their stamps say that nothing changed.

The answer tells browsers to ask each time (`no-cache`): a correction is seen at once by everybody, and to ask costs one
query. Whatever a page depends on besides its record is in its tag: the day, the language and the address, the query
if the page reads one, our code, templates and words.
"""

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache as shared
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import get_language_from_path, override

from ..models.viewers import Visitor
from ..reports.sources import digest
from ..views.public import PublicPage
from .around import Answer

# The cache holds one page a slot, so that no flood of invented addresses makes it grow: a hundred megabytes at most.
SLOTS, QUERIED_SLOTS = 6_000, 2_000
LARGEST = 250_000  # bytes, pressed: a page that weighs more is made each time
KEPT_FOR = 86_400  # seconds
HTML = "text/html; charset=utf-8"
PRESSED = 6  # of nine: the last levels cost twice the time for a hundredth of the weight
HTMX = "HX-Request"
OURS = ("*.py", "*.html", "*.txt", "*.svg", "*.mo", "*.css", "*.js")


Kept = tuple[str, bytes, dict[str, str]]  # its tag, its pressed bytes, its headers


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A public page as somebody asks for it: where it is kept, and the tag of what it should be now."""

    slot: str
    tag: str


class PagesKept:
    """Comes before sessions, languages and accounts, none of which a public page needs."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = public_page(request.path_info, settings.ROOT_URLCONF) if request.method in ("GET", "HEAD") else None
        if found is None:
            return self.get_response(request)
        page, arguments = found
        if not page.reads_query:
            request.META["QUERY_STRING"] = ""
        state = page.state(**arguments)
        request.public_state = state  # type: ignore[attr-defined]  # under which a list keeps its counts
        asked = Asked(slot=slot_of(request), tag=tag_of(request, state))
        unchanged = get_conditional_response(request, etag=asked.tag)
        if unchanged is not None:
            return _told(unchanged, asked.tag)
        kept = self.kept(request, asked)
        if kept is None:
            response = self._made(request)
            if not _is_page(response):
                return response
            body = gzip.compress(response.content, PRESSED, mtime=0)
            kept = (asked.tag, body, {name: value for name, value in response.items() if name != "Content-Length"})
            if len(body) <= LARGEST:
                shared.set(asked.slot, kept, KEPT_FOR)
        return _answer(request, *kept)

    def kept(self, _request: HttpRequest, asked: Asked) -> Kept | None:
        """The page as it was made before, if nothing changed since."""
        found: Kept | None = shared.get(asked.slot)
        return found if found and found[0] == asked.tag else None

    def _made(self, request: HttpRequest) -> HttpResponse:
        request.is_shared = True  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Whoever asks, the page is made for a visitor without an account."""
        if hasattr(request, "is_shared"):
            request.user = Visitor()


@lru_cache(maxsize=4_096)
def public_page(path: str, _addresses: str) -> tuple[type[PublicPage], dict[str, object]] | None:
    """The public page at an address, and what its address says; None for any other page."""
    language = get_language_from_path(path)
    if language is None:
        return None
    try:
        with override(language):
            match = resolve(path)
    except Resolver404:
        return None
    page = getattr(match.func, "view_class", None)
    return (page, match.kwargs) if page is not None and issubclass(page, PublicPage) else None


def slot_of(request: HttpRequest) -> str:
    """Where a page is kept: its address, its query, and whether htmx asks for a part of it."""
    query = request.META["QUERY_STRING"]
    name = f"{request.path_info}?{query} {HTMX in request.headers}".encode()
    return f"page-q{zlib.crc32(name) % QUERIED_SLOTS}" if query else f"page-{zlib.crc32(name) % SLOTS}"


def tag_of(request: HttpRequest, state: str) -> str:
    """The ETag: of everything that decides what the page looks like. Weak, since it stands for pressed bytes too."""
    words = (
        *(code(), localdate().isoformat(), settings.SITE_URL or request.build_absolute_uri("/"), request.get_host()),
        *(request.path_info, request.META["QUERY_STRING"], str(HTMX in request.headers), state),
    )
    whole = hashlib.sha256("\n".join(words).encode()).hexdigest()
    return f'W/"{whole[:24]}"'


@cache
def code() -> str:
    """One number for our code, templates, words, scripts and style sheets: another release makes other pages."""
    folders = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)]
    templates: list[Path] = settings.TEMPLATES[0]["DIRS"]  # type: ignore[assignment]
    folders += [*templates, *map(Path, settings.LOCALE_PATHS)]
    return digest({path for folder in folders for kind in OURS for path in folder.rglob(kind)})


def _is_page(response: HttpResponseBase) -> bool:
    """Whether an answer is a page that everybody may be given."""
    known = response.headers.get("Vary", "").lower() in ("", HTMX.lower())
    return (
        response.status_code == 200
        and not response.streaming
        and response.headers["Content-Type"] == HTML
        and known
        and not response.cookies
    )


def _answer(request: HttpRequest, tag: str, body: bytes, headers: dict[str, str]) -> HttpResponse:
    """The page, pressed for whoever takes it so; its size alone for HEAD."""
    response = HttpResponse(headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response.headers["Content-Encoding"] = "gzip"
    else:
        body = gzip.decompress(body)
    response.headers["Content-Length"] = str(len(body))
    if request.method == "GET":
        response.content = body
    return _told(response, tag)


def _told(response: HttpResponse, tag: str) -> HttpResponse:
    """What browsers need to ask again."""
    response.headers["ETag"], response.headers["Cache-Control"] = tag, "no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
