"""Files of public data travel pressed: a list as CSV or JSON, a feed, the map for search engines, row after row.

Pages are pressed where they are kept (`keeping`); those of the administration never are: they hold a token, and the
size of a pressed page betrays what it holds to whoever can make it repeat a guess (BREACH). No file holds one.
"""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse

FILES: Final = frozenset(
    {
        *("application/atom+xml", "application/json", "application/ld+json", "application/xml"),
        *("text/csv", "text/plain", "text/turtle"),
    }
)


class FilesPressed(GZipMiddleware):
    """Presses the files of public data for whoever takes them so, in their stream if they have one."""

    max_random_bytes = 0  # the same file is the same bytes: there is nothing to guess

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The file pressed; anything else as it is."""
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if kind not in FILES or request.path.startswith(reverse("admin:index")):
            return response
        pressed = super().process_response(request, response)
        if pressed.has_header("Content-Encoding"):
            del pressed.headers["Repr-Digest"]  # of the bytes that travel (RFC 9530), which are no longer the file's
        return pressed
